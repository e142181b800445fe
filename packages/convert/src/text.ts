// Files that people upload, or what they paste, become texts for claims to rest on. Nothing in them is run or fetched.
import { MOST_TEXT_BYTES, MOST_TEXT_FILE_BYTES, refuse, utf8Length, type ReadText, type Result } from '@counterpoint/shared'; // prettier-ignore
import { made, TOO_DEEP, TOO_LONG, Unreadable, type Draft } from './textDraft.ts';
import { found, type Found } from './textFormat.ts';
import { transcript } from './textSpoken.ts';
import { subtitles } from './textTimed.ts';

/**
 * The text of a file, or of what was pasted. Refused as `too-large`, `unsupported-format`, `wrong-ending`, `encrypted`,
 * `scanned`, `broken` or `empty`. `name` is that of the file, for its title and its ending; empty where there is none.
 */
export async function readText(from: Uint8Array | string, name: string): Promise<Result<ReadText>> {
  if (typeof from === 'string' && utf8Length(from) > MOST_TEXT_BYTES) return TOO_LONG;
  if (from.length > MOST_TEXT_FILE_BYTES)
    return refuse('too-large', `A file that a text is read off has at most ${MOST_TEXT_FILE_BYTES} bytes.`);
  if (from.length === 0) return refuse('empty', 'There is nothing in it.');
  try {
    const file = found(from, name);
    if (!file.ok) return file;
    const { draft, format } = await draftOf(file.value);
    return made(draft, format, name);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return thrown.refused;
    // The stack ends where a file is nested without end.
    if (thrown instanceof RangeError) return TOO_DEEP;
    throw thrown;
  }
}

/** Libraries are loaded when they are asked for. */
async function draftOf(file: Found): Promise<{ readonly draft: Draft; readonly format: ReadText['format'] }> {
  const { format } = file;
  switch (format) {
    case 'pdf':
      return { format, draft: await (await import('./textPdf.ts')).pdfDraft(file.bytes) };
    case 'docx':
      return { format, draft: await (await import('./textDocx.ts')).docxDraft(file.bytes) };
    case 'html':
      return { format, draft: (await import('./textHtml.ts')).htmlDraft(file.text) };
    case 'markdown':
      return { format, draft: (await import('./textMarkdown.ts')).markdownDraft(file.text) };
    case 'srt':
    case 'vtt':
      return { format, draft: subtitles(file.text, format) };
    default: {
      const spoken = transcript(file.text);
      return spoken
        ? { format: 'transcript', draft: spoken }
        : { format: 'plain', draft: { parts: [{ text: file.text }] } };
    }
  }
}
