import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT } from '../../testing/aMap.ts';
import { planted } from '../../testing/planted.ts';
import { applyPatches, contentPatches, mapOf } from '../map/patch.ts';
import type { OwnData } from './ownData.ts';
import { ownDataMarkdown } from './ownDataMarkdown.ts';
import { OWN_DATA_WORDS } from './ownDataWords.ts';
import { ownRows } from './ownRows.ts';

const account = { id: PARTICIPANT, name: 'Pia', login: 'pia@example.org', since: 0, admin: false };
const data = (maps: OwnData['maps']): OwnData => ({
  format: 'counterpoint-person',
  version: 1,
  at: 0,
  account,
  mail: { address: 'pia@example.org', confirmed: true, digest: true },
  sessions: [{ browser: 'Firefox', system: 'Windows', since: 0, seen: 0, own: true }],
  maps,
});

describe('what is kept about a person', () => {
  it('Z-12: is what they wrote in a map, and nothing that only others wrote', () => {
    const m = aMap();
    const mine = m.thesis('I say so.', { by: PARTICIPANT });
    const theirs = m.thesis('They say so.', { by: OTHER_PARTICIPANT });
    m.comment(theirs, 'I doubt it.', PARTICIPANT);
    m.edit({ kind: 'reword', claim: theirs, text: 'They say so now.', was: 'They say so.' }, PARTICIPANT);
    const source = m.source('A text that I brought.', PARTICIPANT);
    const rows = ownRows(m.map, PARTICIPANT);
    expect(rows.claims?.map(({ id }) => id)).toEqual(expect.arrayContaining([mine, theirs]));
    expect(rows.comments?.map(({ text }) => text)).toEqual(['I doubt it.']);
    expect(rows.editions?.map(({ text }) => text)).toEqual(['A text that I brought.']);
    expect(rows.participants?.map(({ id }) => id)).toEqual([PARTICIPANT]);
    expect(ownRows(m.map, MODERATOR).claims).toBeUndefined();
    expect(source).toBeDefined();
  });

  it('Z-12 [K5]: holds no row that they may not see: grades that wait, ballots of others, what was said among those who decide', () => {
    const m = aMap();
    let n = 0;
    const { content } = planted([OWNER, PARTICIPANT], () => `01920000-0000-7000-8ccc-${(n++).toString(16).padStart(12, '0')}`); // prettier-ignore
    const map = applyPatches(m.map, contentPatches({ ...content, info: m.map.info }));
    const all = mapOf({ ...content, participants: [...m.map.participants.values()] });
    const rows = ownRows(map, PARTICIPANT);
    expect(rows.votes?.every(({ by }) => by === PARTICIPANT)).toBe(true);
    expect((rows.grades ?? []).filter(({ by, released }) => by !== PARTICIPANT && released === null)).toEqual(
      [],
    );
    expect(all.grades.size).toBeGreaterThan(0);
  });

  it.each(['zh', 'en'] as const)('Z-12: is told in words, whatever signs people wrote, in %s', (language) => {
    const m = aMap();
    m.thesis('# no heading <b>', { by: PARTICIPANT });
    const as = m.map.participants.get(PARTICIPANT)!;
    const rows = ownRows(m.map, PARTICIPANT);
    const text = ownDataMarkdown(
      data([{ id: OWNER, title: 'A *map*', question: '', as, seen: 0, rows }]),
      language,
    );
    expect(text).toContain('\\# no heading \\<b\\>');
    expect(text).toContain('## A \\*map\\*');
    expect(text).toContain('Firefox · Windows');
    expect(text).toContain(`${OWN_DATA_WORDS[language].there}: 1970-01-01 00:00`);
    expect(text).not.toMatch(/undefined|\[object/);
    expect(ownDataMarkdown(data([]), language)).toMatch(
      language === 'zh' ? /你不在任何论证图里/ : /in no map/,
    );
  });
});
