// Draws the text pages of a map.
import { baseline, DASHES, PALETTES, signOf, SIGN_SIZE, widthOf } from '@counterpoint/shared';
import type { Bookmark, PdfFile, Tag } from './pdfFile.ts';
import { SIGN, type Bookmarked, type PdfFlow, type PlacedBlock, type PlacedRow } from './pdfFlow.ts';
import type { PdfPen } from './pdfPen.ts';
import { PdfTags } from './pdfTags.ts';

/** What stands at the edge of every page. */
export interface Furniture {
  readonly title: string;
  /** What stands beneath page `page`, from 1. */
  readonly folio: (page: number) => string;
  /** Pages in front of the first. */
  readonly before: number;
}

const SMALL = { font: 'sans', weight: 400, size: 8, lineHeight: 12, fill: PALETTES.light.ink3 } as const;
export const FURNITURE_STYLE = SMALL;
const LONGEST_BOOKMARK = 80;
const HERE = { scale: 1, dx: 0, dy: 0 };

/** Between any two blocks, others may work. */
export function* drawPages(file: PdfFile, pen: PdfPen, flow: PdfFlow, furniture: Furniture): Generator<void> {
  const pages = new Pages(file, pen, flow, furniture);
  for (const block of flow.blocks) {
    pages.draw(block);
    yield;
  }
  pages.end();
}

class Pages {
  private page = -1;
  private readonly tags: PdfTags;
  private readonly bookmarks: Bookmark[] = [];

  constructor(
    private readonly file: PdfFile,
    private readonly pen: PdfPen,
    private readonly flow: PdfFlow,
    private readonly furniture: Furniture,
  ) {
    this.tags = new PdfTags(file);
  }

  draw(block: PlacedBlock): void {
    const [first] = block.rows;
    if (!first) return;
    this.turnTo(first.page, false);
    if (block.place !== undefined) this.file.addNamedDestination(block.place, 'XYZ', 0, first.y, null);
    if (block.bookmark) this.bookmark(block.bookmark, first.y);
    const tag = this.tags.tagFor(block);
    if (block.link) this.link(block, tag);
    else tag.add(() => this.rows(block));
    if (block.tag !== 'LBody') tag.end();
  }

  end(): void {
    this.tags.close();
  }

  private rows({ rows, quoted = false }: PlacedBlock): void {
    for (const row of rows) {
      this.turnTo(row.page, true);
      if (quoted) this.rule(row);
      this.row(row);
    }
  }

  private row({ runs, y, height, sign, sample }: PlacedRow): void {
    const { left } = this.flow;
    for (const { text, x, style, fill } of runs)
      this.pen.text.line(text, left + x, y + baseline({ ...style, lineHeight: height }), { ...style, fill });
    if (sign) {
      const scale = SIGN / SIGN_SIZE;
      const onto = { scale, dx: left + sign.x, dy: y + (height - SIGN) / 2 };
      this.pen.shape(signOf(sign.relation, { x: 0, y: 0 }, sign.colour), onto);
    }
    if (sample !== undefined && sample !== 'thesis') {
      const stroke = { colour: sign?.colour ?? SMALL.fill, width: 2, dash: DASHES[sample] };
      this.pen.shape({ kind: 'path', d: 'M0 0H26', stroke }, { scale: 0.9, dx: left, dy: y + height / 2 });
    }
  }

  /** The line at the left side of what someone else said. */
  private rule({ runs, y, height }: PlacedRow): void {
    const x = this.flow.left + Math.min(...runs.map((run) => run.x)) - 8;
    const stroke = { colour: PALETTES.light.lineStrong, width: 1 };
    this.pen.shape({ kind: 'path', d: `M${x} ${y}V${y + height}`, stroke }, HERE);
  }

  private link(block: PlacedBlock, parent: Tag): void {
    const { link: target, rows } = block;
    const tag = this.file.struct('Link');
    parent.add(tag);
    tag.add(() => {
      this.rows(block);
      const words = rows.map(({ runs }) => runs.at(-1)?.text ?? '').join('');
      for (const { runs, y, height } of target ? rows : []) {
        const run = runs.at(-1);
        if (!run || !target) continue;
        const box = {
          x: this.flow.left + run.x,
          y,
          width: this.pen.text.widthOf(run.text, run.style),
          height,
        };
        this.file.linkTo(box, target, words, tag);
      }
    });
    tag.end();
  }

  private bookmark({ level, title }: Bookmarked, y: number): void {
    const short = [...title.replace(/\s+/g, ' ')];
    const name =
      short.length > LONGEST_BOOKMARK ? `${short.slice(0, LONGEST_BOOKMARK - 1).join('')}…` : title;
    this.bookmarks.length = Math.min(this.bookmarks.length, level);
    this.bookmarks.push(this.file.bookmark(name, y, this.bookmarks.at(-1), level === 0));
  }

  /** `within` a tag, which then goes on upon the next page. */
  private turnTo(page: number, within: boolean): void {
    while (this.page < page) {
      this.page += 1;
      const [width, height] = this.flow.size;
      const options = { size: [width, height], margin: 0 };
      this.file.once('pageAdded', () => this.file.artifact(() => this.furnish(width, height)));
      if (within) this.file.continueOnNewPage(options);
      else this.file.addPage(options);
    }
  }

  private furnish(width: number, height: number): void {
    const { title, folio, before } = this.furniture;
    const number = folio(before + this.page + 1);
    const { left } = this.flow;
    if (this.page > 0) this.pen.text.line(title, left, 36, SMALL);
    this.pen.text.line(number, (width - widthOf(number, SMALL)) / 2, height - 32, SMALL);
  }
}
