// An edit of any kind, made from its schema alone: for kinds of which nobody wrote down how they are asked for.
import type { z } from 'zod';
import type { SingleEdit } from '../../map/edit.ts';
import { SINGLE } from '../../map/edits/list.ts';
import { isIdSchema, type Id } from '../../map/id.ts';
import type { ArgumentMap } from '../../map/map.ts';
import { TABLES } from '../../map/tables/tables.ts';

/** A number from 0 on, below this one. */
export type Below = (most: number) => number;

const TRIES = 20;
const TEXTS = ['the river rises', '河水上涨', 'en', 'a0', 'https://example.org', ''];

type Weights = Record<SingleEdit['kind'], number>;

/** How often each kind is asked for: one that is not named, once. */
export function everyKind(named: Partial<Weights>): Weights {
  const rest = SINGLE.flatMap(({ schema }) =>
    schema.shape.kind.value in named ? [] : [[schema.shape.kind.value, 1]],
  );
  return { ...named, ...Object.fromEntries(rest) } as Weights;
}

/** Half of the ids in it are of what the map has; a field is named as the table that it is about. */
export function anyEdit(kind: string, map: ArgumentMap, below: Below, newId: () => Id): SingleEdit {
  const { schema } = SINGLE.find((one) => one.schema.shape.kind.value === kind) ?? {};
  if (!schema) throw new Error(`no edit is called ${kind}`);
  const maker = new Maker(map, below, newId);
  for (let i = 0; i < TRIES; i++) {
    const made = (schema as z.ZodType<SingleEdit>).safeParse(maker.value(schema, ''));
    if (made.success) return made.data;
  }
  throw new Error(`${kind}: its schema does not say how it is asked for`);
}

type Limit = z.core.$ZodCheckDef & { readonly minimum?: number };

/** As few as a list may have, and one at least. */
export function fewestOf(list: z.core.$ZodType): number {
  const checks = (list._zod.def.checks ?? []).map(({ _zod: { def } }) => def as Limit);
  return Math.max(
    1,
    ...checks.flatMap(({ check, minimum }) => (check === 'min_length' ? (minimum ?? []) : [])),
  );
}

class Maker {
  constructor(
    private readonly map: ArgumentMap,
    private readonly below: Below,
    private readonly newId: () => Id,
  ) {}

  /** `name` is that of the field. */
  value(schema: z.core.$ZodType, name: string): unknown {
    if (isIdSchema(schema)) return this.id(name);
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).map(([field, of]) => [field, this.value(of, field)]),
        );
      case 'array':
        return Array.from({ length: fewestOf(schema) }, () => this.value(def.element, name));
      case 'nullable':
        return this.below(3) === 0 ? null : this.value(def.innerType, name);
      case 'optional':
        return this.below(2) === 0 ? undefined : this.value(def.innerType, name);
      case 'default':
      case 'readonly':
        return this.value(def.innerType, name);
      case 'union': {
        const option = this.oneOf(def.options);
        return option && this.value(option, name);
      }
      case 'enum':
        return this.oneOf(Object.values(def.entries));
      case 'literal':
        return this.oneOf(def.values);
      case 'boolean':
        return this.below(2) === 0;
      case 'number':
        return this.below(5);
      default:
        return this.text(schema as z.ZodType);
    }
  }

  private id(name: string): Id {
    const table = TABLES.find((one) => one.startsWith(name));
    const known = (table ? [table] : TABLES).flatMap((one) => [...this.map[one].keys()]);
    return (this.below(2) === 0 ? undefined : this.oneOf(known)) ?? this.newId();
  }

  private text(schema: z.ZodType): string | undefined {
    return this.oneOf(TEXTS.filter((text) => schema.safeParse(text).success));
  }

  private oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.below(Math.max(1, list.length))];
  }
}
