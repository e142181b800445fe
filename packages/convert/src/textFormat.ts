// What kind of file a text is in: told by its content first; an ending that says otherwise is refused.
import { ok, refuse, type ReadText, type Result } from '@counterpoint/shared';
import { encodingOf } from './readingText.ts';
import { Unreadable } from './textDraft.ts';
import { isZip } from './zip.ts';

type TextFormat = ReadText['format'];
/** Formats that are text by themselves. */
type Written = Exclude<TextFormat, 'docx' | 'pdf'>;

export type Found =
  | { readonly format: 'docx' | 'pdf'; readonly bytes: Uint8Array }
  | { readonly format: Written; readonly text: string };

/** What an ending says of a file. `txt` says that it is text, of whatever kind but a page. */
const ENDINGS: Readonly<Record<string, TextFormat>> = {
  txt: 'plain',
  text: 'plain',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  srt: 'srt',
  vtt: 'vtt',
};

/** How pictures, archives, programs and RTF begin, a letter for each byte; others are told by bytes that no text has. */
const OTHERS =
  /^(\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF[^]{4}(WEBP|WAVE|AVI )|Rar!|7z\xbc\xaf|BZh\d1AY|MZ\x90|\x7fELF|\{\\rtf)/;

/** Of machines; a text has hardly any. */
// eslint-disable-next-line no-control-regex -- that is what is looked for
const SIGNS = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** So many characters tell what a text is in. */
const HEAD = 20_000;
const PAGE = /^(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|html)[\s>]/i;
const CUE = /^\d+[ \t]*\n\s*(\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->/;

/** A text as it is pasted, or the bytes of a file. */
export function found(from: Uint8Array | string, name: string): Result<Found> {
  const said = ENDINGS[/\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (typeof from === 'string') return inText(from, said);
  const begin = latin(from.subarray(0, 1024));
  const paper = isPdf(begin, from) ? 'pdf' : isZip(from) ? 'docx' : undefined;
  if (paper) return said && said !== paper ? wrong(said) : ok({ format: paper, bytes: from });
  if (begin.startsWith(OLE)) return ofOffice(from);
  if (OTHERS.test(begin)) return refuse('unsupported-format', 'No text is read off files of this kind.');
  return inText(decoded(from), said);
}

/** Something may stand before its head; a text that only speaks of PDF has no foot. */
const isPdf = (begin: string, bytes: Uint8Array): boolean =>
  begin.startsWith('%PDF-') || (begin.includes('%PDF-') && latin(bytes.subarray(-1024)).includes('%%EOF'));

function inText(written: string, said: TextFormat | undefined): Result<Found> {
  const text = written.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const begin = text.trimStart().slice(0, HEAD);
  const isVtt = /^WEBVTT(?=\s|$)/.test(text);
  const told = isVtt ? 'vtt' : CUE.test(begin) ? 'srt' : PAGE.test(begin) ? 'html' : undefined;
  if (said === 'docx' || said === 'pdf') return wrong(said);
  if (said === undefined) return ok({ format: told ?? 'plain', text });
  // Subtitles are text, too, and often end in txt; the tags of a page are not what its writer wrote.
  if (said === 'plain' ? told === 'html' : told !== undefined && told !== said) return wrong(said);
  if (said === 'vtt' && told === undefined && text.trim() !== '') return wrong(said);
  return ok({ format: told ?? said, text });
}

const wrong = (said: TextFormat) =>
  refuse('wrong-ending', `The name of the file says ${said}, its content is something else.`);

/** What Office wrote before 2007, or what it puts a document in that has a password. */
function ofOffice(bytes: Uint8Array): Result<Found> {
  const isSecret = latin(bytes).includes('EncryptedPackage'.replace(/(?!^)/g, '\0'));
  return isSecret
    ? refuse('encrypted', 'The file is protected by a password.')
    : refuse('unsupported-format', 'The file is of an old Office: save it as DOCX.');
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** In UTF-8, in UTF-16 with a byte order mark, or else in what Chinese Windows writes. */
function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16' || encoding === 'utf-32' || (encoding === 'utf-8' && bytes.includes(0)))
    throw new Unreadable(refuse('unsupported-format', 'The file is no text, or not in UTF-8.'));
  const text = decodedAs(encoding, bytes) ?? (encoding === 'utf-8' ? decodedAs('gb18030', bytes) : undefined);
  if (text === undefined)
    throw new Unreadable(refuse('broken', 'The file is neither in UTF-8, UTF-16 nor GB18030.'));
  const signs = text.match(SIGNS)?.length ?? 0;
  if (signs > text.length / 100) throw new Unreadable(refuse('unsupported-format', 'The file is no text.'));
  return text;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
