// The one field that is open in the outline, and the words that wait in closed ones: nothing typed is lost (U-12, I-02).
import type { ArgumentMap, Edit, Id, NewId, Relation } from '@counterpoint/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../ui/toast.ts';
import { draftKey, editOf, firstThesis, type Draft } from './draft.ts';
import type { Row } from './outlineRows.ts';

/** Over a row, or at the place of a claim to come. */
export type Open =
  | { readonly for: 'reword'; readonly row: Id; readonly was: string }
  | { readonly for: 'draft'; readonly draft: Draft };

interface Desk {
  readonly view: ArgumentMap;
  readonly newId: NewId;
  readonly rowOf: (id: Id | null) => Row | undefined;
  readonly ask: (edit: Edit, done: string) => boolean;
  readonly toRow: (id: Id | null) => void;
  readonly select: (id: Id | null) => void;
  readonly onEditing?: ((claim: Id | null) => void) | undefined;
}

export type Writing = ReturnType<typeof useWriting>;

export function useWriting({ view, newId, rowOf, ask, toRow, select, onEditing }: Desk) {
  const { t } = useTranslation('outline');
  const [open, setOpen] = useState<Open | null>(null);
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map());
  const text = open ? words.get(keyOf(open)) : undefined;
  useToldOfLostPlace(open !== null && anchorIn(open) !== null && !rowOf(anchorIn(open)) ? (text ?? '') : '');

  const keep = (key: string, next: string | undefined) =>
    setWords((all) => {
      const rest = new Map(all);
      if (next === undefined) rest.delete(key);
      else rest.set(key, next);
      return rest;
    });
  const show = (next: Open | null, row: Id | null = null) => {
    setOpen(next);
    onEditing?.(next?.for === 'reword' ? next.row : null);
    if (!next) toRow(row);
  };
  const written = (what: Open, wording: string): Id | null => {
    if (what.for === 'draft') {
      const { edit, id } = editOf(view, what.draft, rowOf(what.draft.anchor), wording, newId);
      return ask(edit, t('added')) ? id : null;
    }
    const claim = rowOf(what.row)?.claim;
    if (!claim) return null;
    if (wording === what.was) return what.row;
    return ask({ kind: 'reword', claim: claim.id, text: wording, was: what.was }, t('reworded'))
      ? what.row
      : null;
  };

  return {
    open,
    start: text ?? (open?.for === 'reword' ? open.was : ''),
    write: (draft: Draft) => show({ for: 'draft', draft }),
    writeThesis: () => show({ for: 'draft', draft: firstThesis }),
    reword: ({ id, claim }: Row) => show({ for: 'reword', row: id, was: claim.text }),
    keep: (next: string) => {
      if (open) keep(keyOf(open), next);
    },
    turn: (relation: Relation) => {
      if (open?.for === 'draft') setOpen({ for: 'draft', draft: { ...open.draft, relation } });
    },
    cancel: () => show(null, open && anchorIn(open)),
    /** Saves what the open field holds; `goOn` then opens one for a first support beneath it. */
    save: (wording: string, goOn = false) => {
      const id = open && written(open, wording);
      if (!open || !id) return;
      keep(keyOf(open), undefined);
      if (goOn) {
        select(id);
        show({ for: 'draft', draft: { as: 'reply', anchor: id, relation: 'support' } });
      } else show(null, id);
    },
  };
}

/** Somebody took away the place of a field: its words are shown once more, to be copied. */
function useToldOfLostPlace(text: string): void {
  const { t } = useTranslation('outline');
  useEffect(() => {
    if (!text) return;
    const onSelect = () => void navigator.clipboard.writeText(text);
    toast(t('lostPlace', { text }), { problem: true, action: { text: t('copyWords'), onSelect } });
  }, [text, t]);
}

const keyOf = (open: Open): string => (open.for === 'reword' ? open.row : draftKey(open.draft));
const anchorIn = (open: Open): Id | null => (open.for === 'reword' ? open.row : open.draft.anchor);
