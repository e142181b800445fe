// The words of Markdown (CommonMark, and tables as GitHub has them) without its marks: a paragraph or a heading is a line.
import { lexer, type MarkedToken, type Token } from 'marked';
import { Counts, flowing, type Draft, type Part } from './textDraft.ts';
import { htmlDraft, withoutEntities } from './textHtml.ts';

/** Facts on a file that some writers put above it. */
const FRONT = /^---\n(?:(?!---|\.\.\.)[^\n]*\n){0,200}(?:---|\.\.\.)(?:\n|$)/;
/** A break that is meant, until lines are put together. */
const BREAK = '\f';

export function markdownDraft(text: string): Draft {
  const front = FRONT.exec(text)?.[0] ?? '';
  const title = /^title:[ \t]*(["']?)(.+)\1[ \t]*$/m.exec(front)?.[2];
  const walk = new Walk();
  walk.blocks(lexer(text.slice(front.length)));
  return { title: title ?? walk.heading, parts: walk.parts, left: walk.left };
}

class Walk {
  readonly parts: Part[] = [];
  readonly left = new Counts();
  heading: string | undefined;

  blocks(tokens: readonly Token[]): void {
    for (const token of tokens) this.block(token as MarkedToken);
  }

  private block(token: MarkedToken): void {
    switch (token.type) {
      case 'heading':
      case 'paragraph':
      case 'text': {
        const line = this.lines([token]);
        if (token.type === 'heading') this.heading ??= line;
        this.put(line);
        break;
      }
      case 'code':
        this.put(token.text);
        break;
      case 'blockquote':
        this.blocks(token.tokens);
        break;
      case 'list':
        for (const item of token.items) this.blocks(item.tokens);
        break;
      case 'table':
        this.left.add('tables');
        for (const row of [token.header, ...token.rows])
          this.put(row.map(({ tokens }) => this.lines(tokens)).join('\t'));
        break;
      case 'html':
        this.page(token.text);
        break;
      default: // a line between, or where a link leads
    }
  }

  private put(text: string): void {
    this.parts.push({ text });
  }

  private page(html: string): void {
    const { parts, left = new Counts() } = htmlDraft(html);
    this.parts.push(...parts);
    for (const [kind, count] of left) this.left.add(kind, count);
  }

  private lines(tokens: readonly Token[]): string {
    const paragraphs = this.inline(tokens).split(BREAK);
    return paragraphs.map((lines) => flowing(lines.split('\n'))).join('\n');
  }

  private inline(tokens: readonly Token[]): string {
    return tokens.map((token) => this.words(token as MarkedToken)).join('');
  }

  private words(token: MarkedToken): string {
    switch (token.type) {
      case 'br':
        return BREAK;
      case 'codespan':
      case 'escape':
        return token.text;
      case 'image':
        this.left.add('pictures');
        return '';
      case 'html':
      case 'checkbox':
        return '';
      default:
        if (token.type === 'link') this.left.add('links');
        if ('tokens' in token && token.tokens) return this.inline(token.tokens);
        return 'text' in token ? withoutEntities(token.text) : '';
    }
  }
}
