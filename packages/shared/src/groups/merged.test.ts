import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, pictureOf, type MapBuilder } from '../../testing/aMap.ts'; // prettier-ignore
import { aSeedMap, play, steps } from '../../testing/randomEdits.ts';
import { unsound } from '../formats/graph/soundness.ts';
import type { Id } from '../map/id.ts';
import type { ArgumentMap, MapContent } from '../map/map.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { putAwayIn } from '../map/putAway.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Quotation } from '../map/tables/quotations.ts';
import { commentsOn, hasPremise, isLive, mergersInto, theses, wentTo } from '../map/tree.ts';
import { fileContent } from '../map/visibility.ts';
import { groupContent } from './groupContent.ts';
import { mergedContent } from './merged.ts';

const SEEN_BY = { participant: OWNER, role: 'owner' } as const;
const fileOf = ({ map }: MapBuilder): MapContent => fileContent(contentOf(map), SEEN_BY, map);

function aGroup(template: MapBuilder, n: number, people: readonly Id[] = [PARTICIPANT, OTHER_PARTICIPANT]) {
  const builder = aMap({}, n);
  builder.map = mapOf(groupContent(template.map, `Group ${n}`, new Set(people)));
  return builder;
}

function merged(template: MapBuilder, groups: readonly MapBuilder[]): MapContent {
  const made = aMap({}, 0xaaa);
  const owner: Participant = { id: made.newId(), name: 'Olga', role: 'owner', side: null, pseudonym: false, at: 9 }; // prettier-ignore
  const parts = groups.map((group, n) => ({ name: `Group ${n + 1}`, content: fileOf(group) }));
  return mergedContent(fileOf(template), parts, { owner, self: OWNER, newId: () => made.newId(), at: 9 });
}

const nameOf = (content: MapContent, by: Id | null) => content.participants.find(({ id }) => id === by)?.name;

/** What of a group is not in the merged map, or put away there though it stands in the group. */
function lost(group: MapContent, all: ArgumentMap): unknown[] {
  const map = mapOf(group);
  const [away, gone] = [putAwayIn(map), putAwayIn(all)];
  const stands = (table: 'claims' | 'comments' | 'mergers', id: Id) => away.has(table, id) || !gone.has(table, id); // prettier-ignore
  const textsAt = (id: Id): string[] => {
    const claim = all.claims.get(wentTo(all, id));
    const comments = claim ? commentsOn(all, claim.id).map(({ text }) => text) : [];
    return [claim?.text ?? '', ...(claim?.beside ?? []).map(({ text }) => text), all.mergers.get(id)?.text ?? '', ...comments]; // prettier-ignore
  };
  const premises = new Set(
    [...all.references.values()].map(({ argument, claim }) => argument + wentTo(all, claim)),
  );
  // One that the group aimed elsewhere stands beside the one that was.
  const isQuoted = ({ claim, edition, start, end, bearing }: Quotation): boolean =>
    [...all.quotations.values()].some((one) =>
      one.claim === wentTo(all, claim) && one.edition === edition && one.start === start && one.end === end &&
      one.bearing === bearing && !gone.has('quotations', one.id)); // prettier-ignore
  const isPremise = (argument: Id, claim: Id) => premises.has(argument + claim) || all.claims.get(claim)?.home === argument; // prettier-ignore
  return [
    ...group.claims.filter(({ id, text }) => !textsAt(id).some((one) => one.includes(text)) || !stands('claims', id)), // prettier-ignore
    ...group.mergers.filter(({ id, text }) => !textsAt(id).includes(text) || !stands('mergers', id)), // prettier-ignore
    ...group.arguments.filter(({ id }) => !all.arguments.has(id)),
    // What has no premise is out of sight, with all that speaks against it.
    ...group.arguments.filter(({ id }) => isLive(map, id) && hasPremise(map, id) && !hasPremise(all, id)),
    ...group.comments.filter(({ id, text }) => all.comments.get(id)?.text !== text || !stands('comments', id)), // prettier-ignore
    ...group.quotations.filter((one) => !all.quotations.has(one.id) || !(away.has('quotations', one.id) || isQuoted(one))), // prettier-ignore
    ...group.editions.filter(({ id, text }) => all.editions.get(id)?.text !== text),
    ...group.references.filter(({ argument, claim }) => !isPremise(argument, wentTo(all, claim))), // prettier-ignore
  ];
}

describe('the maps of groups in one', () => {
  it('[S-14] [J5] what each group wrote hangs where it did, by the person and the group', () => {
    const template = aMap({ title: 'The river' });
    const thesis = template.thesis('It rises');
    const [one, two] = [aGroup(template, 1), aGroup(template, 2)];
    const { claim } = one.support(thesis, 'It rained', { by: PARTICIPANT });
    one.comment(thesis, 'Where?', PARTICIPANT);
    two.rebut(thesis, 'It fell', { by: OTHER_PARTICIPANT });
    const all = merged(template, [one, two]);
    expect(pictureOf(mapOf(all))).toBe('It rises\n  + It rained\n  - It fell');
    expect(all.info.title).toBe('The river · merged');
    expect(nameOf(all, all.claims.find(({ id }) => id === claim)?.by ?? null)).toBe('Pia · Group 1');
    expect(all.comments.map(({ by }) => nameOf(all, by))).toEqual(['Pia · Group 1']);
    expect(all.participants.filter(({ role }) => role !== null).map(({ name }) => name)).toEqual(['Olga']);
    expect(nameOf(all, all.claims.find(({ id }) => id === thesis)?.by ?? null)).toBe('Olga');
  });

  it('[J5] a claim of the template that a group put otherwise keeps its words, and has the others beside them', () => {
    const template = aMap();
    const thesis = template.thesis('It rises');
    const group = aGroup(template, 1);
    group.edit({ kind: 'reword', claim: thesis, text: 'It rises fast', was: 'It rises' }, PARTICIPANT);
    const all = merged(template, [group]);
    const claim = all.claims.find(({ id }) => id === thesis);
    expect([claim?.text, claim?.beside.map(({ text, by }) => [text, nameOf(all, by)])]).toEqual(['It rises', [['It rises fast', 'Pia · Group 1']]]); // prettier-ignore
  });

  it('[J5] what a group removed, moved, turned or merged of the template stays, and a comment of the group says so', () => {
    const template = aMap({ language: 'zh' });
    const [thesis, other, third] = [
      template.thesis('水涨了'),
      template.thesis('下雨了'),
      template.thesis('雨下了'),
    ];
    const reason = template.support(thesis, '潮湿');
    const group = aGroup(template, 1);
    group.remove(other, MODERATOR);
    group.edit({ kind: 'turn', argument: reason.argument, direction: 'rebut' }, MODERATOR);
    const own = group.support(thesis, '新的', { by: PARTICIPANT });
    group.edit({ kind: 'merge-claim', claim: third, into: own.claim, reference: group.newId() }, MODERATOR);
    group.support(third, '之下', { by: PARTICIPANT, order: 'a5' });
    const map = mapOf(merged(template, [group]));
    const said = (claim: Id) => commentsOn(map, claim).map(({ text, by }) => `${map.participants.get(by ?? '')?.name}: ${text}`); // prettier-ignore
    expect(pictureOf(map)).toBe('水涨了\n  + 潮湿\n  + 新的\n    + 之下\n下雨了\n雨下了');
    expect(said(other)).toEqual(['Group 1: 这个小组删去了它。']);
    expect(said(reason.claim)).toEqual(['Group 1: 在这个小组里它是反驳。']);
    expect(said(third)).toEqual(['Group 1: 这个小组把它并入了“新的”。']);
  });

  it('[J5] an argument into which a group moved a claim of the template refers to it', () => {
    const template = aMap();
    const [thesis, moved] = [template.thesis('T'), template.thesis('M')];
    const group = aGroup(template, 1);
    const to = group.newArgument('support', thesis);
    group.edit({ kind: 'move-claim', claim: moved, to }, MODERATOR);
    group.rebut(to.argument, 'No', { by: PARTICIPANT });
    const all = merged(template, [group]);
    expect(pictureOf(mapOf(all))).toBe('T\n  + = M\n    ~ No\nM');
    expect(commentsOn(mapOf(all), moved).map(({ text }) => text)).toEqual(['In this group it stands under “T”.']); // prettier-ignore
  });

  it('[J5] an argument whose other premise hangs beneath what was removed refers to the claim that a group moved into it', () => {
    const template = aMap();
    const [one, two, moved] = [template.thesis('T'), template.thesis('U'), template.thesis('M')];
    const above = template.support(one, 'Above');
    const { claim } = template.support(above.claim, 'Beneath');
    const to = template.newArgument('support', two);
    template.edit({ kind: 'add-reference', reference: template.newId(), claim, to });
    const group = aGroup(template, 1);
    group.edit({ kind: 'move-claim', claim: moved, to: { at: 'premise', argument: to.argument, order: 'a5' } }, MODERATOR); // prettier-ignore
    for (const m of [template, group]) m.remove(above.claim, MODERATOR);
    expect(pictureOf(group.map)).toBe('T\nU\n  + M');
    expect(pictureOf(mapOf(merged(template, [group])))).toBe('T\nU\n  + = M\nM');
  });

  it('[J5] [E20] words that the template took away, and a group brought back and parted, are not away', () => {
    const template = aMap();
    const [thesis, other] = [template.thesis('It rises'), template.thesis('It went up')];
    template.edit({ kind: 'merge-claim', claim: other, into: thesis, reference: template.newId() }, MODERATOR); // prettier-ignore
    template.remove(other, MODERATOR);
    const group = aGroup(template, 1);
    group.edit({ kind: 'restore', id: other }, MODERATOR);
    group.edit({ kind: 'unmerge-claim', claim: other }, MODERATOR);
    expect(pictureOf(group.map)).toBe('It rises\nIt went up');
    const all = mapOf(merged(template, [group]));
    expect(mergersInto(all, thesis).map(({ text }) => text)).toEqual(['It went up']);
  });

  it('[J5] words that the template took away with the claim they went into, and a group has in another one, stand there', () => {
    const template = aMap();
    const [thesis, gone, words] = [template.thesis('It rises'), template.thesis('It fell'), template.thesis('It sank')]; // prettier-ignore
    const group = aGroup(template, 1);
    for (const [m, into] of [[template, gone], [group, thesis]] as const) {
      m.edit({ kind: 'merge-claim', claim: words, into, reference: m.newId() }, MODERATOR);
      m.remove(gone, MODERATOR);
    } // prettier-ignore
    const all = mapOf(merged(template, [group]));
    expect(pictureOf(all)).toBe('It rises');
    expect(mergersInto(all, thesis).map(({ text }) => text)).toEqual(['It sank']);
  });

  it('[J5] a claim that the template removed, and a group merged into another, is there again, and a comment says so', () => {
    const template = aMap();
    const [thesis, words] = [template.thesis('It rises'), template.thesis('It sank')];
    const group = aGroup(template, 1);
    group.edit({ kind: 'merge-claim', claim: words, into: thesis, reference: group.newId() }, MODERATOR);
    template.remove(words, MODERATOR);
    const all = mapOf(merged(template, [group]));
    expect(pictureOf(all)).toBe('It rises\nIt sank');
    expect(commentsOn(all, words).map(({ text }) => text)).toEqual(['This group merged it into “It rises”.']);
  });

  it('[S-14] [J5] loses nothing that any group has, and is a sound map, whatever the groups did', () => {
    const story = steps({ length: 30 });
    fc.assert(
      fc.property(story, fc.array(story, { minLength: 1, maxLength: 3 }), steps({ length: 8 }), (before, stories, after) => {
        const template = aSeedMap(aMap());
        play(template, before);
        const groups = stories.map((_, n) => aGroup(template, n + 1));
        for (const [n, group] of groups.entries()) play(group, stories[n] ?? []);
        play(template, after);
        const all = merged(template, groups);
        expect(unsound(all)).toBeUndefined();
        const map = mapOf(all);
        for (const group of groups) expect(lost(fileOf(group), map)).toEqual([]);
        expect(theses(map).length).toBeGreaterThanOrEqual(theses(template.map).length);
      }),
      { numRuns: 150, endOnFailure: true },
    ); // prettier-ignore
  });
});
