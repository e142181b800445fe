// A map as OPML 2.0 (opml.org/spec2.opml): what speaks to a claim lies in its outline. Attributes that begin with an
// underscore are ours; outliners keep such attributes, or ignore them.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { relationOf } from '../../map/relation.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Origin } from '../format.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';
import { leanRow, namedNodes, type NamedNodes } from './xmlNodes.ts';
import { xmlAttribute, xmlJson, xmlJsonAttribute, xmlText } from './xmlText.ts';
import { rfc822Of } from './xmlTime.ts';

/** The namespace of our element in the head. */
const NAMESPACE = 'urn:counterpoint';
/** What lies deeper goes on at the end, with the name of what it speaks to: tools, and xml.ts, refuse endless depth. */
const MOST_DEPTH = 100;

export function opmlOf(content: MapContent, origin: Origin): string {
  const tree = shownTree(content);
  const named = namedNodes(tree);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    ...headOf(content, origin, named).map((line) => `    ${line}`),
    '  </head>',
    '  <body>',
    ...new OpmlBody(content, tree, named).lines(),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function headOf(content: MapContent, { at, version, permalink }: Origin, { has }: NamedNodes): string[] {
  const owners = content.participants.filter(({ role }) => role === 'owner').map(({ name }) => name);
  const rest = { version, permalink, ...restOf(content, has) };
  return [
    `<title>${xmlText(content.info.title)}</title>`,
    `<dateModified>${rfc822Of(at)}</dateModified>`,
    ...(owners.length > 0 ? [`<ownerName>${xmlText(owners.join(', '))}</ownerName>`] : []),
    `<${CARRIED}:map xmlns:${CARRIED}="${NAMESPACE}">${xmlText(xmlJson(rest))}</${CARRIED}:map>`,
  ];
}

/** What is still to be written, last first. */
type Task = { readonly outline: Outline; readonly depth: number } | { readonly end: number };

interface Outline {
  readonly claim: Claim;
  /** The argument that the claim is a premise of here; undefined at the top. */
  readonly argument: Argument | undefined;
  readonly isFirst: boolean;
  readonly isReference: boolean;
  /** The name of what the argument speaks to, where that is not the claim it lies in. */
  readonly target: string | undefined;
}

class OpmlBody {
  private readonly written: string[] = [];
  private readonly people: ReadonlyMap<Id, string>;
  private readonly deep: Claim[] = [];

  constructor(
    { participants }: MapContent,
    private readonly tree: ShownTree,
    private readonly named: NamedNodes,
  ) {
    this.people = new Map(participants.map(({ id, name }) => [id, name]));
  }

  lines(): readonly string[] {
    const isTop = (claim: Claim): boolean => claim.home === null || !this.tree.has(claim.id);
    const top = this.named.nodes
      .filter(isClaim)
      .filter(isTop)
      .map((claim) => {
        return { claim, argument: undefined, isFirst: true, isReference: false, target: undefined };
      });
    this.write(top);
    // What is written here may leave more for later, so the list grows while it is worked off.
    for (const claim of this.deep) this.write(this.replies(claim, this.named.nameOf(claim.id)));
    return this.written;
  }

  private write(outlines: readonly Outline[]): void {
    const stack: Task[] = outlines.map((outline) => ({ outline, depth: 1 })).reverse();
    for (let task = stack.pop(); task; task = stack.pop()) {
      if ('end' in task) this.written.push(`${indent(task.end)}</outline>`);
      else for (const next of this.open(task.outline, task.depth).reverse()) stack.push(next);
    }
  }

  private open(outline: Outline, depth: number): Task[] {
    const { claim, isReference } = outline;
    const replies = isReference ? [] : this.replies(claim, undefined);
    const tag = `${indent(depth)}<outline${this.attributes(outline)}`;
    if (replies.length === 0 || depth >= MOST_DEPTH) {
      if (replies.length > 0) this.deep.push(claim);
      this.written.push(`${tag}/>`);
      return [];
    }
    this.written.push(`${tag}>`);
    return [...replies.map((reply): Task => ({ outline: reply, depth: depth + 1 })), { end: depth }];
  }

  /** What speaks to a claim, with what is said against each inference right behind its premises. */
  private replies(claim: Claim, target: string | undefined): Outline[] {
    const { repliesTo, premisesOf } = this.tree;
    const outlines: Outline[] = [];
    const stack = this.shown(repliesTo(claim.id));
    for (let argument = stack.pop(); argument; argument = stack.pop()) {
      const aim = argument.target.kind === 'argument' ? this.named.nameOf(argument.target.id) : target;
      for (const [i, premise] of premisesOf(argument.id).entries()) {
        const isReference = premise.reference !== undefined;
        outlines.push({ claim: premise.claim, argument, isFirst: i === 0, isReference, target: aim });
      }
      for (const reply of this.shown(repliesTo(argument.id))) stack.push(reply);
    }
    return outlines;
  }

  private shown(replies: readonly Argument[]): Argument[] {
    return replies.filter(({ id }) => this.named.has(id)).reverse();
  }

  private attributes({ claim, argument, isFirst, isReference, target }: Outline): string {
    const { nameOf } = this.named;
    const author = claim.by === null ? undefined : this.people.get(claim.by);
    const said: readonly (readonly [string, string | undefined])[] = [
      ['text', claim.text],
      [isReference ? '_ref' : '_id', nameOf(claim.id)],
      ['_kind', !argument && this.tree.has(claim.id) ? 'thesis' : undefined],
      ['_relation', argument && relationOf(argument)],
      ['_group', argument && nameOf(argument.id)],
      ['_target', target],
      ['_scheme', isFirst ? (argument?.scheme ?? undefined) : undefined],
      ['_author', isReference ? undefined : author],
      ['created', isReference ? undefined : rfc822Of(claim.at) || undefined],
    ];
    const rows = {
      ...(!isReference && { claim: leanRow(claim) }),
      ...(argument && isFirst && { argument: leanRow(argument) }),
    };
    const visible = said.map(([name, value]) => (value === undefined ? '' : xmlAttribute(name, value)));
    return visible.join('') + (Object.keys(rows).length > 0 ? xmlJsonAttribute(`_${CARRIED}`, rows) : '');
  }
}

const indent = (depth: number): string => '  '.repeat(Math.min(depth, 8) + 1);
