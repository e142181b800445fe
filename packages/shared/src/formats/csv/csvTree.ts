// How the claims and arguments of a file hang together. Our own files have a row for each argument. In a table that someone
// made, a claim speaks for or against the claim it is under, and the argument between them goes without saying.
import type { Direction } from '../../map/tables/arguments.ts';
import { relatingOf } from './csvColumns.ts';
import type { CsvRow } from './csvTable.ts';
import type { Losses } from '../loss.ts';

export interface CsvNode {
  readonly kind: 'claim' | 'argument' | 'reference';
  /** Its id, or where it stands. */
  readonly key: string;
  readonly row: CsvRow;
}

export interface CsvArgument {
  readonly key: string;
  readonly row: CsvRow;
  readonly direction: Direction;
  /** A key, or what the row says where there is nothing of the kind; empty where it says nothing. */
  target: string;
  /** Claims, by the number of the row that puts them here. */
  readonly premises: { readonly claim: string; readonly at: number }[];
}

export class CsvTree {
  /** In the order of the file, as their premises are. */
  readonly arguments: readonly CsvArgument[];
  /** Key of a claim -> the argument it is at home in, null for a thesis; nothing where the first use decides. */
  readonly home = new Map<string, string | null>();
  private readonly byName = new Map<string, CsvNode>();
  private readonly byKey = new Map<string, CsvArgument>();
  /** Key of a claim -> an argument that it is a premise of; undefined once it is known that there is none. */
  private readonly premiseOf = new Map<string, CsvArgument | undefined>();
  /** Key of a claim -> the claim that it goes together with. */
  private readonly jointWith = new Map<string, string>();
  private readonly joint: CsvNode[] = [];
  private readonly undercuts: { readonly argument: CsvArgument; readonly of: string }[] = [];

  /** The keys of the nodes are unique. */
  constructor(
    nodes: readonly CsvNode[],
    private readonly losses: Losses,
  ) {
    const named = nodes.filter(({ kind }) => kind !== 'reference');
    // What a row is under is an id, else a number that the file gives, else that of a row.
    const names = [
      (node: CsvNode) => String(node.row.number),
      (node: CsvNode) => node.row.get('number').trim(),
      (node: CsvNode) => node.key,
    ];
    for (const nameOf of names) for (const node of [...named].reverse()) this.byName.set(nameOf(node), node);
    // Rows may stand in any order.
    for (const node of nodes) if (node.kind === 'argument') this.addArgument(node);
    for (const node of nodes) if (node.kind !== 'argument') this.place(node);
    for (const node of this.joint) this.join(node);
    for (const { argument, of } of this.undercuts) this.aim(argument, of);
    this.arguments = [...this.byKey.values()].sort((a, b) => a.row.number - b.row.number);
    for (const { premises } of this.arguments) premises.sort((a, b) => a.at - b.at);
  }

  /** The key of the claim or argument that a row says it is under. */
  keyOf(name: string): string | undefined {
    return this.byName.get(name.trim())?.key;
  }

  private addArgument({ key, row }: CsvNode): void {
    const under = row.get('under').trim();
    const target = this.keyOf(under) ?? under;
    this.byKey.set(key, { key, row, direction: this.directionIn(row), target, premises: [] });
  }

  private place(node: CsvNode): void {
    const { kind, key, row } = node;
    const under = row.get('under').trim();
    const above = under === '' ? undefined : this.byName.get(under);
    const claim = kind === 'claim' ? key : this.keyOf(row.get('refers to'));
    if (claim !== undefined && above) this.placeUnder(node, claim, above);
    else if (kind === 'reference') this.losses.add('references', row.where);
    else {
      const relating = relatingOf(row.get('relation'));
      if (under !== '' || (relating !== undefined && relating !== 'thesis'))
        this.losses.add('dangling', row.where);
      this.home.set(key, null);
    }
  }

  private placeUnder(node: CsvNode, claim: string, above: CsvNode): void {
    const { row } = node;
    const relating = relatingOf(row.get('relation'));
    const isOwn = relating === 'support' || relating === 'rebut' || relating === 'undercut';
    const joined = isOwn ? undefined : this.byKey.get(above.key);
    if (joined) {
      joined.premises.push({ claim, at: row.number });
      if (node.kind === 'reference') return;
      this.home.set(claim, above.key);
      this.premiseOf.set(claim, joined);
    } else if (above.kind === 'claim' && relating === 'joint' && node.kind === 'claim') {
      this.joint.push(node);
      this.jointWith.set(claim, above.key);
    } else {
      const key = `argument of ${row.where}`;
      const premises = [{ claim, at: row.number }];
      const argument = { key, row, direction: this.directionIn(row), target: above.key, premises };
      this.byKey.set(key, argument);
      if (node.kind === 'claim') this.premiseOf.set(claim, argument);
      if (relating === 'undercut' && above.kind === 'claim') this.undercuts.push({ argument, of: above.key });
    }
  }

  /** A link that does not say what it means is read as support. */
  private directionIn(row: CsvRow): Direction {
    const relating = relatingOf(row.get('relation'));
    if (relating === 'rebut' || relating === 'undercut') return 'rebut';
    if (relating !== 'support') this.losses.add('edges', row.where);
    return 'support';
  }

  private join({ key, row }: CsvNode): void {
    const argument = this.argumentOf(key);
    if (argument) argument.premises.push({ claim: key, at: row.number });
    else this.losses.add('dangling', row.where);
    this.home.set(key, argument?.key ?? null);
  }

  /** An undercut of a claim is one of the argument that the claim makes. */
  private aim(argument: CsvArgument, claim: string): void {
    const target = this.argumentOf(claim);
    if (target) argument.target = target.key;
    else this.losses.add('undercuts', argument.row.where);
  }

  private argumentOf(claim: string): CsvArgument | undefined {
    const way = new Set<string>();
    let at: string | undefined = claim;
    while (at !== undefined && !this.premiseOf.has(at) && !way.has(at)) {
      way.add(at);
      at = this.jointWith.get(at);
    }
    const argument = at === undefined ? undefined : this.premiseOf.get(at);
    for (const key of way) this.premiseOf.set(key, argument);
    return argument;
  }
}
