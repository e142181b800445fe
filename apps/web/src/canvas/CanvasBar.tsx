// The bar beneath the canvas: zoom, how deep the map is open, what the lines mean, how much is shown. Nothing floats over cards.
import { theses, type MapLayout, type Relation } from '@counterpoint/shared';
import { useStore } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { foldsBelow } from '../open/branches.ts';
import { useOpenMap } from '../open/openMap.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import type { Camera } from './camera.ts';
import type { Placed } from './useMapLayout.ts';

interface CanvasBarProps {
  camera: Camera;
  placed: Placed;
  /** Whether the small picture of the whole is shown, where there is one. */
  small: boolean;
  onSmall: (shown: boolean) => void;
}

export function CanvasBar({ camera, placed, small, onSmall }: CanvasBarProps) {
  const { t } = useTranslation('map');
  return (
    <div className="canvas-bar">
      <Zoom camera={camera} placed={placed} />
      <Depth placed={placed} />
      <Legend />
      <Shown layout={placed.layout} />
      <IconButton
        icon="corner"
        className="wide-only"
        label={t(small ? 'canvas.smallHide' : 'canvas.smallShow')}
        aria-pressed={small}
        onClick={() => onSmall(!small)}
      />
    </div>
  );
}

function Zoom({ camera, placed }: { camera: Camera; placed: Placed }) {
  const { t } = useTranslation('map');
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="canvas-zoom" role="group" aria-label={t('canvas.zoom')}>
      <IconButton icon="minus" label={t('canvas.zoomOut')} onClick={() => camera.zoomBy(0.8)} />
      <span>{zoom}%</span>
      <IconButton icon="plus" label={t('canvas.zoomIn')} onClick={() => camera.zoomBy(1.25)} />
      <IconButton icon="fit" label={t('canvas.fit')} onClick={() => camera.fit(placed)} />
    </div>
  );
}

const DEPTHS = [1, 2, 3] as const;

/** Opens every branch so many levels deep. */
function Depth({ placed: { layout } }: { placed: Placed }) {
  const { t } = useTranslation('map');
  const { doc, screen } = useOpenMap();
  const now = openTo(layout);
  const open = (depth: number): void => {
    const { view } = doc.getState();
    const roots = theses(view).map(({ id }) => id);
    screen.getState().foldAll(foldsBelow(view, roots, depth));
  };
  return (
    <div className="canvas-depth" role="group" aria-label={t('canvas.depth')}>
      <span aria-hidden="true">{t('canvas.depth')}</span>
      {DEPTHS.map((depth) => (
        <Button
          key={depth}
          look="plain"
          aria-pressed={now === depth}
          aria-label={t('canvas.depthOf', { count: depth })}
          onClick={() => open(depth)}
        >
          {depth}
        </Button>
      ))}
      <Button look="plain" aria-pressed={now === Infinity} onClick={() => open(Infinity)}>
        {t('canvas.depthAll')}
      </Button>
    </div>
  );
}

/** How deep a map is open, where all its branches are equally deep: Infinity for all, null for none of these. */
export function openTo({ cards }: Pick<MapLayout, 'cards'>): number | null {
  let depth: number | null = null;
  let deepest = 0;
  for (const card of cards) {
    deepest = Math.max(deepest, card.depth);
    if (card.hidden === 0) continue;
    if (depth !== null && card.depth !== depth) return null;
    depth = card.depth;
  }
  if (depth === null) return Infinity;
  return deepest === depth ? depth : null;
}

const RELATIONS = ['support', 'rebut', 'undercut'] as const satisfies Relation[];

function Legend() {
  const { t } = useTranslation('relation');
  return (
    <ul className="legend">
      {RELATIONS.map((relation) => (
        <li key={relation} data-relation={relation}>
          <RelationSign relation={relation} />
          {t(relation)}
          <svg viewBox="0 0 26 8" aria-hidden="true">
            <path className="edge" d="M0 4h26" />
          </svg>
        </li>
      ))}
      <li data-relation="pending">
        <svg viewBox="0 0 26 8" aria-hidden="true">
          <rect x=".5" y=".5" width="25" height="7" rx="2" />
        </svg>
        {t('pending')}
      </li>
    </ul>
  );
}

/** How many claims are drawn, of how many. */
function Shown({ layout: { cards } }: { layout: MapLayout }) {
  const { t } = useTranslation('map');
  const shown = cards.filter(({ reference }) => !reference).length;
  return <span className="canvas-shown">{t('canvas.shown', { shown, count: claimsIn(cards) })}</span>;
}

const claimsIn = (cards: MapLayout['cards']): number =>
  cards.reduce((sum, { kind, beneath }) => sum + (kind === 'thesis' ? beneath + 1 : 0), 0);
