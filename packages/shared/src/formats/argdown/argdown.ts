// Argdown (argdown.org): claims are statements, arguments with joint premises or undercuts are arguments. What Argdown has
// no words for rides along in its data, so that nothing is lost on the way back.
import { contentOfArgdown } from './argdownRead.ts';
import { REMARK } from './argdownTelling.ts';
import { writtenArgdown } from './argdownWrite.ts';
import type { Format } from '../format.ts';

export const argdown: Format = {
  id: 'argdown',
  name: 'Argdown',
  mediaType: 'text/x-argdown',
  extension: 'argdown',
  lossless: true,
  write: (content, origin) => ({ value: writtenArgdown(content, origin), losses: [] }),
  read: contentOfArgdown,
  looksLike: (start, name) =>
    /\.(argdown|ad)$/.test(name) || (!isXml.test(start) && SIGNS.some((sign) => sign.test(start))),
  // A comment ends with its line, for whatever ends a line there.
  remark: (lines) => lines.map((line) => REMARK + line.replace(/[\n\r\u2028\u2029]+/g, ' ')).join('\n'),
};

const isXml = /^\ufeff?\s*<(?:\?|!doctype)/i;

/** What no other format has: Markdown knows lists, footnotes and addresses in square brackets, and HTML. */
const SIGNS: readonly RegExp[] = [
  // front matter
  /^\ufeff?\s*={3,}[ \t]*\r?\n/,
  // <title>: sketch of an argument
  /^<[^<>/\n]+>: /m,
  // a numbered conclusion right below dashes
  /^-{2,}[^\n]*\n\(\d+\) /m,
  // a relation with its direction
  /^[ \t]+(?:<[+_-]|[+_-]>|><)[ \t]+[[<\p{L}]/mu,
  // [title]: some words
  /^\[[^\]^\n][^\]\n]*\]:[ \t]+(?!\w+:\/\/|<)\S+[ \t]+[^\s"'(]/m,
];
