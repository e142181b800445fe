// From what an Argdown file says to claims and arguments. A statement is a claim, under the wording that counts; so is the
// sketch of an argument without premises and conclusion. What else is said of them is kept as comments.
import { argumentsOf } from './argdownArguments.ts';
import { isFields } from './argdownData.ts';
import { claimKey } from './argdownKeys.ts';
import { canonical, definedIn, type ArgdownArgument, type ArgdownModel, type Member, type Related, type Relation, type Statement } from './argdownModel.ts'; // prettier-ignore
import { claimRow, ownIn, rowIn } from './argdownRows.ts';
import type { Telling } from './argdownTelling.ts';
import { shownText } from './argdownText.ts';
import { carriedText } from '../graph/carried.ts';
import type { Graph, GraphClaim } from '../graph/graph.ts';

type Node = Statement | ArgdownArgument;

export function graphOf(
  model: ArgdownModel,
  relations: readonly Relation[],
  telling: Telling,
): Pick<Graph, 'claims' | 'arguments'> {
  const { implied, ...read } = argumentsOf(model, relations, telling);
  const language = languageIn(model.frontMatter);
  const notes = sketches(model, telling);
  const sketched = [...model.arguments.values()].filter(({ steps }) => steps.length === 0);
  const nodes: Node[] = [...model.statements.values(), ...sketched];
  const stray = strayIn(nodes, model, relations);
  const places = nodes
    .filter((node) => !implied.has(node) && !stray.has(node))
    .map((node) => ({ node, start: startOf(node) }))
    .sort((a, b) => a.start - b.start);
  const claims = places.map(({ node, start }) => claimOf(node, start, { notes, language, telling }));
  return { claims, arguments: read.arguments };
}

interface Reading {
  readonly notes: ReadonlyMap<Node, readonly string[]>;
  /** Of the map, as far as the file says. */
  readonly language: unknown;
  readonly telling: Telling;
}

function claimOf(node: Node, start: number, { notes, language, telling }: Reading): GraphClaim {
  const { where, losses } = telling;
  const defined = definedIn(node);
  const member = canonical(node, defined);
  const at = where(start);
  const data = node.kind === 'statement' ? rowIn(node) : undefined;
  const isNamed = node.members.some(({ hasTitle }) => hasTitle);
  const text = member?.text || (isNamed ? node.title : '');
  const comments = [...(notes.get(node) ?? [])];
  for (const one of defined) {
    if (one !== member && one.text !== member?.text && one.text !== '') {
      losses.add('beside', where(one.start));
      comments.push(one.text);
    }
    for (const address of addressesIn(one, telling)) comments.push(address);
  }
  if (!data && isNamed && text !== node.title) losses.add('unknown', `${at}: ${node.title}`);
  return {
    key: claimKey(node),
    where: at,
    text: data ? carriedText(data, text, shownText) : text,
    ...(data && { row: claimRow(data, language) }),
    ...(comments.length > 0 && { comments: comments.map((comment) => ({ text: comment })) }),
  };
}

/** What is said of an argument beside its premises goes to the first of them. */
function sketches(model: ArgdownModel, { where, losses }: Telling): ReadonlyMap<Node, readonly string[]> {
  const notes = new Map<Node, string[]>();
  for (const argument of model.arguments.values()) {
    const first = argument.steps[0]?.statement;
    if (!first) continue;
    const defined = definedIn(argument).filter(({ text }) => text !== '');
    if (defined.length > 0) losses.add('texts', where(argument.start));
    else if (!rowIn(argument) && argument.members.length > 0)
      losses.add('unknown', `${where(argument.start)}: ${argument.title}`);
    const texts = new Set(defined.map(({ text }) => `${argument.title}: ${text}`));
    const said = notes.get(first) ?? [];
    for (const text of texts) said.push(text);
    for (const one of defined) for (const address of addressesIn(one, { where, losses })) said.push(address);
    notes.set(first, said);
  }
  return notes;
}

/** Addresses of links, which a text has no place for. */
function addressesIn({ isEmphasised, links, start }: Member, { where, losses }: Telling): string[] {
  if (isEmphasised || links.length > 0) losses.add('texts', where(start));
  return links.map(({ words, address }) => `${words}: ${address}`);
}

/** Where it is first said, or else first named. */
function startOf(node: Node): number {
  const defined = definedIn(node);
  const members = defined.length > 0 ? defined : node.members;
  return members.reduce((least, { start }) => Math.min(least, start), Infinity);
}

/** A stray line break makes a statement without words, which nothing uses. */
function strayIn(
  nodes: readonly Node[],
  model: ArgdownModel,
  relations: readonly Relation[],
): ReadonlySet<Node> {
  const stray = new Set<Related>(
    nodes.filter(({ members }) =>
      members.every(({ hasTitle, text, data }) => !hasTitle && text === '' && data === undefined),
    ),
  );
  if (stray.size === 0) return stray as Set<Node>;
  for (const { from, to } of relations) for (const node of [from, to]) stray.delete(node);
  for (const { steps } of model.arguments.values())
    for (const { statement } of steps) stray.delete(statement);
  return stray as Set<Node>;
}

function languageIn(frontMatter: unknown): unknown {
  const info = ownIn(frontMatter)?.['info'];
  return isFields(info) ? info['language'] : undefined;
}
