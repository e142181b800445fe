// A content with rows of every table there is, made from the tables' descriptions: each word in it stands nowhere else.
import type { z } from 'zod';
import { Edit } from '../src/map/edit.ts';
import { isIdSchema, type Id } from '../src/map/id.ts';
import { emptyContent, isRemovable, tables, type MapContent, type Row } from '../src/map/map.ts';
import { everyone } from '../src/map/tables/audience.ts';
import { TABLES, type TableName } from '../src/map/tables/tables.ts';
import { fewestOf } from '../src/sync/simulator/anyEdit.ts';

export interface Planted {
  readonly row: Row;
  readonly words: readonly string[];
  /** Those of them that are fetched, not told. */
  readonly fetched: readonly string[];
}

const SECRET = /zq\d+q/g;
/** A font that a page brings along is letters without a meaning, and may have such a word by chance. */
const FONT = /base64,[\w+/=]+/g;
export const secretsIn = (text: string): Set<string> => new Set(text.replace(FONT, '').match(SECRET));

/**
 * Rows of every table by each of the authors, and as many that were removed; only what people wrote is kept apart. Of what not
 * all see there is one in each state. `sideOf` tells for whom a row with a side is.
 */
export function planted(
  authors: readonly Id[],
  newId: () => Id,
  sideOf: (by: Id) => Id | null = () => null,
): { content: MapContent; rows: Planted[] } {
  const filled = new Filler(newId, sideOf);
  for (const table of inOrder())
    for (const by of authors)
      for (const isRemoved of isRemovable(table) ? [false, true] : [false])
        for (let state = 0; state < statesOf(table); state++) filled.add(table, by, isRemoved, state);
  const content = filled.rows.reduce<MapContent>(
    (all, { row: { table, entity } }) => ({ ...all, [table]: [...all[table], entity] }),
    emptyContent,
  );
  return { content, rows: filled.rows };
}

const statesOf = (table: TableName): number => {
  if (tables[table].sees === everyone) return 1;
  const { state, ...others } = tables[table].schema.shape as Record<string, z.core.$ZodType | undefined>;
  if (state && isEnum(state)) return Object.keys(state._zod.def.entries).length;
  return Object.entries(others).some(([name, field]) => name !== 'removed' && field && isNullableMark(field))
    ? 2
    : 1;
};

/** Who did something to it, and when: null before that. */
const isNullableMark = (schema: z.core.$ZodType): boolean => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'nullable') return false;
  const { def: inner } = (def.innerType as z.core.$ZodTypes)._zod;
  return inner.type === 'object' && 'by' in inner.shape && 'at' in inner.shape;
};

const isEnum = (schema: z.core.$ZodType): schema is z.core.$ZodEnum => schema._zod.def.type === 'enum';

const isNullableId = (schema: z.core.$ZodType): boolean => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'nullable' && isIdSchema(def.innerType);
};

/** What something needs comes before it; people are there already. */
const inOrder = (): TableName[] => {
  const order: TableName[] = [];
  const visit = (table: TableName): void => {
    if (order.includes(table) || table === 'participants') return;
    for (const holders of Object.values(tables[table].needs) as TableName[][])
      if (holders[0] !== undefined && holders[0] !== table && table !== 'claims') visit(holders[0]);
    order.push(table);
  };
  TABLES.forEach(visit);
  return order;
};

class Filler {
  readonly rows: Planted[] = [];
  private made = 0;

  constructor(
    private readonly newId: () => Id,
    private readonly sideOf: (by: Id) => Id | null,
  ) {}

  add(table: TableName, by: Id, isRemoved: boolean, state: number): void {
    const { schema, needs, words, fetched = {} } = tables[table];
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>).map(([name, field]) => {
      if (name === 'id') return [name, this.newId()];
      if (name === 'removed') return [name, isRemoved ? { by, at: 1 } : null];
      if (name === 'side' && isNullableId(field)) return [name, this.sideOf(by)];
      if (name === 'state' && isEnum(field)) return [name, Object.values(field._zod.def.entries)[state]];
      if (state === 1 && isNullableMark(field)) return [name, null];
      const holders = (needs as Record<string, readonly TableName[] | undefined>)[name];
      const isOfPerson = !holders || holders[0] === 'participants';
      return [name, isOfPerson ? this.value(field, by) : this.needed(holders[0], field)];
    });
    const entity = Object.fromEntries(fields) as Row['entity'];
    const said = Object.keys(words).length > 0 ? pick(entity, Object.keys(words)) : entity;
    const secrets = [...secretsIn(JSON.stringify(said))];
    this.rows.push({
      row: { table, entity } as Row,
      // Nobody wrote a word in it: that it is there is what may leak.
      words: secrets.length > 0 || isRemovable(table) ? secrets : [entity.id],
      fetched: [...secretsIn(JSON.stringify(pick(entity, Object.keys(fetched))))],
    });
  }

  /** The id of something that was not removed; null for what can stand alone. */
  private needed(holder: TableName | undefined, field: z.core.$ZodType): unknown {
    const found = this.rows.findLast(
      ({ row }) => row.table === holder && !('removed' in row.entity && row.entity.removed),
    );
    if (!found) return null;
    const { id } = found.row.entity;
    return isIdSchema(field) || 'nullable' === (field as z.core.$ZodTypes)._zod.def.type
      ? id
      : { kind: 'claim', id };
  }

  private value(schema: z.core.$ZodType, by: Id): unknown {
    // Ids that are not of something needed are people's.
    if (isIdSchema(schema)) return by;
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'object':
        return def.catchall ? this.value(ANY_EDIT, by) : this.object(def.shape, by);
      case 'array':
        return Array.from({ length: fewestOf(schema) }, () => this.value(def.element, by));
      case 'nullable':
      case 'readonly':
        return this.value(def.innerType, by);
      case 'optional':
      case 'default':
        return undefined;
      case 'enum':
        return Object.values(def.entries)[0];
      case 'null':
        return null;
      case 'literal':
        return def.values[0];
      case 'number':
        return [1, 60].find((number) => (schema as z.ZodType).safeParse(number).success);
      case 'boolean':
        return false;
      case 'union':
        return def.options[0] && this.value(def.options[0], by);
      default:
        return this.text(schema as z.ZodType);
    }
  }

  private object(shape: Readonly<Record<string, z.core.$ZodType>>, by: Id): object {
    return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, this.value(field, by)]));
  }

  private text(schema: z.ZodType): string {
    const word = `zq${++this.made}q`;
    const fit = [word, `https://example.org/${word}`, 'a0', 'en'].find(
      (text) => schema.safeParse(text).success,
    );
    if (fit === undefined) throw new Error('no word is known that fits here');
    return fit;
  }
}

const [ANY_EDIT] = Edit.options;

const pick = (of: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name)));
