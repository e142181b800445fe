import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aMap,
  anId,
  OWNER,
  PARTICIPANT,
  pictureOf,
  SUGGESTER,
  type MapBuilder,
} from '../../../testing/aMap.ts';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { applyEdit } from '../../map/applyEdit.ts';
import { Edit, MOST_GRAFTED_PARTS, MOST_PARTS, StoredEdit, undoOf } from '../../map/edit.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { applyPatches, contentOf, mapOf } from '../../map/patch.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import { quotationsOf, repliesTo, sourcesOf, theses } from '../../map/tree.ts';
import { grafted, type Graft, type GraftOptions } from './grafted.ts';
import type { Loss } from '../loss.ts';
import { unsound } from './soundness.ts';

const ids = (group: number): (() => Id) => {
  let made = 0;
  return () => anId(++made, group);
};

function graft(contents: MapContent[], onto: MapBuilder, under: GraftOptions['under'] = null) {
  const made = grafted(contents, onto.map, { under, newId: ids(7) });
  if (!made.ok) throw new Error(made.refusal.message);
  return { ...made.value.value, losses: made.value.losses };
}

/** The map with the edit done in one go, as a participant. */
function after(onto: MapBuilder, { edit }: Pick<Graft, 'edit'>, by: Id = PARTICIPANT) {
  const result = applyEdit(onto.map, edit, { id: anId(1, 9), by, at: 5_000 });
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return applyPatches(onto.map, result.value);
}

const aHome = (): { home: MapBuilder; thesis: Id } => {
  const home = aMap({ title: 'Home' });
  const thesis = home.thesis('Was there before.');
  home.support(thesis, 'And has a reason.');
  return { home, thesis };
};

describe('a content put into a map', () => {
  it('[A-15] [P-05] [Q6] brings translations and rules along, and follows quotations anew, but for those that were kept', () => {
    const content = aFollowedQuotation();
    const kept = content.quotations.map((one): Quotation => {
      return one.stands?.status === 'changed' ? { ...one, stands: { ...one.stands, status: 'kept' } } : one;
    });
    const { home } = aHome();
    const { losses, ...made } = graft([{ ...content, quotations: kept }], home);
    const beside = ({ gloss, rule, stands }: Quotation) => [
      gloss?.text,
      gloss?.language,
      rule,
      stands?.status,
    ];
    const there = [...after(home, made).quotations.values()];
    expect(there.map(beside).sort()).toEqual(content.quotations.map(beside).sort());
    const told = new Map(losses.map(({ kind, count }) => [kind, count]));
    expect([told.get('anchors'), told.get('glosses'), told.get('suggestions')]).toEqual([
      1,
      undefined,
      undefined,
    ]);
    expect(told.get('people')).toBe(content.participants.length - 2);
  });

  it('stands after all that is there, as theses, whatever the content', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(), hostileContents), (content) => {
        const { home } = aHome();
        const before = home.picture;
        const seen = pictureOf(mapOf(content));
        if (seen === '') return;
        const map = after(home, graft([content], home));
        expect(pictureOf(map)).toBe(`${before}\n${seen}`);
        expect(unsound(contentOf(map))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('speaks for or against a claim, one argument a thesis, after the replies that are there', () => {
    const { home, thesis } = aHome();
    const other = aMap();
    const one = other.thesis('One');
    other.rebut(other.support(one, 'Because').argument, 'Not so');
    other.thesis('Two');
    for (const direction of ['support', 'rebut'] as const) {
      const map = after(home, graft([contentOf(other.map)], home, { claim: thesis, direction }));
      const sign = direction === 'support' ? '+' : '-';
      expect(pictureOf(map)).toBe(
        `${home.picture}\n  ${sign} One\n    + Because\n      ~ Not so\n  ${sign} Two`,
      );
      const [, first] = repliesTo(map, thesis);
      expect(first).toMatchObject({ by: PARTICIPANT, at: 5_000, direction });
    }
  });

  it('brings comments, sources and quotations along', () => {
    const other = aMap();
    const thesis = other.thesis('The river rises.');
    other.comment(thesis, 'Which river?');
    const { source, edition } = other.source();
    other.edit({
      kind: 'add-edition',
      edition: other.newId(),
      source,
      text: 'Another text',
      marks: [],
      reason: 'why',
    });
    other.quote(thesis, edition, [4, 9]);
    other.source('Nobody quotes this.');
    const { home } = aHome();
    const map = after(home, graft([contentOf(other.map)], home));
    const [, mine] = theses(map);
    expect(quotationsOf(map, mine?.id ?? '').map(({ exact }) => exact)).toEqual(['river']);
    expect(sourcesOf(map)).toHaveLength(2);
    expect(map.editions.size).toBe(3);
    expect([...map.comments.values()].map(({ text, by }) => [text, by])).toEqual([
      ['Which river?', PARTICIPANT],
    ]);
  });

  it('keeps arguments that consist of references, also in a ring', () => {
    const other = aMap();
    const thesis = other.thesis('T');
    const { claim, argument } = other.support(thesis, 'A');
    const ring = other.rebut(argument, 'B');
    // The argument that B undercuts now rests on B alone.
    other.refer(ring.claim, argument);
    other.remove(claim);
    const { home } = aHome();
    const map = after(home, graft([contentOf(other.map)], home));
    expect(pictureOf(map)).toBe(`${home.picture}\nT\n  + = B\n    ~ B`);
  });

  it('is taken back by one small edit, and is one proposal of a suggester', () => {
    const { home } = aHome();
    const other = aMap();
    const thesis = other.thesis('T');
    for (let i = 0; i < 300; i++) other.support(thesis, `Reason ${i}`);
    other.source();
    const made = graft([contentOf(other.map)], home);
    expect(made.edit.edits).toHaveLength(302);
    const map = after(home, made);
    const inverse = undoOf(made.upper, home.map, map);
    expect(inverse).toMatchObject({ kind: 'batch', edits: [{ kind: 'remove' }, { kind: 'remove' }] });
    const back = applyEdit(map, Edit.parse(inverse), { id: anId(2, 9), by: PARTICIPANT, at: 6_000 });
    const gone = applyPatches(map, back.ok ? back.value : []);
    expect([pictureOf(gone), sourcesOf(gone)]).toEqual([home.picture, []]);
    const proposed = after(home, made, SUGGESTER);
    expect(pictureOf(proposed)).toBe(home.picture);
    expect([...proposed.proposals.values()]).toMatchObject([{ edit: made.edit, state: 'pending' }]);
    const decide = { kind: 'decide', proposal: anId(1, 9), verdict: 'accepted', reason: null } as const;
    const decided = applyEdit(proposed, decide, { id: anId(3, 9), by: OWNER, at: 7_000 });
    expect(pictureOf(applyPatches(proposed, decided.ok ? decided.value : []))).toBe(pictureOf(map));
  });

  it('may be longer than what people send, which stays as short as it was', () => {
    const { home } = aHome();
    const other = aMap();
    const thesis = other.thesis('T');
    for (let i = 0; i < MOST_PARTS; i++) other.support(thesis, `Reason ${i}`);
    const { edit } = graft([contentOf(other.map)], home);
    expect(Edit.safeParse(edit).success).toBe(false);
    expect(StoredEdit.safeParse(edit).success).toBe(true);
  });

  it('is refused where it is too large, could not be taken back, or holds nothing', () => {
    const { home } = aHome();
    const codeOf = (content: MapContent, under: GraftOptions['under'] = null) => {
      const made = grafted([content], home.map, { under, newId: ids(7) });
      return made.ok ? 'ok' : made.refusal.code;
    };
    const [thesis] = contentOf(home.map).claims;
    const theseses = (count: number): MapContent => ({
      ...contentOf(aMap().map),
      claims: Array.from({ length: count }, (_, i) => ({ ...thesis!, id: anId(i, 5), home: null })),
    });
    expect(codeOf(theseses(MOST_PARTS))).toBe('ok');
    expect(codeOf(theseses(MOST_PARTS + 1))).toBe('too-large');
    expect(codeOf(theseses(0))).toBe('no-change');
    expect(codeOf(theseses(1), { claim: anId(77, 5), direction: 'support' })).toBe('not-found');
    const deep = aMap();
    let claim = deep.thesis('0');
    for (let i = 1; i < 100; i++) ({ claim } = deep.support(claim, `${i}`));
    expect(codeOf(contentOf(deep.map))).toBe('ok');
    expect(codeOf(contentOf(deep.map), { claim: thesis!.id, direction: 'support' })).toBe('too-large');
    const wide = aMap();
    const top = wide.thesis('T');
    const { claims, ...rest } = contentOf(wide.map);
    const comments = Array.from({ length: MOST_GRAFTED_PARTS }, (_, i) => ({
      id: anId(i, 6), claim: top, text: 'x', by: null, at: 1, removed: null,
    })); // prettier-ignore
    expect(codeOf({ ...rest, claims, comments })).toBe('too-large');
  });

  it('tells what does not come along', () => {
    const other = aMap({ question: 'Q?', about: 'About' });
    const thesis = other.thesis('T', { by: PARTICIPANT });
    other.comment(thesis, 'C');
    other.edit({ kind: 'reword', claim: thesis, text: 'T2', was: 'T' });
    const gone = other.thesis('Gone');
    other.remove(gone);
    const { losses } = graft([contentOf(other.map)], aHome().home);
    const counts = Object.fromEntries(losses.map(({ kind, count }: Loss) => [kind, count]));
    expect(counts).toEqual({
      authors: 2,
      times: 2,
      people: 7,
      rewordings: 1,
      removed: 1,
      question: 1,
      about: 1,
    });
  });
});
