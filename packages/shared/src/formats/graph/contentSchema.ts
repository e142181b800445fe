// The schema of everything in a map, for content that comes from outside. What parts say of each other: soundness.ts.
import type { z } from 'zod';
import { StoredEdit } from '../../map/edit.ts';
import { eachTable, tables } from '../../map/map.ts';
import { FileProposal } from '../../map/tables/proposals.ts';
import type { Entities, TableName } from '../../map/tables/tables.ts';

export const ENTITY_SCHEMAS = {
  ...eachTable((table) => tables[table].file),
  // What may wait is known by edit.ts alone, which knows the tables.
  proposals: FileProposal.safeExtend({ edit: StoredEdit }),
} as { readonly [T in TableName]: z.ZodType<Entities[T]> };
