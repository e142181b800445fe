// What the canvas does by itself: begins with a view that can be read, goes where it is asked, keeps a selection alive.
import { layoutMap, lineage, theses, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useStore, useStoreApi } from '@xyflow/react';
import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import { toast } from '../ui/toast.ts';
import { anchorCard, onScreen } from './anchor.ts';
import { fitted, READABLE, type Camera } from './camera.ts';
import { foldsBelow, isThere, survivorOf } from '../open/branches.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

/** Maps with fewer claims are never folded at first. */
const SMALL = 24;
const DEEPEST = 5;
/** How high a map may be at first, in screens. */
const SCREENS = 2;

export function useCanvasLife(placed: Placed, camera: Camera): void {
  useBeginning(placed, camera);
  useReveal(placed, camera);
  useSurvivor();
  useZoomVariable();
}

function useBeginning(placed: Placed, camera: Camera): void {
  const { screen } = useOpenMap();
  const flow = useStoreApi();
  const ready = useStore((state) => state.width > 0);
  const stage = useRef<'new' | 'folded' | 'begun'>('new');
  useEffect(() => {
    if (!ready || stage.current === 'begun' || placed.layout.cards.length === 0) return;
    const { left, hasFolded, focus, selected, reveal, foldAll, draft, editing } = screen.getState();
    const fresh = !hasFolded && focus === null && stage.current === 'new';
    const folds = fresh ? without(firstFolds(placed.map, flow.getState()), placed.map, selected) : undefined;
    if (folds && folds.size > 0) {
      stage.current = 'folded';
      foldAll(folds);
      return;
    }
    stage.current = 'begun';
    if (!left || !camera.place(placed, left.id, left)) camera.begin(placed);
    if (reveal && reveal !== left?.seen) camera.reveal(placed, reveal.id);
    const written = draft?.claim ?? editing;
    if (written !== null) camera.reveal(placed, written);
  }, [ready, placed, camera, flow, screen]);
  const latest = useLatest(placed);
  useEffect(
    () => () => {
      const { anchor, reveal, leave } = screen.getState();
      const sight = { anchor, ...flow.getState() };
      const card = stage.current === 'begun' && anchorCard(latest.current, sight);
      if (card)
        leave({ id: card.id, ...onScreen(card, latest.current.origin, sight.transform), seen: reveal });
    },
    [flow, screen, latest],
  );
}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}

/** The folds that do not hide what a link leads to. */
function without(folds: ReadonlySet<Id>, map: ArgumentMap, shown: Id | null): ReadonlySet<Id> {
  if (shown === null) return folds;
  const above = new Set(
    [...lineage(map, map.references.get(shown)?.argument ?? shown)].map(({ value }) => value.id),
  );
  return new Set([...folds].filter((one) => one === shown || !above.has(one)));
}

/** As much of the tree as can be read at once; the rest waits behind its counts. */
export function firstFolds(
  map: ArgumentMap,
  size: { readonly width: number; readonly height: number },
): ReadonlySet<Id> {
  if (map.claims.size <= SMALL) return new Set();
  const roots = theses(map).map((thesis) => thesis.id);
  for (let depth = DEEPEST; depth > 1; depth--) {
    const folded = foldsBelow(map, roots, depth);
    if (fitted(layoutMap(map, { folded }).bounds, size).zoom >= READABLE) return folded;
  }
  return opened(map, foldsBelow(map, roots, 1), size.height);
}

/** Opens one branch by one level, the nearest to the middle that leaves its siblings in sight. */
function opened(map: ArgumentMap, folds: ReadonlySet<Id>, height: number): ReadonlySet<Id> {
  const claims = [...folds];
  const middle = (claims.length - 1) / 2;
  const nearest = claims
    .map((claim, at) => ({ claim, from: Math.abs(at - middle) }))
    .sort((a, b) => a.from - b.from);
  for (const { claim } of nearest) {
    const open = new Set([...folds].filter((one) => one !== claim).concat([...foldsBelow(map, [claim], 1)]));
    if (layoutMap(map, { folded: open }).bounds.height * READABLE <= SCREENS * height) return open;
  }
  return folds;
}

function useReveal(placed: Placed, camera: Camera): void {
  const latest = useLatest(placed);
  useOnChange(
    useScreen((state) => state.reveal),
    (reveal) => reveal && camera.reveal(latest.current, reveal.id),
  );
  useOnChange(
    useScreen((state) => state.draft),
    (draft) => draft && camera.reveal(latest.current, draft.claim),
  );
  useOnChange(
    useScreen((state) => state.editing),
    (editing) => editing !== null && camera.reveal(latest.current, editing),
  );
  useOnChange(
    useScreen((state) => state.focus),
    () => camera.fit(latest.current),
  );
}

/** Not at first, and not when only `run` is another one. */
function useOnChange<T>(value: T, run: (value: T) => unknown): void {
  const seen = useRef(value);
  useEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    run(value);
  }, [value, run]);
}

/** [U-05] When the selected claim goes, by whomever, the selection stays near. */
function useSurvivor(): void {
  const { doc, screen } = useOpenMap();
  const view = useDoc((state) => state.view);
  const before = useRef(view);
  useEffect(() => {
    const { selected, select } = screen.getState();
    const was = before.current;
    before.current = view;
    if (selected === null || isThere(view, selected) || !isThere(was, selected)) return;
    select(survivorOf(was, view, selected));
    toast(i18next.t('goneElsewhere', { ns: 'map' }));
  }, [view, doc, screen]);
}

/** Tools keep their size on the screen: CSS divides by this. */
function useZoomVariable(): void {
  const flow = useStoreApi();
  useEffect(() => {
    const set = ({ domNode, transform: [, , zoom] } = flow.getState()): void =>
      domNode?.style.setProperty('--zoom', String(zoom));
    set();
    return flow.subscribe((now, before) => {
      if (now.transform[2] !== before.transform[2]) set(now);
    });
  }, [flow]);
}
