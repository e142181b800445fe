// The outline of a map as nested lists: what screen readers count and step through.
import type {
  DocumentComment,
  DocumentLine,
  DocumentPart,
  DocumentQuotation,
  MapDocument,
} from '@counterpoint/shared';
import { escaped, lang, said, spaceAfter } from './htmlText.ts';

/** Where a line or a part stands, for links to it. */
export const anchor = (number: string): string => `at-${escaped(number)}`;

export class HtmlOutline {
  constructor(private readonly document: MapDocument) {}

  parts(): string[] {
    return this.document.parts.flatMap((part) => this.part(part));
  }

  private part({ letter, heading, lines }: DocumentPart): string[] {
    const title = heading === '' ? [] : [`<h3 id="${anchor(letter)}">${escaped(heading)}</h3>`];
    return [...title, ...this.nested(lines)];
  }

  /** A line may be one step further in than the line before it, and any number of steps further out. */
  private nested(lines: readonly DocumentLine[]): string[] {
    const html: string[] = [];
    let open = -1;
    for (const line of lines) {
      if (line.depth > open) html.push('<ol role="list">');
      else html.push('</li>', '</ol></li>'.repeat(open - line.depth));
      open = line.depth;
      html.push(...this.item(line));
    }
    if (open >= 0) html.push('</li>', '</ol></li>'.repeat(open), '</ol>');
    return html;
  }

  private item(line: DocumentLine): string[] {
    return [
      `<li id="${anchor(line.number)}" class="${line.relation ?? 'joint'}">`,
      this.sentence(line),
      ...line.quotations.map((quotation) => this.quotation(quotation)),
      ...line.comments.map((comment) => this.comment(comment)),
    ];
  }

  private sentence({
    number,
    relation,
    sign,
    label,
    text,
    language,
    author,
    see,
    continued,
  }: DocumentLine): string {
    const element = relation === 'thesis' ? 'h3' : 'p';
    const { words } = this.document;
    const led = `${sign} ${label}${words.colon}`;
    const lead = label && `<span class="relation">${escaped(led)}</span>${spaceAfter(led)}`;
    const parts = [
      text && said('span', text, ` class="text"${lang(language, this.document.language)}`),
      see && `<a href="#${anchor(see.number)}">${escaped(see.text)}</a>`,
      author && `<span class="author">—\u00a0${said('bdi', author)}</span>`,
      continued && `<a href="#${anchor(continued.number)}">${escaped(continued.text)}</a>`,
    ];
    const rest = parts.filter(Boolean).join(' ');
    return `<${element} class="line"><span class="number">${escaped(number)}</span> ${lead}${rest}</${element}>`;
  }

  private quotation({ exact, language, bearing, source, place, note, gloss }: DocumentQuotation): string {
    const link = this.document.sources[source]?.link;
    const cite = link ? ` cite="${escaped(link)}"` : '';
    const words = said('p', exact, lang(language, this.document.language));
    const own = this.document.language;
    const translated = gloss
      ? `<p>${said('span', gloss.text, lang(gloss.language, own))}${said('bdi', gloss.by)}</p>`
      : '';
    const from = `<a href="#source-${source + 1}">${said('cite', place)}</a>`;
    const lead = bearing + this.document.words.colon;
    return `<blockquote id="quotation-${note}"${cite}>${words}${translated}<footer>${escaped(lead)}${spaceAfter(lead)}${from}</footer></blockquote>`;
  }

  private comment({ label, text }: DocumentComment): string {
    return `<div class="comment" role="note"><p>${said('span', label, ' class="by"')}${spaceAfter(label)}${said('span', text, ' class="text"')}</p></div>`;
  }
}
