import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import type { Audience } from './audience.ts';
import { table } from './description.ts';

/** [A4] That somebody who decides looked behind a pseudonym, and why. The name itself is never in the map. */
export const Reveal = Stamp.extend({ id: Id, participant: Id, reason: z.string() }).meta({ id: 'Reveal' });
export type Reveal = Readonly<z.infer<typeof Reveal>>;

export const reveals = table({
  schema: Reveal,
  file: Reveal.extend({ reason: personText(LONGEST.reason), ...fileAt }),
  words: { reason: '' },
  needs: { participant: ['participants'] },
  under: {},
  sees: ({ participant }: Reveal): Audience => ['reviewers', `person:${participant}`],
  loss: 'reveals',
  copied: false,
  recorded: true,
  later: true,
});
