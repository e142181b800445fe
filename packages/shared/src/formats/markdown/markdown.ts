// A map as an outline for people: numbered, in words as well as signs, in the map's own language.
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Participant } from '../../map/tables/participants.ts';
import type { Format, Origin } from '../format.ts';
import { Losses } from '../loss.ts';
import { contributorsTo, shownOf, type Shown } from '../document/mapDocumentPeople.ts';
import { RELATION_SIGNS } from '../document/mapDocumentWords.ts';
import { countMarkdown } from './markdownLosses.ts';
import { namesIn } from './markdownNames.ts';
import { readMarkdown } from './markdownRead.ts';
import { markdownBlock, markdownLine, markdownUrl } from './markdownText.ts';
import { numbered, type Line, type Numbered, type Part } from '../document/numbering.ts';
import { quotedTexts, type QuotedTexts } from '../document/numberingQuotations.ts';
import { settled } from '../document/numberingSettled.ts';
import { dateOf, wordsFor, type Words } from '../words.ts';

export const markdown: Format = {
  id: 'markdown',
  name: 'Markdown',
  mediaType: 'text/markdown',
  extension: 'md',
  write(given, origin) {
    const losses = new Losses();
    const { content, tree, became } = settled(given);
    losses.addAll('references', became);
    const shown = shownOf(content, tree);
    const outline = new Outline(content, shown);
    const value = [...outline.head(origin), ...outline.blocks()].join('\n\n') + '\n';
    countMarkdown(content, shown, losses);
    return { value, losses: losses.list() };
  },
  read: readMarkdown,
  looksLike: (start, name) => /\.(md|markdown|mkd)$/.test(name) || /^ {0,3}(#{1,6}|[-*+]) \S/m.test(start),
  remark: (lines) => `\n<!--\n${lines.join('\n').replace(/--+/g, '—')}\n-->`,
};

class Outline {
  private readonly words: Words;
  /** Of people, as they are written. */
  private readonly names: ReadonlyMap<Id, string>;
  private readonly numbered: Numbered;
  private readonly quoted: QuotedTexts;
  private readonly contributors: readonly Participant[];

  constructor(
    private readonly content: MapContent,
    private readonly shown: Shown,
  ) {
    this.words = wordsFor(content.info.language);
    this.contributors = contributorsTo(shown, content.participants);
    this.names = namesIn(shown, content.participants);
    this.numbered = numbered(shown.tree);
    this.quoted = quotedTexts(shown, content.editions);
  }

  head({ at, version, permalink }: Origin): string[] {
    const { title, question, about } = this.content.info;
    const { words } = this;
    const facts = [dateOf(at), words.version(version), permalink === null ? '' : markdownUrl(permalink)];
    const names = this.contributors.map(({ id }) => this.nameOf(id));
    return [
      `# ${markdownLine(title)}`,
      markdownBlock(question) && `**${words.question}** ${markdownBlock(question)}`,
      markdownBlock(about),
      facts.filter(Boolean).join(' · '),
      names.length > 0 ? `${words.contributors} ${names.join(words.comma)}` : '',
    ].filter((block) => block !== '');
  }

  blocks(): string[] {
    const parts = this.numbered.parts.filter(({ lines }) => lines.length > 0);
    return [...parts.flatMap((part) => this.partBlocks(part)), ...this.sources()];
  }

  private partBlocks({ letter, continues, lines }: Part): string[] {
    const list = lines.flatMap((line) => [this.item(line), ...this.quotations(line), ...this.comments(line)]);
    const block = list.join('\n');
    return letter === '' ? [block] : [`## ${this.words.continuing(letter, continues)}`, block];
  }

  private item(line: Line): string {
    const indent = '  '.repeat(line.depth);
    const parts = [
      `**${line.number}${line.relation ? '' : ')'}**`,
      this.label(line),
      this.saying(line, `${indent}  `),
    ];
    if (line.continued) parts.push(`*${this.words.continued(line.continued)}*`);
    return `${indent}- ${parts.filter(Boolean).join(' ')}`;
  }

  private label({ relation, argument, claim }: Line): string {
    const { words } = this;
    if (relation === undefined) return '';
    const target = argument?.target.kind === 'argument' ? this.numberOf(argument.target.id) : '';
    const scheme = argument?.scheme ? words.scheme(markdownLine(argument.scheme)) : '';
    const label = `${words.relation[relation]}${target && words.aimedAt(target)}${scheme}`;
    return `${RELATION_SIGNS[relation]} *${label}${claim ? '' : words.together}${words.colon}*`;
  }

  private saying({ claim, isReference }: Line, indent: string): string {
    if (!claim) return '';
    if (isReference) return this.words.see(this.numberOf(claim.id));
    // An arrow in people's words must not be taken for one of ours.
    return markdownBlock(claim.text, indent).replace(/^→/, '&#8594;');
  }

  private quotations({ claim, isReference, depth }: Line): string[] {
    if (!claim || isReference) return [];
    const indent = `${'  '.repeat(depth + 1)}> `;
    const blocks = this.quoted.on(claim.id).flatMap(({ quotation: { exact }, source, number, bearing }) => {
      const words = markdownBlock(exact, indent);
      const cited = this.words.cited(markdownLine(source.title), number, this.words.bearing[bearing]);
      return words === '' ? [] : [`${indent}${words} *${cited}*`];
    });
    // Two quotations in a row would be one paragraph.
    return blocks.flatMap((block, i) => (i === 0 ? [block] : [indent.trimEnd(), block]));
  }

  private comments({ claim, isReference, depth }: Line): string[] {
    if (!claim || isReference) return [];
    const indent = '  '.repeat(depth + 1);
    return this.shown.tree.commentsOn(claim.id).map(({ by, text }) => {
      const author = by === null ? '' : this.nameOf(by);
      return `${indent}- *${this.words.comment(author)}* ${markdownBlock(text, `${indent}  `)}`;
    });
  }

  private sources(): string[] {
    const list = this.quoted.sources.map(({ title, url }, i) =>
      [`${i + 1}. ${markdownLine(title)}`, markdownUrl(url)].filter(Boolean).join(' '),
    );
    return list.length === 0 ? [] : [`## ${this.words.sources}`, list.join('\n')];
  }

  private nameOf(id: Id): string {
    return markdownLine(this.names.get(id) ?? '')
      .replaceAll(',', '\\,')
      .replaceAll('、', '&#12289;');
  }

  private numberOf(id: Id): string {
    return this.numbered.numberOf.get(id) ?? '';
  }
}
