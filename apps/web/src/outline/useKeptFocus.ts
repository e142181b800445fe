// Focus stays where the person is while others edit, move and remove around them (U-05). The one place that moves DOM focus.
import { isLive, lineage, premisesOf, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../open/openMap.ts';
import { rowLineage, type Row } from './outlineRows.ts';

interface Kept {
  readonly view: ArgumentMap;
  readonly selected: Id | null;
  readonly folded: ReadonlySet<Id>;
  readonly rows: readonly Row[];
  readonly rowOf: (id: Id | null) => Row | undefined;
}

export function useKeptFocus({ view, rows, rowOf, selected, folded }: Kept) {
  const { t } = useTranslation('outline');
  const { doc, screen } = useOpenMap();
  const { select, fold, say } = screen.getState();
  const inside = useRef(false);
  const wanted = useRef<Id | null>(null);
  /** The selected row and those above it, as last drawn: where to go when it goes. */
  const trail = useRef<readonly Row[]>([]);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const row = rowOf(selected);
    if (row) trail.current = [...rowLineage(row)];
    if (row || selected === null) return;
    const hiding = foldedAbove(view, selected, folded);
    for (const id of hiding) fold(id, false);
    if (hiding.length > 0) return;
    const gone = trail.current[0]?.id === selected ? trail.current[0] : undefined;
    const next = trail.current.find((one) => rowOf(one.id)) ?? rows[0];
    select(next?.id ?? null);
    if (!inside.current || !next) return;
    wanted.current = next.id;
    if (gone && !isMine(view, gone, doc.getState().participant))
      say(t('goneFrom', { text: gone.claim.text, to: next.claim.text }));
  });

  useLayoutEffect(() => {
    const lost = inside.current && document.activeElement === document.body;
    const id = wanted.current ?? (lost ? selected : null);
    const row = id === null ? null : document.querySelector<HTMLElement>(`[data-row="${id}"]`);
    if (!row) return; // a row that comes with the next drawing is wanted until then
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  return {
    /** Selects a row and moves the focus to it, now or when it is drawn. */
    toRow: (id: Id | null) => {
      if (id === null) return;
      wanted.current = id;
      select(id);
      drawAgain();
    },
    /** After a menu: to the selected row, unless what was chosen there has taken the focus. */
    back: () => {
      if (document.activeElement !== document.body) return;
      wanted.current = selected;
      drawAgain();
    },
    onFocus: () => {
      inside.current = true;
    },
    onBlur: () => {
      inside.current = false;
    },
  };
}

/** The folded rows above a premise that is there but not drawn; none when it is gone. */
function foldedAbove(view: ArgumentMap, id: Id, folded: ReadonlySet<Id>): Id[] {
  const from = view.references.get(id)?.argument ?? id;
  if (!isLive(view, from)) return [];
  const ids: Id[] = [];
  for (const { kind, value } of lineage(view, from)) {
    // An undercut hangs under the last premise of the argument that it is aimed at.
    const over =
      kind === 'argument' && value.target.kind === 'argument'
        ? premisesOf(view, value.target.id).at(-1)?.id
        : value.id;
    if (over !== undefined && over !== id && folded.has(over)) ids.push(over);
  }
  return ids;
}

/** Whether this person took it away: they know then, and the page says so elsewhere. */
function isMine(view: ArgumentMap, { claim, argument }: Row, participant: Id | null): boolean {
  const removed =
    view.claims.get(claim.id)?.removed ?? (argument && view.arguments.get(argument.id)?.removed);
  return removed?.by === participant;
}
