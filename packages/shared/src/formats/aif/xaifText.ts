// The text of an xAIF file: HTML in which each quoted stretch is a span with the number of its node,
// `we <span class="highlighted" id="node3">should ban cars</span>.<br>`.
import { pointsIn } from '../../source/passage.ts';
import { characterOf, isBreak } from './aifText.ts';

/** A stretch of a text, in code points. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly node: string;
}

/** The longest first of those that begin together; what would cross an earlier one is left out, since tags nest. */
export function nested<T extends { readonly start: number; readonly end: number }>(marks: readonly T[]): T[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  return sorted.filter(({ start, end }) => {
    while ((ends.at(-1) ?? Infinity) <= start) ends.pop();
    if (end > (ends.at(-1) ?? Infinity)) return false;
    ends.push(end);
    return true;
  });
}

/** Of marks that nest, in the order of `nested`. */
export function htmlOf(text: string, marks: readonly Mark[]): string {
  const points = [...text];
  const parts: string[] = [];
  const ends: number[] = [];
  let at = 0;
  const writeTo = (point: number): void => {
    parts.push(escaped(points.slice(at, point).join('')));
    at = point;
  };
  const closeTo = (point: number): void => {
    for (let end = ends.at(-1); end !== undefined && end <= point; end = ends.at(-1)) {
      writeTo(end);
      parts.push('</span>');
      ends.pop();
    }
  };
  for (const { start, end, node } of marks) {
    closeTo(start);
    writeTo(start);
    parts.push(`<span class="highlighted" id="node${node}">`);
    ends.push(end);
  }
  closeTo(points.length);
  writeTo(points.length);
  return parts.join('');
}

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' } as const;
const escaped = (text: string): string =>
  text.replace(/[&<>\n]/g, (sign) => SIGNS[sign as keyof typeof SIGNS]);

export interface Span {
  /** As the file has it. */
  readonly id: string;
  readonly exact: string;
  /** In code points. */
  readonly start: number;
}

export interface Section {
  /** The id of the edition, in a file of ours. */
  readonly edition: string | undefined;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Spans that are left out since all together hold too much. */
  readonly skipped: number;
}

const TOKEN =
  /&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b([^<>]*)>|<!--[^<>]*>/g;
/** Begins a source in a file of ours. */
const OURS = /class="source" id="source-([0-9a-f-]{36})"/;

/** Most characters that spans hold in all; nested ones could hold the same long text over and over. */
const MOST_QUOTED = 20_000_000;

/** The plain text and the spans in it; a file of ours has a section for each source. Blank sections are left out. */
export function sectionsOf(html: string): Section[] {
  const sections: Section[] = [];
  let section = new Reader(undefined);
  let last = 0;
  let isAfterBreak = false;
  for (const { index, 0: token, 1: slash, 2: name = '', 3: attributes = '' } of html.matchAll(TOKEN)) {
    const piece = html.slice(last, index);
    section.add(isAfterBreak ? piece.replace(/^\r?\n/, '') : piece);
    last = index + token.length;
    isAfterBreak = /^br$/i.test(name);
    const edition = /^div$/i.test(name) ? OURS.exec(attributes)?.[1] : undefined;
    if (token.startsWith('&')) section.add(characterOf(token));
    else if (edition !== undefined) {
      sections.push(section.read());
      section = new Reader(edition);
    } else if (/^span$/i.test(name)) {
      if (slash === '') section.open(attributes);
      else section.close();
    } else if (isAfterBreak) section.add('\n');
    else if (isBreak(name)) section.breakLine();
  }
  section.add(html.slice(last));
  sections.push(section.read());
  return sections.filter(({ text }) => text.trim() !== '');
}

class Reader {
  private readonly parts: string[] = [];
  private readonly opened: { readonly id: string; readonly start: number; readonly unit: number }[] = [];
  private readonly closed: {
    readonly id: string;
    readonly start: number;
    readonly units: [number, number];
  }[] = [];
  /** How long the text is by now, in code points and in UTF-16 units. */
  private points = 0;
  private units = 0;
  private isBroken = false;

  constructor(private readonly edition: string | undefined) {}

  add(text: string): void {
    if (text === '') return;
    this.beginLine();
    this.push(text);
  }

  /** A block begins or ends: a new line, if more text follows. */
  breakLine(): void {
    this.isBroken = true;
  }

  open(attributes: string): void {
    this.beginLine();
    const id = /\bid\s*=\s*["']?([^"'\s>]{1,100})/.exec(attributes)?.[1] ?? '';
    this.opened.push({ id, start: this.points, unit: this.units });
  }

  close(): void {
    const span = this.opened.pop();
    if (span && span.id !== '')
      this.closed.push({ id: span.id, start: span.start, units: [span.unit, this.units] });
  }

  read(): Section {
    const text = this.parts.join('');
    const spans: Span[] = [];
    let left = MOST_QUOTED;
    let skipped = 0;
    for (const { id, start, units } of this.closed) {
      const exact = text.slice(...units);
      left -= exact.length;
      if (left < 0) skipped++;
      else if (exact !== '') spans.push({ id, exact, start });
    }
    return { edition: this.edition, text, spans, skipped };
  }

  private beginLine(): void {
    if (this.isBroken && this.points > 0 && !this.parts.at(-1)?.endsWith('\n')) this.push('\n');
    this.isBroken = false;
  }

  private push(text: string): void {
    this.parts.push(text);
    this.units += text.length;
    this.points += pointsIn(text);
  }
}
