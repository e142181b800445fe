// The signs that Argdown is made of, and where the long ones end. The grammar is that of @argdown/core 1.7.5, oddities
// included: a file must not say one thing there and another here.

export type Kind =
  | 'front matter'
  | 'data'
  | 'heading'
  | 'empty line'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'relation'
  | 'number'
  | 'inference'
  | 'inference end'
  | 'comma'
  | 'ordered'
  | 'unordered'
  | 'definition'
  | 'reference'
  | 'argument definition'
  | 'argument reference'
  | 'mention'
  | 'link'
  | 'tag'
  | 'open'
  | 'close'
  | 'escape'
  | 'special'
  | 'sign'
  | 'text'
  | 'unreadable'
  | 'end';

/** A stretch of the file; `start` and `end` are UTF-16 offsets. */
export interface Token {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** What ends a line for a regular expression. */
const lineEnds = /[\n\r\u2028\u2029]/g;
const NOWHERE = Infinity;

/** The next place of something, looked up as the reader goes on: openings without an end cost no more than others. */
class Ahead {
  private before = -1;
  private at = -1;

  constructor(private readonly find: (from: number) => number) {}

  /** Positions come in ascending order, but for steps back over one hit at most. */
  from(position: number): number {
    if (position <= this.before) return this.before;
    while (this.at < position) {
      this.before = this.at;
      this.at = this.find(this.at + 1);
    }
    return this.at;
  }
}

/** Ends of tokens that run up to some later sign; -1 where there is no such token. */
export class LongTokens {
  private readonly lineEnd: Ahead;
  private readonly bracket: Ahead;
  private readonly bracketColon: Ahead;
  private readonly angle: Ahead;
  private readonly angleColon: Ahead;
  private readonly linkEnd: Ahead;
  private readonly tagEnd: Ahead;
  private readonly blockEnd: Ahead;
  private readonly htmlEnd: Ahead;
  private readonly separator: Ahead;
  private readonly fence: Ahead;
  private dataStop = -1;
  private dataEnd = -1;

  constructor(private readonly text: string) {
    const sign = (needle: string): Ahead => new Ahead((from) => placeOf(text.indexOf(needle, from)));
    this.lineEnd = new Ahead((from) => firstOf(lineEnds, text, from));
    this.bracket = sign(']');
    this.bracketColon = sign(']:');
    this.angle = sign('>');
    this.angleColon = sign('>:');
    this.linkEnd = sign(')');
    this.tagEnd = sign(')');
    this.blockEnd = sign('*/');
    this.htmlEnd = sign('-->');
    this.separator = new Ahead((from) => firstOf(/[\u2028\u2029]/g, text, from));
    this.fence = sign('===');
  }

  /** Of a comment, without the line break behind it. One that begins with `//` needs a line break to end. */
  comment(at: number): number {
    const { text } = this;
    if (text.startsWith('//', at)) {
      const end = this.lineEnd.from(at + 2);
      return end < text.length && text.charCodeAt(end) < 0x20 ? end : -1;
    }
    if (text.startsWith('/*', at)) return this.block(at + 2, this.blockEnd, 2);
    if (text.startsWith('<!--', at)) return this.block(at + 4, this.htmlEnd, 3);
    return -1;
  }

  private block(from: number, closing: Ahead, length: number): number {
    const close = closing.from(from);
    return close < this.separator.from(from) ? close + length : -1;
  }

  frontMatter(at: number): number {
    const { text } = this;
    if (!text.startsWith('===', at)) return -1;
    const opened = this.run('=', at);
    const close = this.fence.from(opened);
    if (close !== NOWHERE) return this.run('=', close);
    return opened - at >= 6 ? opened : -1;
  }

  /** Up to the last `}` before a `}` with other text behind it, or before a carriage return. */
  data(at: number): number {
    const { text } = this;
    if (at >= this.dataStop) {
      this.dataStop = Math.min(text.length, firstOf(/\}\s[^,}]|[\r\u2028\u2029]/g, text, at + 1));
      this.dataEnd = -1;
      for (
        let close = text.lastIndexOf('}', this.dataStop);
        close > at;
        close = text.lastIndexOf('}', close - 1)
      ) {
        behind.lastIndex = close + 1;
        if (behind.test(text)) continue;
        this.dataEnd = close + 1;
        break;
      }
    }
    return this.dataEnd > at ? this.dataEnd : -1;
  }

  /** `[words](address)` and a space behind it. */
  link(at: number): number {
    const { text } = this;
    const close = this.bracket.from(at + 1);
    if (close === at + 1 || text[close + 1] !== '(' || text[close + 2] === ')') return -1;
    const end = this.linkEnd.from(close + 2);
    return end === NOWHERE ? -1 : this.spaced(end + 1);
  }

  /** `[title]:` or `<title>:`; the title ends at the last chance, on the same line. */
  definition(at: number): number {
    const isStatement = this.text[at] === '[';
    const close = (isStatement ? this.bracketColon : this.angleColon).from(at + 2);
    return close < this.lineEnd.from(at + 1) ? close + 2 : -1;
  }

  /** `[title]` or `<title>`. */
  reference(at: number): number {
    const { text } = this;
    if (at + 1 >= text.length || text[at + 1] === '-') return -1;
    const close = (text[at] === '[' ? this.bracket : this.angle).from(at + 2);
    return close < this.lineEnd.from(at + 2) ? close + 1 : -1;
  }

  /** `@[title]` or `@<title>`, and a space behind it. */
  mention(at: number): number {
    const open = this.text[at + 1];
    if (open !== '[' && open !== '<') return -1;
    const close = (open === '[' ? this.bracket : this.angle).from(at + 3);
    return close < this.lineEnd.from(at + 2) ? this.spaced(close + 1) : -1;
  }

  /** `#word` or `#(some words)`, and a space behind it. */
  tag(at: number): number {
    const { text } = this;
    if (text[at + 1] === '(' && text[at + 2] !== ')') {
      const close = this.tagEnd.from(at + 2);
      if (close !== NOWHERE) return this.spaced(close + 1);
    }
    tagWord.lastIndex = at + 1;
    return tagWord.test(text) ? this.spaced(tagWord.lastIndex) : -1;
  }

  /** Behind one space or tab, if there is one. */
  spaced(at: number): number {
    return this.text[at] === ' ' || this.text[at] === '\t' ? at + 1 : at;
  }

  private run(sign: string, from: number): number {
    let end = from;
    while (this.text[end] === sign) end++;
    return end;
  }
}

/** What forbids a `}` to end data. */
const behind = /\s*[,}]/y;
// `A-z` as in the original: brackets and a few other signs belong to a tag.
const tagWord = /[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+/y;

const placeOf = (index: number): number => (index < 0 ? NOWHERE : index);

function firstOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? NOWHERE;
}
