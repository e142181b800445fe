import type { z } from 'zod';
import { Id } from '../id.ts';
import { OrderKey } from '../order.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** A claim used once more as a premise, outside its home. */
export const Reference = Stamp.extend({ id: Id, argument: Id, claim: Id, order: OrderKey }).meta({
  id: 'Reference',
});
export type Reference = Readonly<z.infer<typeof Reference>>;

export const references = table({
  schema: Reference,
  file: Reference.extend(fileAt),
  words: {},
  // [E12] Of a claim that was merged into another premise of the argument it stays behind, out of sight.
  needs: { argument: ['arguments'], claim: ['claims', 'mergers'] },
  under: { references: ({ argument }: Reference) => argument, uses: ({ claim }: Reference) => claim },
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
});
