// Lines of text on the present page of a PDF file. pdfkit's own way lays out each line three times and wraps each in
// eight operators: a map of 10,000 claims has 100,000 lines.
import type { Face, FontBook, FontStyle, Span } from './fontBook.ts';
import { colour, n, type PdfFile } from './pdfFile.ts';

export interface InkedText extends FontStyle {
  readonly size: number;
  readonly fill: string;
}

export class PdfText {
  private readonly words = new Map<Face, Map<string, string>>();
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly file: PdfFile,
    private readonly book: FontBook,
  ) {}

  /** From `x` on, on the baseline `y`, in points from the left upper corner of the page. */
  line(text: string, x: number, y: number, { fill, size, ...style }: InkedText): void {
    const spans = this.book.spans(text, style);
    if (spans.length === 0) return;
    // Pages of pdfkit have their origin at the top; letters then stand on their heads, so they are turned back.
    const operators = [`${colour(fill, 'rg')} BT 1 0 0 -1 ${n(x)} ${n(y)} Tm`];
    for (const span of spans) {
      operators.push(`/${this.fontOf(span.face).id} ${n(size)} Tf ${this.shown(span)}`);
    }
    operators.push('ET');
    this.file.addContent(operators.join(' '));
  }

  widthOf(text: string, { size, font, weight }: Omit<InkedText, 'fill'>): number {
    const key = `${font} ${weight} ${text}`;
    const known = this.widths.get(key) ?? this.measured(text, { font, weight });
    this.widths.set(key, known);
    return known * size;
  }

  /** In em. */
  private measured(text: string, style: FontStyle): number {
    return this.book
      .spans(text, style)
      .reduce((sum, { face, text: part }) => sum + this.fontOf(face).widthOfString(part, 1), 0);
  }

  /** Also names the font among those of the page. */
  private fontOf({ name }: Face): PDFKit.EmbeddedFont {
    const { page } = this.file;
    const font = this.file.font(name)._font;
    (page.fonts as Record<string, unknown>)[font.id] ??= font.ref();
    return font;
  }

  private shown({ face, text, actual }: Span): string {
    const show = face.isPlain ? `${this.plain(face, text)} Tj` : `[${this.shaped(face, text)}] TJ`;
    // What is really said is copied and read out, though a box is seen.
    return actual === undefined ? show : `/Span <</ActualText <${utf16(actual)}>>> BDC ${show} EMC`;
  }

  /** One glyph for each character, one after the other. */
  private plain(face: Face, text: string): string {
    const { subset, widths, unicode, font, scale } = this.fontOf(face);
    let hex = '';
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0;
      const glyph = face.glyphs.get(point) ?? 0;
      const number = subset.includeGlyph(glyph);
      widths[number] ??= font.getGlyph(glyph).advanceWidth * scale;
      unicode[number] ??= [point];
      hex += number.toString(16).padStart(4, '0');
    }
    return `<${hex}>`;
  }

  /** As the font pairs and moves its glyphs, word by word; numbers, of which there are too many to know, stand as they
   *  are, as do signs, but for dashes, which are joined. */
  private shaped(face: Face, text: string): string {
    const known = this.words.get(face) ?? new Map<string, string>();
    this.words.set(face, known);
    return (text.match(/[^ ]* |[^ ]+/g) ?? [])
      .map((word) => {
        const before = known.get(word);
        if (before !== undefined) return before;
        if (/\p{N}|^[^\p{L}—]+$/u.test(word)) return this.plain(face, word);
        const shown = this.word(face, word);
        known.set(word, shown);
        return shown;
      })
      .join('');
  }

  private word(face: Face, text: string): string {
    const [glyphs, positions] = this.fontOf(face).encode(text);
    let shown = '<';
    const move = (by: number): void => {
      if (Math.abs(by) >= 0.5) shown += `>${n(-by)}<`;
    };
    for (const [i, glyph] of glyphs.entries()) {
      const { xAdvance = 0, advanceWidth = 0, xOffset = 0 } = positions[i] ?? {};
      move(xOffset);
      shown += glyph;
      move(xAdvance - advanceWidth - xOffset);
    }
    return `${shown}>`;
  }
}

/** With the mark that says so, in hexadecimal. */
const utf16 = (text: string): string => `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
