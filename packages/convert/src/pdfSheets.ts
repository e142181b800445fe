// How a picture is laid on sheets: one as large as itself, or as many of a paper size as it takes, with overlaps to glue.
import type { Box } from '@counterpoint/shared';

/** Points, upright. */
export const PAPER = { A4: [595.28, 841.89], A3: [841.89, 1190.55], Letter: [612, 792] } as const;
export type PaperSize = keyof typeof PAPER;

/** Points of a page per CSS px. */
const NATURAL = 0.75;
/** A page measures 14,400 units at most; a unit is a point, or several. After ISO 32000-1, annex C. */
const MOST_UNITS = 14_400;
/** Around the picture on a tile, for printers that cannot print to the edge, and for the marks. */
export const MARGIN = 34;
/** What neighbouring tiles have in common. */
export const OVERLAP = 14;
/** Text of 14 px then is 7.4 points high. */
const SMALLEST = 0.7;

export interface Sheet {
  /** Of the tile, from 0. */
  readonly column: number;
  readonly row: number;
  /** The part of the picture it shows, in px. */
  readonly part: Box;
}

export interface Sheets {
  /** Of each page, in units. */
  readonly size: readonly [width: number, height: number];
  /** Points that a unit measures. */
  readonly unit: number;
  /** Units per px. */
  readonly scale: number;
  /** From the edge of a page to the picture. */
  readonly margin: number;
  readonly columns: number;
  readonly rows: number;
  readonly all: readonly Sheet[];
}

export function oneSheet(box: Box): Sheets {
  const longest = Math.max(box.width, box.height) * NATURAL;
  const unit = Math.max(1, Math.ceil(longest / MOST_UNITS));
  const scale = NATURAL / unit;
  const size = [box.width * scale, box.height * scale] as const;
  return { size, unit, scale, margin: 0, columns: 1, rows: 1, all: [{ column: 0, row: 0, part: box }] };
}

/** Upright or lying, and a little smaller, whichever takes the fewest sheets; of those the largest. */
export function tiles(box: Box, paper: PaperSize): Sheets {
  const [short, long] = PAPER[paper];
  const choices = [[short, long] as const, [long, short] as const].flatMap((size) =>
    scalesFor(box, size).map((scale) => tiled(box, size, scale)),
  );
  return choices.reduce((best, one) => {
    const fewer = one.columns * one.rows - best.columns * best.rows;
    return fewer < 0 || (fewer === 0 && one.scale > best.scale) ? one : best;
  });
}

/** The natural scale, and those below it at which the picture just fills its columns, or its rows. */
function scalesFor(box: Box, [width, height]: readonly [number, number]): number[] {
  const fitting = (length: number, room: number): number[] => {
    const count = Math.floor((length * NATURAL - OVERLAP) / (room - OVERLAP));
    return [count, count + 1].map((n) => (n * (room - OVERLAP) + OVERLAP) / length);
  };
  const scales = [...fitting(box.width, width - 2 * MARGIN), ...fitting(box.height, height - 2 * MARGIN)];
  return [NATURAL, ...scales.filter((scale) => scale >= NATURAL * SMALLEST && scale < NATURAL)];
}

function tiled(box: Box, size: readonly [number, number], scale: number): Sheets {
  const [width, height] = [(size[0] - 2 * MARGIN) / scale, (size[1] - 2 * MARGIN) / scale];
  const overlap = OVERLAP / scale;
  const count = (length: number, room: number): number =>
    Math.max(1, Math.ceil((length - overlap) / (room - overlap) - 1e-6));
  const [columns, rows] = [count(box.width, width), count(box.height, height)];
  const all: Sheet[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [box.x + column * (width - overlap), box.y + row * (height - overlap)];
      all.push({ column, row, part: { x, y, width, height } });
    }
  }
  return { size, unit: 1, scale, margin: MARGIN, columns, rows, all };
}

/** What lies on each sheet, in order; sheets on which nothing lies are left out. */
export function spreadOver<T extends { readonly box: Box }>(
  { all, columns, rows }: Sheets,
  parts: readonly T[],
): { readonly sheet: Sheet; readonly parts: readonly T[] }[] {
  const [first] = all;
  if (!first) return [];
  const stepX = (all[1]?.row === 0 ? all[1].part.x : Infinity) - first.part.x;
  const stepY = (all[columns]?.part.y ?? Infinity) - first.part.y;
  const lists = all.map((): T[] => []);
  const range = (
    from: number,
    length: number,
    step: number,
    room: number,
    most: number,
  ): [number, number] => {
    if (step === Infinity) return [0, 0];
    return [
      Math.max(0, Math.floor((from - room) / step) + 1),
      Math.min(most - 1, Math.floor((from + length) / step)),
    ];
  };
  for (const part of parts) {
    const { x, y, width, height } = part.box;
    const [left, right] = range(x - first.part.x, width, stepX, first.part.width, columns);
    const [top, bottom] = range(y - first.part.y, height, stepY, first.part.height, rows);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) lists[row * columns + column]?.push(part);
  }
  return all.flatMap((sheet, i) => {
    const on = lists[i] ?? [];
    return on.length > 0 ? [{ sheet, parts: on }] : [];
  });
}
