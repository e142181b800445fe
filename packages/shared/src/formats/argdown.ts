// A map as Argdown (argdown.org): claims are statements, arguments with joint premises or undercuts are arguments.
// What Argdown has no words for stands in its data, so that nothing visible is lost on the way back.
import type { Argument, Claim, Id, Language, MapContent, Reference, Stamp } from '../map/map.ts';
import { argdownData, argdownText, argdownTitle, shownText } from './argdownText.ts';
import type { Format, Origin } from './format.ts';
import { Losses } from './loss.ts';
import { countHidden, isClaim, shownTree, type ShownTree } from './shownTree.ts';
import { dateOf, wordsFor, type Words } from './words.ts';

export const argdown: Format = {
  id: 'argdown',
  name: 'Argdown',
  mediaType: 'text/x-argdown',
  extension: 'argdown',
  write(content, origin) {
    const losses = new Losses();
    const document = new ArgdownDocument(content);
    const blocks = [...document.blocks()];
    // The parser asks for something after the front matter.
    if (blocks.length === 0) blocks.push(`# ${argdownText(content.info.title)}`);
    const value = [frontMatter(content, origin), ...blocks].join('\n\n') + '\n';
    countHidden(content, document.tree, losses);
    return { value, losses: losses.list() };
  },
};

/** Loose mode: `+` and `-` mean support and attack, not logical consequence and contradiction. */
function frontMatter({ info, participants }: MapContent, { at, version, permalink }: Origin): string {
  const people = participants.map(({ id, name, role, at: since }) => ({ id, name, role, at: since }));
  const lines = [
    `title: ${argdownData(info.title)}`,
    info.question && `subTitle: ${argdownData(info.question)}`,
    info.about && `abstract: ${argdownData(info.about)}`,
    `date: ${argdownData(dateOf(at))}`,
    'model:\n    mode: loose',
    `counterpoint: ${argdownData({ version, permalink, info, participants: people })}`,
  ];
  return `===\n${lines.filter(Boolean).join('\n')}\n===`;
}

class ArgdownDocument {
  readonly tree: ShownTree;
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
    return `${this.title(claim.id)}: ${argdownText(claim.text)} ${this.claimData(claim)}`;
  }

  /** The argument and what is said against its inference, then its premises and what they come to. */
  private argument(argument: Argument): string {
    const { id, direction, target } = argument;
    const premises = this.tree.premisesOf(id);
    const references = premises.flatMap(({ reference }) => (reference ? [referenceData(reference)] : []));
    const data = argdownData({ ...argumentData(argument), ...(references.length > 0 && { references }) });
    const against = `[${this.words.against(this.short.get(id) ?? '', this.short.get(target.id) ?? '')}]`;
    const conclusion = direction === 'support' ? this.title(target.id) : against;
    const steps = premises.map(({ claim }, i) => `(${i + 1}) ${this.title(claim.id)}\n`).join('');
    return `${this.title(id)} ${data}${this.relations(id)}\n\n${steps}-----\n(${premises.length + 1}) ${conclusion}`;
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

  /** What the text does not say. A premise of a plain argument carries the argument with it. */
  private claimData(claim: Claim): string {
    const { id, text, language, order, by, at, reworded, beside } = claim;
    const argument = this.plain.get(id);
    const comments = this.tree.commentsOn(id).map((one) => ({ id: one.id, text: one.text, ...stampOf(one) }));
    const wordings = beside.map((wording) => ({ text: wording.text, ...stampOf(wording) }));
    return argdownData({
      id,
      ...(shownText(text) !== text && { text }),
      ...(language !== this.language && { language }),
      order,
      by,
      at,
      ...(reworded && { reworded: stampOf(reworded) }),
      ...(wordings.length > 0 && { beside: wordings }),
      ...(comments.length > 0 && { comments }),
      ...(argument && { argument: argumentData(argument) }),
    });
  }
}

const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at });

const argumentData = ({ id, order, scheme, by, at }: Argument) => ({
  id,
  order,
  ...(scheme !== null && { scheme }),
  by,
  at,
});
const referenceData = ({ id, claim, order, by, at }: Reference) => ({ id, claim, order, by, at });
