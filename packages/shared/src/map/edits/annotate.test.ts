import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  PARTICIPANT,
  SUGGESTER,
} from '../../../testing/aMap.ts';
import type { Id } from '../id.ts';
import { undoOf } from '../edit.ts';
import { standing } from '../permissions.ts';
import { visibleContent } from '../visibility.ts';
import { contentOf } from '../patch.ts';

function aText() {
  const m = aMap();
  const { edition, source } = m.source('河水上涨。大桥不修。');
  const annotation = m.newId();
  const note = (text: string, open = false, id = annotation) =>
    ({ kind: 'annotate', annotation: id, edition, start: 0, end: 4, text, open }) as const;
  const seenBy = (participant: Id) =>
    visibleContent(
      contentOf(m.map),
      { participant, role: m.map.participants.get(participant)?.role ?? null },
      m.map,
    ).annotations.map(({ text }) => text);
  return { m, source, annotation, note, seenBy };
}

describe('annotate', () => {
  it('[N1] is seen by its author alone, not by moderators, until it is opened', () => {
    const { m, note, seenBy } = aText();
    m.edit(note('Really?'), PARTICIPANT);
    expect(seenBy(PARTICIPANT)).toEqual(['Really?']);
    for (const other of [MODERATOR, OTHER_PARTICIPANT, OBSERVER]) expect(seenBy(other)).toEqual([]);
    m.edit(note('Really?', true), PARTICIPANT);
    for (const other of [MODERATOR, OTHER_PARTICIPANT, OBSERVER]) expect(seenBy(other)).toEqual(['Really?']);
    // What everyone has read is not closed again.
    expect(m.answer(note('Really?', false), PARTICIPANT)).toBe('no-change');
    m.edit(note('Really!', false), PARTICIPANT);
    expect(seenBy(OBSERVER)).toEqual(['Really!']);
  });

  it('[N1] [V1] who decides takes nothing away that they do not see, not even by its id', () => {
    const { m, note, annotation } = aText();
    m.edit(note('Mine'), PARTICIPANT);
    // The answer is the one to an id of nothing at all.
    for (const kind of ['remove', 'restore', 'purge'] as const)
      expect(m.answer({ kind, id: annotation }, MODERATOR)).toBe(
        m.answer({ kind, id: m.newId() }, MODERATOR),
      );
    m.edit({ kind: 'remove', id: annotation }, PARTICIPANT);
    for (const kind of ['restore', 'purge'] as const)
      expect(m.answer({ kind, id: annotation }, MODERATOR)).toBe('not-found');
    m.edit({ kind: 'restore', id: annotation }, PARTICIPANT);
    m.edit(note('Mine', true), PARTICIPANT);
    m.edit({ kind: 'remove', id: annotation }, MODERATOR);
  });

  it('[N1] [A-02] holds its passage in the words of the edition', () => {
    const { m, note, annotation } = aText();
    m.edit(note('!'), PARTICIPANT);
    expect(m.map.annotations.get(annotation)).toMatchObject({
      exact: '河水上涨',
      by: PARTICIPANT,
      open: false,
    });
    expect(m.answer({ ...note('!'), annotation: m.newId(), end: 99 }, PARTICIPANT)).toBe('not-a-passage');
  });

  it('[N2] whoever may speak makes notes; nobody changes another’s, and only who decides takes it away', () => {
    const { m, note, annotation } = aText();
    expect(standing(m.map, note('x'), SUGGESTER, 1)).toBe('change');
    expect(standing(m.map, note('x'), OBSERVER, 1)).toBe('refused');
    m.edit(note('Mine', true), PARTICIPANT);
    expect(standing(m.map, note('Yours'), OTHER_PARTICIPANT, 1)).toBe('refused');
    expect(standing(m.map, note('Yours'), MODERATOR, 1)).toBe('refused');
    const away = { kind: 'remove', id: annotation } as const;
    expect(standing(m.map, away, OTHER_PARTICIPANT, 1)).toBe('refused');
    expect(standing(m.map, away, MODERATOR, 1)).toBe('change');
    expect(standing(m.map, away, PARTICIPANT, 1)).toBe('change');
  });

  it('[N2] the same again is no change; a removed one is not changed', () => {
    const { m, note, annotation } = aText();
    m.edit(note('Mine'), PARTICIPANT);
    expect(m.answer(note('Mine'), PARTICIPANT)).toBe('no-change');
    m.edit({ kind: 'remove', id: annotation }, PARTICIPANT);
    expect(m.answer(note('Yours'), PARTICIPANT)).toBe('removed');
  });

  it('[U1] [U2] is taken back, also its removal', () => {
    const { m, note, annotation } = aText();
    const before = m.map;
    m.edit(note('Mine'), PARTICIPANT);
    const made = m.map;
    m.edit(note('Mine, too'), PARTICIPANT);
    const back = undoOf(note('Mine, too'), made, m.map);
    expect(undoOf(note('Mine'), before, m.map)).toBeUndefined();
    if (back) m.edit(back, PARTICIPANT);
    expect(m.map.annotations.get(annotation)?.text).toBe('Mine');
    const undo = undoOf(note('Mine'), before, m.map);
    if (undo) m.edit(undo, PARTICIPANT);
    expect(m.map.annotations.get(annotation)?.removed?.by).toBe(PARTICIPANT);
    m.edit({ kind: 'restore', id: annotation }, PARTICIPANT);
    const opened = m.map;
    m.edit(note('Mine', true), PARTICIPANT);
    expect(undoOf(note('Mine', true), opened, m.map)).toBeUndefined();
  });

  it('[N1] [E16] goes with the text that is purged', () => {
    const { m, source, note, annotation } = aText();
    m.edit(note('Mine'), PARTICIPANT);
    m.remove(source);
    m.edit({ kind: 'purge', id: source });
    expect(m.map.annotations.get(annotation)).toMatchObject({ text: '', exact: '' });
  });
});
