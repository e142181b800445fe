import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import type { Audience } from './audience.ts';
import { table } from './description.ts';

/** Most extra time, in percent. */
export const MOST_EXTRA = 300;

/** [D11] So much more time a person has for speaking, in percent of the phase; there is one for a person at most. */
export const Allowance = Stamp.extend({
  id: Id,
  participant: Id,
  percent: z.int().min(0).max(MOST_EXTRA),
}).meta({ id: 'Allowance' });
export type Allowance = Readonly<z.infer<typeof Allowance>>;

export const allowances = table({
  schema: Allowance,
  file: Allowance.extend(fileAt),
  words: {},
  needs: { participant: ['participants'] },
  under: {},
  sees: ({ participant }: Allowance): Audience => ['reviewers', `person:${participant}`],
  loss: 'debate',
  copied: false,
  recorded: true,
  later: true,
});
