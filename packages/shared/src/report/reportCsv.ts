// [S-24] Who took part, as a table for spreadsheets: a line for each person.
import { csvLine, MARK } from '../formats/csv/csvCell.ts';
import type { ArgumentMap } from '../map/map.ts';
import { sideNamed } from '../debate/sides.ts';
import type { PersonPart } from './parts.ts';
import { doneOf, progressIn } from './tasks.ts';

const COLUMNS = {
  en: ['person', 'person id', 'side', 'claims', 'replies to others', 'sources', 'comments', 'votes', 'speaking time (s)', 'written', 'kept', 'kept (%)', 'tasks (%)'],
  zh: ['人', '编号', '方', '主张', '对他人的回应', '引用原文', '讨论', '投票', '发言时间（秒）', '写过', '保留', '保留（%）', '任务（%）'],
}; // prettier-ignore

/** In the order of `parts`. What the reader may not know, and the share of nothing, is an empty cell. */
export function reportCsv(map: ArgumentMap, parts: readonly PersonPart[], language: string): string {
  const lines = parts.map((part) => {
    const { person, side, claims, replies, sources, comments, voted, spoken, written, kept } = part;
    const counts = [claims, replies, sources, comments, voted, Math.round(spoken / 1000), written, kept];
    return csvLine([
      person.name,
      person.id,
      sideNamed(map, side)?.name ?? '',
      ...counts.map((count) => (count === null ? '' : `${count}`)),
      written === 0 ? '' : percent(kept / written),
      percent(doneOf(progressIn(map.info.tasks, part))),
    ]);
  });
  return MARK + csvLine(COLUMNS[/^zh\b/.test(language) ? 'zh' : 'en']) + lines.join('');
}

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)}`);
