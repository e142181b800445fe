// Where the view is in the whole: boxes on a small canvas, a press or a drag goes there. The outline says the same in words.
import type { Box, MapLayout } from '@counterpoint/shared';
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import { useTheme } from '../ui/theme.ts';
import type { Camera } from './camera.ts';
import { paletteOf } from './drawOverview.ts';
import type { Placed } from './useMapLayout.ts';

const WIDTH = 150;
const HEIGHT = 92;
const EDGE = 6;
/** Above this many cards drawing it anew with every edit costs more than it tells. */
const MOST_CARDS = 3_000;
const RESTS_MS = 50;

export function MiniMap({ placed, camera }: { placed: Placed; camera: Camera }) {
  const { layout, origin } = placed;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => scaleOf(layout.bounds), [layout]);
  const theme = useTheme();
  const flow = useStoreApi();

  useEffect(() => {
    // Once it rests: in a replay the map is another one with every picture.
    const soon = setTimeout(() => canvas.current && drawBoxes(canvas.current, layout, scale), RESTS_MS);
    return () => clearTimeout(soon);
  }, [layout, scale, theme]);

  useEffect(() => {
    const place = (): void => {
      const { transform: [x, y, zoom], width, height } = flow.getState(); // prettier-ignore
      const left = Math.max(0, scale.x(origin.x - x / zoom));
      const top = Math.max(0, scale.y(origin.y - y / zoom));
      const right = Math.min(WIDTH, scale.x(origin.x + (width - x) / zoom));
      const bottom = Math.min(HEIGHT, scale.y(origin.y + (height - y) / zoom));
      Object.assign(frame.current?.style ?? {}, {
        transform: `translate(${left}px, ${top}px)`,
        width: `${Math.max(4, right - left)}px`,
        height: `${Math.max(4, bottom - top)}px`,
      });
    };
    place();
    return flow.subscribe(place);
  }, [flow, scale, origin]);

  const goTo = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    const here = event.currentTarget.getBoundingClientRect();
    camera.centreOn({
      x: scale.back.x(event.clientX - here.left) - origin.x,
      y: scale.back.y(event.clientY - here.top) - origin.y,
    });
  };

  if (layout.cards.length > MOST_CARDS || layout.cards.length < 2) return null;
  return (
    <div className="mini-map" aria-hidden="true" onPointerDown={goTo} onPointerMove={goTo}>
      <canvas ref={canvas} />
      <div ref={frame} />
    </div>
  );
}

interface Scale {
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
  readonly factor: number;
  readonly back: { x(x: number): number; y(y: number): number };
}

function scaleOf({ x, y, width, height }: Box): Scale {
  const factor = Math.min((WIDTH - 2 * EDGE) / Math.max(1, width), (HEIGHT - 2 * EDGE) / Math.max(1, height));
  const left = (WIDTH - width * factor) / 2 - x * factor;
  const top = (HEIGHT - height * factor) / 2 - y * factor;
  return {
    factor,
    x: (at) => at * factor + left,
    y: (at) => at * factor + top,
    back: { x: (at) => (at - left) / factor, y: (at) => (at - top) / factor },
  };
}

function drawBoxes(canvas: HTMLCanvasElement, { cards }: MapLayout, scale: Scale): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const palette = paletteOf(canvas);
  canvas.width = WIDTH * 2;
  canvas.height = HEIGHT * 2;
  context.scale(2, 2);
  for (const card of cards) {
    context.fillStyle = palette[card.kind];
    const [width, height] = [Math.max(2, card.width * scale.factor), Math.max(1, card.height * scale.factor)];
    context.fillRect(scale.x(card.x), scale.y(card.y), width, height);
  }
}
