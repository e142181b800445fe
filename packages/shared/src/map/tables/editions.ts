import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { LONGEST, MOST_TEXT_BYTES, optionalText, personText, utf8Length } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** From `start` on, in code points, this voice speaks, at this moment of the recording in ms. */
export const SpeechMark = z.object({
  start: z.int().min(0),
  speaker: z.string(),
  time: z.int().min(0).nullable(),
});
export type SpeechMark = Readonly<z.infer<typeof SpeechMark>>;

/** One version of the text of a source; never changed. */
export const Edition = Stamp.extend({
  id: Id,
  source: Id,
  /** NFC with `\n` line ends, see normalText. */
  text: z.string(),
  marks: z.array(SpeechMark).readonly(),
  /** Why there is a new one; empty for the first. */
  reason: z.string(),
}).meta({ id: 'Edition' });
export type Edition = Readonly<z.infer<typeof Edition>>;

export const SourceText = personText(LONGEST.source).refine((text) => utf8Length(text) <= MOST_TEXT_BYTES, {
  error: `at most ${MOST_TEXT_BYTES} bytes`,
});
const MOST_MARKS = 10_000;

/** Who speaks from which code point on; only for a text that is in NFC with `\n` line ends, else offsets would shift. */
export const Marks = z.array(SpeechMark.extend({ speaker: personText(LONGEST.title) })).max(MOST_MARKS);

/** [V9] What of an edition is fetched; without a word once it was purged, or for who may not read what was removed. */
export const EditionText = Edition.pick({ text: true, marks: true }).meta({ id: 'EditionText' });
export type EditionText = Readonly<z.infer<typeof EditionText>>;

export const editions = table({
  schema: Edition,
  file: Edition.extend({ text: SourceText, marks: Marks, reason: optionalText(LONGEST.reason), ...fileAt }),
  words: { text: '', marks: [], reason: '' },
  fetched: { text: '', marks: [] },
  needs: { source: ['sources'] },
  under: { editions: ({ source }: Edition) => source },
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
  later: true,
});
