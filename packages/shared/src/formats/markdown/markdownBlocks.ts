// The blocks of a Markdown file as far as outlines need them: headings, paragraphs, and list items with what stands in
// them (CommonMark 0.31, blocks). Nesting goes by indentation alone and forgives a column more or less.
import { ok, refuse, type Result } from '../../result.ts';

const MOST_ITEMS = 100_000;

export interface Heading {
  /** From 1. */
  readonly line: number;
  readonly level: number;
  readonly raw: string;
}

/** Lines that make one text, see joined. */
export interface Block {
  readonly line: number;
  readonly lines: string[];
}

export interface Item extends Block {
  readonly indent: number;
  /** `-`, `*`, `+`, or the number that it begins with. */
  readonly marker: string;
  readonly parent: Item | undefined;
  /** The heading above it. */
  readonly section: Heading | undefined;
  readonly quotes: Block[];
}

export interface Blocks {
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Block[];
  readonly items: readonly Item[];
  /** Of the front matter in YAML that some tools write. */
  readonly front: readonly string[];
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$/;
const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

export function blocksOf(text: string): Result<Blocks> {
  return new Scanner(text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)).run();
}

class Scanner {
  private readonly headings: Heading[] = [];
  private readonly paragraphs: Block[] = [];
  private readonly items: Item[] = [];
  private front: string[] = [];
  /** The items that are still open, outermost first. */
  private open: Item[] = [];
  /** What a further line of text belongs to; undefined after a blank line. */
  private block: Block | undefined;
  /** A quotation within an item, while it lasts. */
  private quote: Block | undefined;
  private section: Heading | undefined;

  constructor(private readonly lines: readonly string[]) {}

  run(): Result<Blocks> {
    let i = this.skipFront();
    while (i < this.lines.length) {
      const line = this.lines[i] ?? '';
      const next = this.skipComment(line, i) ?? this.takeFence(line, i);
      if (next === undefined) this.take(line, i + 1);
      if (this.items.length > MOST_ITEMS)
        return refuse('too-large', `line ${i + 1}: a file has at most ${MOST_ITEMS} list items`);
      i = next ?? i + 1;
    }
    const { headings, paragraphs, items, front } = this;
    return ok({ headings, paragraphs, items, front });
  }

  private skipFront(): number {
    if (this.lines[0]?.trimEnd() !== '---') return 0;
    const end = this.lines.slice(0, 200).findIndex((line, i) => i > 0 && /^(---|\.\.\.)\s*$/.test(line));
    if (end < 0) return 0;
    this.front = this.lines.slice(1, end);
    return end + 1;
  }

  /** Where it goes on after a comment. */
  private skipComment(line: string, at: number): number | undefined {
    if (!/^\s*<!--/.test(line)) return undefined;
    let end = at;
    while (end < this.lines.length && !this.lines[end]?.includes('-->')) end++;
    return end + 1;
  }

  /** Code is text to the letter. */
  private takeFence(line: string, at: number): number | undefined {
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) return undefined;
    let end = at + 1;
    this.block?.lines.push('');
    for (; end < this.lines.length && !this.lines[end]?.trimStart().startsWith(fence); end++)
      this.text(`${(this.lines[end] ?? '').replace(/[!-/:-@[-`{-~]/g, '\\$&')}\\`, end + 1);
    return end + 1;
  }

  private take(line: string, at: number): void {
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    if (line.trim() === '') this.blank();
    else if (heading)
      this.head(at, heading[1]?.length ?? 1, (heading[2] ?? '').trim().replace(/\s#+$|^#+$/, ''));
    else if (this.isUnderline(line)) this.headAbove(line);
    else if (RULE.test(line)) this.rule(line);
    else if (item && !this.isWithinText(item[2] ?? '')) this.item(item, at);
    else if (/^[ \t]*>/.test(line)) this.quoted(line, at);
    else this.text(line, at);
  }

  private blank(): void {
    this.block = undefined;
    this.quote = undefined;
  }

  private head(line: number, level: number, raw: string): void {
    this.blank();
    this.open = [];
    this.section = { line, level, raw };
    this.headings.push(this.section);
  }

  private isUnderline(line: string): boolean {
    return this.open.length === 0 && this.block?.lines.length === 1 && /^(=+|-{2,})[ \t]*$/.test(line);
  }

  private headAbove(line: string): void {
    const above = this.paragraphs.pop();
    if (above) this.head(above.line, line.startsWith('=') ? 1 : 2, above.lines.join(' ').trim());
  }

  private rule(line: string): void {
    this.blank();
    if (!/^\s/.test(line)) this.open = [];
  }

  /** A number that happens to stand first in a line of a paragraph begins no list. */
  private isWithinText(marker: string): boolean {
    return this.open.length === 0 && this.block !== undefined && /^\d/.test(marker) && !/^1\D/.test(marker);
  }

  private item([, space = '', marker = '', text = '']: RegExpExecArray, line: number): void {
    const indent = columnsOf(space);
    this.closeTo(indent);
    const item: Item = {
      line,
      indent,
      marker: marker.replace(/[.)]$/, ''),
      parent: this.open.at(-1),
      section: this.section,
      lines: [text.replace(/^\[[ xX]\][ \t]+/, '')],
      quotes: [],
    };
    this.items.push(item);
    this.open.push(item);
    this.block = item;
    this.quote = undefined;
  }

  /** What begins at `indent` is within those items that begin two columns further out, or more. */
  private closeTo(indent: number): void {
    while (indent < (this.open.at(-1)?.indent ?? -2) + 2) this.open.pop();
  }

  private quoted(line: string, at: number): void {
    const text = line.replace(/^[ \t]*>[ \t]?/, '');
    const isWithin = this.open.length > 0 && (this.block !== undefined || /^[ \t]/.test(line));
    if (!isWithin) {
      this.open = [];
      this.text(text, at);
      return;
    }
    if (this.block === undefined) this.closeTo(columnsOf(/^[ \t]*/.exec(line)?.[0] ?? ''));
    const item = this.open.at(-1);
    if (!item) this.text(text, at);
    else if (text.trim() === '') this.quote = undefined;
    else if (this.quote) this.quote.lines.push(text);
    else item.quotes.push((this.quote = { line: at, lines: [text] }));
    this.block = item;
  }

  private text(line: string, at: number): void {
    if (this.block === undefined && this.open.length > 0) {
      this.closeTo(columnsOf(/^[ \t]*/.exec(line)?.[0] ?? ''));
      this.block = this.open.at(-1);
      // A paragraph of its own within the item.
      this.block?.lines.push('');
    }
    if (this.quote) this.quote.lines.push(line);
    else if (this.block) this.block.lines.push(line);
    else this.paragraphs.push((this.block = { line: at, lines: [line] }));
  }
}

/** Tabs stop at every fourth column. */
function columnsOf(space: string): number {
  let columns = 0;
  for (const sign of space) columns += sign === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** The lines of a block as one text: a backslash or two spaces at the end of a line, or a blank line, break it. */
export function joined(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = '';
  let isBroken = true;
  for (const line of lines) {
    const bare = line.trim();
    const isHard = endsInBackslash(bare);
    const words = isHard ? bare.slice(0, -1) : bare;
    const isGlued = words === '' || (CJK.test(last) && CJK.test(words.charAt(0)));
    if (parts.length > 0) parts.push(isBroken ? '\n' : isGlued ? '' : ' ');
    parts.push(words);
    last = words.slice(-1);
    isBroken = isHard || bare === '' || line.endsWith('  ');
  }
  return parts.join('').trim();
}

/** One that is not itself written with a backslash. */
function endsInBackslash(line: string): boolean {
  let end = line.length;
  while (line[end - 1] === '\\') end--;
  return (line.length - end) % 2 === 1;
}
