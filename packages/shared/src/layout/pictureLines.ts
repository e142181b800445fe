// What joins the cards of a picture: frames around joint premises, edges, and the junctions that undercuts aim at.
import type { Box, EdgePath, GroupBox, MapLayout } from './boxes.ts';
import { DASHES, type Palette } from './palette.ts';
import type { Part, Stroke } from './pictureShapes.ts';

export const EDGE_WIDTH = 2;
const JUNCTION = 4;

export function frameParts(palette: Palette, { groups }: MapLayout): Part[] {
  return groups.map((group) => framePart(palette, group));
}

function framePart(palette: Palette, { kind, ...group }: GroupBox): Part {
  const { x, y, width, height } = group;
  const box = { x, y, width, height };
  const line = 1.5;
  const within = { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line };
  const stroke = { colour: palette.frameLine[kind], width: palette.plain ? 1 : line };
  const shape = { kind: 'rect', ...within, radius: 14, fill: palette.frame[kind], stroke } as const;
  return { kind: 'frame', label: null, box, shapes: [shape] };
}

export function edgeParts(palette: Palette, { edges }: MapLayout): Part[] {
  return edges.map((edge) => ({
    kind: 'edge',
    label: null,
    box: around(edge),
    shapes: [{ kind: 'path', d: edge.d, stroke: strokeOf(palette, edge.kind) }],
  }));
}

/** Over the edges, so that those which end there stop at its rim. */
export function junctionParts(palette: Palette, { edges }: MapLayout): Part[] {
  return edges
    .filter(({ attacked }) => attacked)
    .map(({ junction: { x, y }, kind }) => {
      const r = JUNCTION + EDGE_WIDTH / 2;
      const stroke = { colour: palette.relation[kind], width: EDGE_WIDTH };
      return {
        kind: 'edge',
        label: null,
        box: { x: x - r, y: y - r, width: 2 * r, height: 2 * r },
        shapes: [{ kind: 'circle', x, y, radius: JUNCTION, fill: palette.paper, stroke }],
      };
    });
}

export function strokeOf(palette: Palette, kind: EdgePath['kind']): Stroke {
  const stroke = { colour: palette.relation[kind], width: EDGE_WIDTH };
  return DASHES[kind].length > 0 ? { ...stroke, dash: DASHES[kind] } : stroke;
}

/** Its curve bends no further than its ends. */
function around({ from, to }: EdgePath): Box {
  const [x, y] = [Math.min(from.x, to.x) - EDGE_WIDTH / 2, Math.min(from.y, to.y) - EDGE_WIDTH / 2];
  const width = Math.abs(from.x - to.x) + EDGE_WIDTH;
  return { x, y, width, height: Math.abs(from.y - to.y) + EDGE_WIDTH };
}
