// The one field that is open in the outline, and the words that wait in closed ones: nothing typed is lost (U-12, I-02).
import type { ArgumentMap, Edit, Id, NewId, Relation } from '@counterpoint/shared';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { placeOfWording } from '../open/placesOfWords.ts';
import { reopen } from '../open/reopen.ts';
import type { Place, Typed, TypedStore } from '../open/typedStore.ts';
import { useTypedStore } from '../open/useTyped.ts';
import { toast } from '../ui/toast.ts';
import { draftKey, editOf, firstThesis, type Draft } from './draft.ts';
import type { Row } from './outlineRows.ts';

/** Over a row, or at the place of a claim to come. */
export type Open =
  | { readonly for: 'reword'; readonly row: Id; readonly claim: Id; readonly was: string }
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
  const store = useTypedStore();
  const noted = useMemo(() => reopen<Open>('outline', store.map), [store.map]);
  const [open, setOpen] = useState(() => stillTyped(store, noted.read(isOpen)));
  const typed = useStore(store, (all) => (open ? all.get(placeOf(open)) : undefined));
  const text = typed?.text;
  useToldOfLostPlace(open !== null && anchorIn(open) !== null && !rowOf(anchorIn(open)) ? (text ?? '') : '');

  const show = (next: Open | null, row: Id | null = null) => {
    setOpen(next);
    noted.note(next);
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
    reword: ({ id, claim }: Row) => {
      const was = store.getState().get(placeOfWording(claim.id, 'row'))?.was ?? claim.text;
      show({ for: 'reword', row: id, claim: claim.id, was });
    },
    keep: (next: string) => {
      if (!open) return;
      const isAsItWas = next === (open.for === 'reword' ? open.was : '');
      store.keep(placeOf(open), isAsItWas ? undefined : typedIn(open, next));
    },
    turn: (relation: Relation) => {
      if (open?.for === 'draft') show({ for: 'draft', draft: { ...open.draft, relation } });
    },
    cancel: () => show(null, open && anchorIn(open)),
    /** Saves what the open field holds; `goOn` then opens one for a first support beneath it. */
    save: (wording: string, goOn = false) => {
      const id = open && written(open, wording);
      if (!open || !id) return;
      store.keep(placeOf(open), undefined);
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

const placeOf = (open: Open): Place =>
  open.for === 'reword' ? placeOfWording(open.claim, 'row') : `row ${draftKey(open.draft)}`;

const typedIn = (open: Open, text: string): Typed =>
  open.for === 'reword'
    ? { text, was: open.was, on: open.claim }
    : { text, ...(open.draft.anchor === null ? {} : { on: open.draft.anchor }) };

const isOpen = (noted: unknown): noted is Open =>
  typeof noted === 'object' && noted !== null && 'for' in noted && ('draft' in noted || 'claim' in noted);

/** A field opens by itself only for words that wait in it. */
const stillTyped = (store: TypedStore, open: Open | null): Open | null =>
  open && store.getState().has(placeOf(open)) ? open : null;

const anchorIn = (open: Open): Id | null => (open.for === 'reword' ? open.row : open.draft.anchor);
