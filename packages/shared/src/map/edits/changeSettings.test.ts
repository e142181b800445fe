import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OWNER, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { NEW_SETTINGS, type MapInfo } from '../info.ts';
import { newerContent, newerPatches } from '../older.ts';
import { contentOf } from '../patch.ts';
import { ChangeSettings } from './changeSettings.ts';

describe('change-settings', () => {
  it('[E3] sets what it names and leaves the rest', () => {
    const m = aMap({ title: 'old', question: 'why?' });
    m.edit({ kind: 'change-settings', set: { title: 'new', access: undefined } }, MODERATOR);
    expect(m.map.info).toMatchObject({ title: 'new', question: 'why?', access: 'members' });
  });

  it('[E11] refuses settings that are so already, and none', () => {
    const m = aMap({ title: 'old' });
    expect(m.answer({ kind: 'change-settings', set: { title: 'old' } })).toBe('no-change');
    expect(m.answer({ kind: 'change-settings', set: {} })).toBe('no-change');
  });

  it('[U3] is undone setting by setting, as far as nobody changed them since', () => {
    const m = aMap({ title: 'old', question: 'why?', about: '' });
    const before = m.map;
    const edit = { kind: 'change-settings', set: { title: 'new', question: 'how?', about: '' } } as const;
    m.edit(edit, MODERATOR);
    m.edit({ kind: 'change-settings', set: { question: 'who?' } }, OWNER);
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'change-settings', set: { title: 'old' } });
    m.edit({ kind: 'change-settings', set: { title: 'newer' } }, OWNER);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[P17] [M-13] says how the map is moderated, within bounds, by whoever manages it', () => {
    const m = aMap();
    const set = { policy: 'Sources first.', quota: 3, trust: 5 };
    expect(m.answer({ kind: 'change-settings', set }, PARTICIPANT)).toBe('not-allowed');
    m.edit({ kind: 'change-settings', set }, MODERATOR);
    expect(m.map.info).toMatchObject(set);
    for (const wrong of [
      { quota: 0 },
      { quota: 101 },
      { quota: 1.5 },
      { trust: -1 },
      { trust: 101 },
      { policy: '字'.repeat(2_001) },
    ])
      // prettier-ignore
      expect(ChangeSettings.safeParse({ kind: 'change-settings', set: wrong }).success).toBe(false);
    expect(ChangeSettings.safeParse({ kind: 'change-settings', set: { policy: '字'.repeat(2_000) } }).success).toBe(true); // prettier-ignore
    expect(ChangeSettings.parse({ kind: 'change-settings', set: {} })).toEqual({ kind: 'change-settings', set: {} }); // prettier-ignore
  });

  it('[P17] a heading of an earlier version, in a log or a file, is one that nobody set', () => {
    const content = contentOf(aMap().map);
    const { policy: _, quota: __, trust: ___, embeds: ____, ...old } = content.info;
    expect(newerContent({ ...content, info: old as MapInfo })).toEqual(content);
    const [patch] = newerPatches([{ table: 'info', put: old as MapInfo }]);
    expect(patch).toEqual({ table: 'info', put: { ...old, ...NEW_SETTINGS } });
  });

  it('[M4] its schema drops settings that do not exist, and refuses values that do not', () => {
    const raw = JSON.parse(
      '{"kind":"change-settings","set":{"title":"T","__proto__":{"access":"anyone"},"owner":1}}',
    ) as unknown;
    expect(ChangeSettings.parse(raw)).toEqual({ kind: 'change-settings', set: { title: 'T' } });
    for (const set of [{ title: ' ' }, { access: 'all' }, { language: 'english' }, { editing: null }]) {
      expect(ChangeSettings.safeParse({ kind: 'change-settings', set }).success).toBe(false);
    }
  });
});
