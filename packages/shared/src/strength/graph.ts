// A map as a graph of claims and arguments that act on one another. It is read off the map's own indexes, where asked.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import { TOP } from '../map/tables/description.ts';

export type Point = Claim | Argument;

export const isClaim = (point: Point): point is Claim => 'home' in point;

/** What a claim or an argument is made of; each list in the order of ids, so that sums come out alike. */
export interface Inputs {
  /** Of an argument: the claims that it rests on, once each. */
  readonly premises: readonly Id[];
  readonly supports: readonly Id[];
  readonly attacks: readonly Id[];
}

const NONE: readonly never[] = [];

/** [G4] The graph of what counts in a map: what is live, and of arguments those with a premise. */
export class Graph {
  private readonly live = new Map<Id, boolean>();
  /** What was read already: what hangs in an argument and on a claim, without what is removed itself. */
  private readonly homes = new Map<Id, Claim[]>();
  private readonly replies = new Map<Id, Argument[]>();
  /** Of the arguments that were asked for, whether each counts where its target does. */
  private readonly standing = new Map<Argument, boolean>();
  private isRead = false;

  /** @param without A claim or an argument that shall not count; what hangs beneath it does, where it is used elsewhere. */
  constructor(
    readonly map: ArgumentMap,
    private readonly without?: Id,
  ) {}

  /** Every claim and every argument that counts, from the theses down. Whoever goes over all reads the map once for that. */
  *all(): Generator<Point> {
    if (!this.isRead) this.read();
    const open: Point[] = [...this.homeOf(TOP)];
    for (let point = open.pop(); point; point = open.pop()) {
      if (isClaim(point) ? point.id !== this.without : this.isStanding(point)) yield point;
      for (const reply of this.repliesOf(point.id)) open.push(reply);
      if (!isClaim(point)) open.push(...this.homeOf(point.id));
    }
  }

  /** The claim or the argument, if it counts. */
  at(id: Id): Point | undefined {
    if (!this.isLive(id)) return undefined;
    const claim = this.map.claims.get(id);
    if (claim) return id === this.without ? undefined : claim;
    const argument = this.map.arguments.get(id);
    return argument && this.isStanding(argument) ? argument : undefined;
  }

  /** Of something that counts. */
  inputs(point: Point): Inputs {
    let [supports, attacks]: [Id[] | undefined, Id[] | undefined] = [undefined, undefined];
    for (const reply of this.repliesOf(point.id)) {
      if (!this.isStanding(reply)) continue;
      if (reply.direction === 'support') (supports ??= []).push(reply.id);
      else (attacks ??= []).push(reply.id);
    }
    const premises = isClaim(point) ? NONE : this.premises(point.id);
    return { premises, supports: supports?.sort() ?? NONE, attacks: attacks?.sort() ?? NONE };
  }

  /** What a claim is a premise of, or what an argument speaks to; also what does not count. */
  dependents(id: Id): Id[] {
    const claim = this.map.claims.get(id);
    if (!claim) {
      const argument = this.map.arguments.get(id);
      return argument ? [argument.target.id] : [];
    }
    const uses = (this.map.index.uses.get(id) ?? NONE).flatMap(
      (use) => this.map.references.get(use)?.argument ?? [],
    );
    return claim.home === null ? uses : [claim.home, ...uses];
  }

  /** Of a line of parents all below share what is found at its end. */
  isLive(id: Id): boolean {
    const way: Id[] = [];
    let at: Id | null = id;
    let found: boolean | undefined;
    while (found === undefined && at !== null) {
      found = this.live.get(at);
      if (found !== undefined) break;
      way.push(at);
      const point: Point | undefined = this.map.claims.get(at) ?? this.map.arguments.get(at);
      if (!point || point.removed) found = false;
      else at = isClaim(point) ? point.home : point.target.id;
    }
    for (const passed of way) this.live.set(passed, found ?? true);
    return found ?? true;
  }

  private premises(argument: Id): Id[] {
    const found = this.homeOf(argument).flatMap(({ id }) => (id === this.without ? [] : id));
    for (const id of this.map.index.references.get(argument) ?? NONE) {
      const claim = this.usedBy(id);
      if (claim !== undefined && !found.includes(claim)) found.push(claim);
    }
    return found.sort();
  }

  /** Whether an argument counts where its target does. */
  private isStanding(argument: Argument): boolean {
    const known = this.standing.get(argument);
    if (known !== undefined) return known;
    const found = this.hasPremise(argument.id);
    this.standing.set(argument, found);
    return found;
  }

  private hasPremise(id: Id): boolean {
    if (id === this.without) return false;
    return (
      this.homeOf(id).some((claim) => claim.id !== this.without) ||
      (this.map.index.references.get(id) ?? NONE).some((use) => this.usedBy(use) !== undefined)
    );
  }

  /** The claim of a reference, if it counts. [E12] Of one that was merged the reference is still there. */
  private usedBy(reference: Id): Id | undefined {
    const claim = this.map.references.get(reference)?.claim;
    return claim !== undefined && this.map.claims.has(claim) && this.at(claim) ? claim : undefined;
  }

  private homeOf(argument: Id): readonly Claim[] {
    const known = this.homes.get(argument);
    if (known || this.isRead) return known ?? NONE;
    const found = (this.map.index.home.get(argument) ?? NONE).flatMap((id) =>
      present(this.map.claims.get(id)),
    );
    this.homes.set(argument, found);
    return found;
  }

  private repliesOf(target: Id): readonly Argument[] {
    const known = this.replies.get(target);
    if (known || this.isRead) return known ?? NONE;
    const found = (this.map.index.replies.get(target) ?? NONE).flatMap((id) =>
      present(this.map.arguments.get(id)),
    );
    this.replies.set(target, found);
    return found;
  }

  /** Row after row: looking up each by its id costs several times as much. */
  private read(): void {
    this.homes.clear();
    this.replies.clear();
    for (const claim of this.map.claims.values())
      if (!claim.removed) listed(this.homes, claim.home ?? TOP, claim);
    for (const argument of this.map.arguments.values())
      if (!argument.removed) listed(this.replies, argument.target.id, argument);
    this.isRead = true;
  }
}

const present = <T extends Point>(point: T | undefined): T[] => (point && !point.removed ? [point] : []);

function listed<T>(lists: Map<Id, T[]>, under: Id, one: T): void {
  const list = lists.get(under);
  if (list) list.push(one);
  else lists.set(under, [one]);
}
