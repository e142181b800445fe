// The map as a picture one can work in. The only file that talks to React Flow's events.
import { may, type Id, type Point } from '@counterpoint/shared';
import { Background, ReactFlow, ReactFlowProvider, useReactFlow, type ReactFlowProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { backToView } from '../open/backToView.ts';
import { MAX_ZOOM, useCamera } from './camera.ts';
import { MIN_ZOOM } from './fitted.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { CanvasBar } from './CanvasBar.tsx';
import { CardMenu, type MenuAt } from './CardMenu.tsx';
import { CardTools } from './CardTools.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { CursorLayer } from './CursorLayer.tsx';
import { cardAt } from './drawOverview.ts';
import { DropMark } from './DropMark.tsx';
import './canvas.css';
import { mapToFlow, type CardNode } from './mapToFlow.ts';
import { MiniMap } from './MiniMap.tsx';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { useOpenField } from '../open/useOpenField.ts';
import { OverviewLayer } from './OverviewLayer.tsx';
import { Underlay } from './Underlay.tsx';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useCanvasLife } from './useCanvasLife.ts';
import { useFingers } from './useFingers.ts';
import { useHands } from './useHands.ts';
import { useCardDrag } from './useCardDrag.ts';
import { useInSight, type InSight } from './useInSight.ts';
import { useMapLayout, type Placed } from './useMapLayout.ts';
import { run } from '../open/command.ts';
import { reword } from '../open/commands/write.ts';

/** React Flow draws and moves; what a key, a press or a selection means is ours. */
const FIXED = {
  nodeTypes: { card: ClaimCard },
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  nodesConnectable: false,
  nodesFocusable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
  autoPanOnNodeFocus: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  panOnScroll: true,
  nodeDragThreshold: 5,
  proOptions: { hideAttribution: true },
  tabIndex: 0,
} satisfies Partial<ReactFlowProps<CardNode>>;

/** In a larger map cards jump to their new places: gliding lines over many screens costs more than it tells. */
const MOST_MOVING = 300;

export function MapCanvas() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}

function Canvas() {
  const { t } = useTranslation('map');
  const camera = useCamera();
  const writable = useDoc(
    ({ role, view, ended }) =>
      ended === null && view.info.hold !== 'archived' && may(role, 'edit', view.info.access),
  );
  const { screen } = useOpenMap();
  const [menu, openMenu] = useState<MenuAt | null>(null);
  const [small, showSmall] = useState(false);
  const placed = useMapLayout();
  const cardDrag = useCardDrag(placed);
  const { drag, handlers } = cardDrag;
  const { selected, writing } = useAttention();
  const sight = useInSight(placed, [selected, writing, drag?.id ?? null]);
  const nodes = useMemo(
    () => mapToFlow(sight.cards, placed.origin, drag),
    [sight.cards, placed.origin, drag],
  );
  const events = useEvents({ placed, sight, writable, openMenu });
  useCanvasLife(placed, camera);
  useHands({ placed, camera, openMenu });
  const closeMenu = (): void => {
    openMenu(null);
    backToView(screen);
  };
  const frame = useRef<HTMLDivElement>(null);
  const fingers = useFingers(frame, {
    drag: cardDrag,
    mayCarry: writable,
    rested(id) {
      if (writing === null) screen.getState().select(id);
      return writing === null;
    },
    openMenu: (id, at) => openMenu({ id, ...at }),
  });
  const chosen = selected === null ? undefined : sight.cards.find((card) => card.id === selected);

  return (
    <div className="canvas-frame" ref={frame} {...fingers.handlers}>
      <ReactFlow
        {...FIXED}
        {...events}
        {...handlers}
        className={`canvas${drag ? ' dragging' : ''}${placed.layout.cards.length > MOST_MOVING ? ' still' : ''}`}
        nodes={nodes}
        nodesDraggable={writable && writing === null && !fingers.byTouch}
        zoomOnDoubleClick={sight.overview}
        aria-label={t('canvas.name')}
        aria-describedby="canvas-hint"
        aria-activedescendant={chosen ? `card-${chosen.id}` : undefined}
      >
        {sight.overview ? <OverviewLayer placed={placed} /> : <Background gap={22} size={1.8} />}
        <Underlay sight={sight} origin={placed.origin} />
        {drag?.drop && <DropMark drop={drag.drop} id={drag.id} placed={placed} />}
        {chosen && writing === null && !drag && (
          <CardTools
            card={chosen}
            origin={placed.origin}
            camera={camera}
            onMenu={(at) => openMenu({ id: chosen.id, ...at })}
          />
        )}
        <CursorLayer origin={placed.origin} />
      </ReactFlow>
      <div id="canvas-hint">
        <VisuallyHidden>{t('canvas.hint')}</VisuallyHidden>
      </div>
      <Breadcrumb />
      {small && <MiniMap placed={placed} camera={camera} />}
      <CanvasBar camera={camera} placed={placed} small={small} onSmall={showSmall} />
      {menu && <CardMenu at={menu} onClose={closeMenu} />}
    </div>
  );
}

interface Scene {
  readonly placed: Placed;
  readonly sight: InSight;
  readonly writable: boolean;
  readonly openMenu: (at: MenuAt) => void;
}

function useEvents({ placed, sight, writable, openMenu }: Scene): Partial<ReactFlowProps<CardNode>> {
  const session = useOpenMap();
  const flow = useReactFlow();
  const { enter, ...keys } = useCanvasKeys();
  const pick = (id: Id | null): void => {
    enter();
    session.screen.getState().select(id);
  };
  const layoutPoint = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const at = flow.screenToFlowPosition({ x: clientX, y: clientY });
    return { x: at.x + placed.origin.x, y: at.y + placed.origin.y };
  };
  return {
    ...keys,
    onNodeClick: (_, node) => pick(node.id),
    onNodeDoubleClick: (_, node) => {
      if (writable) run(reword, session, node.id);
    },
    onNodeContextMenu: (event, node) => {
      event.preventDefault();
      pick(node.id);
      openMenu({ id: node.id, x: event.clientX, y: event.clientY });
    },
    onPaneClick: (event) => {
      const hit = sight.overview ? cardAt(placed.layout, layoutPoint(event), 6 / flow.getZoom()) : undefined;
      pick(hit?.id ?? null);
    },
    onPointerMove: (event) => session.show({ cursor: layoutPoint(event) }),
    onPointerLeave: () => session.show({ cursor: null }),
  };
}

/** The card that must stay drawn wherever the view is: selected, or open for writing. */
function useAttention(): { readonly selected: Id | null; readonly writing: Id | null } {
  const selected = useScreen((state) => state.selected);
  const { draft, editing } = useOpenField();
  return { selected, writing: draft?.claim ?? editing };
}
