// A map as docs/examples/client.py prints it.
import { mapOf, premisesOf, repliesTo, TABLES, theses, type ArgumentMap, type Id, type MapContent } from '@counterpoint/shared'; // prettier-ignore

export interface Dump {
  readonly version: number | null;
  /** Each table by id. */
  readonly map: MapContent;
  /** What is shown, in reading order, each with its depth. */
  readonly outline: readonly (readonly [number, Id])[];
}

export function dumpOf(version: number | null, content: MapContent): Dump {
  const sorted = TABLES.map((table) => [
    table,
    [...content[table]].sort((a: { id: Id }, b: { id: Id }) => (a.id < b.id ? -1 : 1)),
  ]);
  const map = { info: content.info, ...Object.fromEntries(sorted) } as MapContent;
  return { version, map, outline: outlineOf(mapOf(content)) };
}

function outlineOf(map: ArgumentMap): [number, Id][] {
  const lines: [number, Id][] = [];
  const visit = (depth: number, { id }: { readonly id: Id }): void => {
    lines.push([depth, id]);
    const premises = map.arguments.has(id) ? premisesOf(map, id) : [];
    for (const below of [...premises, ...repliesTo(map, id)]) visit(depth + 1, below);
  };
  for (const thesis of theses(map)) visit(0, thesis);
  return lines;
}
