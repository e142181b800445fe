// What the outline knows and lends to commands. What is selected, folded and written belongs to the page; an open menu, to here.
import { theses, type Id } from '@counterpoint/shared';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { foldsBelow, SMALL_MAP, without } from '../open/branches.ts';
import type { Hands, StepName } from '../open/hands.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { useOpenField } from '../open/useOpenField.ts';
import { isNarrow } from '../ui/isNarrow.ts';
import { outlineRows, rowLineage, type Row } from './outlineRows.ts';
import { rowAfter, STEPS } from './steps.ts';
import { useKeptFocus } from './useKeptFocus.ts';

export type Outline = ReturnType<typeof useOutline>;

export function useOutline() {
  const { screen } = useOpenMap();
  const view = useDoc((state) => state.view);
  const folded = useScreen((state) => state.folded);
  const selected = useScreen((state) => state.selected);
  const field = useOpenField();
  const rows = useMemo(() => outlineRows(view, folded), [view, folded]);
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const [menu, setMenu] = useState<Id | null>(null);
  const rowOf = (id: Id | null): Row | undefined => (id === null ? undefined : rows[indexes.get(id) ?? -1]);
  const current = rowOf(selected) ?? rows[0];
  const focus = useKeptFocus({ view, rows, rowOf, selected, folded });
  const { fold } = screen.getState();

  /** Whoever is in what gets folded away goes to its top. */
  const toggleFold = (id: Id): void => {
    const row = rowOf(id);
    if (!row) return;
    const inside = current && [...rowLineage(current)].some((above) => above.id === row.id);
    if (inside && current.id !== row.id) focus.toRow(row.id);
    fold(row.id, !row.folded);
  };
  const step = (to: StepName): void => {
    if (!current) return;
    if (to === 'unfoldSiblings') {
      for (const row of rows) if (row.parent === current.parent && row.folded) fold(row.id, false);
    } else if (to === 'right' && current.folded) fold(current.id, false);
    else if (to === 'left' && current.children.length > 0 && !current.folded) fold(current.id, true);
    else focus.toRow(rowAfter(rows, indexes.get(current.id) ?? 0, to)?.id ?? null);
  };
  useLent({
    steps: STEPS,
    step,
    openMenu: (id) => {
      focus.toRow(id);
      setMenu(id);
    },
    canFold: (id) => (rowOf(id)?.children.length ?? 0) > 0,
    toggleFold,
    focus: () => focus.toRow(current?.id ?? null),
  });
  useRevealed();
  useFirstFolds();
  return { ...field, rows, rowOf, indexes, current, menu, setMenu, focus };
}

/** A phone begins with the top level: what is for and what is against stand on one screen. */
function useFirstFolds(): void {
  const { screen, doc } = useOpenMap();
  useLayoutEffect(() => {
    const { hasFolded, focus, selected, foldAll } = screen.getState();
    const { view } = doc.getState();
    if (!isNarrow() || hasFolded || focus !== null || view.claims.size <= SMALL_MAP) return;
    const roots = theses(view).map(({ id }) => id);
    foldAll(without(foldsBelow(view, roots, 1), view, selected));
  }, [screen, doc]);
}

/** Commands get hands that stay the same, and do what the latest would. */
function useLent(hands: Hands): void {
  const { screen } = useOpenMap();
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const { lend } = screen.getState();
    lend({
      steps: STEPS,
      step: (to) => latest.current.step(to),
      openMenu: (id) => latest.current.openMenu(id),
      canFold: (id) => latest.current.canFold(id),
      toggleFold: (id) => latest.current.toggleFold(id),
      focus: () => latest.current.focus(),
    });
    return () => lend(null);
  }, [screen]);
}

/** Whatever is to be seen is scrolled into sight once its row is drawn; the focus stays where it is. */
function useRevealed(): void {
  const reveal = useScreen((state) => state.reveal);
  useEffect(() => {
    if (!reveal) return undefined;
    const frame = requestAnimationFrame(() =>
      document.querySelector(`[data-row="${reveal.id}"]`)?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [reveal]);
}
