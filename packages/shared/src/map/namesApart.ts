// Z-17: two people of one name, or of names that look alike, are told apart wherever a name stands.
import type { Id } from './id.ts';
import { keysOf } from './lookalikes.ts';
import type { ArgumentMap } from './map.ts';
import { MARK, unmarked } from './nameMark.ts';
import type { Table } from './table.ts';
import { FORMER_NAME, type Participant } from './tables/participants.ts';

const known = new WeakMap<Table<Participant>, Table<Participant>>();
/** The same map each time, so that a screen sees that nothing changed. */
const shown = new WeakMap<ArgumentMap, ArgumentMap>();

/**
 * The map with a small number behind a name that somebody else bore first, or one that looks like it: for screens, which show
 * it; rules, files and the log have the names as they are.
 */
export function namesApart(map: ArgumentMap): ArgumentMap {
  let apart = known.get(map.participants);
  if (!apart) known.set(map.participants, (apart = marked(map.participants)));
  if (apart === map.participants) return map;
  let named = shown.get(map);
  if (!named) shown.set(map, (named = { ...map, participants: apart }));
  return named;
}

/**
 * Who came first keeps the bare name, unless they gave themselves a number. No two are shown by the same words: those of one
 * name have different numbers, and a name without one is nobody's with one.
 */
function marked(participants: Table<Participant>): Table<Participant> {
  const numbers = new Map<string, number>();
  let apart = participants;
  for (const one of [...participants.values()].sort(byComing)) {
    if (one.name === FORMER_NAME) continue;
    const keys = keysOf(one.name);
    const number = 1 + Math.max(...keys.map((key) => numbers.get(key) ?? 0));
    for (const key of keys) numbers.set(key, number);
    if (number > 1 || unmarked(one.name) !== one.name)
      apart = apart.with(one.id, { ...one, name: `${one.name}${MARK}${small(number)}` });
  }
  return apart;
}

const byComing = (one: Participant, other: Participant): number =>
  one.at - other.at || inOrder(one.id, other.id);
const inOrder = (one: Id, other: Id): number => (one < other ? -1 : 1);

const small = (number: number): string =>
  [...String(number)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
