// From the text of an Argdown file to its tokens. Indentation counts where a line begins with a relation or a list item,
// and only there; comments and spaces between tokens are passed over.
import { LongTokens, type Kind, type Token } from './argdownTokens.ts';

const emptyLine = /(?:[ \t]*\r?\n){2,}/y;
const newline = /[ \t]*(?:\r\n|\n|\r)/y;
const spaces = /[ \t]+/y;
const text = /[^\\@#*_[\],.:;</>\-\r\n(){}]+/y;
const escape = /\\.[ ]*/y;
const special = /\.\S+?\.[ \t]?|:\S+?:[ \t]?/y;
const inferenceEnd = /-{2,}/y;
// The apostrophe counts as indentation in the original.
const margin = /[ '\t]*/y;
const inferenceStart = /[ '\t]*--/y;
const relation = /[ '\t]*(?:\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))/y;
const listItem = /[ '\t]*(?:\d+\.|\*)(?=\s)/y;
const statementNumber = /[ '\t]*\(\d+\)/y;
const heading = /#+ /y;
const emphasisEnd = /[ \t]|(?=[\n\r)}_.,!?;:\-*])|$/y;
const breaksBehind = /(?:[ \t]*\r\n|\n|\r)*/y;
const breakBehind = /(?:[ \t]*(?:\r\n|\n|\r)(?![ \t]*[\r\n]))?/y;

/** Comments, in the order of the file. */
export interface SourceComment {
  readonly start: number;
  readonly end: number;
}

export class ArgdownLexer {
  readonly comments: SourceComment[] = [];
  private readonly long: LongTokens;
  private position = 0;
  private last: Kind | undefined;
  private readonly indents: number[] = [0];
  private readonly emphasis: string[] = [];
  private isInInference = false;
  private readonly queue: Token[] = [];
  private taken = 0;

  constructor(private readonly source: string) {
    this.long = new LongTokens(source);
  }

  next(): Token {
    if (this.taken === this.queue.length) {
      this.queue.length = 0;
      this.taken = 0;
      this.fill();
    }
    const token = this.queue[this.taken++];
    if (!token) throw new Error('there is always an end');
    return token;
  }

  /** After a fault there is nothing more to come. */
  stop(): void {
    this.position = this.source.length;
    this.indents.length = 1;
    this.queue.length = 0;
    this.taken = 0;
  }

  /** An empty line counts only when something follows it. */
  private fill(): void {
    do {
      if (!this.lexed()) {
        if (this.queue.at(-1)?.kind === 'empty line') this.queue.pop();
        this.dedentTo(0);
        this.queue.push({ kind: 'end', start: this.position, end: this.position });
        return;
      }
    } while (this.last === 'empty line');
  }

  private push(kind: Kind, end: number): true {
    this.queue.push({ kind, start: this.position, end });
    this.position = end;
    this.last = kind;
    return true;
  }

  /** Puts the next token into the queue; false at the end of the file. */
  private lexed(): boolean {
    for (;;) {
      if (this.position >= this.source.length) return false;
      const comment = this.long.comment(this.position);
      if (comment >= 0) this.skipComment(comment);
      else if (this.isInInference ? this.inInference() : this.inText()) return true;
      else this.position = this.end(spaces);
    }
  }

  private skipComment(end: number): void {
    this.comments.push({ start: this.position, end });
    const behind =
      this.last === 'empty line' ? breaksBehind : this.last === 'newline' ? breakBehind : undefined;
    this.position = end;
    if (behind) this.position = this.end(behind);
  }

  private inInference(): boolean {
    const { position } = this;
    switch (this.source[position]) {
      case '\\':
        return this.pushIf('escape', this.end(escape)) || this.push('unreadable', position + 1);
      case '.':
      case ':':
        if (this.pushIf('special', this.end(special))) return true;
        break;
      case '-':
        if (!this.pushIf('inference end', this.end(inferenceEnd))) break;
        this.isInInference = false;
        return true;
      case '{':
        if (this.pushIf('data', this.long.data(position))) return true;
        break;
      case ',':
        return this.push('comma', position + 1);
      default:
    }
    return this.pushIf('newline', this.end(newline)) || this.plain();
  }

  private inText(): boolean {
    const { position } = this;
    const sign = this.source[position];
    if (sign === '=' && this.pushIf('front matter', this.long.frontMatter(position))) return true;
    if (sign === '{' && this.pushIf('data', this.long.data(position))) return true;
    if (sign === '\\')
      return this.pushIf('escape', this.end(escape)) || this.push('unreadable', position + 1);
    if ((sign === '.' || sign === ':') && this.pushIf('special', this.end(special))) return true;
    if (sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n') {
      if (this.last !== 'empty line') {
        const end = this.end(emptyLine);
        if (end >= 0) {
          this.dedentTo(0);
          return this.push('empty line', end);
        }
      }
      if (this.pushIf('newline', this.end(newline))) return true;
    }
    const startsLine = this.last === undefined || this.last === 'newline' || this.last === 'empty line';
    return (startsLine && this.atLineStart()) || this.marked(sign) || this.plain();
  }

  private atLineStart(): boolean {
    if (this.last !== 'empty line') {
      const end = this.end(inferenceStart);
      if (end >= 0) {
        this.dedentTo(0);
        this.isInInference = true;
        return this.push('inference', end);
      }
    }
    const relationEnd = this.end(relation);
    if (relationEnd >= 0) {
      this.indentTo(this.margin());
      return this.push('relation', relationEnd);
    }
    if (this.pushIf('heading', this.end(heading))) return true;
    const numberEnd = this.end(statementNumber);
    if (numberEnd >= 0) {
      this.dedentTo(0);
      return this.push('number', numberEnd);
    }
    const itemEnd = this.end(listItem);
    if (itemEnd < 0) return false;
    this.indentTo(this.margin() + 1);
    return this.push(this.source[itemEnd - 1] === '*' ? 'unordered' : 'ordered', itemEnd);
  }

  /** Emphasis, links, tags, titles. */
  private marked(sign: string | undefined): boolean {
    const { position, long } = this;
    switch (sign) {
      case '*':
      case '_':
        return this.emphasised(sign);
      case '[':
        return (
          this.pushIf('link', long.link(position)) ||
          this.pushIf('definition', long.definition(position)) ||
          this.pushIf('reference', long.reference(position))
        );
      case '<':
        return (
          this.pushIf('argument definition', long.definition(position)) ||
          this.pushIf('argument reference', long.reference(position))
        );
      case '#':
        return this.pushIf('tag', long.tag(position));
      case '@':
        return this.pushIf('mention', long.mention(position));
      default:
        return false;
    }
  }

  /** Bold before italic, ends before beginnings. */
  private emphasised(sign: string): boolean {
    const { position, source } = this;
    const isDouble = source[position + 1] === sign;
    for (const mark of isDouble ? [sign + sign, sign] : [sign]) {
      if (this.emphasis.at(-1) !== mark) continue;
      const end = this.end(emphasisEnd, position + mark.length);
      if (end < 0) continue;
      this.emphasis.pop();
      return this.push('close', end);
    }
    for (const mark of isDouble ? [sign + sign, sign] : [sign]) {
      if (/^\s/.test(source.slice(position + mark.length, position + mark.length + 1))) continue;
      this.emphasis.push(mark);
      return this.push('open', position + mark.length);
    }
    return false;
  }

  /** False at spaces only. */
  private plain(): boolean {
    const { position, source } = this;
    if (source[position] === ' ' || source[position] === '\t') return false;
    const end = this.end(text);
    return end >= 0 ? this.push('text', end) : this.push('sign', this.long.spaced(position + 1));
  }

  private pushIf(kind: Kind, end: number): boolean {
    return end >= 0 && this.push(kind, end);
  }

  /** Where a match at this very place ends, or -1. */
  private end(pattern: RegExp, at = this.position): number {
    pattern.lastIndex = at;
    return pattern.test(this.source) ? pattern.lastIndex : -1;
  }

  /** White space before the sign of a line. */
  private margin(): number {
    return this.end(margin) - this.position;
  }

  private indentTo(level: number): void {
    if (level <= this.level) {
      this.dedentTo(level);
      return;
    }
    this.indents.push(level);
    this.queue.push({ kind: 'indent', start: this.position, end: this.position });
  }

  private dedentTo(level: number): void {
    while (this.indents.length > 1 && level < this.level) {
      this.indents.pop();
      this.queue.push({ kind: 'dedent', start: this.position, end: this.position });
    }
  }

  private get level(): number {
    return this.indents.at(-1) ?? 0;
  }
}
