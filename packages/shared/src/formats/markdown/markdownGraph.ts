// From the list items of a Markdown file to claims and arguments.
import type { Direction } from '../../map/tables/arguments.ts';
import type { Relation } from '../../map/relation.ts';
import type {
  Graph,
  GraphArgument,
  GraphClaim,
  GraphComment,
  GraphPerson,
  GraphQuotation,
} from '../graph/graph.ts';
import type { Losses } from '../loss.ts';
import { joined, type Heading, type Item } from './markdownBlocks.ts';
import { citedIn, partIn, saidIn, stanceOf, type Said } from './markdownItem.ts';
import { plainText } from './markdownPlain.ts';

/** An item and what became of it. */
interface Node {
  readonly item: Item;
  readonly said: Said;
  readonly where: string;
  /** What it speaks to, or undefined for a thesis. */
  parent: Node | undefined;
  /** Whether it is a comment, or stands under one. */
  isRemark: boolean;
  claim?: {
    text: string;
    readonly comments: GraphComment[];
    readonly quotations: GraphQuotation[];
  } & GraphClaim;
  argument?: GraphArgument & { readonly premises: string[] };
}

export interface Listed extends Pick<Graph, 'claims' | 'arguments' | 'people'> {
  /** Titles of sources by number, as quotations give them. */
  readonly cited: ReadonlyMap<number, string>;
}

/** `title` becomes a claim where the outline speaks for and against it. */
export function graphOf(items: readonly Item[], title: string, losses: Losses): Listed {
  return new Listing(title, losses).run(items);
}

class Listing {
  private readonly claims: GraphClaim[] = [];
  private readonly arguments: GraphArgument[] = [];
  private readonly people = new Map<string, GraphPerson>();
  private readonly cited = new Map<number, string>();
  private readonly nodes = new Map<Item, Node>();
  private readonly byNumber = new Map<string, Node>();
  private readonly byLetter = new Map<string, Node>();
  private readonly ends = new Map<Node, string | undefined>();
  private readonly stances = new Map<Heading, Relation | undefined>();
  private signed: ReadonlySet<Item> = new Set();
  private root: string | undefined;

  constructor(
    private readonly title: string,
    private readonly losses: Losses,
  ) {}

  run(items: readonly Item[]): Listed {
    this.signed = signedItems(items);
    const parents = new Set(items.map(({ parent }) => parent));
    for (const item of items) this.note(item, parents.has(item));
    for (const node of this.nodes.values()) this.place(node);
    for (const node of this.nodes.values()) this.add(node);
    const { claims, arguments: all, people, cited } = this;
    return { claims, arguments: all, people: [...people.values()], cited };
  }

  private note(item: Item, isParent: boolean): void {
    const where = `line ${item.line}`;
    const read = saidIn(joined(item.lines));
    // With nothing under it, it is a claim of one word.
    const said: Said =
      read.kind === 'stance' && !isParent ? { ...read, kind: 'claim', relation: undefined } : read;
    const node: Node = { item, said, where, parent: undefined, isRemark: said.kind === 'comment' };
    this.nodes.set(item, node);
    const { number, continued } = said;
    if (number !== undefined && !this.byNumber.has(number)) this.byNumber.set(number, node);
    if (continued !== undefined && !this.byLetter.has(continued)) this.byLetter.set(continued, node);
    if (said.changed) this.losses.add('texts', where);
    if (said.kind !== 'claim' || said.see !== undefined) return;
    const claim = { key: `c${item.line}`, where, text: said.text, home: null, comments: [], quotations: [] };
    if (said.joint !== 'group') node.claim = claim;
  }

  /** Past items that only say what stands under them, and past comments; a part goes on where it says. */
  private place(node: Node): void {
    const { item, said } = node;
    const above = item.parent && this.nodes.get(item.parent);
    if (above?.isRemark && said.number === undefined) node.isRemark = true;
    if (!above) node.parent = item.section && this.continues(item.section);
    else node.parent = above.isRemark || above.said.kind === 'stance' ? above.parent : above;
  }

  private continues({ raw }: Heading): Node | undefined {
    const part = partIn(raw);
    return part && (this.byLetter.get(part.letter) ?? this.byNumber.get(part.number));
  }

  private add(node: Node): void {
    const { said, parent, isRemark } = node;
    if (isRemark) this.comment(node);
    else if (said.kind === 'stance') return;
    else if (said.joint === 'joint' && parent?.said.joint === 'group') this.premise(node, parent);
    else this.claim(node);
  }

  private comment({ said: { author, text }, parent, where }: Node): void {
    const claim = parent?.claim;
    if (!claim) {
      this.losses.add('comments', where);
      return;
    }
    if (author && !this.people.has(author)) this.people.set(author, { key: author, name: author });
    claim.comments.push({ text, ...(author && { by: author }) });
  }

  private premise(node: Node, group: Node): void {
    const key = this.end(node);
    if (key === undefined) this.losses.add('dangling', node.where);
    else group.argument?.premises.push(key);
    this.keep(node, group.argument?.key ?? null);
  }

  private claim(node: Node): void {
    const { said, parent, where, item } = node;
    const relation = said.relation ?? this.impliedBy(item);
    const isFree = !parent && (relation === undefined || relation === 'thesis');
    // What stands unmarked among joint premises is one of them.
    if (parent?.said.joint === 'group' && relation === undefined && said.joint !== 'group') {
      this.premise(node, parent);
      return;
    }
    const key = said.joint === 'group' ? undefined : this.end(node);
    if (isFree || (key === undefined && said.see !== undefined)) {
      if (said.see !== undefined) this.losses.add(key === undefined ? 'dangling' : 'references', where);
      else if (said.joint !== 'group') this.keep(node, null);
      return;
    }
    if (relation === undefined || relation === 'thesis') this.losses.add('edges', where);
    node.argument = {
      key: `a${item.line}`,
      where,
      direction: directionOf(relation),
      premises: key === undefined ? [] : [key],
      targets: [this.target(parent, relation)],
      ...(said.scheme !== undefined && { scheme: said.scheme }),
    };
    this.arguments.push(node.argument);
    this.keep(node, node.argument.key);
  }

  private keep({ claim, item }: Node, home: string | null): void {
    if (!claim) return;
    this.claims.push({ ...claim, home, text: this.quote(item, claim) });
  }

  /** The claim's text, with what is quoted but not from any source of ours. */
  private quote({ quotes }: Item, { text, quotations }: NonNullable<Node['claim']>): string {
    const more: string[] = [];
    for (const { lines } of quotes) {
      const raw = joined(lines);
      const cited = citedIn(raw);
      if (!cited) more.push(plainText(raw).text);
      else {
        quotations.push({ source: `s${cited.number}`, exact: cited.exact, relation: cited.bearing });
        if (!this.cited.has(cited.number)) this.cited.set(cited.number, cited.title);
      }
    }
    return [text, ...more].filter(Boolean).join('\n');
  }

  private impliedBy(item: Item): Relation | undefined {
    if (this.signed.has(item)) return item.marker === '+' ? 'support' : 'rebut';
    const above = item.parent && this.nodes.get(item.parent);
    if (above) return above.said.kind === 'stance' ? above.said.relation : undefined;
    const { section } = item;
    if (section && !this.stances.has(section))
      this.stances.set(section, stanceOf(plainText(section.raw).text));
    return section && this.stances.get(section);
  }

  private target(parent: Node | undefined, relation: Relation | undefined): string {
    if (!parent) return this.topic();
    const argument = parent.argument?.key;
    if (argument !== undefined && (relation === 'undercut' || parent.said.joint === 'group')) return argument;
    return this.end(parent) ?? argument ?? `c${parent.item.line}`;
  }

  /** The title as a claim, for lists of what speaks for and against it. */
  private topic(): string {
    if (this.root === undefined) {
      this.root = 'title';
      this.claims.unshift({ key: this.root, where: 'line 1', text: this.title, home: null });
    }
    return this.root;
  }

  /** The claim that an item says, itself or by leading to the line where it stands. */
  private end(node: Node): string | undefined {
    const way = new Set<Node>();
    let at: Node | undefined = node;
    while (at?.said.see !== undefined && !this.ends.has(at)) {
      way.add(at);
      const next = this.byNumber.get(at.said.see);
      at = next && way.has(next) ? undefined : next;
    }
    const end = at && (this.ends.get(at) ?? at.claim?.key);
    for (const one of way) this.ends.set(one, end);
    return end;
  }
}

const directionOf = (relation: Relation | undefined): Direction =>
  relation === 'rebut' || relation === 'undercut' ? 'rebut' : 'support';

/** Items that stand among others with `+` and `-` for a bullet: then the bullets tell for and against. */
function signedItems(items: readonly Item[]): ReadonlySet<Item> {
  const markers = new Map<Item, Set<string>>();
  for (const { parent, marker } of items) {
    if (!parent) continue;
    const used = markers.get(parent) ?? new Set<string>();
    markers.set(parent, used.add(marker));
  }
  const isSigned = (parent: Item | undefined): boolean => {
    const used = parent && markers.get(parent);
    return used !== undefined && used.has('+') && used.has('-');
  };
  return new Set(
    items.filter(({ parent, marker }) => isSigned(parent) && (marker === '+' || marker === '-')),
  );
}
