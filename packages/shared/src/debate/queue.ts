// [D8] Who speaks, and who is next: one order, read off the map, the same for everyone.
import { spentAt } from './clock.ts';
import { sideOf } from './sides.ts';
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Debate } from '../map/tables/debates.ts';
import type { Hand } from '../map/tables/hands.ts';

export const handsIn = (map: ArgumentMap, debate: Id): Hand[] =>
  (map.index.hands.get(debate) ?? []).flatMap((id) => map.hands.get(id) ?? []);

/** Who speaks at the moment. */
export const speakingIn = (map: ArgumentMap, debate: Id): Hand | undefined =>
  handsIn(map, debate).find(({ state }) => state === 'speaking');

/** Points of order that wait, oldest first. */
export const pointsIn = (map: ArgumentMap, debate: Id): Hand[] =>
  handsIn(map, debate).filter(({ point, state }) => point !== null && state === 'waiting').sort(byAge); // prettier-ignore

const byAge = (a: Hand, b: Hand): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Hands that wait to speak, the next one first. What a moderator put somewhere stands there. */
export function queueIn(map: ArgumentMap, debate: Debate): Hand[] {
  const hands = handsIn(map, debate.id).filter(({ point }) => point === null);
  const waiting = hands.filter(({ state }) => state === 'waiting').sort(byAge);
  const placed = waiting.filter((hand) => hand.placed !== null);
  const others = waiting.filter((hand) => hand.placed === null);
  placed.sort((a, b) => (a.placed ?? 0) - (b.placed ?? 0) || byAge(a, b));
  return [...placed, ...ruled(map, debate, others, hands)];
}

function ruled(map: ArgumentMap, debate: Debate, waiting: Hand[], all: readonly Hand[]): Hand[] {
  if (debate.queue === 'unspoken') {
    const spoke = new Set(all.filter(({ state }) => state === 'spoken').map(({ by }) => by));
    return waiting.sort((a, b) => Number(spoke.has(a.by)) - Number(spoke.has(b.by)) || byAge(a, b));
  }
  return debate.queue === 'turns' ? byTurns(map, waiting, all) : waiting;
}

/** The sides take turns, the one that spoke longest ago first; within a side, who waits longest. */
function byTurns(map: ArgumentMap, waiting: readonly Hand[], all: readonly Hand[]): Hand[] {
  const last = new Map<Id | null, number>();
  for (const hand of all)
    if (hand.state === 'spoken' || hand.state === 'speaking') {
      const side = sideOf(map, hand.by);
      last.set(side, Math.max(last.get(side) ?? 0, hand.called ?? 0));
    }
  const lines = new Map<Id | null, Hand[]>();
  for (const hand of waiting) {
    const side = sideOf(map, hand.by);
    lines.set(side, [...(lines.get(side) ?? []), hand]);
  }
  const sides = [...lines.values()].sort(([a], [b]) =>
    a && b ? (last.get(sideOf(map, a.by)) ?? 0) - (last.get(sideOf(map, b.by)) ?? 0) || byAge(a, b) : 0,
  );
  const longest = Math.max(0, ...sides.map((line) => line.length));
  return Array.from({ length: longest }, (_, i) => sides.flatMap((line) => line[i] ?? [])).flat();
}

/** How long each person has spoken in a debate at a moment, in ms (S-19). */
export function spokenBy(map: ArgumentMap, debate: Id, at: number): Map<Id, number> {
  const spoken = new Map<Id, number>();
  for (const { by, spell, point } of handsIn(map, debate)) {
    if (by === null || point !== null) continue;
    const spent = spentAt(spell, at);
    if (spent > 0) spoken.set(by, (spoken.get(by) ?? 0) + spent);
  }
  return spoken;
}
