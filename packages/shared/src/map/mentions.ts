// Whom a text names: `@` and a name of someone in the map.
import type { Id } from './id.ts';
import type { Participant } from './tables/participants.ts';

/** A name in a text, with its `@`; offsets count code units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Several, where people share the name. */
  readonly who: readonly Id[];
}

type Named = Pick<Participant, 'id' | 'name'>;

/** Finds the mentions in a text, in order. */
export type FindMentions = (text: string) => readonly Mention[];

/** [W6] The longest name that fits is meant, so that whoever is named 李 is not told of 李明. */
export function mentionsOf(people: Iterable<Named>): FindMentions {
  const byName = new Map<string, Id[]>();
  for (const { id, name } of people) {
    const same = byName.get(name);
    if (same) same.push(id);
    else if (name !== '') byName.set(name, [id]);
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  return (text) => {
    const found: Mention[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (isInAddress(text, at)) continue;
      const name = names.find((one) => text.startsWith(one, at + 1) && endsAt(text, at + 1 + one.length));
      if (name === undefined) continue;
      const end = at + 1 + name.length;
      found.push({ start: at, end, who: byName.get(name) ?? [] });
      at = end - 1;
    }
    return found;
  };
}

/** `someone@example.org` names nobody. */
const isInAddress = (text: string, at: number): boolean => /[a-z0-9._%+-]/i.test(text.charAt(at - 1));

/** Where words are parted by spaces a name ends with its word, so that Ann is not told of @Annabel, who is not here. */
function endsAt(text: string, end: number): boolean {
  const last = lastOf(text.slice(0, end));
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  return !(isSpaced(last) && (isSpaced(next) || /\p{M}/u.test(next)));
}

const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** A letter or digit of a script that parts its words. */
const isSpaced = (sign: string): boolean =>
  /[\p{L}\p{N}]/u.test(sign) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(sign);

/** What is typed of a name right before the caret, for whom one is about to mention; undefined where it is none. */
export function typedMention(text: string, caret: number): { start: number; name: string } | undefined {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret <= start || isInAddress(text, start)) return undefined;
  const name = text.slice(start + 1, caret);
  return name.length <= LONGEST_TYPED && !/[\n@,，。.;；:：!！?？]/.test(name) ? { start, name } : undefined;
}

/** So many signs after the `@` nobody looks for a name any more. */
const LONGEST_TYPED = 40;
