// What the canvas does by itself: begins with a view that can be read, goes where it is asked, keeps a selection alive.
import { useStore, useStoreApi, type Viewport } from '@xyflow/react';
import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import { useWide } from '../ui/useWide.ts';
import { toast } from '../ui/toast.ts';
import { anchorCard, onScreen } from './anchor.ts';
import type { Camera } from './camera.ts';
import { firstFolds } from './firstSight.ts';
import { useLettering } from './lettering.ts';
import { isThere, survivorOf, without } from '../open/branches.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

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
  const wide = useWide();
  const lettering = useLettering();
  const latest = useLatest(placed);
  /** What it began with. */
  const first = useRef<Viewport | null>(null);
  const stage = useRef<'new' | 'folded' | 'begun'>('new');
  useEffect(() => {
    if (!ready || stage.current === 'begun' || placed.layout.cards.length === 0) return;
    const { left, hasFolded, focus, selected, reveal, foldAll, draft, editing } = screen.getState();
    const fresh = !hasFolded && focus === null && stage.current === 'new';
    const folds = fresh
      ? without(firstFolds(placed.map, flow.getState(), { wide, lettering }), placed.map, selected)
      : undefined;
    if (folds && folds.size > 0) {
      stage.current = 'folded';
      foldAll(folds);
      return;
    }
    stage.current = 'begun';
    if (!left || !camera.place(placed, left.id, left)) {
      first.current = camera.begin(placed);
    }
    if (reveal && reveal !== left?.seen) camera.reveal(placed, reveal.id);
    const written = draft?.claim ?? editing;
    if (written !== null) camera.reveal(placed, written);
  }, [ready, placed, camera, flow, screen, wide, lettering]);
  // How letters are drawn shows a moment later; who has not moved yet sees what they would have seen.
  useOnChange(lettering, () => {
    const [x, y] = flow.getState().transform;
    const moved = first.current === null || Math.hypot(first.current.x - x, first.current.y - y) > 1;
    if (!moved) first.current = camera.begin(latest.current);
  });
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
