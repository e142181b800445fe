// Reads statements and arguments of an Argdown file where they stand: title, text, tags and data, up to their relations.
import { Content, ContentReader, isContent, isPlain, titleIn } from './argdownContent.ts';
import type { Cursor } from './argdownCursor.ts';
import { ArgdownData } from './argdownData.ts';
import type { Member } from './argdownModel.ts';

export class MemberReader {
  private readonly contents: ContentReader;
  private readonly data = new ArgdownData();

  constructor(private readonly cursor: Cursor) {
    this.contents = new ContentReader(cursor.source);
  }

  frontMatter(): unknown {
    const { cursor } = this;
    const token = cursor.eat('front matter');
    if (!token) return undefined;
    cursor.eat('newline');
    const read = this.data.inFrontMatter(cursor.imageOf(token));
    if (!read.ok) cursor.fail(`the front matter is no YAML (${read.refusal.message})`, token.start);
    cursor.expect('empty line', 'after the front matter there must be an empty line');
    if (read.ok) this.contents.configure(read.value);
    return read.ok ? read.value : undefined;
  }

  /** Undefined after a fault. */
  member(only?: 'statement'): Member | undefined {
    const { cursor } = this;
    const { kind, start } = cursor.token;
    const isArgument = kind === 'argument definition' || kind === 'argument reference';
    if (isArgument && only) cursor.fail('an argument cannot stand here, only a statement');
    const refers = kind === 'reference' || kind === 'argument reference';
    const isTitled = refers || isArgument || kind === 'definition';
    const title = isTitled ? titleIn(cursor.imageOf(cursor.take())) : undefined;
    const { text, isEmphasised, links, tags } = refers ? this.tags() : this.content();
    const data = this.braces();
    if (cursor.fault) return undefined;
    const hasTitle = title !== undefined;
    return {
      kind: isArgument ? 'argument' : 'statement',
      start,
      title,
      hasTitle,
      isReference: refers && hasTitle,
      text: text.trim(),
      data,
      isEmphasised,
      links,
      tags,
    };
  }

  /** Text in which bold and italic may be nested. */
  content(): Content {
    const { cursor } = this;
    const content = new Content();
    if (!isContent(cursor.token.kind) && !cursor.isAt('open')) cursor.misplaced();
    let depth = 0;
    while (isContent(cursor.token.kind) || cursor.isAt('open') || (cursor.isAt('close') && depth > 0)) {
      if (cursor.isAt('open')) depth += 1;
      else if (cursor.isAt('close')) depth -= 1;
      this.put(content);
    }
    if (depth > 0) cursor.fail('bold or italic text does not end');
    return content;
  }

  /** Names of inference rules, parted by commas; none at all where there is no text. */
  rules(): string[] {
    const { cursor } = this;
    if (!isPlain(cursor.token.kind)) return [];
    const rules: string[] = [];
    do {
      const content = new Content();
      if (!isPlain(cursor.token.kind)) cursor.fail('the name of a rule is missing');
      while (isPlain(cursor.token.kind)) this.put(content);
      rules.push(content.text.trim());
    } while (cursor.eat('comma'));
    cursor.eat('newline');
    return rules;
  }

  /** Data in braces, if there are any. */
  braces(): unknown {
    const { cursor } = this;
    const token = cursor.eat('data');
    if (!token) return undefined;
    cursor.eat('newline');
    const read = this.data.inBraces(cursor.imageOf(token));
    if (!read.ok) cursor.fail(`the data in braces is no YAML (${read.refusal.message})`, token.start);
    return read.ok ? read.value : undefined;
  }

  private tags(): Content {
    const content = new Content();
    while (this.cursor.isAt('tag')) this.put(content);
    this.cursor.eat('newline');
    return content;
  }

  private put(content: Content): void {
    const token = this.cursor.take();
    if (!this.contents.put(content, token)) this.cursor.fail('a link must stand on one line', token.start);
  }
}
