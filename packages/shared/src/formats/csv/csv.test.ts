import { TOP } from '../../map/tables/description.ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { aMap, anId, OTHER_PARTICIPANT, pictureOf } from '../../../testing/aMap.ts';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import { READ_AT, shapeOf, without } from '../../../testing/roundTrip.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { csv } from './csv.ts';
import { COLUMNS } from './csvColumns.ts';
import { settled } from '../document/numberingSettled.ts';
import { unsound } from '../graph/soundness.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent) => {
  const file = csv.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

let made = 0;
const reading = { newId: (): Id => anId(++made, 6), at: READ_AT };
function read(text: string) {
  const result = csv.read?.(text, reading);
  if (!result?.ok) throw new Error(result?.refusal.message);
  expect(unsound(result.value.value)).toBeUndefined();
  return result.value;
}

/** RFC 4180, section 2, sign by sign: the cells of each line. */
function recordsIn(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const faults: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at] ?? '';
      else {
        isQuoted = false;
        if (!/[,\r]/.test(text[at + 1] ?? '')) faults.push(at);
      }
    } else if (sign === '"') {
      if (cell !== '') faults.push(at);
      isQuoted = true;
    } else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\r') {
      if (text[++at] !== '\n') faults.push(at);
      records.push([...cells, cell]);
      cells = [];
      cell = '';
    } else {
      if (sign === '\n') faults.push(at);
      cell += sign;
    }
  }
  expect([faults, isQuoted, cells, cell]).toEqual([[], false, [], '']);
  return records;
}

/** Puts what spreadsheets take for a formula in front of every text of a map. */
const formulas = fc
  .tuple(
    hostileContents,
    fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\n', "'", '＝', '＋', '－', '＠', '=1+1', ' '), {
      minLength: 1,
      maxLength: 4,
    }),
  ) // prettier-ignore
  .map(([content, signs]): MapContent => {
    const sign = signs.join('');
    return {
      ...content,
      info: { ...content.info, title: sign + content.info.title },
      claims: content.claims.map((claim) => ({ ...claim, text: sign + claim.text })),
      comments: content.comments.map((comment) => ({ ...comment, text: sign + comment.text })),
      participants: content.participants.map((person) => ({ ...person, name: `=${person.name}` })),
    };
  });

describe('CSV', () => {
  it('[X-03] comes back but for what the report lists, ids and order keys included', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(), hostileContents, formulas), (content) => {
        const { value, losses } = written(content);
        const back = read(value);
        expect(back.losses).toEqual([]);
        const kept = without(settled(content).content, losses);
        expect(shapeOf(without(back.value, []))).toBe(shapeOf(kept));
        expect(kept.claims).toEqual(expect.arrayContaining([...back.value.claims]));
        expect(kept.arguments).toEqual(expect.arrayContaining([...back.value.arguments]));
        expect(written(back.value)).toEqual({ value, losses: [] });
      }),
    );
  });

  it('[S-24] is RFC 4180 with a byte order mark, and no cell of it is a formula', () => {
    fc.assert(
      fc.property(fc.oneof(hostileContents, formulas), (content) => {
        const { value } = written(content);
        expect(value.startsWith('\ufeff')).toBe(true);
        const records = recordsIn(value.slice(1));
        expect(records[0]).toEqual(COLUMNS);
        expect(Papa.parse(value).data).toEqual([...records, ['']]);
        expect(records.filter(({ length }) => length !== COLUMNS.length)).toEqual([]);
        expect(records.flat().filter((cell) => /^[=+\-@\t\n\r＝＋－＠]/.test(cell))).toEqual([]);
        const texts = records.map((cells) =>
          cells[COLUMNS.indexOf('text')]?.replace(/^'(?='*[=+\-@\t\n\r＝＋－＠])/, ''),
        );
        expect(texts).toEqual(expect.arrayContaining(content.claims.map(({ text }) => text)));
      }),
      { numRuns: 60 },
    );
  });

  it('can be read by people', () => {
    const builder = aMap({ title: 'Cars', question: 'Ban them?', language: 'en' });
    const ban = builder.thesis('Ban cars.');
    const { claim, argument } = builder.support(ban, '=Less, "cleaner"\nair');
    builder.joint(argument, 'Air matters.');
    const undercut = builder.rebut(argument, 'Met otherwise.', { by: OTHER_PARTICIPANT });
    builder.refer(claim, undercut.argument);
    builder.comment(claim, '- which?', OTHER_PARTICIPANT);
    const shown = written(contentOf(builder.map))
      .value.replaceAll(/01920000-0000-7000-8/g, '')
      .split('\r\n')
      .filter((line) => !line.startsWith('person'));
    expect(shown.join('\n'))
      .toBe(`\ufeffkind,id,number,relation,under,refers to,text,language,author,author id,created,order,scheme,url,start,end,prefix,suffix,reason,milliseconds
title,,,,,,Cars,en,,,,,,,,,,,,
question,,,,,,Ban them?,,,,,,,,,,,,,
claim,000-000000000001,1,thesis,,,Ban cars.,en,Olga,fff-000000000001,1970-01-01T00:00:01.001Z,a0,,,,,,,,
argument,000-000000000004,1.1,support,000-000000000001,,,,Olga,fff-000000000001,1970-01-01T00:00:01.002Z,a0,,,,,,,,
claim,000-000000000003,1.1a,premise,000-000000000004,,"'=Less, ""cleaner""
air",en,Olga,fff-000000000001,1970-01-01T00:00:01.002Z,a0,,,,,,,,
comment,000-00000000000d,,,000-000000000003,,'- which?,,潘,fff-000000000004,1970-01-01T00:00:01.006Z,,,,,,,,,
claim,000-000000000006,1.1b,premise,000-000000000004,,Air matters.,en,Olga,fff-000000000001,1970-01-01T00:00:01.003Z,a1,,,,,,,,
argument,000-000000000009,1.1.1,undercut,000-000000000004,,,,潘,fff-000000000004,1970-01-01T00:00:01.004Z,a0,,,,,,,,
claim,000-000000000008,1.1.1a,premise,000-000000000009,,Met otherwise.,en,潘,fff-000000000004,1970-01-01T00:00:01.004Z,a0,,,,,,,,
reference,000-00000000000b,,premise,000-000000000009,000-000000000003,→ see 1.1a,,Olga,fff-000000000001,1970-01-01T00:00:01.005Z,a1,,,,,,,,
`);
  });

  it('[A-15] [P-05] has a quotation with its edition and paragraph and the rule, its translation and where it stands now', () => {
    const content = aFollowedQuotation();
    const { value, losses } = written(content);
    expect(losses).toEqual([]);
    expect(read(value)).toEqual({ value: content, losses: [] });
    const [id = ''] = content.quotations.map((one) => one.id);
    const [earlier, later] = content.editions.map((one) => one.id);
    const rows = recordsIn(value).map(
      (cells) => new Map(COLUMNS.map((column, i) => [column, cells[i] ?? ''])),
    );
    const said = (kind: string, ...columns: readonly (typeof COLUMNS)[number][]) => {
      const row = rows.find(
        (one) => one.get('kind') === kind && [one.get('id'), one.get('under')].includes(id),
      );
      return columns.map((column) => row?.get(column));
    };
    expect(said('quotation', 'number', 'refers to', 'reason')).toEqual(['edition 1, 张三, 1:05, ¶ 2', earlier, 'zh.conclusion']); // prettier-ignore
    expect(said('gloss', 'text', 'language', 'author')).toEqual([
      'the bridge should be built upstream',
      'en',
      '潘',
    ]);
    expect(said('anchor', 'relation', 'refers to', 'start', 'end')).toEqual(['changed', later, '20', '28']);
  });

  it('says what it leaves out', () => {
    const builder = aSeedMap(aMap());
    const [thesis = ''] = builder.map.index.home.get(TOP) ?? [];
    const gone = builder.support(thesis, 'Gone');
    builder.remove(gone.claim);
    const unread = builder.source('Unread');
    builder.remove(unread.source);
    builder.edit({ kind: 'change-settings', set: { access: 'anyone' } });
    builder.edit({ kind: 'reword', claim: thesis, text: 'anew', was: 'the river rises' });
    const { losses } = written(contentOf(builder.map));
    expect(losses).toEqual([
      { kind: 'removed', count: 3, where: [gone.claim, gone.argument, unread.source] },
      { kind: 'settings', count: 1, where: ['info'] },
    ]);
  });

  it('gives a claim a home where it is used, if what it hangs under has no premise left, and says so', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const gone = builder.support(thesis, 'gone');
    const bare = builder.rebut(thesis, 'x');
    builder.refer(gone.claim, bare.argument);
    const hidden = builder.rebut(bare.argument, 'hidden');
    const user = builder.support(thesis, 'user');
    const use = builder.refer(hidden.claim, user.argument);
    builder.remove(bare.claim);
    builder.remove(gone.claim);
    const { value, losses } = written(contentOf(builder.map));
    expect(losses).toContainEqual({ kind: 'references', count: 1, where: [use] });
    expect(losses.find(({ kind }) => kind === 'removed')?.where).not.toContain(hidden.claim);
    const back = read(value);
    expect(pictureOf(mapOf(back.value))).toBe('T\n  + user\n  & hidden');
    expect(back.value.claims.map(({ id }) => id)).toContain(hidden.claim);
  });

  it('keeps a removed source that something rests on as removed, and the marks of who speaks', () => {
    const builder = aSeedMap(aMap());
    const [source = ''] = builder.map.sources.keys();
    const marks = [{ start: 0, speaker: 'Ann', time: null }, { start: 4, speaker: '+Bob', time: 0 }]; // prettier-ignore
    builder.edit({
      kind: 'add-edition',
      edition: builder.newId(),
      source,
      text: 'new text',
      reason: 'mended',
      marks,
    });
    builder.remove(source);
    const content = contentOf(builder.map);
    const { value, losses } = written(content);
    expect(losses).toEqual([]);
    expect(read(value)).toEqual({ value: content, losses: [] });
  });

  it('writes and reads 10,000 claims', () => {
    const content = manyClaims(10_000);
    expect(read(written(content).value)).toEqual({ value: content, losses: [] });
  });

  it('takes texts longer than a spreadsheet holds in a cell', () => {
    const builder = aSeedMap(aMap());
    builder.source('长'.repeat(100_000));
    const content = contentOf(builder.map);
    expect(read(written(content).value)).toEqual({ value: content, losses: [] });
  });
});
