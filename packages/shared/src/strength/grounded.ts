// What stands, falls or stays open by the links alone, without a number and without a vote (Dung 1995, grounded).
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { Graph, isClaim } from './graph.ts';

export type Label = 'in' | 'out' | 'undecided';

/**
 * What a support has to do with attacks: nothing; or (deductive: Boella and others 2010) what supports is attacked with
 * what it supports, and attacks what that attacks; or (necessary: Nouioua and Risch 2010) what is supported falls with it.
 */
export type SupportReading = 'none' | 'deductive' | 'necessary';

export interface Link {
  readonly from: Id;
  readonly to: Id;
  /** An argument falls with each of its premises, however supports are read. */
  readonly kind: 'attack' | 'support' | 'premise';
}

/** [G12] Of every claim and every argument that counts. */
export function groundedIn(map: ArgumentMap, reading: SupportReading): Map<Id, Label> {
  const graph = new Graph(map);
  const points = [...graph.all()];
  const links = points.flatMap((point): Link[] => {
    if (isClaim(point)) return [];
    const { id, direction, target } = point;
    const premises = graph.inputs(point).premises.map((from) => ({ from, to: id, kind: 'premise' }) as const);
    return [...premises, { from: id, to: target.id, kind: direction === 'support' ? 'support' : 'attack' }];
  });
  const counted = new Set(points.map(({ id }) => id));
  return grounded(counted, attacksBy(links.filter(({ to }) => counted.has(to)), reading)); // prettier-ignore
}

/** By whom each is attacked, with the attacks that a reading makes of supports. */
export function attacksBy(links: readonly Link[], reading: SupportReading): Map<Id, ReadonlySet<Id>> {
  const attackers = new Map<Id, Id[]>();
  /** Whose attackers one has as well. */
  const shares = new Map<Id, Id[]>();
  const supporters = new Map<Id, Id[]>();
  for (const { from, to, kind } of links) {
    if (kind === 'attack') listed(attackers, to, from);
    else if (kind === 'premise' || reading === 'necessary') listed(shares, to, from);
    else if (reading === 'deductive') {
      listed(shares, from, to);
      listed(supporters, to, from);
    }
  }
  const all = new Map<Id, ReadonlySet<Id>>();
  for (const id of new Set([...attackers.keys(), ...shares.keys()])) {
    const direct = reached([id], shares).flatMap((other) => attackers.get(other) ?? []);
    all.set(id, new Set(reached(direct, supporters)));
  }
  return all;
}

/** In where all attackers are out, out where one is in, again and again; the rest is undecided. */
export function grounded(ids: Iterable<Id>, attackers: ReadonlyMap<Id, ReadonlySet<Id>>): Map<Id, Label> {
  const labels = new Map<Id, Label>([...ids].map((id) => [id, 'undecided']));
  const attacked = new Map<Id, Id[]>();
  const open = new Map<Id, number>();
  for (const [id, all] of attackers) {
    open.set(id, all.size);
    for (const attacker of all) listed(attacked, attacker, id);
  }
  const stands = [...labels.keys()].filter((id) => (open.get(id) ?? 0) === 0);
  for (const id of stands) {
    labels.set(id, 'in');
    for (const fallen of attacked.get(id) ?? []) {
      if (labels.get(fallen) !== 'undecided') continue;
      labels.set(fallen, 'out');
      for (const freed of attacked.get(fallen) ?? []) {
        const left = (open.get(freed) ?? 0) - 1;
        open.set(freed, left);
        if (left === 0 && labels.get(freed) === 'undecided') stands.push(freed);
      }
    }
  }
  return labels;
}

/** All that one comes to from these, themselves among them. */
function reached(from: readonly Id[], along: ReadonlyMap<Id, readonly Id[]>): Id[] {
  const all = new Set(from);
  for (const id of all) for (const next of along.get(id) ?? []) all.add(next);
  return [...all];
}

function listed(lists: Map<Id, Id[]>, under: Id, one: Id): void {
  const list = lists.get(under);
  if (list) list.push(one);
  else lists.set(under, [one]);
}
