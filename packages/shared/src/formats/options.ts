// What of a map is exported, and how it looks. One schema for the address of the API, the dialog and the command line.
import { z } from 'zod';
import { Id } from '../map/id.ts';

const flag = (preset: boolean) => z.union([z.boolean(), z.stringbool()]).default(preset);

export const ExportOptions = z.object({
  /** Only this claim and what hangs on it; it becomes the thesis. */
  branch: Id.optional(),
  /** Who wrote what. */
  authors: flag(true),
  comments: flag(true),
  /** Quotations and the sources they stand in. */
  quotations: flag(true),
  /** The log of the map, where the format holds it. */
  history: flag(false),
  /** How pictures look; `print` is black on white, where line style and words alone tell relations apart. */
  look: z.enum(['light', 'dark', 'print']).default('light'),
  /** Claims whose replies the picture leaves out, parted by commas in an address. */
  folded: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(Id).max(10_000).default([]),
  ),
  /** Pixels of a PNG per CSS px. */
  scale: z.coerce.number().min(1).max(4).default(2),
  /** Behind the map a page for each person: what they wrote, and lines on which marks are filled in by hand. */
  marking: flag(false),
  /** The sheets of a PDF: one as large as the picture, or tiles of a paper size. */
  paper: z.enum(['one', 'A4', 'A3', 'Letter']).default('one'),
});
export type ExportOptions = z.infer<typeof ExportOptions>;
