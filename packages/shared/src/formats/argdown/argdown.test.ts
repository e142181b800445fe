import { describe, expect, it } from '@jest/globals';
import {
  ArgdownApplication,
  DataPlugin,
  ModelPlugin,
  ParserPlugin,
  RelationType,
  type IArgdownResponse,
} from '@argdown/core';
import fc from 'fast-check';
import { aMap, anId, pictureOf } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { hostileArgdown } from '../../../testing/hostileFiles.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import type { ArgumentMap, MapContent } from '../../map/map.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { premisesOf, subtree, theses } from '../../map/tree.ts';
import { MOST_FILE_BYTES } from '../format.ts';
import { argdown } from './argdown.ts';
import { shownText } from './argdownText.ts';
import { unsound } from '../graph/soundness.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const READ_AT = 5_000;

const written = (content: MapContent): string => argdown.write?.(content, ORIGIN).value ?? '';

function result(text: string, name?: string) {
  let made = 0;
  const read = argdown.read?.(text, { newId: () => anId(++made, 6), at: READ_AT, ...(name && { name }) });
  if (!read) throw new Error('cannot be read');
  return read;
}

/** The map as a picture, and what was told of it. */
function read(text: string) {
  const all = result(text, 'file.argdown');
  if (!all.ok) throw new Error(all.refusal.message);
  const { value: content, losses } = all.value;
  const told = losses.map(({ kind, where }) => `${kind}: ${where.join(', ')}`);
  return { content, picture: pictureOf(mapOf(content)), told };
}

const application = new ArgdownApplication();
application.addPlugin(new ParserPlugin(), 'parse-input');
application.addPlugin(new DataPlugin(), 'build-model');
application.addPlugin(new ModelPlugin(), 'build-model');

function parsed(input: string): IArgdownResponse {
  const response = application.run({ process: ['parse-input', 'build-model'], input, throwExceptions: true });
  expect(response.parserErrors ?? []).toEqual([]);
  expect(response.lexerErrors ?? []).toEqual([]);
  return response;
}

interface Said {
  /** id and text as shown */
  readonly statements: string[];
  /** premises, direction and target, by the ids of claims and arguments */
  readonly arguments: string[];
}

/** What our tree says. */
function saidByMap(map: ArgumentMap): Said {
  const nodes = [...theses(map)].flatMap(({ id }) => [...subtree(map, id)]);
  const shown = new Map<Id, Claim>();
  for (const node of nodes) if (node.kind === 'claim') shown.set(node.value.id, node.value);
  const all = nodes.flatMap((node) => (node.kind === 'argument' ? [node.value] : []));
  for (const { id } of all) for (const { claim } of premisesOf(map, id)) shown.set(claim.id, claim);
  return {
    statements: [...shown.values()].map(({ id, text }) => `${id} ${shownText(text)}`).sort(),
    arguments: all.map(({ id, direction, target }) => sentence(id, premisesOf(map, id).map(({ claim }) => claim.id), direction, target.id)).sort(),
  }; // prettier-ignore
}

const sentence = (argument: Id, premises: readonly Id[], direction: string, target: Id): string =>
  `${argument}: ${premises.join(' & ')} ${direction} ${target}`;

interface Data {
  readonly counterpoint: {
    readonly id?: Id;
    readonly text?: string;
    readonly argument?: { readonly id: Id };
  };
}

/** What Argdown's own model of the file says, put together from relations and premise-conclusion structures alone. */
function saidByArgdown({ statements = {}, arguments: all = {}, relations = [] }: IArgdownResponse): Said {
  const dataOf = (title = ''): Data['counterpoint'] | undefined => {
    const own = ((statements[title] ?? all[title])?.data as Data | undefined)?.counterpoint;
    return own?.id === undefined ? undefined : own;
  };
  const idOf = (title: string | undefined): Id => dataOf(title)?.id ?? `nothing called ${title ?? ''}`;
  const sentences: string[] = [];
  /** By a conclusion that is no claim, what it concludes: a rebuttal or an undercut. */
  const concluding = new Map<string, { id: Id; premises: Id[] }>();
  for (const argument of Object.values(all)) {
    const steps = argument.pcs.map(({ title }) => title ?? '');
    const conclusion = steps.pop() ?? '';
    const id = idOf(argument.title);
    const premises = steps.map(idOf);
    if (dataOf(conclusion)) sentences.push(sentence(id, premises, 'support', idOf(conclusion)));
    else concluding.set(conclusion, { id, premises });
  }
  for (const relation of relations) {
    const { from, to, relationType } = relation;
    const source = from?.title ?? '';
    const { id, premises } = concluding.get(source) ?? {
      id: dataOf(source)?.argument?.id ?? '',
      premises: [idOf(source)],
    };
    const isOf = (argument: { relations?: (typeof relation)[] }) =>
      (argument.relations ?? []).some((one) => one.from === from && one.to === to);
    const undercut = relationType === RelationType.UNDERCUT ? Object.values(all).find(isOf) : undefined;
    const direction = relationType === RelationType.SUPPORT ? 'support' : 'rebut';
    sentences.push(sentence(id, premises, direction, idOf(undercut?.title ?? to?.title)));
  }
  const shown = Object.values(statements).filter(({ title }) => dataOf(title));
  return {
    statements: shown.map(({ title, members }) => `${idOf(title)} ${textOf(members)}`).sort(),
    arguments: sentences.sort(),
  };
}

const textOf = (members: readonly { text?: string }[]): string =>
  members.find(({ text }) => text)?.text?.trim() ?? '';

describe('Argdown as it is written', () => {
  it('is read by @argdown/core as the map that was written: statements, premises, supports, attacks and undercuts', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        expect(saidByArgdown(parsed(written(content)))).toEqual(saidByMap(mapOf(content)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps texts that look like Argdown, as shown and as typed', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        const map = mapOf(content);
        const response = parsed(written(content));
        expect(saidByArgdown(response)).toEqual(saidByMap(map));
        for (const { data, members } of Object.values(response.statements ?? {})) {
          const own = (data as Data | undefined)?.counterpoint;
          if (own?.id === undefined) continue;
          expect(own.text ?? textOf(members)).toBe(map.claims.get(own.id)?.text);
        }
        const { counterpoint } = response.frontMatter as {
          counterpoint: { info: unknown; participants: unknown };
        };
        expect(counterpoint.info).toEqual(map.info);
        expect(counterpoint.participants).toEqual(content.participants);
        expect(response.frontMatter).toMatchObject({ title: map.info.title, model: { mode: 'loose' } });
        expect(Object.keys(response.tags ?? {})).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('names the scheme of an argument between the dashes of its inference', () => {
    fc.assert(
      fc.property(fc.oneof(hostileTexts, fc.constantFrom('a>:\nb', 'a]:\nb', '>: ', 'a--b, c')), (text) => {
        const content = joint([...text].slice(0, 200).join(''));
        const { arguments: all = {} } = parsed(written(content));
        const [argument] = Object.values(all);
        const inference = argument?.pcs.flatMap((step) => ('inference' in step ? [step.inference] : []))[0];
        expect(inference).toMatchObject({ inferenceRules: [shownText(content.arguments[0]?.scheme ?? '')] });
        expect(result(written(content))).toEqual({ ok: true, value: { value: content, losses: [] } });
      }),
      { numRuns: 150 },
    );
  });

  it('is a document even of an empty map', () => {
    const content = contentOf(aMap({ title: '# [x' }).map);
    expect(parsed(written(content)).statements).toEqual({});
    expect(result(written(content))).toEqual({ ok: true, value: { value: content, losses: [] } });
  });

  it('can be read by people', () => {
    const builder = aMap({ title: 'Car-free centre', question: '', language: 'en' });
    const ban = builder.thesis('The city should ban private cars downtown.');
    const { argument } = builder.support(ban, 'A ban would cut pollution (see https://example.org).');
    builder.joint(argument, 'Cleaner air justifies limits.');
    builder.rebut(argument, 'It could be met without a ban.');
    const shops = builder.rebut(ban, 'It would ruin shops.');
    builder.rebut(shops.claim, 'Foot traffic rises.');
    const withoutData = written(contentOf(builder.map))
      .replace(/ \{"counterpoint".*\}$/gm, '')
      .replace(/^counterpoint.*\n/m, '');
    expect(withoutData).toBe(`===
title: "Car-free centre"
date: "2026-01-15"
model:
    mode: loose
===

[c1 The city should ban private cars…]: The city should ban private cars downtown\\.
    + <a1 A ban would cut pollution see ht…>
    - [c5 It would ruin shops]

<a1 A ban would cut pollution see ht…>
    <_ [c4 It could be met without a ban]

(1) [c2 A ban would cut pollution see ht…]
(2) [c3 Cleaner air justifies limits]
-----
(3) [c1 The city should ban private cars…]

[c2 A ban would cut pollution see ht…]: A ban would cut pollution (see https\\:\\/\\/example\\.org)\\.

[c3 Cleaner air justifies limits]: Cleaner air justifies limits\\.

[c4 It could be met without a ban]: It could be met without a ban\\.

[c5 It would ruin shops]: It would ruin shops\\.
    - [c6 Foot traffic rises]

[c6 Foot traffic rises]: Foot traffic rises\\.
`);
  });

  it('says in the data of a claim only what the text does not say', () => {
    const builder = aMap({ language: 'en' });
    const thesis = builder.thesis('T');
    builder.support(thesis, 'R\n\n2', { language: 'de' });
    const data = [...written(contentOf(builder.map)).matchAll(/ \{"counterpoint":(.*)\}$/gm)];
    expect(data.map(([, json = '']) => Object.keys(JSON.parse(json) as object))).toEqual([
      ['id', 'at', 'by', 'order'],
      ['id', 'argument', 'at', 'by', 'language', 'order', 'text'],
    ]);
  });

  it('takes remarks at its end, or at its beginning, that no reader sees', () => {
    fc.assert(
      fc.property(randomContents(15), fc.array(fc.oneof(hostileTexts, fc.string())), (content, lines) => {
        const remark = `${argdown.remark?.(lines) ?? ''}\n`;
        const file = written(content);
        for (const remarked of lines.length > 0 ? [file + remark, remark + file] : []) {
          expect(saidByArgdown(parsed(remarked))).toEqual(saidByMap(mapOf(content)));
          expect(result(remarked)).toEqual({ ok: true, value: { value: content, losses: [] } });
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** A map with one argument of two premises and this scheme. */
function joint(scheme: string): MapContent {
  const builder = aMap();
  const { argument } = builder.support(builder.thesis(), 'A');
  builder.joint(argument, 'B');
  const content = contentOf(builder.map);
  return { ...content, arguments: content.arguments.map((one) => ({ ...one, scheme })) };
}

describe('Argdown there and back', () => {
  it.each([
    ['any map', randomContents()],
    ['hostile texts', hostileContents],
  ] as const)('[X-03] is %s to the letter, and the second file is the first', (_, contents) => {
    fc.assert(
      fc.property(contents, fc.boolean(), (content, withReturns) => {
        const file = written(content);
        const back = result(withReturns ? `\ufeff${file.replaceAll('\n', '\r\n')}` : file);
        expect(back).toEqual({ ok: true, value: { value: content, losses: [] } });
        if (back.ok) expect(written(back.value.value)).toBe(file);
      }),
      { numRuns: 100 },
    );
  });

  it('[X-03] keeps a claim that only a reference leads to, where what it hangs under shows no premise', () => {
    const builder = aMap();
    const thesis = builder.thesis();
    const empty = builder.support(thesis, 'Moves away');
    const used = builder.thesis('Goes');
    builder.refer(used, empty.argument);
    const borrowed = builder.rebut(empty.argument, 'Borrowed');
    builder.refer(borrowed.claim, builder.support(thesis, 'R').argument);
    builder.edit({ kind: 'move-claim', claim: empty.claim, to: { at: 'thesis', order: 'a0' } });
    builder.remove(used);
    const content = contentOf(builder.map);
    expect(written(content)).toContain(']: Borrowed ');
    expect(result(written(content))).toEqual({ ok: true, value: { value: content, losses: [] } });
  });

  const edited = (edit: (file: string) => string) => {
    const builder = aMap({ title: 'T', question: 'Why?' });
    const thesis = builder.thesis('Thesis');
    const { argument, claim } = builder.support(thesis, 'One');
    builder.joint(argument, 'Two');
    builder.comment(claim, 'A remark');
    builder.rebut(thesis, 'Three');
    const before = contentOf(builder.map);
    const after = read(edit(written(before)));
    return { ...after, before };
  };

  it('lets what was changed in the file win over what rode along', () => {
    const reworded = edited((file) => file.replace('One]: One', 'One]: Eins').replace('"Why?"', '"Warum?"'));
    expect(reworded.picture).toBe('Thesis\n  + Eins\n  & Two\n  - Three');
    expect(reworded.content.info.question).toBe('Warum?');
    expect(reworded.content.comments).toEqual(reworded.before.comments);
    expect(reworded.told).toEqual([]);

    const turned = edited((file) => file.replace(/- \[c4/, '+ [c4'));
    expect(turned.picture).toBe('Thesis\n  + One\n  & Two\n  + Three');
    expect(turned.content.arguments.map(({ id }) => id)).toEqual(turned.before.arguments.map(({ id }) => id));

    const added = edited((file) => `${file}    + [new]: Four\n`);
    expect(added.picture).toBe('Thesis\n  + One\n  & Two\n  - Three\n    + Four');
    expect(added.told).toEqual([expect.stringMatching(/^unknown: line \d+: new$/)]);

    const moved = edited((file) =>
      file.replace(/\n {4}- \[c4 Three\]/, '').replace(/(Two\]: Two .*)/, '$1\n    + [c4 Three]'),
    );
    expect(moved.picture).toBe('Thesis\n  + One\n  & Two\n    + Three');

    const reused = edited((file) => file.replace(/(Two\]: Two .*)/, '$1\n    - [c4 Three]'));
    expect(reused.picture).toBe('Thesis\n  + One\n  & Two\n    - = Three\n  - Three');
    expect(reused.told).toEqual([]);

    const untitled = edited((file) => file.replace(/^title.*\n/m, '').replace(/^subTitle.*\n/m, ''));
    expect(untitled.content.info).toMatchObject({ title: 'T', question: '' });
  });

  it('reads the visible map where nothing rides along any more', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        const bare = written(content)
          .replace(/ \{"counterpoint":\{"implied.*\}$/gm, ' {implied}')
          .replace(/ \{"counterpoint".*\}$/gm, '')
          .replace(/^counterpoint.*\n/m, '')
          .replaceAll('{implied}', '{"counterpoint":{"implied":true}}');
        const back = result(bare);
        if (!back.ok) throw new Error(back.refusal.message);
        const shape = (one: MapContent): string[] => pictureOf(mapOf(one)).split('\n').map((line) => shownText(line)).sort(); // prettier-ignore
        if (content.references.length === 0) expect(shape(back.value.value)).toEqual(shape(content));
        expect(unsound(back.value.value)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

describe('Argdown of others', () => {
  it('[X-03] becomes a map', () => {
    const { content, picture, told } = read(`===
title: Car-free centre
subTitle: What then?
abstract: >
  Two lines
  of it.
author: Ann
color: {tagColors: {policy: red}}
model:
    mode: loose
===

# Debate               // headings

[Ban]: The city should ban private cars downtown. #policy

<Clean air>: Cleaner air argument. {id: "a1"}

(1) [Less pollution]: A ban would cut street-level pollution.
(2) [Air first]: Cutting pollution justifies limits on driving.
    {implicit: true, source: "https://example.org/study"}
-----
(3) [Ban]

[Shops]: A ban would ruin small shops.
    -> [Ban]

[Lorries]: Most street-level pollution comes from lorries.
    -> [Less pollution]

<No need>: Pollution limits could be met without any ban (see https\\:\\/\\/example\\.org\\/alt)\\.
    _> <Clean air>
`);
    expect(picture).toBe(
      [
        'The city should ban private cars downtown. #policy',
        '  + A ban would cut street-level pollution.',
        '    - Most street-level pollution comes from lorries.',
        '  & Cutting pollution justifies limits on driving.',
        '    ~ Pollution limits could be met without any ban (see https://example.org/alt).',
        '  - A ban would ruin small shops.',
      ].join('\n'),
    );
    expect(content.info).toMatchObject({
      title: 'Car-free centre',
      question: 'What then?',
      about: 'Two lines of it.\n',
      language: 'en',
    });
    expect(content.comments.map(({ text }) => text)).toEqual(['Clean air: Cleaner air argument.']);
    expect(told).toEqual([
      'texts: line 17',
      'unknown: line 15: Ban, line 19: Less pollution, line 20: Air first, line 25: Shops, line 28: Lorries, line 31: No need, color, line 20: implicit, line 20: source, line 17: id', // prettier-ignore
      'groups: line 13',
      'authors: author',
      'comments: line 13',
    ]);
  });

  const TREES: readonly (readonly [what: string, text: string, picture: string, told?: readonly string[]])[] =
    [
      [
        'nested relations, of statements and of sketched arguments, which attack a sketch',
        'thesis\n  + <A>: a\n    - <B>: b\n      + c\n    _ <D>: d\n  - con',
        'thesis\n  + a\n    - b\n      + c\n    ~ d\n  - con',
        ['unknown: line 2: A, line 3: B, line 5: D'],
      ],
      ['relations that go out', 'a\n  +> b\n  -> c', 'b\n  + a\nc\n  - = a', []],
      [
        'a sketch that speaks to several things',
        '<a>\n  +> b\n  -> c',
        'b\n  + a\nc\n  - = a',
        ['conclusions: line 3'],
      ],
      ['a sketch alone, as a claim', '<A>: a', 'a', ['unknown: line 1: A']],
      ['a sketch that is only undercut', '<a>\n  _ b', '(unstated)\n  + a\n    ~ b', ['unstated: line 1']],
      [
        'each step of a premise-conclusion structure',
        '<A>\n\n(1) p\n(2) q\n-- Rule, other --\n(3) mid\n(4) r\n----\n  <_ u\n(5) end',
        'end\n  + mid\n    + p\n    & q\n  & r\n    ~ u',
        ['unknown: line 1: A'],
      ],
      [
        'what an inference says that it uses',
        '(1) p\n(2) q\n----\n(3) mid\n--\n{uses: [1, 3]}\n--\n(4) end',
        'end\n  + p\n  & mid\n    + = p\n    & q',
        [],
      ],
      [
        'what is aimed at an argument with one premise',
        '<a>\n\n(1) p\n----\n(2) c\n\nx\n  -> <a>\n\ny\n  +> <a>',
        'c\n  + p\n    - x\n    + y',
        ['unknown: line 1: a'],
      ],
      [
        'what is aimed at an argument with several premises',
        '<a>\n\n(1) p\n(2) q\n----\n(3) c\n\nx\n  -> <a>\n\ny\n  +> <a>',
        'c\n  + p\n  & q\n    ~ x\n  + y',
        ['aims: line 9', 'unknown: line 1: a', 'aims: line 12'],
      ],
      [
        'an argument that speaks through its conclusion',
        '<a>\n  -> [t]\n\n(1) p\n----\n(2) [c]\n\n[t]\n  + <a>',
        't\n  - c\n    + p\n  + = c',
        ['unknown: line 1: a'],
      ],
      ['an argument whose conclusion it supports', '[t]\n  + <a>\n\n<a>\n\n(1) p\n----\n(2) [t]', 't\n  + p', ['unknown: line 2: a']], // prettier-ignore
      ['undercuts of statements', '[t]\n  <_ u', 't\n  - u', ['undercuts: line 2']],
      [
        'a contradiction, both ways',
        'a\n  >< b',
        'a\n  - b\n    - = a',
        ['conclusions: line 2', 'cycles: line 2'],
      ],
      [
        'strict relations',
        '===\nmodel: {mode: strict}\n===\n\na\n  + b\n  - c',
        'a\n  + b\n  - c',
        ['unknown: model.mode'],
      ],
      ['lists', '* a\n    + b\n* c', 'a\n  + b\nc', []],
      ['titles alone', '[a]\n  + [b]\n  - <c>', 'a\n  + b\n  - c', []],
      ['a file of nothing but a heading', '# Some title', '', []],
      ['a statement without words', 'a\n  + \n  - b', 'a\n  + …\n  - b', ['blank: line 2']],
      ['special characters, escapes, mentions and tags', '.~. a \\[b\\] @[c] #d', '¬ a [b] @[c] #d', []],
      ['comments', 'a /* b */ c // d\n', 'a c', ['comments: line 1, line 1']],
      ['an address that Argdown cuts', 'see https://example.org', 'see https://example.org', []],
      [
        'an address that Argdown cuts at a line break',
        'see https://example.org\n',
        'see https:',
        ['truncated: line 1'],
      ],
      ['a circle', '[a]\n  + [b]\n    + [a]', 'a\n  + b\n    + = a', ['cycles: line 3']],
    ];
  it.each(TREES)('[X-03] is read with %s', (_, text, picture, told = []) => {
    const all = read(text);
    expect([all.picture, all.told]).toEqual([picture, told]);
  });

  it('keeps other wordings and the addresses of links as comments', () => {
    const { content, picture, told } = read(
      '[a]: one **bold** [word](https://example.org/x)\n\n[a]: two\n\n[a] #tag\n\n[b]: x {isCanonical: true}\n\n[b]: y',
    );
    expect(picture).toBe('two\nx');
    expect(content.comments.map(({ text }) => text)).toEqual([
      'one bold word',
      'word: https://example.org/x',
      'y',
    ]);
    expect(told).toEqual([
      'beside: line 1, line 9',
      'texts: line 1',
      'unknown: line 1: a, line 7: b, line 5: #tag',
    ]);
  });

  it('names schemes by their rules, and the map by its first heading, or else its file', () => {
    const { content } = read('# Title\n\n(1) p\n-- Expert \\, opinion, other --\n(2) c');
    expect(content.arguments.map(({ scheme }) => scheme)).toEqual(['Expert , opinion, other']);
    expect(content.info.title).toBe('Title');
    expect(read('a\n\n# Section').content.info.title).toBe('file');
    expect(read('===\nsubTitle: 中文\n===\n\n主张').content.info).toMatchObject({ language: 'zh' });
  });

  it.each([
    ['', 'The file is empty.'],
    ['\ufeff \n\n', 'The file is empty.'],
    ['a\n\nb [sic]', 'line 3: a title in square brackets cannot stand here'],
    ['a\r\n\r\nb {x} c', 'line 3: text cannot stand here'],
    ['a {x: : y}', 'line 1: the data in braces is no YAML'],
    ['<A>\n\n(1) p', 'line 3: a line of dashes must follow the premises'],
    ['*a', 'line 1: bold or italic text does not end'],
    ['a\n  + ', 'line 2: the end of a list or of relations cannot stand here'],
    ['===\ntitle: "x\n===\n\na', 'line 1: the front matter is no YAML'],
    ['===\nx: &x [1]\ny: *x\n===\n\na', 'line 1: the front matter is no YAML'],
    [
      `a {x: ${'['.repeat(500)}${']'.repeat(500)}}`,
      'line 1: the data in braces is no YAML (too deeply nested)',
    ],
    [`a {x: ${'y'.repeat(6_000)}}`, 'line 1: the data in braces is no YAML (too much of it)'],
    ['a\n- b\nc', 'line 2: a relation cannot stand here'],
  ])('[X-04] is refused with line and reason where it cannot be read: %j', (text, message) => {
    const all = result(text);
    const said = all.ok ? 'was read' : `${all.refusal.code} ${all.refusal.message}`;
    expect(said.startsWith(`invalid ${message}`) ? message : said).toBe(message);
  });

  it('[X-04] is refused where its data are too long or too deep', () => {
    const deep = `a {x: ${'['.repeat(500)}${']'.repeat(500)}}`;
    const long = `a {x: ${'y'.repeat(6_000)}}`;
    const many = `a {x: ${'y'.repeat(4_000)}}\n\n`.repeat(300);
    for (const text of [deep, long, many])
      expect(result(text)).toMatchObject({ refusal: { code: 'invalid' } });
    expect(result('a'.repeat(MOST_FILE_BYTES + 1))).toMatchObject({ refusal: { code: 'too-large' } });
  });

  it('[X-04] is read or refused, whatever the text, and never half', () => {
    const signs = fc.constantFrom(
      '[T]', '[T]: ', '<A>', '<A>: ', '\n', '\n\n', '\n  + ', '\n    - ', '\n  _ ', '\n  >< ', '\n(1) ', '\n(2) ', '\n----\n', '{a: b}', ' {"counterpoint":{"id":"x"}}', ' {"counterpoint":{"implied":true}}',
      '===\n', 'counterpoint: {"claims":[1]}\n', '* ', '#', '# ', '@[T]', '//', '*', '_', '\\', 'word', '中', '\u0000', '\ud800', '\u202e',
    ); // prettier-ignore
    const texts = fc.array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 25 });
    let count = 0;
    fc.assert(
      fc.property(texts, (parts) => {
        const all = result(parts.join(''));
        if (!all.ok) return;
        count += 1;
        expect(unsound(all.value.value)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
    expect(count).toBeGreaterThan(50);
  });

  it('[X-04] does not trust what rides along', () => {
    const file = written(contentOf(aSeedMap(aMap()).map));
    for (const broken of [
      file.replaceAll('"by":"0', '"by":"1'),
      file.replaceAll(/"order":"\w+"/g, '"order":"!"'),
      file.replace(/"participants":\[.*\]/, '"participants":[{"id":1}]'),
      file.replaceAll(/"id":"[^"]*"/g, '"id":"01920000-0000-7000-8000-000000000001"'),
    ]) {
      const { content, told } = read(broken);
      expect(unsound(content)).toBeUndefined();
      expect(told.some((one) => one.startsWith('carried: '))).toBe(true);
    }
  });
});

describe('a file that may be Argdown', () => {
  it.each([
    ['===\ntitle: x\n===\n\na', 'x.txt'],
    ['\ufeff===\r\ntitle: x\r\n===\r\n', ''],
    ['[Ban]: The city should ban cars.', ''],
    ['# T\n\n<A>: some words', ''],
    ['(1) a\n(2) b\n-----\n(3) c', ''],
    ['(1) a\n--\nModus ponens\n--\n(2) c', ''],
    ['word\n    <- [a]', ''],
    ['anything', 'map.argdown'],
    ['anything', 'map.ad'],
  ])('is one: %j %s', (start, name) => expect(argdown.looksLike?.(start, name)).toBe(true));

  it.each([
    ['Discussion Title: T?\n\n1. A\n1.1. Pro: B \\([c](https://example.org)\\) -> See 1.\n'],
    [
      '# T\n\n- a\n  - b\n    - [ ] c\n  + d\n  - [x](y)\n\n[1]: https://example.org\n[a]: <b c>\n[b]: c "d e"\n[^1]: foot note\n',
    ],
    ['Title\n=====\n\n(1) a\n\n----\n\n(2) b'],
    ['{"format": "counterpoint"}'],
    ['[\n  ["a", "b"]\n]'],
    ['<?xml version="1.0"?>\n<opml version="2.0">\n<head>: x</head>\n</opml>'],
    ['<graphml>\n<graph id="a">\n</graph></graphml>'],
    ['id,text,home\n1,a,2\n'],
    ['T1\tclaim 0 5\tWords\n'],
    ['plain words'],
  ])('is none: %j', (start) => expect(argdown.looksLike?.(start, 'x.txt')).toBe(false));

  it('is one in all that we write', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        expect(argdown.looksLike?.(written(content).slice(0, 20_000), '')).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('large files', () => {
  it('[X-04] are nested as deep as anyone likes', () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, i) => `${' '.repeat(i)} ${i % 2 === 0 ? '+' : '-'} [t${i}]`,
    );
    const all = result(['[t]', ...lines].join('\n'));
    expect(all.ok && all.value.value.claims).toHaveLength(2_001);
  });

  it('are written and read with 10,000 claims', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const { claim, argument } = builder.support(thesis, 'R');
    const { map } = builder;
    const [model, reason] = [map.arguments.get(argument)!, map.claims.get(claim)!];
    const content = contentOf(map);
    const claims = [...content.claims];
    const all = [...content.arguments];
    for (let n = 0; claims.length < 10_000; n++) {
      const target = { kind: 'claim', id: claims[n]!.id } as const;
      const id = anId(n, 7);
      all.push({ ...model, id, target, direction: n % 3 === 0 ? 'rebut' : 'support' });
      claims.push({
        ...reason,
        id: anId(n, 8),
        home: id,
        text: `Reason ${n}: see https://example.org/${n}.`,
      });
      if (n % 4 === 0) claims.push({ ...reason, id: anId(n, 9), home: id, order: 'a1', text: `And ${n}.` });
    }
    const large = { ...content, claims, arguments: all };
    expect(result(written(large))).toMatchObject({ ok: true, value: { losses: [] } });
  });

  it.each(hostileArgdown)('[X-04] full of %j are read to the end', (_, text) => {
    expect(toTheEnd(() => result(text()))).toHaveProperty('ok');
  });
});
