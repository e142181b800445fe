// A map as an outline for people: numbered, in words as well as signs, in the map's own language.
import type { Comment, Id, MapContent, Participant } from '../map/map.ts';
import type { Format, Origin, WriteOptions } from './format.ts';
import { Losses } from './loss.ts';
import { markdownBlock, markdownLine } from './markdownText.ts';
import { numbered, type Line, type Numbered, type Part } from './numbering.ts';
import { countHidden, shownTree, type ShownTree } from './shownTree.ts';
import { dateOf, wordsFor, type Words } from './words.ts';

export const markdown: Format = {
  id: 'markdown',
  name: 'Markdown',
  mediaType: 'text/markdown',
  extension: 'md',
  write(content, origin, options = {}) {
    const losses = new Losses();
    const outline = new Outline(content, options);
    const value = [...headOf(content, origin), ...outline.blocks()].join('\n\n') + '\n';
    countHidden(content, outline.tree, losses);
    countUnsaid(content, outline.tree, options, losses);
    return { value, losses: losses.list() };
  },
};

function headOf(content: MapContent, { at, version, permalink }: Origin): string[] {
  const { title, question, about, language } = content.info;
  const words = wordsFor(language);
  const facts = [
    dateOf(at),
    words.version(version),
    permalink === null ? '' : `<${permalink.replace(/[<>\s]/g, encodeURIComponent)}>`,
  ];
  const authors = contributors(content).map(({ name }) => markdownLine(name));
  return [
    `# ${markdownLine(title)}`,
    question && `**${words.question}** ${markdownBlock(question)}`,
    markdownBlock(about),
    facts.filter(Boolean).join(' · '),
    authors.length > 0 ? `${words.contributors} ${authors.join(words.comma)}` : '',
  ].filter((block) => block !== '');
}

/** People who wrote a claim, an argument or a comment, in the order in which they came. */
function contributors({ claims, arguments: all, comments, participants }: MapContent): Participant[] {
  const authors = new Set<Id | null>();
  for (const { by, removed } of [...claims, ...all, ...comments]) if (!removed) authors.add(by);
  return participants
    .filter(({ id }) => authors.has(id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

class Outline {
  readonly tree: ShownTree;
  private readonly words: Words;
  private readonly names: ReadonlyMap<Id, string>;
  private readonly numbered: Numbered;

  constructor(
    content: MapContent,
    private readonly options: WriteOptions,
  ) {
    this.tree = shownTree(content);
    this.words = wordsFor(content.info.language);
    this.names = new Map(content.participants.map(({ id, name }) => [id, name]));
    this.numbered = numbered(this.tree);
  }

  blocks(): string[] {
    return this.numbered.parts
      .filter(({ lines }) => lines.length > 0)
      .flatMap((part) => this.partBlocks(part));
  }

  private partBlocks({ letter, continues, lines }: Part): string[] {
    const list = lines.flatMap((line) => [this.item(line), ...this.commentItems(line)]).join('\n');
    return letter === '' ? [list] : [`## ${this.words.continuing(letter, continues)}`, list];
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
    return `${SIGN[relation]} *${label}${claim ? '' : words.together}${words.colon}*`;
  }

  private saying({ claim, isReference }: Line, indent: string): string {
    if (!claim) return '';
    if (isReference && this.tree.has(claim.id)) return this.words.see(this.numberOf(claim.id));
    return markdownBlock(claim.text, indent);
  }

  private commentItems({ claim, isReference, depth }: Line): string[] {
    if (!this.options.comments || !claim || isReference) return [];
    const indent = '  '.repeat(depth + 1);
    return this.tree.commentsOn(claim.id).map((comment) => {
      return `${indent}- *${this.words.comment(this.authorOf(comment))}* ${markdownBlock(comment.text, `${indent}  `)}`;
    });
  }

  private authorOf({ by }: Comment): string {
    return by === null ? '' : markdownLine(this.names.get(by) ?? '');
  }

  private numberOf(id: Id): string {
    return this.numbered.numberOf.get(id) ?? '';
  }
}

const SIGN = { thesis: '●', support: '+', rebut: '−', undercut: '↗' } as const;

/** What the outline says of nothing, though it is there. */
function countUnsaid(
  { claims, comments, info }: MapContent,
  { has }: ShownTree,
  options: WriteOptions,
  losses: Losses,
): void {
  const here = claims.filter(({ id }) => has(id));
  losses.addAll('authors', here);
  losses.addAll('times', here);
  losses.addAll(
    'languages',
    here.filter(({ language }) => language !== info.language),
  );
  losses.addAll(
    'beside',
    here.filter(({ beside }) => beside.length > 0),
  );
  losses.add('settings', 'info');
  if (!options.comments)
    losses.addAll(
      'comments',
      comments.filter(({ claim, removed }) => !removed && has(claim)),
    );
}
