// [S-22] [S-24] Grades as a table for spreadsheets: a row for each marker of each person, a column for each criterion.
import { csvLine, isoOf, MARK } from '../formats/csv/csvCell.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Grade } from '../map/tables/grades.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Rubric } from '../map/tables/rubrics.ts';
import { gradesOf, isGradable, levelOf, rubricOf, sumOf } from './grades.ts';

interface Words {
  readonly person: readonly string[];
  readonly marker: string;
  readonly about: string;
  readonly overall: string;
  readonly rest: readonly string[];
}

const EN: Words = {
  person: ['student', 'student id'],
  marker: 'marker',
  about: 'graded',
  overall: 'all contributions',
  rest: ['sum', 'feedback', 'graded at (UTC)', 'released at (UTC)'],
};
const ZH: Words = {
  person: ['学生', '学生编号'],
  marker: '评分人',
  about: '评分对象',
  overall: '全部贡献',
  rest: ['总分', '评语', '评分时间（UTC）', '发布时间（UTC）'],
};

/** Of the map as its reader sees it: who is not graded yet has a row without a grade. */
export function gradesTable(map: ArgumentMap, language: string): string {
  const words = /^zh\b/.test(language) ? ZH : EN;
  const rubric = rubricOf(map);
  const head = [...words.person, words.marker, words.about, ...(rubric?.criteria.map(({ name }) => name) ?? []), ...words.rest]; // prettier-ignore
  const lines = studentsIn(map).flatMap((person) => {
    const grades = gradesOf(map, person.id);
    const own = [person.name, person.id];
    return grades.length === 0
      ? [own]
      : grades.map((grade) => [...own, ...cellsOf(map, rubric, grade, words)]);
  });
  const wide = lines.map((cells) => [...cells, ...Array<string>(head.length - cells.length).fill('')]);
  return MARK + [head, ...wide].map(csvLine).join('');
}

/** Those who are graded, and those who were and have another role by now. */
export const studentsIn = (map: Pick<ArgumentMap, 'participants' | 'grades'>): readonly Participant[] => {
  const graded = new Set([...map.grades.values()].map(({ participant }) => participant));
  return [...map.participants.values()]
    .filter((one) => isGradable(one) || graded.has(one.id))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
};

function cellsOf(map: ArgumentMap, rubric: Rubric | undefined, grade: Grade, words: Words): string[] {
  const { by, on, levels, feedback, at, released } = grade;
  const work = on === null ? undefined : (map.claims.get(on) ?? map.comments.get(on) ?? map.mergers.get(on));
  // Without a rubric only the sum has a column.
  const points = rubric ? [...rubric.criteria.map((one) => levelOf(one, levels)?.points), sumOf(rubric, levels)] : [undefined]; // prettier-ignore
  return [
    map.participants.get(by ?? '')?.name ?? '',
    on === null ? words.overall : (work?.text ?? on),
    ...points.map((one) => `${one ?? ''}`),
    feedback,
    isoOf(at),
    released ? isoOf(released.at) : '',
  ];
}
