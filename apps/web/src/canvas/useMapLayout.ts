// Where every card stands. What is being typed is laid out as if it were said, so that its card grows and the others make room.
import {
  applyPatches,
  layoutMap,
  LayoutCache,
  put,
  ruleOf,
  type ArgumentMap,
  type Id,
  type MapLayout,
  type Point,
} from '@counterpoint/shared';
import { useStoreApi } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { anchorCard, originAfter, stayingCard } from './anchor.ts';
import { useLettering } from './lettering.ts';
import { addDraft, type Draft } from '../open/drafts.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { useWide } from '../ui/useWide.ts';

export interface Placed {
  readonly layout: MapLayout;
  /** The point of the layout that is drawn at 0,0; it moves so that the anchor card does not. */
  readonly origin: Point;
  /** The map that was laid out. */
  readonly map: ArgumentMap;
}

export function useMapLayout(): Placed {
  const view = useDoc((state) => state.view);
  const { draft, editing, typed } = useTyping();
  const folded = useScreen((state) => state.folded);
  const focus = useScreen((state) => state.focus);
  const wanted = useScreen((state) => state.anchor);
  const mine = useDoc((state) => state.mine);
  const flow = useStoreApi();
  const wide = useWide();
  const lettering = useLettering();
  const [cache] = useState(() => new LayoutCache());
  const map = useMemo(() => withTyping(view, { draft, editing, typed }), [view, draft, editing, typed]);
  const layout = useMemo(
    () => layoutMap(map, { folded, focus: focus ?? undefined, wide, lettering, cache }),
    [map, folded, focus, wide, lettering, cache],
  );
  const [placed, setPlaced] = useState<Placed>({ layout, map, origin: { x: 0, y: 0 } });
  if (placed.layout === layout && placed.map === map) return placed;
  const anchor = anchorCard(
    placed,
    { anchor: stayingCard(placed.map, map, wanted, mine), ...flow.getState() },
    layout,
  );
  const next = { layout, map, origin: originAfter(placed, layout, anchor) };
  setPlaced(next);
  return next;
}

interface Typing {
  readonly draft: Draft | null;
  readonly editing: Id | null;
  readonly typed: string;
}

function useTyping(): Typing {
  const draft = useScreen((state) => state.draft);
  const editing = useScreen((state) => state.editing);
  const typed = useScreen((state) => state.typed);
  return { draft, editing, typed };
}

/** The map as it would be with what is being typed. An empty field takes the room of one line. */
export function withTyping(view: ArgumentMap, { draft, editing, typed }: Typing): ArgumentMap {
  const text = typed === '' ? ' ' : typed;
  if (draft) {
    const edit = addDraft(view, draft, text);
    const made = edit && ruleOf(view, edit, { id: draft.claim, by: null, at: 0 });
    return made?.ok ? applyPatches(view, made.value) : view;
  }
  const claim = editing === null ? undefined : view.claims.get(editing);
  if (!claim || claim.text === text) return view;
  return applyPatches(view, [put('claims', { ...claim, text })]);
}
