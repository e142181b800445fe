// What is told of a map: the whole content, or the patches that move it. The ids are the names on the API page.
import { z } from 'zod';
import { StoredEdit } from './edit.ts';
import { Id } from './id.ts';
import { MapInfo } from './info.ts';
import { eachTable, tables, type MapContent } from './map.ts';
import type { Patch } from './patch.ts';
import { Proposal } from './tables/proposals.ts';
import { TABLES, type TableName } from './tables/tables.ts';

const ENTITIES: { readonly [T in TableName]: z.ZodType } = {
  ...eachTable((table): z.ZodType => tables[table].schema),
  // What may wait is known by edit.ts alone, which knows the tables.
  proposals: Proposal.extend({ edit: StoredEdit }).meta({ id: 'Proposal' }),
};

export const ToldContent = z
  .object({ info: MapInfo, ...eachTable((table) => z.array(ENTITIES[table])) })
  .meta({ id: 'MapContent' }) as unknown as z.ZodType<MapContent>;

const patchOf = (table: TableName) =>
  z.union([
    z.object({ table: z.literal(table), put: ENTITIES[table], mergedWith: Id.nullable().optional() }),
    z.object({ table: z.literal(table), drop: Id }),
  ]);

export const ToldPatch = z
  .union([z.object({ table: z.literal('info'), put: MapInfo }), ...TABLES.map(patchOf)])
  .meta({ id: 'Patch' }) as unknown as z.ZodType<Patch>;
