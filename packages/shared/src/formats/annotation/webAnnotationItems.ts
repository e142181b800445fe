// Where the annotations stand in a file of JSON, and what JSON may hold at any place.

export type Fields = Readonly<Record<string, unknown>>;

export const recordIn = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** One thing or several, as JSON-LD has it. */
export const partsOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** The body of an annotation that translates the words which it is about. */
export const glossOf = (annotation: string): string => `${annotation}#gloss`;

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export interface Item {
  readonly item: Fields;
  readonly where: string;
}

/** Lists of annotations stand under these names: of the data model, of the search of Hypothesis, of plain JSON-LD. */
const LISTS = ['items', 'rows', 'annotations', '@graph'];

/** Undefined where nothing looks like an annotation. */
export function itemsIn(file: unknown): Item[] | undefined {
  const top = recordIn(file);
  if (!top) return Array.isArray(file) ? listed(file, '') : undefined;
  const page = recordIn(top['first']) ?? top;
  const prefix = page === top ? '' : 'first.';
  for (const name of LISTS) if (Array.isArray(page[name])) return listed(page[name], `${prefix}${name}.`);
  return isAnnotation(top) ? [{ item: top, where: 'annotation' }] : undefined;
}

function listed(list: readonly unknown[], prefix: string): Item[] | undefined {
  const items = list.flatMap((value, i) => ({ item: recordIn(value) ?? {}, where: `${prefix}${i}` }));
  return list.length === 0 || items.some(({ item }) => isAnnotation(item)) ? items : undefined;
}

/** It has what it is about, in the data model or with Hypothesis. */
export const isAnnotation = (item: Fields): boolean =>
  item['target'] !== undefined || typeof item['uri'] === 'string';
