// What a person is shown of strengths, in the pane and in a file.
import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts'; // prettier-ignore
import { csv } from '../formats/csv/csv.ts';
import { COLUMNS, SCORE_COLUMNS } from '../formats/csv/csvColumns.ts';
import { json } from '../formats/json.ts';
import { aReading } from '../../testing/readAs.ts';
import { viewerIn } from '../map/circles.ts';
import type { Id } from '../map/id.ts';
import type { MapInfo } from '../map/info.ts';
import { contentOf } from '../map/patch.ts';
import { fileContent } from '../map/visibility.ts';
import { countsOf } from './counted.ts';
import { scoresIn } from './scores.ts';
import { howIn, METHOD_NAMED, shownOf } from './shown.ts';
import { numberOf, strengthsOf } from './strengths.ts';
import { USUAL, votesFor } from './votes.ts';

const voted = (info: Partial<MapInfo> = {}) => {
  const m = aMap({ strength: 'quadratic-energy', votes: 'own', ...info });
  const thesis = m.thesis('The bridge is kept');
  const { claim, argument } = m.support(thesis, 'It is strong');
  return { m, thesis, claim, argument };
};
const vote = (m: MapBuilder, on: Id, value: number, by: Id) =>
  m.edit({ kind: 'vote', vote: m.newId(), on, ballot: m.newId(), judged: null, value }, by);
const countedFor = (m: MapBuilder, viewer: Id | null) =>
  strengthsOf(m.map, votesFor(m.map, viewer), howIn(m.map.info));
const shownTo = (m: MapBuilder, claim: Id, viewer: Id | null) => shownOf(countedFor(m, viewer), claim);

it('[G13] [E-02] a new map shows no strengths; one that does names its method', () => {
  expect(howIn(aMap().map.info)).toBeUndefined();
  for (const [strength, method] of Object.entries(METHOD_NAMED) as [keyof typeof METHOD_NAMED, string][])
    expect(howIn({ strength })).toEqual({ ...USUAL, method });
});

describe('[G14] [E-04] where people voted on a claim', () => {
  it('who has not sees no strength of it until they did; what rests on it is counted without their votes', () => {
    const { m, thesis, claim } = voted();
    const before = numberOf(countedFor(m, PARTICIPANT).byId.get(thesis));
    vote(m, claim, 4, OTHER_PARTICIPANT);
    vote(m, claim, 4, OWNER);
    for (const viewer of [PARTICIPANT, MODERATOR, null])
      expect(shownTo(m, claim, viewer)).toEqual({ kind: 'hidden' });
    expect(shownTo(m, thesis, PARTICIPANT)).toEqual({ kind: 'settled', value: before });
    expect(shownTo(m, claim, OWNER)).toEqual({ kind: 'settled', value: 0.75 });
    vote(m, claim, 4, PARTICIPANT);
    expect(shownTo(m, claim, PARTICIPANT)).toEqual({ kind: 'settled', value: 0.8 });
    expect(numberOf(countedFor(m, PARTICIPANT).byId.get(thesis))).toBeGreaterThan(before);
  });

  it('nobody does while the map keeps what came out, all do once it is open, and other words are voted on anew', () => {
    const { m, claim } = voted({ votes: 'hidden' });
    vote(m, claim, 4, PARTICIPANT);
    expect(shownTo(m, claim, PARTICIPANT)).toEqual({ kind: 'hidden' });
    m.edit({ kind: 'change-settings', set: { votes: 'open' } });
    expect(shownTo(m, claim, null)?.kind).toBe('settled');
    m.edit({ kind: 'change-settings', set: { votes: 'hidden' } });
    m.edit({ kind: 'reword', claim, text: 'It is cheap', was: 'It is strong' });
    expect(shownTo(m, claim, PARTICIPANT)).toEqual({ kind: 'settled', value: 0.5 });
  });

  it('a vote that was taken back hides nothing', () => {
    const { m, claim } = voted({ votes: 'hidden' });
    const cast = { kind: 'vote', vote: m.newId(), on: claim, ballot: m.newId(), judged: null } as const;
    m.edit({ ...cast, value: 4 }, PARTICIPANT);
    m.edit({ ...cast, value: null }, PARTICIPANT);
    expect(shownTo(m, claim, OTHER_PARTICIPANT)?.kind).toBe('settled');
  });
});

it('[E-08] says how much was counted, and what was not', () => {
  const { m, thesis, claim, argument } = voted();
  const gone = m.rebut(claim);
  m.remove(gone.argument);
  m.ask({ kind: 'add-claim', claim: m.newId(), text: 'No', language: 'en', to: m.newArgument('rebut', thesis) }, SUGGESTER, m.newId()); // prettier-ignore
  vote(m, thesis, 4, PARTICIPANT);
  vote(m, argument, 3, PARTICIPANT);
  vote(m, claim, 1, OWNER);
  const told = { claims: 2, arguments: 1, removed: 1 };
  expect(countsOf(countedFor(m, PARTICIPANT), thesis)).toEqual({ ...told, votes: 2, hidden: 1 });
  expect(countsOf(countedFor(m, null), thesis)).toEqual({ ...told, votes: 0, hidden: 3 });
  expect(countsOf(countedFor(m, null), gone.claim)).toBeUndefined();
});

describe('[G15] [E-13] in a file', () => {
  const at = Date.UTC(2026, 0, 15);
  const file = (m: MapBuilder, viewer: Id | null, format: typeof json) => {
    const content = fileContent(contentOf(m.map), viewerIn(m.map, viewer), m.map);
    const origin = { at, version: 12, permalink: null };
    const written = format.write?.(content, { ...origin, scores: scoresIn(content, origin) });
    const back = format.read?.(written?.value ?? '', aReading());
    return { text: written?.value ?? '', back, content };
  };
  const debated = (info: Partial<MapInfo> = {}) => {
    const all = voted(info);
    vote(all.m, all.claim, 4, OWNER);
    return all;
  };

  it('JSON says with its scores the method, the parameters, the time and the version, and reads none of it back', () => {
    const { m, thesis, claim } = debated();
    const { text, back, content } = file(m, OWNER, json);
    const score = numberOf(countedFor(m, OWNER).byId.get(thesis));
    expect((JSON.parse(text) as { strength: unknown }).strength).toEqual({
      ...{ method: 'quadratic-energy', prior: 0.5, relevance: 1, weight: 2 },
      ...{ at: '2026-01-15T00:00:00.000Z', version: 12 },
      claims: { [thesis]: score, [claim]: (0.5 * 2 + 1) / 3 },
    });
    expect(back).toEqual({ ok: true, value: { value: content, losses: [] } });
  });

  it('only what the reader may see counts', () => {
    const { m, thesis, claim } = debated();
    const { text } = file(m, PARTICIPANT, json);
    const { strength } = JSON.parse(text) as { strength: { claims: Record<Id, unknown> } };
    expect(strength.claims).toEqual({
      [thesis]: numberOf(countedFor(m, PARTICIPANT).byId.get(thesis)),
      [claim]: 'hidden',
    });
  });

  it('CSV says it in every row that has one, and reads back the same map', () => {
    const { m, claim } = debated({ strength: 'df-quad' });
    const { text, back } = file(m, OWNER, csv);
    expect(text.split('\r\n')[0]).toBe(`\ufeff${[...COLUMNS, ...SCORE_COLUMNS].join(',')}`);
    const row = text.split('\r\n').find((line) => line.includes(claim) && line.startsWith('claim'));
    expect(row?.split(',').slice(-SCORE_COLUMNS.length)).toEqual(
      ['0.6666666666666666', 'df-quad', '0.5', '1', '2', '2026-01-15T00:00:00.000Z', '12'], // prettier-ignore
    );
    expect(back?.ok && back.value.losses).toEqual([]);
  });

  it('a map that shows no strengths leaves without any', () => {
    const { m } = debated({ strength: 'off' });
    expect(file(m, OWNER, json).text).not.toContain('quadratic');
    expect(JSON.parse(file(m, OWNER, json).text)).not.toHaveProperty('strength');
    expect(file(m, OWNER, csv).text.split('\r\n')[0]).toBe(`\ufeff${COLUMNS.join(',')}`);
  });
});
