// A map as nodes and edges for tools that draw graphs, and what such a drawing does not say: the same for DOT and Mermaid.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import { isSet } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import { relationOf, type Relation } from '../../map/relation.ts';
import type { Origin } from '../format.ts';
import { Losses } from '../loss.ts';
import { contributorsTo, shownOf, type Shown } from '../document/mapDocumentPeople.ts';
import { countHidden, isClaim, shownTree, type ShownTree } from '../shownTree.ts';
import { dateOf, wordsFor, type Words } from '../words.ts';

export interface DotGraph {
  readonly claims: readonly ClaimNode[];
  /** Arguments that a single line cannot stand for: of several premises, or undercut themselves. */
  readonly joints: readonly JointNode[];
  readonly edges: readonly Edge[];
  readonly losses: Losses;
}

export interface ClaimNode {
  /** `c1`, `c2` … */
  readonly key: string;
  readonly text: string;
  readonly isThesis: boolean;
}

export interface JointNode {
  /** `a1`, `a2` … */
  readonly key: string;
  readonly relation: Relation;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  /** In the map's language, with the scheme; empty from a premise to the argument that it shares with others. */
  readonly label: string;
}

/** On paper, as in the light theme of the product (apps/web/src/styles/tokens.css). */
export const DOT_COLOURS = {
  ink: '#1d1b18',
  line: '#8c8578',
  thesis: '#29335c',
  thesisTint: '#eaecf4',
  support: '#0b6e63',
  rebut: '#b23a12',
  undercut: '#6d3a93',
} as const;

export const JOINT_SIGNS: Readonly<Record<Relation, string>> = {
  thesis: '',
  support: '+',
  rebut: '−',
  undercut: '↗',
};

export function dotGraph(content: MapContent): DotGraph {
  const drawing = new Drawing(content);
  drawing.draw();
  return drawing;
}

class Drawing implements DotGraph {
  readonly claims: ClaimNode[] = [];
  readonly joints: JointNode[] = [];
  readonly edges: Edge[] = [];
  readonly losses = new Losses();
  private readonly tree: ShownTree;
  private readonly words: Words;
  private readonly keys = new Map<Id, string>();

  constructor(private readonly content: MapContent) {
    this.tree = shownTree(content);
    this.words = wordsFor(content.info.language);
  }

  draw(): void {
    const { inOrder } = this.tree;
    const all = inOrder.filter((node): node is Argument => !isClaim(node));
    // A premise may be at home beneath an argument that shows no premise at the moment.
    const premises = all.flatMap(({ id }) => this.tree.premisesOf(id).map(({ claim }) => claim));
    const claims = new Set([...inOrder.filter(isClaim), ...premises]);
    for (const { id, text, home } of claims) {
      this.claims.push({ key: this.named(id, `c${this.claims.length + 1}`), text, isThesis: home === null });
    }
    for (const argument of all) {
      if (this.isPlain(argument)) continue;
      const key = this.named(argument.id, `a${this.joints.length + 1}`);
      this.joints.push({ key, relation: relationOf(argument) });
    }
    for (const argument of all) this.drawArgument(argument);
    this.count(claims, all);
  }

  private drawArgument(argument: Argument): void {
    const relation = relationOf(argument);
    const label = this.words.relation[relation] + (argument.scheme ? this.words.scheme(argument.scheme) : '');
    const premises = this.tree.premisesOf(argument.id).map(({ claim }) => this.keyOf(claim.id));
    const to = this.keyOf(argument.target.id);
    const joint = this.keys.get(argument.id);
    if (joint === undefined) {
      for (const from of premises) this.edges.push({ from, to, relation, label });
      return;
    }
    for (const from of premises) this.edges.push({ from, to: joint, relation, label: '' });
    this.edges.push({ from: joint, to, relation, label });
  }

  private isPlain({ id }: Argument): boolean {
    return this.tree.premisesOf(id).length === 1 && this.tree.repliesTo(id).length === 0;
  }

  private named(id: Id, key: string): string {
    this.keys.set(id, key);
    return key;
  }

  private keyOf(id: Id): string {
    return this.keys.get(id) ?? '';
  }

  private count(claims: ReadonlySet<Claim>, all: readonly Argument[]): void {
    const drawn = new Set([...claims, ...all].map(({ id }) => id));
    const tree = { ...this.tree, has: (id: Id) => drawn.has(id) };
    countHidden(this.content, tree, this.losses);
    countUnsaid(this.content, shownOf(this.content, tree), this.losses);
  }
}

/** Words and relations are all that a drawing says. */
function countUnsaid({ info, participants, ...all }: MapContent, shown: Shown, losses: Losses): void {
  const { claims, references, comments, quotations, sources, editions } = shown;
  const drawn = [...claims, ...shown.arguments, ...references];
  const authors = new Set(drawn.map(({ by }) => by));
  const quoted = new Set(editions.map(({ source }) => source));
  const lost = {
    authors: drawn.filter(({ by }) => by !== null),
    times: drawn,
    people: participants.filter(({ id }) => !authors.has(id)),
    rewordings: claims.filter(({ reworded }) => reworded !== null),
    languages: claims.filter(({ language }) => language !== info.language),
    beside: claims.filter(({ beside }) => beside.length > 0),
    comments,
    quotations,
    sources: sources.filter(({ id }) => !quoted.has(id)),
    removed: [...missingFrom(quotations, all.quotations), ...missingFrom(sources, all.sources)],
  };
  for (const [kind, things] of Object.entries(lost)) losses.addAll(kind as keyof typeof lost, things);
  if (isSet(info)) losses.add('settings', 'info');
}

function missingFrom<T>(some: readonly T[], all: readonly T[]): T[] {
  const here = new Set(some);
  return all.filter((one) => !here.has(one));
}

/** Where the drawing comes from, what is asked and what it is about: for lines of comment, without line breaks. */
export function dotRemarks(content: MapContent, { at, version, permalink }: Origin): string[] {
  const { question, about, language } = content.info;
  const words = wordsFor(language);
  const shown = shownOf(content, shownTree(content));
  const names = contributorsTo(
    { ...shown, comments: [], quotations: [], sources: [], editions: [] },
    content.participants,
  );
  return [
    [dateOf(at), words.version(version), permalink ?? ''].filter(Boolean).join(' · '),
    question && `${words.question} ${question}`,
    about,
    names.length > 0 ? `${words.contributors} ${names.map(({ name }) => name).join(words.comma)}` : '',
  ].flatMap(dotLines);
}

/** The lines of a text that say something. */
export const dotLines = (text: string): string[] =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
