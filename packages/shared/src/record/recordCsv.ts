// The record as a table for spreadsheets, a line at a time: it may be longer than anyone holds at once.
import { csvLine, isoOf, MARK } from '../formats/csv/csvCell.ts';
import type { ArgumentMap } from '../map/map.ts';
import { ReasonCode, type Reason } from '../map/tables/reasons.ts';
import type { RecordRow } from './recordRow.ts';
import { recordWordsFor } from './recordWords.ts';

type Reasons = ArgumentMap['reasons'];

/** The first line, with what makes spreadsheets read UTF-8. */
export const recordHead = (language: string): string => MARK + csvLine(recordWordsFor(language).columns);

/** [P19] A reason of the map's own may have words in the other language alone. */
function reasonIn(code: Reason, language: string, reasons: Reasons): string {
  const listed = ReasonCode.safeParse(code).data;
  if (listed) return recordWordsFor(language).reasons[listed];
  const own = reasons.get(code);
  return (/^zh\b/.test(language) ? own?.zh || own?.en : own?.en || own?.zh) ?? '';
}

/** `reasons` are those of the map. */
export function recordLine(row: RecordRow, language: string, reasons: Reasons): string {
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
    code && reasonIn(code, language, reasons),
    reason,
    rule,
    proposal,
  ];
  return csvLine(cells.map((cell) => cell ?? ''));
}
