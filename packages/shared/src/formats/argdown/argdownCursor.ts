// The place in an Argdown file up to which it is read. The first fault is the end: no token comes after it.
import { ArgdownLexer, type SourceComment } from './argdownLexer.ts';
import type { Kind, Token } from './argdownTokens.ts';

export interface Fault {
  /** UTF-16 offset. */
  readonly at: number;
  readonly reason: string;
}

export class Cursor {
  fault: Fault | undefined;
  readonly comments: readonly SourceComment[];
  private readonly lexer: ArgdownLexer;
  private next: Token;

  constructor(readonly source: string) {
    this.lexer = new ArgdownLexer(source);
    this.comments = this.lexer.comments;
    this.next = this.lexer.next();
  }

  get token(): Token {
    return this.next;
  }

  isAt(kind: Kind): boolean {
    return this.next.kind === kind;
  }

  take(): Token {
    const token = this.next;
    this.next = this.lexer.next();
    return token;
  }

  eat(kind: Kind): Token | undefined {
    return this.isAt(kind) ? this.take() : undefined;
  }

  expect(kind: Kind, otherwise: string): void {
    if (!this.eat(kind)) this.fail(otherwise);
  }

  imageOf({ start, end }: Token): string {
    return this.source.slice(start, end);
  }

  misplaced(): void {
    const { kind } = this.next;
    this.fail(kind === 'end' ? 'the file ends too early' : `${NAMES[kind] ?? 'this'} cannot stand here`);
  }

  fail(reason: string, at = this.next.start): void {
    this.fault ??= { at, reason };
    this.lexer.stop();
    this.next = this.lexer.next();
  }
}

const NAMES: Readonly<Partial<Record<Kind, string>>> = {
  'front matter': 'a second front matter',
  data: 'data in braces',
  heading: 'a heading',
  'empty line': 'an empty line',
  indent: 'something indented',
  dedent: 'the end of a list or of relations',
  relation: 'a relation',
  number: 'a numbered statement',
  inference: 'an inference',
  ordered: 'a list item',
  unordered: 'a list item',
  definition: 'a title in square brackets',
  reference: 'a title in square brackets',
  'argument definition': 'a title in angle brackets',
  'argument reference': 'a title in angle brackets',
  text: 'text',
  unreadable: 'a backslash at the end of a line',
};
