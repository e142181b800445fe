// The colours of people: in a map each has one of their own, and no two are alike among the first twelve.

/** White stands 4.5:1 on each of these. */
export const COLOURS = [
  '#2f4b9a',
  '#b0327a',
  '#0b6e63',
  '#8a5a00',
  '#6d3a93',
  '#a8381a',
  '#3d6b21',
  '#5b5568',
  '#0e6488',
  '#7b2d2d',
  '#4a3fb5',
  '#666600',
] as const;

let given: ReadonlyMap<string, string> = new Map();

/** Gives those of a map theirs, in the order in which they came: nobody who comes later changes another's. */
export function giveColours(ids: Iterable<string>): void {
  const inOrder = [...ids].sort();
  given = new Map(inOrder.map((id, at) => [id, COLOURS[at % COLOURS.length] ?? COLOURS[0]]));
}

/** The same for everyone who looks: also for cursors and for who edits what. Outside of a map it follows the seed alone. */
export function colourOf(seed: string): string {
  const own = given.get(seed);
  if (own !== undefined) return own;
  let hash = 0;
  for (const character of seed) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0];
}
