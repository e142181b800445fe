import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OWNER } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
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
