// Rows of text one below the other, page after page. Places are in points.
import type { Colour, Language, Relation, TextStyle } from '@counterpoint/shared';
import type { Used } from './fontBook.ts';
import type { LinkTarget } from './pdfFile.ts';

export interface Run {
  readonly text: string;
  /** From the left side of the text. */
  readonly x: number;
  readonly style: TextStyle;
  readonly fill: Colour;
}

export interface Row {
  readonly runs: readonly Run[];
  readonly height: number;
  /** The sign of a relation, `SIGN` wide. */
  readonly sign?: { readonly relation: Relation; readonly x: number; readonly colour: Colour } | undefined;
  /** The line of a relation, at the left side. */
  readonly sample?: Relation | undefined;
}

export const SIGN = 9;

/** What has one tag. */
export interface Block {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P' | 'BlockQuote' | 'Lbl' | 'LBody';
  /** Of the list it is part of, from 0; null outside of lists. `Lbl` begins an item. */
  readonly depth: number | null;
  readonly rows: readonly Row[];
  /** Room that must be left beneath its first row, or it goes to the next page. */
  readonly keep?: number | undefined;
  readonly link?: LinkTarget | undefined;
  /** A name for links. */
  readonly place?: string | undefined;
  readonly bookmark?: Bookmarked | undefined;
  readonly language?: Language | undefined;
  /** With a line at its left side. */
  readonly quoted?: boolean | undefined;
}

export interface Bookmarked {
  /** From 0. */
  readonly level: number;
  readonly title: string;
}

export interface PlacedRow extends Row {
  /** From 0. */
  readonly page: number;
  /** Of its upper edge, from the top of the page. */
  readonly y: number;
}

export interface PlacedBlock extends Block {
  readonly rows: readonly PlacedRow[];
}

const MARGIN = { x: 54, top: 58, bottom: 58 };

export class PdfFlow {
  readonly left = MARGIN.x;
  /** Room for text. */
  readonly width: number;
  readonly blocks: PlacedBlock[] = [];
  private readonly bottom: number;
  private page = 0;
  private y: number = MARGIN.top;

  constructor(readonly size: readonly [width: number, height: number]) {
    this.width = size[0] - 2 * MARGIN.x;
    this.bottom = size[1] - MARGIN.bottom;
  }

  get pages(): number {
    return this.page + 1;
  }

  /** A link stands on one page, since it leads from one. */
  add(block: Block): void {
    const [first] = block.rows;
    if (!first) return;
    const all = block.rows.reduce((sum, { height }) => sum + height, 0);
    const need = block.link ? all : first.height + (block.keep ?? 0);
    if (this.y + need > this.bottom && this.y > MARGIN.top) this.turn();
    const rows = block.rows.map((row): PlacedRow => {
      if (this.y + row.height > this.bottom) this.turn();
      const placed = { ...row, page: this.page, y: this.y };
      this.y += row.height;
      return placed;
    });
    this.blocks.push({ ...block, rows });
  }

  /** Room between blocks; none at the top of a page. */
  skip(height: number): void {
    if (this.y > MARGIN.top) this.y += height;
  }

  /** What is drawn, for the fonts. */
  *used(): Generator<Used> {
    for (const { rows } of this.blocks)
      for (const { runs } of rows)
        for (const { text, style } of runs) yield { font: style.font, weight: style.weight, text };
  }

  /** What follows begins a page. */
  newPage(): void {
    if (this.y > MARGIN.top) this.turn();
  }

  private turn(): void {
    this.page += 1;
    this.y = MARGIN.top;
  }
}
