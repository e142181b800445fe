// The map far out: boxes and lines on one canvas, no element per card.
import type { CardBox, EdgePath, Id, MapLayout, Point } from '@counterpoint/shared';

export interface Sight {
  /** Left, top and zoom of the view, as React Flow has them. */
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

export type Palette = Readonly<Record<CardBox['kind'] | 'pending' | 'surface' | 'focus', string>>;

const DASHES: Readonly<Record<EdgePath['kind'], readonly number[]>> = {
  support: [],
  rebut: [7, 4],
  undercut: [2, 4],
};

const paths = new WeakMap<EdgePath, Path2D>();

function pathOf(edge: EdgePath): Path2D {
  const known = paths.get(edge) ?? new Path2D(edge.d);
  paths.set(edge, known);
  return known;
}

export interface Picture {
  readonly layout: MapLayout;
  readonly origin: Point;
  readonly selected: Id | null;
  readonly waiting: ReadonlyMap<Id, unknown>;
  readonly palette: Palette;
}

export function drawOverview(
  canvas: HTMLCanvasElement,
  { layout, origin, selected, waiting, palette }: Picture,
  sight: Sight,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = Math.min(2, devicePixelRatio);
  const { transform: [x, y, zoom], width, height } = sight; // prettier-ignore
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio;
    canvas.height = height * ratio;
  }
  const scale = ratio * zoom;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, ratio * x - scale * origin.x, ratio * y - scale * origin.y);
  const left = origin.x - x / zoom;
  const top = origin.y - y / zoom;
  const [right, bottom] = [left + width / zoom, top + height / zoom];
  // Lines thinner than a pixel would vanish; boxes keep a minimum too.
  const line = Math.max(1.8, 0.9 / zoom);
  drawEdges(context, layout, { left, top, right, bottom, line, zoom, waiting, palette });
  for (const card of layout.cards) {
    if (card.x > right || card.x + card.width < left || card.y > bottom || card.y + card.height < top)
      continue;
    context.fillStyle = waiting.has(card.claim) ? palette.pending : palette[card.kind];
    context.globalAlpha = card.reference ? 0.45 : 1;
    context.fillRect(card.x, card.y, card.width, card.height);
    if (card.id !== selected) continue;
    context.strokeStyle = palette.focus;
    context.lineWidth = 3 * line;
    context.strokeRect(card.x - 3 * line, card.y - 3 * line, card.width + 6 * line, card.height + 6 * line);
  }
  context.globalAlpha = 1;
}

interface Frame extends Pick<Picture, 'waiting' | 'palette'> {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly line: number;
  readonly zoom: number;
}

function drawEdges(context: CanvasRenderingContext2D, { edges }: MapLayout, frame: Frame): void {
  const { left, top, right, bottom, line, zoom, waiting, palette } = frame;
  context.lineWidth = line;
  context.globalAlpha = 0.8;
  let dashed = '';
  for (const edge of edges) {
    const { from, to, kind } = edge;
    if (Math.min(from.x, to.x) > right || Math.max(from.x, to.x) < left) continue;
    if (Math.min(from.y, to.y) > bottom || Math.max(from.y, to.y) < top) continue;
    context.strokeStyle = waiting.has(edge.id) ? palette.pending : palette[kind];
    // Dashes cost much and cannot be seen far out.
    const dash = zoom < 0.15 ? 'support' : kind;
    if (dash !== dashed) context.setLineDash([...DASHES[dash]].map((part) => part * 1.5));
    dashed = dash;
    context.stroke(pathOf(edge));
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The card at a point of the layout. */
export function cardAt(layout: MapLayout, { x, y }: Point, slack = 0): CardBox | undefined {
  return layout.cards.find(
    (card) =>
      x >= card.x - slack &&
      x <= card.x + card.width + slack &&
      y >= card.y - slack &&
      y <= card.y + card.height + slack,
  );
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim() || '#888';
  const names = ['thesis', 'support', 'rebut', 'undercut', 'pending', 'surface', 'focus'] as const;
  return Object.fromEntries(names.map((name) => [name, colour(name)])) as Palette;
}
