// Moves the view. Everything here is in the canvas' coordinates: layout minus origin.
import type { Box, CardBox, Id, Point } from '@counterpoint/shared';
import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import { EDGE, fitted, type Size } from './fitted.ts';
import { firstSight } from './firstSight.ts';
import { OVERVIEW_ZOOM } from './useInSight.ts';
import type { Placed } from './useMapLayout.ts';

export const MAX_ZOOM = 2;
/** Around what was chosen. */
const ROOM = 8;

export interface Camera {
  readonly fit: (placed: Placed) => void;
  /** What a map opens with, which is told. */
  readonly begin: (placed: Placed) => Viewport;
  /** Puts a card at a place of the screen; false when it is not drawn. */
  readonly place: (placed: Placed, card: Id, at: Viewport) => boolean;
  readonly zoomBy: (factor: number) => void;
  readonly actualSize: () => void;
  /** Brings a card into sight, moving as little as needed. */
  readonly reveal: (placed: Placed, id: Id) => void;
  /** Moves the view by as little as brings these elements wholly into it; of what is larger than the view, the beginning. */
  readonly uncover: (...elements: readonly (Element | null)[]) => void;
  readonly centreOn: (point: { readonly x: number; readonly y: number }, zoom?: number) => void;
}

export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function useCamera(): Camera {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const glide = (): { duration: number } => ({ duration: calm() ? 0 : 180 });
    const going = { until: 0 };
    const go = (viewport: Viewport): void => {
      const { duration } = glide();
      going.until = performance.now() + duration;
      void flow.setViewport(viewport, { duration });
    };
    return {
      fit: ({ layout, origin }) => go(fitted(shifted(layout.bounds, origin), store.getState())),
      begin({ layout, origin }) {
        const { x, y, zoom } = firstSight(layout, store.getState());
        const viewport = { x: x + origin.x * zoom, y: y + origin.y * zoom, zoom };
        void flow.setViewport(viewport);
        return viewport;
      },
      place({ layout, origin }, id, { x, y, zoom }) {
        const card = layout.cards.find((one) => one.id === id);
        if (card)
          void flow.setViewport({
            x: x - (card.x - origin.x) * zoom,
            y: y - (card.y - origin.y) * zoom,
            zoom,
          });
        return card !== undefined;
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, glide()),
      actualSize: () => void flow.zoomTo(1, glide()),
      reveal({ layout, origin }, id) {
        const card = layout.cards.find((one) => one.id === id || one.claim === id);
        if (card) go(revealed(shifted(card, origin), store.getState()));
      },
      uncover(...elements) {
        const look = (): void => {
          const frame = store.getState().domNode;
          const way = frame && wayInto(frame, elements);
          if (!way || (way.x === 0 && way.y === 0)) return;
          const { x, y, zoom } = flow.getViewport();
          go({ x: x + way.x, y: y + way.y, zoom });
        };
        // What is on its way is measured where it ends.
        const wait = going.until - performance.now();
        if (wait > 0) setTimeout(look, wait);
        else look();
      },
      centreOn: ({ x, y }, zoom = flow.getZoom()) => void flow.setCenter(x, y, { zoom, ...glide() }),
    };
  }, [flow, store]);
}

type Seen = Size & { readonly transform: readonly [number, number, number] };

export const shifted = ({ x, y, width, height }: Box | CardBox, by: { x: number; y: number }): Box => ({
  x: x - by.x,
  y: y - by.y,
  width,
  height,
});

/** The least move that shows a box with some room around it; a map too small to read is brought closer. */
export function revealed(box: Box, { transform: [x, y, zoom], width, height }: Seen): Viewport {
  const close = zoom < OVERVIEW_ZOOM ? 1 : zoom;
  if (close !== zoom) {
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return { x: width / 2 - centre.x * close, y: height / 2 - centre.y * close, zoom: close };
  }
  return {
    x: x + inward(box.x * zoom + x, box.width * zoom, width),
    y: y + inward(box.y * zoom + y, box.height * zoom, height),
    zoom,
  };
}

/** How far the view must go for these to lie wholly in the frame, and not under what covers it. */
function wayInto(frame: Element, elements: readonly (Element | null)[]): Point | undefined {
  const boxes = elements.flatMap((one) => (one?.isConnected ? [one.getBoundingClientRect()] : []));
  if (boxes.length === 0) return undefined;
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  const covers = [...document.querySelectorAll('[data-covers]')].map(
    (one) => one.getBoundingClientRect().left,
  );
  const end = Math.min(right, ...covers.filter((at) => at > left));
  return {
    x: shift(
      Math.min(...boxes.map((box) => box.left)) - left,
      Math.max(...boxes.map((box) => box.right)) - left,
      end - left,
    ),
    y: shift(
      Math.min(...boxes.map((box) => box.top)) - top,
      Math.max(...boxes.map((box) => box.bottom)) - top,
      bottom - top,
    ),
  };
}

/** How far a stretch must go to lie within a length, some px from its ends. */
function shift(from: number, to: number, length: number): number {
  if (from < ROOM) return ROOM - from;
  return to > length - ROOM ? Math.max(length - ROOM - to, ROOM - from) : 0;
}

function inward(start: number, length: number, room: number): number {
  const margin = Math.min(EDGE * 1.5, Math.max(0, (room - length) / 2));
  if (start < margin) return margin - start;
  return start + length > room - margin ? room - margin - start - length : 0;
}
