// Writing a map as Argdown: a block for each claim, with what speaks to it, and for each argument that has more than one
// premise or is undercut. All other arguments are relations between statements.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id, Language } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { argumentData, claimData, IMPLIED } from './argdownRows.ts';
import { argdownData, argdownRule, argdownText, argdownTitle, shownText } from './argdownText.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Origin } from '../format.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';
import { dateOf, wordsFor, type Words } from '../words.ts';

export function writtenArgdown(content: MapContent, origin: Origin): string {
  const document = new ArgdownDocument(content);
  const blocks = [...document.blocks()];
  // The parser asks for something after the front matter.
  if (blocks.length === 0) blocks.push(`# ${argdownText(content.info.title)}`);
  const rest = restOf(content, (id) => document.shows(id));
  return [frontMatter(content, origin, rest), ...blocks].join('\n\n') + '\n';
}

/** Loose mode: `+` and `-` mean support and attack, not logical consequence and contradiction. */
function frontMatter({ info }: MapContent, { at, version, permalink }: Origin, rest: object): string {
  const lines = [
    `title: ${argdownData(info.title)}`,
    info.question && `subTitle: ${argdownData(info.question)}`,
    info.about && `abstract: ${argdownData(info.about)}`,
    `date: ${argdownData(dateOf(at))}`,
    'model:\n    mode: loose',
    `${CARRIED}: ${argdownData({ version, permalink, ...rest })}`,
  ];
  return `===\n${lines.filter(Boolean).join('\n')}\n===`;
}

class ArgdownDocument {
  private readonly tree: ShownTree;
  private readonly language: Language;
  private readonly words: Words;
  /** Claims that only references lead to: what they hang under shows no premise at the moment. */
  private readonly borrowed: readonly Claim[];
  /** `c1`, `a1`: of every claim, and of arguments that have a title. */
  private readonly short = new Map<Id, string>();
  private readonly titles = new Map<Id, string>();
  /** By the claim that is its only premise, an argument that needs no title. */
  private readonly plain = new Map<Id, Argument>();

  constructor(content: MapContent) {
    this.tree = shownTree(content);
    this.language = content.info.language;
    this.words = wordsFor(this.language);
    const { inOrder, premisesOf, has } = this.tree;
    const premises = inOrder.flatMap(({ id }) => premisesOf(id).map(({ claim }) => claim));
    this.borrowed = [...new Set(premises)].filter(({ id }) => !has(id));
    let claims = 0;
    let all = 0;
    for (const one of [...inOrder, ...this.borrowed]) {
      const sole = isClaim(one) ? undefined : this.solePremise(one);
      if (isClaim(one)) this.name(one.id, `c${++claims}`, one.text, '[]');
      else if (sole) this.plain.set(sole.id, one);
      else this.name(one.id, `a${++all}`, premisesOf(one.id)[0]?.claim.text ?? '', '<>');
    }
  }

  shows(id: Id): boolean {
    return this.tree.has(id) || this.titles.has(id);
  }

  *blocks(): Generator<string> {
    for (const one of this.tree.inOrder) {
      if (isClaim(one)) yield this.statement(one) + this.relations(one.id);
      else if (this.titles.has(one.id)) yield this.argument(one);
    }
    for (const claim of this.borrowed) yield this.statement(claim);
  }

  /** One premise, at home here, and nothing said about the inference: a statement for or against another says it all. */
  private solePremise({ id }: Argument): Claim | undefined {
    const [first, second] = this.tree.premisesOf(id);
    const isSole = first && !second && !first.reference && this.tree.repliesTo(id).length === 0;
    return isSole ? first.claim : undefined;
  }

  private name(id: Id, short: string, text: string, [open = '', close = '']: string): void {
    this.short.set(id, short);
    this.titles.set(id, `${open}${`${short} ${argdownTitle(text)}`.trim()}${close}`);
  }

  private statement(claim: Claim): string {
    const data = claimData(claim, shownText(claim.text), this.language, this.plain.get(claim.id));
    return `${this.title(claim.id)}: ${argdownText(claim.text)} ${own(data)}`;
  }

  /** The argument and what is said against its inference, then its premises and what they come to. */
  private argument(argument: Argument): string {
    const { id, direction, target, scheme } = argument;
    const shown = scheme === null ? null : shownText(scheme);
    const premises = this.tree.premisesOf(id);
    const steps = premises.map(({ claim }, i) => `(${i + 1}) ${this.title(claim.id)}\n`).join('');
    const inference = scheme === null ? '-----' : `-- ${argdownRule(scheme)} --`;
    const against = this.words.against(this.short.get(id) ?? '', this.short.get(target.id) ?? '');
    const conclusion = direction === 'support' ? this.title(target.id) : `[${against}] ${own(IMPLIED)}`;
    const head = `${this.title(id)} ${own(argumentData(argument, shown))}${this.relations(id)}`;
    return `${head}\n\n${steps}${inference}\n(${premises.length + 1}) ${conclusion}`;
  }

  private relations(id: Id): string {
    const lines = this.tree.repliesTo(id).map((reply) => {
      const sign = reply.target.kind === 'argument' ? '<_' : reply.direction === 'support' ? '+' : '-';
      return `\n    ${sign} ${this.title((this.solePremise(reply) ?? reply).id)}`;
    });
    return lines.join('');
  }

  private title(id: Id): string {
    return this.titles.get(id) ?? '';
  }
}

const own = (data: object): string => argdownData({ [CARRIED]: data });
