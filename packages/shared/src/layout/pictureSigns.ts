// Signs and icons of pictures, drawn like those of the web app (Relation.tsx and Icon.tsx).
import type { Relation } from '../map/relation.ts';
import type { Point } from './boxes.ts';
import type { Colour } from './palette.ts';
import type { PathShape, Shape } from './pictureShapes.ts';

export const SIGN_SIZE = 13;

const STROKES: Readonly<Record<Exclude<Relation, 'thesis'>, { readonly d: string; readonly width: number }>> =
  {
    support: { d: 'M6.5 1.5V11.5M1.5 6.5H11.5', width: 2.4 },
    rebut: { d: 'M1.5 6.5H11.5', width: 2.4 },
    undercut: { d: 'M1.5 11.5L11.5 1.5M3 2.5H8', width: 2.2 },
  };

/** The sign of a relation in a square of `SIGN_SIZE`, whose left upper corner is given. */
export function signOf(relation: Relation, { x, y }: Point, colour: Colour): Shape {
  if (relation === 'thesis') return { kind: 'circle', x: x + 6.5, y: y + 6.5, radius: 4.5, fill: colour };
  const { d, width } = STROKES[relation];
  return { kind: 'path', d, x, y, stroke: { colour, width } };
}

type IconDrawing = (corner: Point, size: number, colour: Colour) => PathShape;

/** On a grid of 16. */
const icon =
  (d: string): IconDrawing =>
  ({ x, y }, size, colour) => ({
    kind: 'path',
    d,
    x,
    y,
    scale: size / 16,
    stroke: { colour, width: 1.5 },
  });

export const ICONS = {
  comment: icon('M2.5 3H13.5V10.5H8L5 13.3V10.5H2.5Z'),
  quotation: icon('M7 4C4.5 4.5 3 6.200 3 9V12H7V8.5H3M13.5 4C11 4.5 9.500 6.200 9.500 9V12H13.5V8.5H9.500'),
  link: icon(
    'M6.5 9.5L9.5 6.5M7 4.5L8.5 3C9.7 1.8 11.8 1.8 13 3C14.2 4.2 14.2 6.3 13 7.5L11.5 9M9 11.5L7.5 13C6.3 14.2 4.2 14.2 3 13C1.8 11.8 1.8 9.7 3 8.5L4.5 7',
  ),
};
