// What the outline knows and does. What is selected and folded belongs to the page; what is being written and asked, here.
import type { Edit, Id, NewId, Proposal, Relation, Result } from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  editOfCommand,
  isAsked,
  isOffered,
  isReply,
  isWriting,
  otherPlaces,
  type Asked,
  type Command,
  type Situation,
} from './commands.ts';
import type { Review } from './rowBarProps.ts';
import { outlineRows, rowLineage, type Row } from './outlineRows.ts';
import { useAnswers } from './useAnswers.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useWriting } from './useWriting.ts';

/** Another person's tab, as presence tells. */
export interface Elsewhere {
  readonly participant: Id | null;
  readonly editing: Id | null;
}

export interface OutlineProps extends Situation {
  /** A premise by its own id, as on the canvas. */
  readonly selected: Id | null;
  readonly folded: ReadonlySet<Id>;
  /** Other people by the claim they are at. */
  readonly at?: ReadonlyMap<Id, readonly Elsewhere[]>;
  /** Single-letter keys, which a person may switch off. */
  readonly letters?: boolean;
  readonly select: (id: Id | null) => void;
  readonly fold: (id: Id, folded: boolean) => void;
  readonly foldAll: (ids: Iterable<Id>) => void;
  readonly edit: (edit: Edit) => Result<Id>;
  readonly undo: () => Result<Id>;
  readonly redo: () => Result<Id>;
  readonly newId: NewId;
  /** Tells which claim this person has open in a field. */
  readonly onEditing?: (claim: Id | null) => void;
  /** Shows the discussion of a claim. */
  readonly onDiscuss?: (id: Id) => void;
}

export interface Asking {
  readonly for: Asked;
  readonly id: Id;
}

export type Outline = ReturnType<typeof useOutline>;

export function useOutline(props: OutlineProps) {
  const { view, selected, folded } = props;
  const { t } = useTranslation('outline');
  const rows = useMemo(() => outlineRows(view, folded), [view, folded]);
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [rejecting, setRejecting] = useState<Proposal | null>(null);
  const [menu, setMenu] = useState<Id | null>(null);
  const { said, say, ask, takeAway, step } = useAnswers(props);
  const rowOf = (id: Id | null): Row | undefined => (id === null ? undefined : rows[indexes.get(id) ?? -1]);
  const current = rowOf(selected) ?? rows[0];
  const focus = useKeptFocus({ ...props, rows, rowOf, say });
  const writing = useWriting({ ...props, rowOf, ask, toRow: focus.toRow });

  /** Does what a key, a button or the menu asks for, on this row. */
  const run = (row: Row, command: Command): void => {
    if (command === 'undo' || command === 'redo') step(command);
    else if (!isOffered(props, row, command)) say(t('cannot'));
    else if (command === 'fold') foldRow(row);
    else if (command === 'discuss') props.onDiscuss?.(row.id);
    else if (command === 'goTo') focus.toRow(otherPlaces(view, row)[0] ?? null);
    else if (isAsked(command)) setAsking({ for: command, id: row.id });
    else if (command === 'edit') writing.reword(row);
    else if (isReply(command)) reply(row, command);
    else if (isWriting(command)) writing.write({ as: command, anchor: row.id, relation: row.relation });
    else {
      const edit = editOfCommand(view, row, command, props.newId);
      if (edit && command === 'remove') takeAway(edit);
      else if (edit) ask(edit, t(`done.${command}`));
    }
  };
  const reply = (row: Row, relation: Relation) => {
    if (row.folded) props.fold(row.id, false);
    writing.write({ as: 'reply', anchor: row.id, relation });
  };
  /** Whoever is in what gets folded away goes to its top. */
  const foldRow = (row: Row) => {
    const inside = current && [...rowLineage(current)].some((above) => above.id === row.id);
    if (inside && current.id !== row.id) focus.toRow(row.id);
    props.fold(row.id, !row.folded);
  };
  const closeAsking = () => {
    setAsking(null);
    setRejecting(null);
    focus.toRow(selected);
  };
  const decide = (edit: Edit, done: string) => {
    ask(edit, done);
    focus.toRow(selected); // the button that was pressed is gone
  };
  const review: Review = {
    accept: ({ id }) =>
      decide({ kind: 'decide', proposal: id, verdict: 'accepted', reason: null }, t('done.accept')),
    reject: setRejecting,
    withdraw: ({ id }) => decide({ kind: 'withdraw', proposal: id }, t('done.withdraw')),
  };
  const state = { rejecting, rows, rowOf, indexes, current, asking, menu, said };
  return { ...writing, ...state, focus, ask, run, review, setMenu, closeAsking };
}
