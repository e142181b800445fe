import { layoutMap, type Id } from '@counterpoint/shared';
import { describe, expect, it } from '@jest/globals';
import { aMap, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { anchorCard, originAfter, stayingCard } from './anchor.ts';
import { revealed } from './camera.ts';
import { fitted, READABLE } from './fitted.ts';
import { foldsBelow, survivorOf } from '../open/branches.ts';
import { addDraft, newDraft } from '../open/drafts.ts';
import { mapToFlow } from './mapToFlow.ts';
import { neighbour } from './navigate.ts';
import { foldProposals } from '../open/proposals.ts';
import { firstFolds } from './firstSight.ts';
import { withTyping } from './useMapLayout.ts';

function aDebate() {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const one = builder.support(thesis, 'one');
  const two = builder.rebut(thesis, 'two');
  const beneath = builder.support(one.claim, 'beneath');
  const undercut = builder.rebut(one.argument, 'doubt');
  return { builder, thesis, one, two, beneath, undercut };
}

const wide = { transform: [0, 0, 1], width: 2_000, height: 2_000 } as const;

describe('when the map is laid out anew', () => {
  it('the card that was pressed keeps its place on the screen', () => {
    const { builder, one, two } = aDebate();
    const before = { layout: layoutMap(builder.map), origin: { x: 0, y: 0 } };
    builder.support(one.claim, 'a long branch');
    builder.support(one.claim, 'and another');
    const after = layoutMap(builder.map);
    const anchor = anchorCard(before, { ...wide, anchor: two.claim }, after);
    const origin = originAfter(before, after, anchor);
    const at = (layout: typeof after, id: Id) => layout.cards.find((card) => card.id === id)!;
    expect(anchor?.id).toBe(two.claim);
    expect(at(after, two.claim).y - origin.y).toBe(at(before.layout, two.claim).y);
    expect(origin.y).not.toBe(0);
  });

  it('without one in sight, the card nearest to the centre does', () => {
    const { builder, thesis } = aDebate();
    const layout = layoutMap(builder.map);
    const top = { ...wide, height: 10, width: 10, transform: [0, -layout.cards[0]!.y, 1] as const };
    expect(anchorCard({ layout, origin: { x: 0, y: 0 } }, { ...top, anchor: null })?.id).toBe(thesis);
  });

  it('a card that I move lets its new parent stay; moved by others it stays itself', () => {
    const { builder, one, two } = aDebate();
    const before = builder.map;
    const target = { kind: 'claim', id: one.claim } as const;
    builder.edit({ kind: 'move-argument', argument: two.argument, target, order: 'a5' });
    expect(stayingCard(before, builder.map, two.claim, true)).toBe(one.claim);
    expect(stayingCard(before, builder.map, two.claim, false)).toBe(two.claim);
  });

  it('a card that did not move is the same node', () => {
    const { builder, two } = aDebate();
    const origin = { x: 0, y: 0 };
    const { cards } = layoutMap(builder.map);
    const [first, second] = [mapToFlow(cards, origin, null), mapToFlow(cards, origin, null)];
    expect(first.every((node, i) => node === second[i])).toBe(true);
    const dragged = mapToFlow(cards, origin, { id: two.claim, position: { x: 5, y: 6 } });
    expect(dragged.find((node) => node.id === two.claim)).toMatchObject({
      position: { x: 5, y: 6 },
      className: 'dragged',
    });
    expect(first[0]).toMatchObject({ measured: { width: cards[0]!.width, height: cards[0]!.height } });
  });
});

describe('the view', () => {
  it('fits a box in the middle and never larger than life', () => {
    const box = { x: 0, y: 0, width: 100, height: 50 };
    expect(fitted(box, { width: 1000, height: 500 })).toEqual({ x: 450, y: 225, zoom: 1 });
    expect(fitted({ ...box, width: 9040 }, { width: 1000, height: 500 }).zoom).toBeCloseTo(0.1);
  });

  it('moves no further than needed to reveal a card', () => {
    const seen = { transform: [0, 0, 1], width: 1000, height: 800 } as const;
    const card = { x: 300, y: 300, width: 232, height: 100 };
    expect(revealed(card, seen)).toEqual({ x: 0, y: 0, zoom: 1 });
    expect(revealed({ ...card, y: 900 }, seen)).toMatchObject({ x: 0, y: 800 - 72 - 1000 });
    expect(revealed(card, { ...seen, transform: [0, 0, 0.1] }).zoom).toBe(1);
  });
});

describe('arrow keys', () => {
  it('go to what a claim replies to, to its replies, and along the column', () => {
    const { builder, thesis, one, two, beneath, undercut } = aDebate();
    const layout = layoutMap(builder.map);
    const go = (id: Id, towards: Parameters<typeof neighbour>[3]) =>
      neighbour(layout, builder.map, id, towards);
    expect(go(one.claim, 'left')).toBe(thesis);
    expect(go(undercut.claim, 'left')).toBe(one.claim);
    expect(go(one.claim, 'right')).toBe(beneath.claim);
    expect(go(one.claim, 'down')).toBe(undercut.claim);
    expect(go(two.claim, 'up')).toBe(undercut.claim);
    expect(go(thesis, 'left')).toBeUndefined();
  });
});

describe('folding', () => {
  it('hides what is deeper than asked', () => {
    const { builder, thesis, one } = aDebate();
    expect(foldsBelow(builder.map, [thesis], 0)).toEqual(new Set([thesis]));
    expect(foldsBelow(builder.map, [thesis], 1)).toEqual(new Set([one.claim]));
  });

  it('leaves a small map open and folds a large one so that it can be read', () => {
    const { builder, thesis } = aDebate();
    const screen = { width: 1200, height: 800 };
    expect(firstFolds(builder.map, screen).size).toBe(0);
    for (let i = 0; i < 40; i++) builder.support(builder.support(thesis, `reason ${i}`).claim, 'because');
    const folded = firstFolds(builder.map, screen);
    const top = foldsBelow(builder.map, [thesis], 1);
    const { bounds, cards } = layoutMap(builder.map, { folded });
    expect(cards.filter(({ depth, kind }) => depth === 1 && kind !== 'undercut')).toHaveLength(42);
    // Beside the top level there is room for more of what is beneath it, as long as it makes the map no higher.
    expect(folded.size).toBeLessThan(top.size);
    expect(bounds.height).toBe(layoutMap(builder.map, { folded: top }).bounds.height);
    expect(bounds.width * READABLE).toBeLessThan(screen.width);
  });
});

describe('what is typed', () => {
  it('makes its card grow before anyone is told', () => {
    const { builder, thesis } = aDebate();
    const typing = { draft: null, editing: thesis, typed: 'a much longer thesis '.repeat(6) };
    const height = (map: typeof builder.map) =>
      layoutMap(map).cards.find((card) => card.id === thesis)!.height;
    expect(height(withTyping(builder.map, typing))).toBeGreaterThan(height(builder.map));
    expect(builder.claim(thesis).text).toBe('T');
  });

  it('has a card of one line for a draft without words', () => {
    const { builder } = aDebate();
    const draft = newDraft('thesis', null, 'thesis');
    const map = withTyping(builder.map, { draft, editing: null, typed: '' });
    expect(layoutMap(map).cards.find((card) => card.id === draft.claim)?.lines).toEqual(['']);
    expect(addDraft(builder.map, draft, '开放')).toMatchObject({ language: 'zh' });
  });
});

describe('proposals', () => {
  it('are folded on the view, but a removal and another wording only mark', () => {
    const { builder, one, two } = aDebate();
    builder.propose({ kind: 'reword', claim: one.claim, text: 'better', was: 'one' });
    builder.propose({ kind: 'remove', id: two.claim });
    const { view, proposed } = foldProposals(builder.map);
    expect(view.claims.get(one.claim)?.text).toBe('one');
    expect(view.arguments.get(two.argument)?.removed).toBeNull();
    expect([...proposed.keys()].sort()).toEqual([one.claim, two.claim].sort());
  });
});

it('[U-05] the selection survives in what the removed claim hung on', () => {
  const { builder, thesis, one, beneath } = aDebate();
  const before = builder.map;
  builder.remove(one.claim, OWNER);
  expect(survivorOf(before, builder.map, beneath.claim)).toBe(thesis);
});
