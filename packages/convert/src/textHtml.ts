// The text of a page, as its source has it: a block begins a line, white space is one space. Nothing in it runs.
import type { LeftKind } from '@counterpoint/shared';
import { Parser } from 'htmlparser2';
import { Counts, TOO_DEEP, Unreadable, type Draft, type Part } from './textDraft.ts';

/** Pages of people are some 30 deep. */
const DEEPEST = 1_000;

/** What is left out with all that is in it. */
const DROPPED: Readonly<Record<string, LeftKind | null>> = {
  script: 'scripts',
  noscript: null,
  style: 'styles',
  template: null,
  svg: 'pictures',
  math: null,
  canvas: 'pictures',
  picture: 'pictures',
  iframe: 'embedded',
  object: 'embedded',
  video: 'embedded',
  audio: 'embedded',
  select: 'forms',
  textarea: 'forms',
  button: 'forms',
  datalist: null,
  rp: null,
  rt: null,
};
/** What has nothing in it, or whose words stay. */
const COUNTED: Readonly<Record<string, LeftKind>> = {
  img: 'pictures',
  embed: 'embedded',
  input: 'forms',
  table: 'tables',
};

const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

export function htmlDraft(html: string): Draft {
  const page = new Page();
  const parser = new Parser(page, { decodeEntities: true, lowerCaseTags: true });
  parser.end(html);
  return page.draft();
}

/** What of a page the parser comes across. */
class Page {
  private readonly left = new Counts();
  private readonly parts: Part[] = [];
  private language: string | undefined;
  private title = '';
  /** The first that has words. */
  private heading = '';
  private hasHeading = false;
  private line = '';
  private depth = 0;
  /** Of the element that is left out, while the parser is in it. */
  private dropped = 0;
  private within: string | undefined;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Unreadable(TOO_DEEP);
    if (this.dropped > 0) return;
    if (name === 'html') this.language ??= attributes['lang'] ?? attributes['xml:lang'];
    const counted = COUNTED[name] ?? (name === 'a' && attributes['href'] ? 'links' : undefined);
    if (counted) this.left.add(counted);
    const kind = DROPPED[name];
    if (kind !== undefined) {
      if (kind !== null) this.left.add(kind);
      this.dropped = this.depth;
      return;
    }
    if (BLOCKS.has(name)) this.endLine();
    if ((name === 'td' || name === 'th') && this.line.trim() !== '') this.line += '\t';
    if (name === 'title' || /^h[1-3]$/.test(name)) this.within = name;
  }

  onclosetag(name: string): void {
    if (this.dropped === this.depth) this.dropped = 0;
    else if (this.dropped === 0 && BLOCKS.has(name)) this.endLine();
    if (name === this.within) {
      this.within = undefined;
      this.hasHeading ||= this.heading.trim() !== '';
    }
    this.depth -= 1;
  }

  ontext(text: string): void {
    if (this.dropped > 0) return;
    if (this.within === 'title') {
      this.title += text;
      return;
    }
    this.line += text.replace(/[\t\n\f\r ]+/g, ' ');
    if (this.within !== undefined && !this.hasHeading) this.heading += text;
  }

  oncomment(): void {
    this.left.add('comments');
  }

  draft(): Draft {
    this.endLine();
    const title = this.title.trim() || this.heading.trim() || undefined;
    return { title, language: this.language, parts: this.parts, left: this.left };
  }

  private endLine(): void {
    const text = this.line.replace(/ {2,}/g, ' ').trim();
    if (text !== '') this.parts.push({ text });
    this.line = '';
  }
}

/** `&amp;` and its like as what they stand for. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const pieces: string[] = [];
  const parser = new Parser({ ontext: (piece) => pieces.push(piece) });
  parser.end(text.replaceAll('<', '&lt;'));
  return pieces.join('');
}
