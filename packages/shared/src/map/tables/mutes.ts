import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import type { Audience } from './audience.ts';
import { table } from './description.ts';

/** [P25] A person who may not write, and why; one of them at a time is in force for a person. */
export const Mute = Stamp.extend({
  id: Id,
  participant: Id,
  reason: z.string(),
  /** [P26] What bears the mark that was made with it. */
  hidden: z.array(Id).readonly(),
  /** Who let them write again; it is no removal, which anybody who decides takes back. */
  lifted: Stamp.nullable(),
}).meta({ id: 'Mute' });
export type Mute = Readonly<z.infer<typeof Mute>>;

export const mutes = table({
  schema: Mute,
  file: Mute.extend({ reason: personText(LONGEST.reason), lifted: fileMark, ...fileAt }),
  words: {},
  needs: { participant: ['participants'] },
  // Beneath nothing, as a flag.
  under: {},
  // Who may not write has to know why.
  sees: ({ participant }: Mute): Audience => ['reviewers', `person:${participant}`],
  // Others see what was put away with it, as of any removal.
  unnamed: true,
  loss: 'mutes',
  copied: false,
  recorded: true,
  later: true,
});
