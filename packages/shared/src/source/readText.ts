// A text that a person uploads or pastes, as it is read before anything is kept: one schema for form, door and API page.
import { z } from 'zod';
import { Language } from '../map/id.ts';
import { SpeechMark } from '../map/tables/editions.ts';
import { MOST_TEXT_BYTES } from '../map/text.ts';

/** Longest file that a text is read off, in bytes: much of a PDF or a DOCX is no text. */
export const MOST_TEXT_FILE_BYTES = 10 * 1024 * 1024;

export const TextFormat = z.enum(['plain', 'transcript', 'markdown', 'html', 'docx', 'pdf', 'srt', 'vtt']);
export type TextFormat = z.infer<typeof TextFormat>;

/** What of a file is not in its text. Of `tables` the words are there, not the grid; of `links` not where they lead. */
export const LeftKind = z.enum([
  'pictures',
  'tables',
  'notes', // at the foot or at the end
  'links',
  'comments',
  'scripts',
  'styles',
  'forms',
  'embedded', // films, sounds, pages and files within
  'times', // of a recording, where nobody is named who speaks
  'marks', // of who speaks, beyond what an edition holds
  'controls', // signs that cannot be kept, or that turn the text around
]);
export type LeftKind = z.infer<typeof LeftKind>;

/** What was read: `title`, `language`, `text` and `marks` are what `add-source` takes. */
export const ReadText = z
  .object({
    title: z.string(),
    language: Language,
    text: z.string().describe('in NFC, with plain line ends; a paragraph is a line'),
    marks: z.array(SpeechMark).readonly(),
    format: TextFormat,
    left: z
      .array(z.object({ kind: LeftKind, count: z.int().min(1) }))
      .readonly()
      .describe('what of the file is not in the text'),
  })
  .meta({ id: 'ReadText' });
export type ReadText = Readonly<z.infer<typeof ReadText>>;

/** What is pasted instead of a file. */
export const PastedText = z.object({
  text: z.string().describe(`at most ${MOST_TEXT_BYTES} bytes of UTF-8`),
  name: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('of the file it is from: its ending tells the format'),
});
export type PastedText = z.input<typeof PastedText>;
