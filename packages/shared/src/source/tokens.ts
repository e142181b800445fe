// A text as tokens that are equal where its words are: characters, or words of scripts with spaces, without regard to how
// marks, widths and spaces are set. A mark that comes or goes is no matter of setting: 不可以 is not 不，可以.

/** What stands after a token: nothing of note, the end of a clause, of a sentence, of a paragraph. */
const CLAUSE = 1;
export const SENTENCE = 2;
export const PARAGRAPH = 3;

export interface Tokens {
  readonly ids: Int32Array;
  /** In code points of the text; `ends` excluded. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly breaks: Uint8Array;
  /** How many of the tokens before each are words and not marks. */
  readonly words: Int32Array;
}

/** The same id for the same word in every text that is read with them. */
export type Names = Map<string, number>;

/** Marks that are set in several ways; each is taken for the first of its row. */
const FORMS = new Map(
  [
    '.。．｡',
    ',，、､﹐﹑',
    ';；',
    ':：',
    '!！',
    '?？',
    '(（',
    ')）',
    '[［【〔',
    ']］】〕',
    '<＜《〈',
    '>＞》〉',
    '-－‐‑‒–—―−─﹣',
    '~～〜∼',
    '…⋯',
    '·•・‧∙･',
    `"＂“”„‟「」『』«»〝〞'＇‘’‚‛`,
  ].flatMap((row) => [...row].map((form) => [form, row.charAt(0)] as const)),
);
/** Marks of a pause stand for each other, but not within a number. */
const PAUSES = new Set(['.', ',', ';', '!']);
const SENTENCE_ENDS = new Set(['.', '!', '?', '…']);
const FIRST_NAME = 0x110000;

type Kind = 'blank' | 'dropped' | 'joined' | 'word' | 'mark' | 'flag' | 'sign';
interface Char {
  readonly kind: Kind;
  readonly folded: string;
}

/** By code point. */
const known: (Char | undefined)[] = new Array<undefined>(0x10000);

function charOf(raw: string): Char {
  const code = raw.codePointAt(0) ?? 0;
  const char = known[code];
  if (char) return char;
  const mark = FORMS.get(raw);
  const folded = mark ?? (/[\uff01-\uffdc]/u.test(raw) ? raw.normalize('NFKC') : raw);
  return (known[code] = { kind: mark === undefined ? kindOf(folded) : 'mark', folded });
}

function kindOf(char: string): Kind {
  if (/\s/u.test(char)) return 'blank';
  if (/\p{Variation_Selector}|[\u00ad\u200b\u200e\u200f\u2060\ufeff]/u.test(char)) return 'dropped';
  if (/[\p{M}\p{EMod}\p{Cf}]/u.test(char)) return 'joined';
  if (/(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]/u.test(char))
    return 'word';
  if (/\p{Regional_Indicator}/u.test(char)) return 'flag';
  return /\p{P}/u.test(char) ? 'mark' : 'sign';
}

export function tokensOf(text: string, names: Names): Tokens {
  const list = new TokenList(text.length, names);
  let at = 0;
  for (const raw of text) list.add(raw, at++);
  return list.done();
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const JOINER = '\u200d';

/** Tokens while a text is read; the last one may still grow. */
class TokenList {
  private readonly ids: Int32Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly breaks: Uint8Array;
  private readonly words: Int32Array;
  private count = 0;
  private name = '';
  private kind: Kind = 'blank';
  private end = 0;
  private isAfterDigit = false;
  private isJoining = false;

  constructor(
    most: number,
    private readonly names: Names,
  ) {
    this.ids = new Int32Array(most);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    this.breaks = new Uint8Array(most);
    this.words = new Int32Array(most + 1);
  }

  add(raw: string, at: number): void {
    const { kind, folded } = charOf(raw);
    const touches = this.count > 0 && this.end === at;
    if (kind === 'blank') {
      if (raw === '\n' && this.count > 0) this.breaks[this.count - 1] = PARAGRAPH;
    } else if (touches && this.grows(kind, folded)) this.end = at + 1;
    else {
      const isAfterDigit = touches && isDigit(this.name.at(-1) ?? '');
      this.close(touches && isDigit(folded));
      this.isAfterDigit = isAfterDigit;
      this.starts[this.count] = at;
      this.count += 1;
      this.end = at + 1;
      this.name = folded;
      this.kind = kind;
    }
  }

  /** Whether a character that touches the last token is a part of it. */
  private grows(kind: Kind, folded: string): boolean {
    if (kind === 'dropped') return true;
    if (kind === 'mark') return this.repeats(folded);
    const isPart =
      this.isJoining ||
      kind === 'joined' ||
      (kind === 'word' && this.kind === 'word') ||
      (kind === 'flag' && this.kind === 'flag' && this.name.length === folded.length);
    if (isPart) this.name += folded;
    this.isJoining = folded === JOINER;
    return isPart;
  }

  /** However long a dash is set, it is one; several full stops are an ellipsis. */
  private repeats(mark: string): boolean {
    const isEllipsis = mark === '.' && (this.name === '.' || this.name === '…');
    if (isEllipsis) this.name = '…';
    return isEllipsis || ((mark === '-' || mark === '…') && this.name === mark);
  }

  private close(isBeforeDigit: boolean): void {
    if (this.count === 0) return;
    const last = this.count - 1;
    const isMark = this.kind === 'mark';
    const isInNumber = this.isAfterDigit && isBeforeDigit;
    const isPause = PAUSES.has(this.name) && !isInNumber;
    const name = isPause ? ',' : this.name;
    this.ids[last] = this.idOf(name);
    this.ends[last] = this.end;
    this.words[this.count] = (this.words[last] ?? 0) + (isMark ? 0 : 1);
    if (isMark && !isInNumber && this.breaks[last] === 0)
      this.breaks[last] = SENTENCE_ENDS.has(this.name) ? SENTENCE : CLAUSE;
  }

  private idOf(name: string): number {
    const code = name.codePointAt(0) ?? 0;
    if (name.length === (code > 0xffff ? 2 : 1)) return code;
    const id = this.names.get(name) ?? FIRST_NAME + this.names.size;
    this.names.set(name, id);
    return id;
  }

  done(): Tokens {
    this.close(false);
    const { count } = this;
    return {
      ids: this.ids.subarray(0, count),
      starts: this.starts.subarray(0, count),
      ends: this.ends.subarray(0, count),
      breaks: this.breaks.subarray(0, count),
      words: this.words.subarray(0, count + 1),
    };
  }
}
