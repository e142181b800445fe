import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts';
import type { Edit } from '../map/edit.ts';
import { workOf } from './work.ts';
import { gradesTable } from './gradesTable.ts';
import { readRubric, rubricFile } from './rubricFile.ts';

function aClass() {
  const m = aMap();
  const criteria = ['证据', '=1+1'].map((name) => ({
    id: m.newId(),
    name,
    levels: [0, 5].map((points) => ({ id: m.newId(), name: `${points}`, points })),
  }));
  const rubric: Edit = { kind: 'set-rubric', rubric: m.newId(), name: '研讨', criteria };
  m.edit(rubric);
  const full = criteria.map(({ id, levels }) => ({ criterion: id, level: levels[1]?.id ?? '' }));
  return { m, criteria, full };
}

/** A strict reader of RFC 4180: lines of cells. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('grades as a table', () => {
  it('[S-22] [S-24] has a column for each criterion and a row for each marker; Chinese is read right, and nothing is a formula', () => {
    const { m, full } = aClass();
    const claim = m.thesis('=SUM(A1)', { by: PARTICIPANT });
    const grade = { kind: 'grade', participant: PARTICIPANT, levels: full } as const;
    m.edit({ ...grade, grade: m.newId(), on: null, feedback: '很好，"继续"\n+1' });
    m.edit({ ...grade, grade: m.newId(), on: claim, levels: [], feedback: '@all' });
    m.edit({ ...grade, grade: m.newId(), on: null, levels: full.slice(0, 1), feedback: '-' }, MODERATOR);
    m.edit({ kind: 'release-grades', participants: [PARTICIPANT] });
    const csv = gradesTable(m.map, 'zh');
    expect(csv.startsWith('\ufeff')).toBe(true);
    const [head, ...rows] = cells(csv.slice(1));
    expect(head?.slice(0, 8)).toEqual([
      '学生',
      '学生编号',
      '评分人',
      '评分对象',
      '证据',
      "'=1+1",
      '总分',
      '评语',
    ]);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    const of = (id: string) => rows.filter((row) => row[1] === id).map((row) => row.slice(2, 8));
    expect(of(PARTICIPANT)).toEqual([
      ['Olga', '全部贡献', '5', '5', '10', '很好，"继续"\n+1'],
      ['Mo', '全部贡献', '5', '', '5', "'-"],
      ['Olga', "'=SUM(A1)", '', '', '', "'@all"],
    ]);
    // Who has no grade yet has a row all the same; who decides has none.
    for (const id of [OTHER_PARTICIPANT, SUGGESTER]) expect(of(id)).toEqual([['', '', '', '', '', '']]);
    expect(of(OWNER)).toEqual([]);
    expect(gradesTable(m.map, 'en')).toContain('all contributions');
    expect(gradesTable(aMap().map, 'en').split('\r\n')[0]).toBe('\ufeffstudent,student id,marker,graded,sum,feedback,graded at (UTC),released at (UTC)'); // prettier-ignore
  });
});

describe('a rubric as a file', () => {
  it('[K1] [S-22] comes back as it was, under ids of its own', () => {
    const { m, criteria } = aClass();
    const plain = (of: typeof criteria) => of.map(({ name, levels }) => [name, levels.map(({ name, points }) => [name, points])]); // prettier-ignore
    const read = readRubric(rubricFile({ name: '研讨', criteria }), () => m.newId());
    if (!read.ok) throw new Error(read.refusal.message);
    expect([read.value.name, plain(read.value.criteria as typeof criteria)]).toEqual([
      '研讨',
      plain(criteria),
    ]);
    expect(read.value.criteria[0]?.id).not.toBe(criteria[0]?.id);
  });

  it('[K1] says what is wrong with another file', () => {
    const { criteria } = aClass();
    const file = JSON.parse(rubricFile({ name: 'R', criteria })) as { criteria: { levels: unknown[] }[] };
    const wrong = ['', 'null', '{}', '[1', JSON.stringify({ ...file, criteria: [] }), JSON.stringify({ ...file, criteria: [{ ...file.criteria[0], levels: file.criteria[0]?.levels.slice(1) }] })]; // prettier-ignore
    for (const text of wrong) expect([text, readRubric(text, () => 'x').ok]).toEqual([text, false]);
  });
});

it('[S-21] lists what a person brought, oldest first: claims, replies, comments, what was merged and what was removed', () => {
  const m = aMap();
  const thesis = m.thesis('T', { by: PARTICIPANT });
  const reply = m.rebut(thesis, 'R', { by: PARTICIPANT });
  m.comment(thesis, 'C', PARTICIPANT);
  m.support(thesis, 'Another’s', { by: OTHER_PARTICIPANT });
  const twin = m.thesis('Twin', { by: PARTICIPANT });
  m.edit({ kind: 'merge-claim', claim: twin, into: m.thesis('Kept'), reference: m.newId() });
  m.edit({ kind: 'remove', id: reply.claim });
  const found = workOf(m.map, PARTICIPANT);
  expect(found.map(({ what, text, isRemoved }) => [what, text, isRemoved])).toEqual([
    ['thesis', 'T', false],
    ['rebut', 'R', true],
    ['comment', 'C', false],
    ['merged', 'Twin', false],
  ]);
});
