// The record as a table for spreadsheets, a line at a time: it may be longer than anyone holds at once.
import { csvLine, isoOf, MARK } from '../formats/csv/csvCell.ts';
import type { ArgumentMap } from '../map/map.ts';
import { ReasonCode, type Reason } from '../map/tables/reasons.ts';
import type { RecordRow } from './recordRow.ts';
import { recordWordsFor } from './recordWords.ts';

/** The first line, with what makes spreadsheets read UTF-8. */
export const recordHead = (language: string): string => MARK + csvLine(recordWordsFor(language).columns);

/** `reasons` are those of the map, for what stands by its own. */
export function recordLine(row: RecordRow, language: string, reasons: ArgumentMap['reasons']): string {
  const { version, at, by, kind, claim, about, before, after, proposedBy, verdict, code, reason, rule, proposal } = row; // prettier-ignore
  const words = recordWordsFor(language);
  const cells = [
    `${version}`,
    isoOf(at),
    by?.name ?? words.server,
    by?.id,
    words.kinds[kind],
    claim,
    about,
    before,
    after,
    proposedBy?.name,
    proposedBy?.id,
    verdict && words.verdicts[verdict],
    code && nameOf(code, language, reasons),
    reason,
    rule,
    proposal,
  ];
  return csvLine(cells.map((cell) => cell ?? ''));
}

function nameOf(code: Reason, language: string, reasons: ArgumentMap['reasons']): string {
  const listed = ReasonCode.safeParse(code).data;
  if (listed) return recordWordsFor(language).reasons[listed];
  const { zh = '', en = '' } = reasons.get(code) ?? {};
  return /^zh\b/.test(language) ? zh || en : en || zh;
}
