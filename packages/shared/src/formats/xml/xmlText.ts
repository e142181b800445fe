// What is written into XML, so that every reader sees the same text as was written.
import { MAYBE_NOT_XML, NOT_XML } from './xmlSigns.ts';

const ALL_NOT_XML = new RegExp(NOT_XML, 'gu');
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;',
  // Line feeds to some readers, xmldom among them.
  '\x85': '&#133;', '\u2028': '&#8232;', '\u2029': '&#8233;',
}; // prettier-ignore
const referenceFor = (sign: string): string => REFERENCES[sign] ?? sign;

/** The text as XML can hold it: U+FFFD in the place of what it cannot. */
export const xmlShown = (text: string): string =>
  MAYBE_NOT_XML.test(text) ? text.replace(ALL_NOT_XML, '\ufffd') : text;

/** Between tags; `>` too, since `]]>` may not stand there. */
export const xmlText = (text: string): string =>
  xmlShown(text).replace(/[&<>\r\x85\u2028\u2029]/g, referenceFor);

/** With a blank before it, to put behind a name. White space would become one blank each without references. */
export const xmlAttribute = (name: string, value: string): string =>
  ` ${name}="${xmlShown(value).replace(/[&<>"\t\n\r\x85\u2028\u2029]/g, referenceFor)}"`;

/** JSON that XML can hold to the letter, with fields in order: equal maps make equal files. */
export function xmlJson(value: unknown): string {
  const json = JSON.stringify(ordered(value));
  return MAYBE_NOT_XML.test(json) ? json.replace(ALL_NOT_XML, escapedInJson) : json;
}

const escapedInJson = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort()) result[name] = ordered(fields[name]);
  return result;
}

/** As xmlAttribute; JSON is full of double quotes. */
export const xmlJsonAttribute = (name: string, value: unknown): string =>
  ` ${name}='${xmlJson(value).replace(/[&<'\x85\u2028\u2029]/g, referenceFor)}'`;

/** The value of JSON in a file, undefined where it is none. */
export function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Lines that XML tools ignore; a comment holds no two hyphens in a row. */
export const xmlRemark = (lines: readonly string[]): string =>
  `<!--\n${xmlShown(lines.join('\n')).replace(/-(?=-)/g, '- ')}\n-->`;
