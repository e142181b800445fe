import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { aMap, anId, OTHER_PARTICIPANT, pictureOf } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts } from '../../../testing/contents.ts';
import { hostileCsv } from '../../../testing/hostileFiles.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import { READ_AT } from '../../../testing/roundTrip.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { csv } from './csv.ts';
import { detected } from '../formats.ts';
import { unsound } from '../graph/soundness.ts';
import { kialo } from '../kialo/kialo.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: null };
const written = (content: MapContent): string => csv.write?.(content, ORIGIN).value ?? '';

let made = 0;
const reading = { newId: (): Id => anId(++made, 6), at: READ_AT };
function read(text: string) {
  const result = csv.read?.(text, reading);
  if (!result?.ok) throw new Error(result?.refusal.message);
  expect(unsound(result.value.value)).toBeUndefined();
  return result.value;
}

/** What people see of a file, and what they are told, by kind. */
function seen(text: string) {
  const { value, losses } = read(text);
  const told = Object.fromEntries(losses.map(({ kind, where }) => [kind, where]));
  return { content: value, picture: pictureOf(mapOf(value)), told };
}

describe('a file of ours that people changed in a spreadsheet', () => {
  const builder = aSeedMap(aMap());
  const content = contentOf(builder.map);
  const lines = written(content).trimEnd().split('\r\n');
  const changed = (change: (line: string) => string | readonly string[]): string =>
    lines.flatMap(change).join('\r\n');
  const isRow = (line: string, kind: string, of = ''): boolean => line.startsWith(kind) && line.includes(of);

  it('takes other words, and everything else as it was', () => {
    const back = read(changed((line) => line.replace('很快 。', '"慢, 慢"')));
    const claims = content.claims.map((claim) =>
      claim.text === '很快 。' ? { ...claim, text: '慢, 慢' } : claim,
    );
    expect(back).toEqual({ value: { ...content, claims }, losses: [] });
  });

  it('takes new rows under claims and arguments, by id, number or row, from new and known people', () => {
    const {
      content: back,
      picture,
      told,
    } = seen(
      [
        ...lines,
        ',,,pro,1,,For the thesis,,Mia',
        ',,,undercut,1.1,,Against the inference,,潘',
        `comment,,,,${content.claims[0]?.id},,A new remark,,Mia`,
        `claim,,,premise,row 99,,Nowhere,,`,
      ].join('\r\n'),
    );
    expect(picture).toBe(
      [
        'the river rises',
        '  + 河水 上涨',
        '    - slowly',
        '    & = fast',
        '  & fast',
        '    ~ 很快 。',
        '    & = the river rises',
        '    ~ Against the inference',
        '  + For the thesis',
        'Nowhere',
      ].join('\n'),
    );
    const mia = back.participants.find(({ name }) => name === 'Mia');
    const byText = new Map([...back.claims, ...back.comments].map(({ text, by }) => [text, by]));
    expect(byText.get('For the thesis')).toBe(mia?.id);
    expect(byText.get('A new remark')).toBe(mia?.id);
    expect(byText.get('Against the inference')).toBe(OTHER_PARTICIPANT);
    expect(back.claims).toEqual(expect.arrayContaining([...content.claims]));
    expect(back.quotations).toEqual(content.quotations);
    expect(told).toEqual({ dangling: [`row ${lines.length + 4}`] });
  });

  it('lets go of what stood on rows that are gone, and says so', () => {
    const {
      content: back,
      picture,
      told,
    } = seen(changed((line) => (isRow(line, 'claim', '河水 上涨') || isRow(line, 'edition') ? [] : line)));
    expect(picture).toBe(
      ['the river rises', '  + fast', '    ~ 很快 。', '    & = the river rises', '(unstated)', '  - slowly', '  & = fast'].join('\n'), // prettier-ignore
    );
    expect(back.comments).toEqual([]);
    expect(Object.keys(told).sort()).toEqual(['comments', 'dangling', 'unanchored', 'unstated']);
  });

  it('tells translations, places and rules that are none, or under nothing', () => {
    const followed = aFollowedQuotation();
    const [first] = followed.quotations;
    const table = written(followed).trimEnd().split('\r\n');
    const but = (change: (line: string) => string | string[]) => {
      const { content: back, told } = seen(table.flatMap(change).join('\n'));
      const quotation = back.quotations.find(({ id }) => id === first?.id);
      return [quotation?.gloss?.text, quotation?.stands?.status, quotation?.rule, Object.keys(told)];
    };
    const text = 'the bridge should be built upstream';
    const kind = (name: string) => (line: string) => line.startsWith(`${name},`);
    const [gloss = ''] = table.filter(kind('gloss'));
    expect(but((line) => line)).toEqual([text, 'changed', 'zh.conclusion', []]);
    expect(but((line) => (line === gloss ? [line, line] : line))).toEqual([text, 'changed', 'zh.conclusion', ['glosses']]); // prettier-ignore
    expect(but((line) => line.replace(text, ' '))).toEqual([
      undefined,
      'changed',
      'zh.conclusion',
      ['glosses'],
    ]);
    expect(but((line) => line.replace('zh.conclusion', 'no rule'))).toEqual([
      text,
      'changed',
      '',
      ['suggestions'],
    ]);
    expect(but((line) => (kind('anchor')(line) ? line.replace('changed', 'lost') : line))).toEqual([text, undefined, 'zh.conclusion', ['anchors']]); // prettier-ignore
    expect(but((line) => (kind('anchor')(line) ? line.replace(/\d\d,\d\d,/, '90,99,') : line))).toEqual([text, undefined, 'zh.conclusion', ['anchors']]); // prettier-ignore
    expect(but((line) => (kind('quotation')(line) ? [] : line))).toEqual([undefined, undefined, undefined, ['glosses', 'anchors']]); // prettier-ignore
  });

  it('takes rows in another order, and a claim put elsewhere', () => {
    const [head = '', ...rest] = lines;
    const rebuttal = content.arguments.find(
      ({ direction, target }) => direction === 'rebut' && target.kind === 'claim',
    );
    const moved = rest
      .reverse()
      .map((line) =>
        isRow(line, 'argument', rebuttal?.id)
          ? line.replace(rebuttal?.target.id ?? '', content.claims[0]?.id ?? '')
          : line,
      );
    const { content: back, picture, told } = seen([head, ...moved].join('\n'));
    expect(picture).toBe(
      ['the river rises', '  - = fast', '  & slowly', '  + fast', '  & 河水 上涨', '    ~ = the river rises', '    & 很快 。'].join('\n'), // prettier-ignore
    );
    expect(told).toEqual({});
    expect(back.comments).toEqual(content.comments);
    expect(back.claims.map(({ id }) => id)).toEqual(content.claims.map(({ id }) => id));
  });

  it('finds the words of a quotation in a text that was changed, and keeps them as a comment where they are gone', () => {
    const [quotation] = content.quotations;
    const before = content.editions[0]?.text ?? '';
    const back = read(
      changed((line) => (isRow(line, 'edition') ? line.replace(before, `Hark! ${before}`) : line)),
    );
    expect(back.value.quotations[0]).toMatchObject({
      exact: quotation?.exact,
      start: (quotation?.start ?? 0) + 6,
    });
    const gone = seen(changed((line) => (isRow(line, 'edition') ? line.replace(before, 'Nothing') : line)));
    expect(gone.content.comments.map(({ text }) => text)).toContain(`“${quotation?.exact}”`);
    expect(gone.told['unanchored']).toHaveLength(1);
  });
});

describe('a table that someone made', () => {
  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ])('is read with %s between cells', (_, separator) => {
    const table = [
      ['ID', 'Claim', 'Parent ID', 'Type', 'Author'],
      ['t', 'Ban cars', '', '', 'Ana'],
      ['a', `Less${separator} air`, 't', 'Pro', 'Ana'],
      ['b', 'Clean air matters', 'a', 'joint', ''],
      ['c', 'Shops', 't', 'CON', 'Bo'],
      ['d', 'Not so', 'a', 'undercut', ''],
    ];
    const text = table.map((cells) =>
      cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator),
    );
    const { content, picture, told } = seen(text.join('\n'));
    expect(picture).toBe(
      ['Ban cars', `  + Less${separator} air`, '  & Clean air matters', '    ~ Not so', '  - Shops'].join(
        '\n',
      ),
    );
    expect(content.participants.map(({ name, role }) => [name, role])).toEqual([['Ana', null], ['Bo', null]]); // prettier-ignore
    expect(told).toEqual({});
  });

  it('may be in Chinese, and name what a claim is under by its row', () => {
    const { content, picture, told } = seen(
      '内容,上级,关系,作者,时间\n禁止私家车,,,,\n污染减少,2,支持,王芳,2026-01-15\n商店受损,2,反驳,,\n',
    );
    expect(picture).toBe('禁止私家车\n  + 污染减少\n  - 商店受损');
    expect(content.info).toMatchObject({ title: '禁止私家车', language: 'zh' });
    expect(content.claims.map(({ at }) => at)).toContain(Date.UTC(2026, 0, 15));
    expect(told).toEqual({});
  });

  it('is read where a spreadsheet says sep=;, lines are blank, and columns are unknown', () => {
    const { picture, told } = seen(
      'sep=;\r\ntext;parent;votes;type\r\n\r\n;;;\r\n"a;b";;3;\r\nc;5;;foo\r\nd;nowhere;;pro\r\n',
    );
    expect(picture).toBe('a;b\n  + c\nd');
    expect(told).toEqual({ unknown: ['votes'], edges: ['row 6'], dangling: ['row 7'] });
  });

  it('tells columns that say nothing where they stand, ids given twice and circles', () => {
    const { picture, told } = seen(
      'id,text,under,relation,url\na,A,b,pro,x\nb,B,a,con,y\na,again,,,\nj,J,k,joint,\nk,K,j,joint,\n',
    );
    expect(picture).toBe('A\n  - B\n    + = A\nagain\nJ\nK');
    expect(told).toEqual({
      unknown: ['url'],
      duplicates: ['row 4'],
      dangling: ['row 5', 'row 6'],
      cycles: ['row 2'],
    });
  });

  it.each([
    ['', 'row 1: no column for the text of claims.'],
    ['\n\nfoo,bar\n1,2', 'row 3: no column for the text of claims.'],
    ['text\n"a', 'row 2: a quote is not closed'],
    ['text\na\n"b" c', 'row 3: there is text behind a closing quote'],
  ])('%j is refused: %s', (text, message) => {
    const result = csv.read?.(text, reading);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(result?.ok ? '' : result?.refusal.message).toContain(message);
  });

  it('is recognised by its name or its headings', () => {
    expect(csv.looksLike?.('foo', 'x.csv')).toBe(true);
    expect(csv.looksLike?.('\ufeffid;text;parent\r\n', 'x.txt')).toBe(true);
    expect(csv.looksLike?.(written(contentOf(aMap().map)).slice(0, 20_000), '')).toBe(true);
    expect(csv.looksLike?.('"#",text,id\r\n', 'x.txt')).toBe(true);
    for (const other of ['', '{"text": 1}', 'Title\n\n1. A claim, under discussion', '[c1]: text, id']) {
      expect(csv.looksLike?.(other, 'x.txt')).toBe(false);
    }
  });

  it.each(['Discussion Title: ', '# ', '- ', '1. ', '(1) ', '// ', '<A>: ', '[A]: '])(
    'no line of headings begins with “%s”, whatever it names',
    (start) => {
      expect(csv.looksLike?.(`${start}cars, text, id\n`, 'x.txt')).toBe(false);
    },
  );

  it('is not taken for what its cells hold', () => {
    for (const cell of ['[a]: one two', '<a>: b', '(1) a\n----\n(2) b', '1. a\n1.1. Pro: b', '# a', '- a'])
      for (const [headings, name] of [
        ['id,text', ''],
        ['x,y', 'a.csv'],
      ] as const)
        expect(detected(`${headings}\r\n1,"\n${cell}"\r\n`, name)?.id).toBe('csv');
  });

  it('leaves a discussion of Kialo alone whose title names columns', () => {
    const content = contentOf(aMap({ title: 'cars, text, id' }).map);
    const file = kialo.write?.(content, { at: 0, version: 1, permalink: null }).value ?? '';
    expect(detected(file)?.id).toBe('kialo');
  });

  it('never throws and never makes half a map, whatever the text', () => {
    const words = fc.constantFrom('text', 'kind', 'id', 'under', 'relation', 'claim', 'argument', 'reference', 'premise', 'joint', 'undercut', 'quotation', 'source', 'edition', 'mark', 'person', 'row 2', '1', '"', '""', ',', ';', '\n', '\r\n', "'", '=', '\0', '\ud800', '\u2028', anId(1), anId(2)); // prettier-ignore
    const headings = 'text,kind,id,under,relation,refers to,order,start,end\n';
    const table = fc.array(words, { maxLength: 60 }).map((parts) => headings + parts.join(''));
    const cells = fc.array(
      words.filter((word) => !/["\n\r]/.test(word)),
      { minLength: 7, maxLength: 7 },
    );
    const rows = fc
      .array(cells, { maxLength: 12 })
      .map((all) => headings + all.map((one) => one.join(',')).join('\n'));
    const damaged = fc
      .tuple(hostileContents, fc.nat(), fc.nat({ max: 40 }), words)
      .map(([content, at, length, word]) => {
        const value = written(content);
        const start = at % value.length;
        return value.slice(0, start) + word + value.slice(start + length);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostileTexts, table, rows, damaged), (text) => {
        const result = csv.read?.(text, reading);
        if (result?.ok) expect(unsound(result.value.value)).toBeUndefined();
        else expect(result?.refusal.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(hostileCsv)('comes to an end with hostile files: %s', (_, text) => {
    expect(toTheEnd(() => csv.read?.(text(), reading))).toHaveProperty('ok');
  });
});
