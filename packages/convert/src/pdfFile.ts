// A PDF file as it grows: its metadata, its fonts, its tree of tags, its bookmarks, and links between its places.
import { xmlText } from '@counterpoint/shared';
import PDFDocument from 'pdfkit';
import type { FontBook } from './fontBook.ts';

export interface FileFacts {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: string;
  /** In ms since 1970. */
  readonly at: number;
}

export type Tag = PDFKit.PDFStructureElement;
export type Bookmark = PDFKit.PDFOutline;

/** In points, from the left upper corner of a page. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A web address, or the name of a place in the file. */
export type LinkTarget = { readonly url: string } | { readonly place: string };

const BATCH = 50_000;

export class PdfFile extends PDFDocument {
  /** The root of all tags. */
  readonly root: Tag;
  private readonly chunks: Uint8Array[] = [];
  /** Operators of the present page that were not handed on yet. */
  private operators = '';
  private readonly finished: Promise<void>;

  constructor({ title, subject, author, language, at }: FileFacts, { faces }: FontBook) {
    // A moment that no calendar holds would end up as "Invalid" in the file.
    const date = new Date(Number.isNaN(new Date(at).getTime()) ? 0 : at);
    super({
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      autoFirstPage: false,
      font: '', // else it embeds none and every page names Helvetica
      info: {
        Title: title,
        Subject: subject,
        Author: author,
        Creator: 'Counterpoint',
        Producer: 'Counterpoint',
        CreationDate: date,
        ModDate: date,
      },
    });
    for (const { name, file } of faces) this.registerFont(name, file);
    this.root = this.struct('Document');
    this.addStructure(this.root);
    this.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
    this.finished = new Promise((resolve) => this.once('end', resolve));
  }

  /** Closes the file. */
  async bytes(): Promise<Uint8Array> {
    this.root.end();
    this.end();
    await this.finished;
    return Buffer.concat(this.chunks);
  }

  /** pdfkit keeps each operator in a buffer of its own, a million for a large map. */
  override addContent(operator: string): this {
    this.operators += this.operators === '' ? operator : `\n${operator}`;
    if (this.operators.length > BATCH) this.handOn();
    return this;
  }

  override continueOnNewPage(options?: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
    this.handOn();
    return super.continueOnNewPage(options);
  }

  override flushPages(): void {
    this.handOn();
    super.flushPages();
  }

  private handOn(): void {
    const { operators } = this;
    this.operators = '';
    if (operators !== '') super.addContent(Buffer.from(`${operators}\n`, 'latin1'));
  }

  /** pdfkit writes texts into the XML of the metadata as they are; by now they stand elsewhere in the file already. */
  override endMetadata(): void {
    const { info } = this;
    for (const key of ['Title', 'Subject', 'Author'] as const) info[key] = xmlText(info[key] ?? '');
    super.endMetadata();
  }

  /** What is not read out: page numbers, marks for cutting. */
  artifact(draw: () => void): void {
    this.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.endMarkedContent();
  }

  /** A bookmark to a place on the present page; `parent` is undefined at the top. */
  bookmark(title: string, y: number, parent: Bookmark | undefined, expanded: boolean): Bookmark {
    const place = { fit: false, top: y, left: this.page.width, zoom: 0 };
    return (parent ?? this.outline).addItem(title, { expanded, ...place });
  }

  /** Makes a part of the present page a link; `tag` holds what stands there. */
  linkTo({ x, y, width, height }: PageBox, target: LinkTarget, words: string, tag: Tag): void {
    // A plain string would be written as a name.
    const options = { structParent: tag, Contents: new String(words) as string };
    if ('url' in target) this.link(x, y, width, height, target.url, options);
    else this.goTo(x, y, width, height, target.place, options);
  }
}

/** The colour of what is filled (`rg`) or of lines (`RG`). */
export function colour(hex: string, operator: 'rg' | 'RG'): string {
  const parts = [1, 3, 5].map((at) => n(parseInt(hex.slice(at, at + 2), 16) / 255));
  return `${parts.join(' ')} ${operator}`;
}

/** To 1/100,000 point: pictures may be drawn a hundred times smaller. */
export const n = (value: number): string => String(Math.round(value * 1e5) / 1e5);
