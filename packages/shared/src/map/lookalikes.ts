// Z-17: names that people could take for one another. Nobody is refused for a name: two Annas come into one class.
import { CONFUSABLES } from './confusables.ts';
import type { Id } from './id.ts';
import { unmarked } from './nameMark.ts';
import type { Participant } from './tables/participants.ts';

/** Those whose names could be taken for the name of this participant. */
export type Lookalikes = (id: Id) => readonly Participant[];

/** Names are compared as they are drawn, and as they are remembered: without their case. */
export function keysOf(name: string): readonly string[] {
  const bare = unmarked(name);
  return [...new Set([`drawn ${skeleton(bare)}`, `remembered ${skeleton(bare.toLowerCase())}`])];
}

/** Whether somebody bears a name that this one could be taken for. */
export function isLikeAnother(participants: Iterable<Participant>, name: string): boolean {
  const own = new Set(keysOf(name));
  return [...participants].some((one) => keysOf(one.name).some((key) => own.has(key)));
}

export function lookalikesIn(participants: Iterable<Participant>): Lookalikes {
  const groups = new Map<string, Participant[]>();
  const keys = new Map<Id, readonly string[]>();
  for (const participant of participants) {
    const own = keysOf(participant.name);
    keys.set(participant.id, own);
    for (const key of own) {
      const group = groups.get(key);
      if (group) group.push(participant);
      else groups.set(key, [participant]);
    }
  }
  return (id) => {
    const alike = (keys.get(id) ?? []).flatMap((key) => groups.get(key) ?? []);
    return [...new Set(alike)].filter((other) => other.id !== id);
  };
}

/** What is left of a name for the eye, after UTS #39: only good for comparing, never for showing. */
export const skeleton = (name: string): string =>
  [...name.normalize('NFKD')].map(shapeOf).join('').toLowerCase().replace(/\s/g, '').replaceAll('rn', 'm');

/** A small letter drawn as a capital looks like that capital, Cyrillic т like T; so does whatever looks like that letter. */
function shapeOf(character: string): string {
  const shape = CONFUSABLES.get(character) ?? character;
  return isPlain(shape) ? shape : (CAPITALS.get(shape) ?? capitalOf(character) ?? shape);
}

function capitalOf(character: string): string | undefined {
  const capital = character.toUpperCase();
  const shape = CONFUSABLES.get(capital) ?? capital;
  return isPlain(shape) ? shape : undefined;
}

const isPlain = (shape: string): boolean => /^[a-z0-9]+$/i.test(shape);

/** Of each shape that is no plain letter, the capital that one of its letters is drawn as. */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  [...CONFUSABLES].flatMap(([character, shape]): [string, string][] => {
    const capital = isPlain(shape) ? undefined : (capitalOf(character) ?? capitalOf(shape));
    return capital === undefined ? [] : [[shape, capital]];
  }),
);
