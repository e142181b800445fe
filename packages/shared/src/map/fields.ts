// Walks over what entities and edits hold, led by their schemas: no field is named here but `by`.
import type { z } from 'zod';
import { Id, isIdSchema } from './id.ts';

type Change = (value: unknown, idFor: (id: Id) => Id) => unknown;

const changes = new WeakMap<z.core.$ZodType, Change>();
const same: Change = (value) => value;

/** The same value with other ids, wherever its schema says that one stands. */
export const withIds = <T>(schema: z.core.$ZodType, value: T, idFor: (id: Id) => Id): T =>
  changeFor(schema)(value, idFor) as T;

function changeFor(schema: z.core.$ZodType): Change {
  const known = changes.get(schema) ?? changeOf(schema);
  changes.set(schema, known);
  return known;
}

function changeOf(schema: z.core.$ZodType): Change {
  if (isIdSchema(schema)) return (value, idFor) => (typeof value === 'string' ? idFor(value) : value);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return changeOfFields(Object.entries(def.shape).map(([name, field]) => [name, changeFor(field)]));
    case 'array': {
      const change = changeFor(def.element);
      return change === same ? same : (list, idFor) => (list as unknown[]).map((one) => change(one, idFor));
    }
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly': {
      const change = changeFor(def.innerType);
      return change === same ? same : (value, idFor) => (value == null ? value : change(value, idFor));
    }
    case 'union':
      return changeOfOne(def);
    default:
      return same;
  }
}

function changeOfFields(fields: readonly (readonly [string, Change])[]): Change {
  const moved = fields.filter(([, change]) => change !== same);
  if (moved.length === 0) return same;
  return (value, idFor) => {
    const record = value as Readonly<Record<string, unknown>>;
    const changed = moved.flatMap(([name, change]) =>
      name in record ? [[name, change(record[name], idFor)]] : [],
    );
    return { ...record, ...(Object.fromEntries(changed) as object) };
  };
}

/** An id, or a word out of a list: no word looks like an id. */
const isWord = (option: z.core.$ZodType): boolean =>
  isIdSchema(option) || (option as z.core.$ZodTypes)._zod.def.type === 'enum';

/** Unions of entities and edits tell their options apart by one field. */
function changeOfOne(def: z.core.$ZodUnionDef & { readonly discriminator?: string }): Change {
  const { discriminator } = def;
  if (discriminator === undefined) {
    if (!def.options.every(isWord)) throw new Error('a union without a discriminator cannot be walked');
    return (value, idFor) => (Id.safeParse(value).success ? idFor(value as Id) : value);
  }
  const options = new Map<unknown, Change>();
  for (const option of def.options)
    for (const name of option._zod.propValues?.[discriminator] ?? []) options.set(name, changeFor(option));
  if ([...options.values()].every((change) => change === same)) return same;
  return (value, idFor) => {
    const { [discriminator]: name } = value as Readonly<Record<string, unknown>>;
    return (options.get(name) ?? same)(value, idFor);
  };
}

/** The same value with each person it names changed: its author, and those of its marks and wordings. */
export function withPeople<T>(value: T, change: (by: Id | null) => Id | null): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withPeople(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]: [string, unknown]) =>
    name === 'by' ? [name, change(part as Id | null)] : [name, withPeople(part, change)],
  );
  return Object.fromEntries(fields) as T;
}

/** Everyone it names, each with the path to where. */
export function* peopleIn(value: unknown, path = ''): Generator<readonly [path: string, by: Id | null]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (name === 'by') yield [`${path}by`, part as Id | null];
    else yield* peopleIn(part, `${path}${name}.`);
  }
}
