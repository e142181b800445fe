// Texts as every document can hold them: DOCX is XML, which has no place for some signs that a claim may have.
import type { MapContent } from '../../map/map.ts';
import { isWebAddress } from '../../map/text.ts';

// What is not a Char of XML 1.0, section 2.2; a carriage return is one, but parsers do not hand it on.
const unprintable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** With U+FFFD, the replacement character, for what no document can hold. */
export function printable(content: MapContent): MapContent {
  return {
    ...content,
    info: printableRow(content.info, 'title', 'question', 'about'),
    claims: content.claims.map((row) => printableRow(row, 'text')),
    arguments: content.arguments.map((row) => printableRow(row, 'scheme')),
    comments: content.comments.map((row) => printableRow(row, 'text')),
    sources: content.sources.map((row) => printableRow(row, 'title', 'url')),
    editions: content.editions.map((row) => {
      const marks = row.marks.map((mark) => printableRow(mark, 'speaker'));
      return marks.every((mark, i) => mark === row.marks[i]) ? row : { ...row, marks };
    }),
    quotations: content.quotations.map((row) => {
      const gloss = row.gloss && printableRow(row.gloss, 'text');
      return printableRow(gloss === row.gloss ? row : { ...row, gloss }, 'exact');
    }),
    participants: content.participants.map((row) => printableRow(row, 'name')),
  };
}

/** The row itself where there is nothing to replace. */
function printableRow<T extends object>(row: T, ...fields: (keyof T)[]): T {
  const changed = fields.filter((field) => String(row[field]).search(unprintable) >= 0);
  if (changed.length === 0) return row;
  const texts = changed.map((field) => [field, String(row[field]).replace(unprintable, '\ufffd')]);
  return { ...row, ...Object.fromEntries(texts) } as T;
}

/** What may become a link. */
export const httpLink = (url: string): string | null => (isWebAddress(url) ? url : null);
