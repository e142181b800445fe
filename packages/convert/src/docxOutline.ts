// The outline of a map as paragraphs of Word: a heading for each claim, its quotations as footnotes, its comments below.
import type {
  DocumentComment,
  DocumentLine,
  DocumentPart,
  DocumentQuotation,
  MapDocument,
} from '@counterpoint/shared';
import { Bookmark, FootnoteReferenceRun, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from 'docx'; // prettier-ignore
import { COLOURS, indentOf, MOST_HEADINGS, SANS } from './docxStyles.ts';
import { textRuns } from './docxText.ts';

export class DocxOutline {
  /** By number, as Word asks for them. */
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }> = {};
  /** Numbers of lines and letters of parts that something leads to. */
  private readonly targets: ReadonlySet<string>;

  constructor(private readonly document: MapDocument) {
    const lines = document.parts.flatMap((part) => part.lines);
    this.targets = new Set(
      lines.flatMap(({ see, continued }) => [see?.number ?? '', continued?.number ?? '']),
    );
  }

  /** A part at a time, since the first may be long and callers tell how far they are. */
  paragraphs(part: DocumentPart): Paragraph[] {
    const title = part.heading
      ? [
          new Paragraph({
            style: 'Heading1',
            children: this.marked(part.letter, textRuns(part.heading, this.document.language)),
          }),
        ]
      : [];
    return [...title, ...part.lines.flatMap((line) => this.line(line, line.depth + title.length))];
  }

  private line(line: DocumentLine, depth: number): Paragraph[] {
    const children = [...this.lead(line), ...this.saying(line)];
    const isHeading = depth < MOST_HEADINGS;
    return [
      new Paragraph({
        style: isHeading ? `Heading${depth + 1}` : 'Claim',
        ...(!isHeading && { indent: { left: indentOf(depth) } }),
        children: this.marked(line.number, children),
      }),
      ...line.comments.map((comment) => this.comment(comment, depth)),
    ];
  }

  private lead({ number, relation, sign, label }: DocumentLine): ParagraphChild[] {
    const { colon } = this.document.words;
    const look = { font: SANS, bold: true } as const;
    const numbering = new TextRun({ ...look, text: `${number} `, color: COLOURS.quiet });
    if (!relation) return [numbering];
    const space = colon === '：' ? '' : ' ';
    const color = COLOURS[relation];
    return [
      numbering,
      ...textRuns(`${sign} ${label}${colon}${space}`, this.document.language, { ...look, color }),
    ];
  }

  private saying({ text, language, quotations, author, see, continued }: DocumentLine): ParagraphChild[] {
    return [
      ...(text ? textRuns(text, language) : []),
      ...quotations.flatMap((quotation, i) => this.footnote(quotation, i > 0)),
      ...(see ? this.pointer(see) : []),
      ...(author ? this.quiet(`${text || see ? ' ' : ''}—\u00a0${author}`) : []),
      ...(continued ? [new TextRun(' '), ...this.pointer(continued)] : []),
    ];
  }

  private pointer({ number, text }: { readonly number: string; readonly text: string }): ParagraphChild[] {
    return [
      new InternalHyperlink({
        anchor: anchorOf(number),
        children: textRuns(text, this.document.language, { style: 'Hyperlink' }),
      }),
    ];
  }

  private quiet(text: string): ParagraphChild[] {
    return textRuns(text, this.document.language, {
      font: SANS,
      size: 18,
      bold: false,
      color: COLOURS.quiet,
    });
  }

  private footnote(
    { note, exact, language, bearing, place, gloss }: DocumentQuotation,
    isFurther: boolean,
  ): ParagraphChild[] {
    const { words, language: own } = this.document;
    const children = [
      ...textRuns(words.quoted(exact), language),
      ...textRuns(` — ${bearing}${words.colon}${words.colon === '：' ? '' : ' '}${place}`, own, {
        color: COLOURS.quiet,
      }),
    ];
    const translated = gloss && [
      ...textRuns(gloss.text, gloss.language),
      ...textRuns(gloss.by, own, { color: COLOURS.quiet }),
    ];
    const paragraphs = [children, ...(translated ? [translated] : [])];
    this.footnotes[note] = {
      children: paragraphs.map((runs) => new Paragraph({ style: 'FootnoteText', children: runs })),
    };
    const comma = new TextRun({ text: ',', superScript: true });
    return [...(isFurther ? [comma] : []), new FootnoteReferenceRun(note)];
  }

  private comment({ label, text }: DocumentComment, depth: number): Paragraph {
    const { language } = this.document;
    const space = label.endsWith('：') ? '' : ' ';
    return new Paragraph({
      style: 'Comment',
      indent: { left: indentOf(depth) + COMMENT_STEP },
      children: [...this.quiet(`${label}${space}`), ...textRuns(text, language)],
    });
  }

  private marked(number: string, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
    return this.targets.has(number) ? [new Bookmark({ id: anchorOf(number), children })] : children;
  }
}

const COMMENT_STEP = 380;

/** A name that Word takes for a bookmark: it begins with a letter and has no points in it. */
const anchorOf = (number: string): string => `at_${number.replaceAll('.', '_')}`;
