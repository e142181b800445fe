import { describe, expect, it } from '@jest/globals';
import { aMap, anId, OWNER, PARTICIPANT } from '../../testing/aMap.ts';
import { newId, nonsense, numbered, thesis } from '../../testing/aRoom.ts';
import { contentOf } from '../map/patch.ts';
import { REMEMBERED, type ClientMark } from './log.ts';
import { refuse } from '../result.ts';
import { sequence, type Job, type Setting } from './sequence.ts';

const bugs: unknown[] = [];
const setting = (more: Partial<Setting> = {}): Setting => ({
  map: aMap().map,
  version: 10,
  marks: new Map(),
  at: 5,
  poisoned: new Map(),
  onBug: (error) => bugs.push(error),
  ...more,
});
const job = (edits: Job['edits'], client = newId(), by: Job['by'] = OWNER): Job => ({ client, by, edits });
const aMark = (client: string, lastSeq: number, verdicts: ClientMark['verdicts'] = []): ClientMark => ({
  client,
  by: OWNER,
  lastSeq,
  verdicts,
});

describe('a round of the sequencer', () => {
  it('[S1] counts on from the version it is given, refusals not counted', () => {
    const { version, changes, replies } = sequence(setting(), [
      job(numbered([thesis(), nonsense()])),
      job(numbered([thesis()])),
    ]);
    expect([version, changes.map((change) => change.version), changes.map(({ at }) => at)]).toEqual([
      12,
      [11, 12],
      [5, 5],
    ]);
    expect(replies).toMatchObject([
      { verdicts: [{ version: 11 }, { refusal: { code: 'removed' } }] },
      { verdicts: [{ version: 12 }] },
    ]);
  });

  it('decides each edit on the map that the edits before it made', () => {
    const claim = newId();
    const edits = numbered([thesis('A', claim), { kind: 'reword', claim, text: 'B', was: 'A' } as const]);
    const { map, changes } = sequence(setting(), [
      job(edits.slice(0, 1)),
      job(edits.slice(1).map((edit) => ({ ...edit, seq: 1 }))),
    ]);
    expect([map.claims.get(claim)?.text, changes.length]).toEqual(['B', 2]);
  });

  it('leaves the map it was given as it was', () => {
    const given = setting();
    const before = JSON.stringify(contentOf(given.map));
    sequence(given, [job(numbered([thesis(), thesis()]))]);
    expect(JSON.stringify(contentOf(given.map))).toBe(before);
  });

  it('[S3] [S4] moves the mark of a client once, with the verdicts of all its jobs', () => {
    const client = newId();
    const [first, second, third] = numbered([thesis(), nonsense(), thesis()]);
    const { marks } = sequence(setting(), [job([first!, second!], client), job([second!, third!], client)]);
    expect(marks).toMatchObject([
      { before: 0, mark: { client, by: OWNER, lastSeq: 3, verdicts: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] } },
    ]);
  });

  it('[S4] answers from memory without moving anything', () => {
    const client = newId();
    const [edit] = numbered([thesis()], 4);
    const verdict = { seq: 4, id: edit!.id, version: 9 };
    const { marks, changes, replies } = sequence(
      setting({ marks: new Map([[client, aMark(client, 4, [verdict])]]) }),
      [job([edit!], client)],
    );
    expect([marks, changes, replies]).toEqual([[], [], [{ ok: true, verdicts: [verdict] }]]);
  });

  it('[S4] remembers the last verdicts only', () => {
    const { marks } = sequence(setting(), [
      job(numbered(Array.from({ length: REMEMBERED + 6 }, () => thesis()))),
    ]);
    expect([marks[0]?.mark.verdicts.length, marks[0]?.mark.verdicts[0]?.seq, marks[0]?.mark.lastSeq]).toEqual(
      [REMEMBERED, 7, REMEMBERED + 6],
    );
  });

  it('[S3] stops at a gap, and at a number that another edit has', () => {
    const client = newId();
    const marks = new Map([[client, aMark(client, 4, [{ seq: 4, id: anId(1), version: 9 }])]]);
    const [, , sixth] = numbered([thesis(), thesis(), thesis()], 4);
    expect(sequence(setting({ marks }), [job([sixth!], client)]).replies).toEqual([
      { ok: true, verdicts: [], expected: 5 },
    ]);
    expect(sequence(setting({ marks }), [job(numbered([thesis()], 4), client)]).replies).toEqual([
      { ok: true, verdicts: [], expected: 5 },
    ]);
  });

  it('refuses a client id that another person has', () => {
    const client = newId();
    const { replies, changes } = sequence(setting(), [
      job(numbered([thesis()]), client),
      job(numbered([thesis()], 2), client, PARTICIPANT),
    ]);
    expect([replies[1], changes.length]).toMatchObject([{ ok: false, refusal: { code: 'not-allowed' } }, 1]);
  });

  it('refuses what the log could not store, and what no rule can decide, with a number in the memory of its client', () => {
    const edits = numbered([thesis(), { kind: 'batch', edits: null } as never, thesis()]);
    const { replies, marks } = sequence(
      setting({ poisoned: new Map([[edits[0]!.id, refuse('internal', 'not stored')]]) }),
      [job(edits)],
    );
    expect(replies).toMatchObject([
      { verdicts: [{ refusal: { code: 'internal' } }, { refusal: { code: 'internal' } }, { version: 11 }] },
    ]);
    expect([marks[0]?.mark.lastSeq, bugs.length]).toEqual([3, 1]);
  });
});
