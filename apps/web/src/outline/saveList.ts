import { addList, type Listed } from '@counterpoint/shared';
import i18next from 'i18next';
import { editOf } from './draft.ts';
import type { Outline, OutlineProps } from './useOutline.ts';

/** Adds the claims of a list where a draft stands; false when they were not taken. */
export function saveList({ view, newId }: OutlineProps, outline: Outline, items: readonly Listed[]): boolean {
  const { open, rowOf, ask, keep, cancel, focus } = outline;
  if (open?.for !== 'draft') return false;
  const { edit } = editOf(view, open.draft, rowOf(open.draft.anchor), items[0]?.text ?? '', newId);
  if (!ask(addList(view, edit, items, newId), i18next.t('added', { ns: 'outline' }))) return false;
  keep('');
  cancel();
  focus.toRow(edit.claim);
  return true;
}
