import { z } from 'zod';
import { Id } from '../id.ts';
import { OrderKey } from '../order.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** Support speaks for its target; a rebuttal against it. A rebuttal of an argument is an undercut. */
export const Direction = z.enum(['support', 'rebut']);
export type Direction = z.infer<typeof Direction>;

export const Target = z.object({ kind: z.enum(['claim', 'argument']), id: Id });
export type Target = z.infer<typeof Target>;

export const Argument = Stamp.extend({
  id: Id,
  direction: Direction,
  target: Target,
  order: OrderKey,
  /** Argumentation scheme after Walton, if someone named it. */
  scheme: z.string().nullable(),
  removed: Removal.nullable(),
}).meta({ id: 'Argument' });
export type Argument = Readonly<z.infer<typeof Argument>>;

export const LONGEST_SCHEME = 200;

export const args = table({
  schema: Argument,
  file: Argument.extend({ scheme: personText(LONGEST_SCHEME).nullable(), ...fileAt, ...fileRemoved }),
  words: { scheme: null },
  needs: { target: ['claims', 'arguments'] },
  under: { replies: ({ target }: Argument) => target.id },
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
});
