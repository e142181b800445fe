// Draws the shapes of a picture on the present page of a PDF file, as operators: see ISO 32000-1, annex A.
import type { Paint, PathShape, RectShape, Shape, TextShape } from '@counterpoint/shared';
import { colour, n, type PdfFile } from './pdfFile.ts';
import type { PdfText } from './pdfText.ts';

/** From px of a picture to points of a page: scaled first, moved then. */
export interface Onto {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** How far the handles of a curve reach that is a quarter of a circle. */
const KAPPA = 0.5523;

export class PdfPen {
  constructor(
    private readonly file: PdfFile,
    readonly text: PdfText,
  ) {}

  shape(shape: Shape, onto: Onto): void {
    if (shape.kind === 'text') this.textShape(shape, onto);
    else this.file.addContent(`${setUp(shape, onto.scale)} ${outline(shape, onto)} ${painted(shape)}`);
  }

  private textShape({ lines, lineHeight, anchor, ...shape }: TextShape, { scale, dx, dy }: Onto): void {
    const style = { font: shape.font, weight: shape.weight, fill: shape.fill, size: shape.size * scale };
    for (const [i, line] of lines.entries()) {
      const width = anchor === undefined ? 0 : this.text.widthOf(line, style);
      const back = anchor === 'middle' ? width / 2 : width;
      this.text.line(line, shape.x * scale + dx - back, (shape.y + i * lineHeight) * scale + dy, style);
    }
  }
}

function setUp({ fill, stroke }: Paint, scale: number): string {
  const operators = fill === undefined ? [] : [colour(fill, 'rg')];
  if (stroke) operators.push(colour(stroke.colour, 'RG'), `${n(stroke.width * scale)} w`);
  if (stroke?.dash) operators.push(`[${stroke.dash.map((length) => n(length * scale)).join(' ')}] 0 d`);
  return operators.join(' ');
}

function painted({ fill, stroke }: Paint): string {
  const operator = fill !== undefined && stroke ? 'B' : stroke ? 'S' : fill === undefined ? 'n' : 'f';
  return stroke?.dash ? `${operator} [] 0 d` : operator;
}

function outline(shape: Exclude<Shape, TextShape>, onto: Onto): string {
  switch (shape.kind) {
    case 'rect':
      return rectangle(shape, onto);
    case 'circle': {
      const { x, y, radius } = shape;
      const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
      return rectangle({ ...box, radius }, onto);
    }
    case 'path':
      return path(shape, onto);
  }
}

function rectangle(rect: Omit<RectShape, 'kind'>, { scale, dx, dy }: Onto): string {
  const [x, y, width, height] = [
    rect.x * scale + dx,
    rect.y * scale + dy,
    rect.width * scale,
    rect.height * scale,
  ];
  if (rect.radius === 0) return `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`;
  const r = Math.min(rect.radius * scale, width / 2, height / 2);
  const [right, bottom, k] = [x + width, y + height, r * (1 - KAPPA)];
  const all = (...values: number[]): string => values.map(n).join(' ');
  return [
    `${all(x + r, y)} m ${all(right - r, y)} l ${all(right - k, y, right, y + k, right, y + r)} c`,
    `${all(right, bottom - r)} l ${all(right, bottom - k, right - k, bottom, right - r, bottom)} c`,
    `${all(x + r, bottom)} l ${all(x + k, bottom, x, bottom - k, x, bottom - r)} c`,
    `${all(x, y + r)} l ${all(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(' ');
}

/** Places are worked out here: far from the page, numbers would lose their last digits in some readers. */
export function path({ d, x = 0, y = 0, scale: own = 1 }: PathShape, { scale, dx, dy }: Onto): string {
  const by = own * scale;
  const across = (value: number): number => value * by + x * scale + dx;
  const down = (value: number): number => value * by + y * scale + dy;
  let at: readonly [number, number] = [0, 0];
  const operators: string[] = [];
  for (const [, command = '', list = ''] of d.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const numbers = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (command === 'Z') {
      operators.push('h');
      continue;
    }
    const points =
      command === 'H'
        ? [across(numbers[0] ?? 0), at[1]]
        : command === 'V'
          ? [at[0], down(numbers[0] ?? 0)]
          : numbers.map((value, i) => (i % 2 === 0 ? across(value) : down(value)));
    at = [points.at(-2) ?? 0, points.at(-1) ?? 0];
    operators.push(`${points.map(n).join(' ')} ${command === 'M' ? 'm' : command === 'C' ? 'c' : 'l'}`);
  }
  return operators.join(' ');
}
