import { z } from 'zod';

/** UUIDv7, made once by whoever makes the thing; in lower case, since Postgres takes both cases for one id. */
export const Id = z.uuid().lowercase().meta({ id: 'Id' });
export type Id = string;

/** Schemas that were made of Id by describing it count as Id. */
const ids = z.registry<{ readonly isId: true }>();
ids.add(Id, { isId: true });

/** Every string of a value that could be an id. */
export function* idsIn(value: unknown): Generator<Id> {
  if (typeof value === 'string') {
    if (Id.safeParse(value).success) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* idsIn(part);
  }
}

export const isIdSchema = (schema: z.core.$ZodType): boolean => ids.get(schema as z.ZodType) !== undefined;

/** BCP 47, as for the `lang` attribute. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export type Language = z.infer<typeof Language>;
