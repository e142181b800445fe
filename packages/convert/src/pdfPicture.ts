// The picture of a map on the pages of a PDF file: on one as large as itself, or on tiles with marks to cut and glue.
import { widthOf, type Part, type Picture } from '@counterpoint/shared';
import type { PdfFile } from './pdfFile.ts';
import type { PdfPen } from './pdfPen.ts';
import { MARGIN, OVERLAP, spreadOver, type Sheet, type Sheets } from './pdfSheets.ts';

export interface PicturePages {
  readonly picture: Picture;
  readonly sheets: Sheets;
  /** In the bookmarks. */
  readonly name: string;
  /** Pages, each with what lies on it. */
  readonly pages: readonly { readonly sheet: Sheet; readonly parts: readonly Part[] }[];
}

export function picturePages(picture: Picture, sheets: Sheets, name: string): PicturePages {
  return { picture, sheets, name, pages: spreadOver(sheets, picture.parts) };
}

/** Draws one page after the other; between any two of them, others may work. */
export function* drawPicture(
  file: PdfFile,
  pen: PdfPen,
  { picture, sheets, name, pages }: PicturePages,
): Generator<void> {
  const [width, height] = sheets.size;
  for (const [i, { sheet, parts }] of pages.entries()) {
    file.addPage({ size: [width, height], margin: 0, userUnit: sheets.unit });
    if (i === 0) file.bookmark(name, 0, undefined, false);
    const { margin } = sheets;
    const box = [margin, margin, width - margin, height - margin] as const;
    const ground = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
    file.artifact(() => pen.shape({ kind: 'rect', ...ground, radius: 0, fill: picture.paper }, HERE));
    const place = pages.length > 1 ? ` (${nameOf(sheet)})` : '';
    const figure = file.struct('Figure', { alt: `${picture.title}${place}`, bbox: box });
    file.root.add(figure);
    figure.add(() => {
      file.save();
      file.rect(margin, margin, width - 2 * margin, height - 2 * margin).clip();
      const { scale } = sheets;
      const onto = { scale, dx: margin - sheet.part.x * scale, dy: margin - sheet.part.y * scale };
      for (const { shapes } of parts) for (const shape of shapes) pen.shape(shape, onto);
      file.restore();
    });
    figure.end();
    if (sheets.all.length > 1)
      file.artifact(() => drawMarks(file, pen, sheets, { sheet, page: i, of: pages.length }));
    yield;
  }
}

/** Columns as letters, rows as numbers, like the squares of a chessboard: B3. */
function nameOf({ column, row }: Pick<Sheet, 'column' | 'row'>): string {
  let [letters, rest] = ['', column + 1];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

interface Numbered {
  readonly sheet: Sheet;
  readonly page: number;
  readonly of: number;
}

const INK = '#6f695c';
const LABEL = { font: 'sans', weight: 400, size: 8, lineHeight: 12, fill: INK } as const;
const TICK = 12;
const HERE = { scale: 1, dx: 0, dy: 0 };
const AWAY = 4;

/** Where to cut, and which sheet it is; what lies beyond the marks is on the next sheet again, to glue on. */
function drawMarks(file: PdfFile, pen: PdfPen, sheets: Sheets, { sheet, page, of }: Numbered): void {
  const [width, height] = sheets.size;
  const { column, row } = sheet;
  const left = MARGIN;
  const top = MARGIN;
  const right = width - MARGIN - (column < sheets.columns - 1 ? OVERLAP : 0);
  const bottom = height - MARGIN - (row < sheets.rows - 1 ? OVERLAP : 0);
  file.lineWidth(0.5);
  for (const x of [left, right]) {
    file.moveTo(x, MARGIN - AWAY - TICK).lineTo(x, MARGIN - AWAY);
    file.moveTo(x, height - MARGIN + AWAY).lineTo(x, height - MARGIN + AWAY + TICK);
  }
  for (const y of [top, bottom]) {
    file.moveTo(MARGIN - AWAY - TICK, y).lineTo(MARGIN - AWAY, y);
    file.moveTo(width - MARGIN + AWAY, y).lineTo(width - MARGIN + AWAY + TICK, y);
  }
  file.stroke(INK);
  const label = labelOf(sheets, { sheet, page, of });
  pen.text.line(label, (width - widthOf(label, LABEL)) / 2, height - MARGIN + AWAY + TICK, LABEL);
}

export const labelOf = ({ columns, rows }: Sheets, { sheet, page, of }: Numbered): string =>
  `${nameOf(sheet)} (A1–${nameOf({ column: columns - 1, row: rows - 1 })}) · ${page + 1} / ${of}`;

/** What the marks of all pages say, for the fonts. */
export const MARK_LETTERS = { ...LABEL, text: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()–·/' } as const;
