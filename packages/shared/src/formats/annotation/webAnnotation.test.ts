import { TOP } from '../../map/tables/description.ts';
import { describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES } from '../format.ts';
import fc from 'fast-check';
import { generateNKeysBetween } from 'fractional-indexing';
import { aMap, anId, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { besideWords, hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import { READ_AT, shapeOf, without } from '../../../testing/roundTrip.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { UNTOUCHED, type Quotation } from '../../map/tables/quotations.ts';
import { contentOf } from '../../map/patch.ts';
import { normalText, passageAt, pointsIn } from '../../source/passage.ts';
import type { Loss } from '../loss.ts';
import { shownTree } from '../shownTree.ts';
import { unsound } from '../graph/soundness.ts';
import { webAnnotation } from './webAnnotation.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent, permalink: string | null = ORIGIN.permalink) => {
  const file = webAnnotation.write?.(content, { ...ORIGIN, permalink });
  if (!file) throw new Error('cannot be written');
  return file;
};

let made = 0;
const reading = { newId: (): Id => anId(++made, 6), at: READ_AT };
function read(text: string) {
  const result = webAnnotation.read?.(text, reading);
  if (!result?.ok) throw new Error(result?.refusal.message);
  expect(unsound(result.value.value)).toBeUndefined();
  return result.value;
}
const readJson = (value: unknown) => read(JSON.stringify(value));

/** What is told of relations takes claims that rest on nothing along; the others stand alone, in the order of the tree. */
function unrelated(content: MapContent, losses: readonly Loss[]): MapContent {
  const gone = new Set(losses.flatMap(({ kind, where }) => (kind === 'relations' ? where : [])));
  const { inOrder, has } = shownTree(content);
  const orders = generateNKeysBetween(null, null, inOrder.length);
  const place = new Map(inOrder.map(({ id }, i) => [id, orders[i] ?? '']));
  const claims = content.claims.filter(({ id }) => has(id) && !gone.has(id));
  const alone = claims.map((claim) => ({ ...claim, home: null, order: place.get(claim.id) ?? '' }));
  const all = content.arguments.filter(({ id }) => has(id) && !gone.has(id));
  return { ...content, claims: alone, arguments: all };
}

/** Hostile claims that rest on hostile texts, of which there is a later edition; someone is on a side. */
const quotedContents = fc
  .tuple(hostileContents, hostileTexts, hostileTexts)
  .chain((texts) => {
    const later = { id: anId(2, 7), text: normalText(`After all. ${texts[2]}`) };
    const beside = fc.array(besideWords(later), { minLength: 4, maxLength: 4 });
    return fc.tuple(fc.constant(texts), fc.constant(later), beside);
  })
  .map(([[content, title, words], later, beside]): MapContent => {
    const text = normalText(`Before. ${words} After.`);
    const stamp = { by: OTHER_PARTICIPANT, at: 77 };
    const passage = passageAt(text, 0, pointsIn(text));
    if (!passage.ok) throw new Error(passage.refusal.message);
    const quotations = content.claims.slice(0, 4).map(({ id: claim }, i): Quotation => {
      return {
        ...UNTOUCHED,
        ...beside[i],
        id: anId(i, 8),
        claim,
        edition: anId(1, 7),
        bearing: 'inference',
        ...passage.value,
        ...stamp,
      };
    });
    const source = {
      id: anId(0, 7),
      title,
      url: 'https://example.org/?q="x"',
      language: 'zh',
      removed: null,
      ...stamp,
    };
    const edition = { id: anId(1, 7), source: source.id, text, marks: [], reason: '', ...stamp };
    const editions = [edition, { ...edition, ...later, reason: 'mended' }];
    const participants = content.participants.map((one) => (one.id === PARTICIPANT ? { ...one, side: anId(900) } : one)); // prettier-ignore
    return { ...content, participants, sources: [source], editions, quotations };
  });

describe('Web Annotations', () => {
  it('[A-17] come back but for what the report lists', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(), quotedContents), (content) => {
        const { value, losses } = written(content);
        const back = read(value);
        expect(back.losses).toEqual([]);
        const others = losses.filter(({ kind }) => kind !== 'relations');
        const kept = without(unrelated(content, losses), others);
        expect(shapeOf(without(back.value, []))).toBe(shapeOf(kept));
        expect(written(back.value)).toEqual({ value, losses: [] });
      }),
    );
  });

  it('[A-02] select the words by quote and by code points, with their claim, its address and who said so', () => {
    const builder = aMap({ title: 'Rivers' });
    const thesis = builder.thesis('😀 It rises');
    const { source, edition } = builder.source('😀 The river rises. 😀 The river rises.');
    const quotation = builder.quote(thesis, edition, [20, 35], OTHER_PARTICIPANT);
    const page = JSON.parse(written(contentOf(builder.map)).value) as Record<string, unknown>;
    const claim = `urn:uuid:${thesis}`;
    expect(page).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/maps/1#quotations',
      type: 'AnnotationPage',
      partOf: { type: 'AnnotationCollection', label: 'Rivers', total: 1 },
      items: [
        {
          id: `urn:uuid:${quotation}`,
          type: 'Annotation',
          creator: { id: `urn:uuid:${OTHER_PARTICIPANT}`, type: 'Person', name: '潘' },
          created: '1970-01-01T00:00:01.003Z',
          body: [
            { type: 'SpecificResource', purpose: 'linking', source: `https://example.org/maps/1#${thesis}` },
            { id: claim, type: 'TextualBody', purpose: 'describing', value: '😀 It rises', language: 'en' },
            { type: 'TextualBody', purpose: 'classifying', value: 'paraphrase' },
          ],
          target: {
            type: 'SpecificResource',
            source: 'https://example.org/speech',
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: ' The river rise',
                prefix: '😀 The river rises. 😀',
                suffix: 's.',
              },
              { type: 'TextPositionSelector', start: 20, end: 35 },
            ],
            state: {
              type: 'TimeState',
              sourceDate: '1970-01-01T00:00:01.002Z',
              cached: `urn:uuid:${edition}`,
            },
          },
        },
      ],
    });
    const unnamed = written({ ...contentOf(builder.map), sources: [{ ...builder.map.sources.get(source)!, url: 'at "home"' }] }, null); // prettier-ignore
    expect(unnamed.value).toContain(`"source":"urn:uuid:${source}"`);
    expect(unnamed.value).toContain(`"source":"${claim}"`);
  });

  it('[A-15] [A-17] [P-05] carry translations where others see them, and what else is known of a quotation', () => {
    const builder = aMap();
    const thesis = builder.thesis('It rises');
    const { source, edition } = builder.source('The river rises. 河水上涨。');
    const quotation = builder.newId();
    builder.edit({ kind: 'quote', quotation, claim: thesis, edition, start: 17, end: 21, bearing: 'inference', rule: 'zh.reason' }); // prettier-ignore
    builder.edit({ kind: 'gloss', quotation, text: 'The water rises', language: 'en' }, OTHER_PARTICIPANT);
    builder.edit({ kind: 'add-edition', edition: builder.newId(), source, text: 'It rose. 河水上涨。', reason: 'r', marks: [] }); // prettier-ignore
    const content = contentOf(builder.map);
    const { value, losses } = written(content);
    expect(losses.map(({ kind }) => kind)).toEqual([]);
    const page = JSON.parse(value) as { items: { body: Record<string, unknown>[]; counterpoint: unknown }[] };
    const [item] = page.items;
    expect(item?.body.at(-1)).toEqual({
      id: `urn:uuid:${quotation}#gloss`,
      type: 'TextualBody',
      purpose: 'commenting',
      value: 'The water rises',
      format: 'text/plain',
      language: 'en',
      creator: { id: `urn:uuid:${OTHER_PARTICIPANT}`, type: 'Person', name: '潘' },
      created: '1970-01-01T00:00:01.004Z',
    });
    expect(item?.counterpoint).toMatchObject({
      stands: { status: 'moved', start: 9, end: 13 },
      rule: 'zh.reason',
    });
    expect(read(value).value.quotations).toEqual(content.quotations);

    // Others may have changed it, or have made what is no place and no rule.
    const told = (change: () => void) => {
      change();
      const back = readJson(page);
      const [one] = back.value.quotations;
      return [one?.gloss?.text, one?.stands?.status, one?.rule, ...back.losses.map(({ kind }) => kind)];
    };
    const body = item?.body.at(-1) ?? {};
    expect(told(() => (body['value'] = 'Water rises'))).toEqual(['Water rises', 'moved', 'zh.reason']);
    expect(told(() => (body['creator'] = 'https://example.org/bo'))).toEqual([undefined, 'moved', 'zh.reason', 'glosses']); // prettier-ignore
    expect(told(() => item && (item.counterpoint = { stands: { edition, status: 'moved', start: 90, end: 99 } }))).toEqual([undefined, undefined, '', 'glosses', 'anchors']); // prettier-ignore
    expect(told(() => item && (item.counterpoint = { rule: 'no rule' }))).toEqual([undefined, undefined, '', 'glosses', 'carried']); // prettier-ignore
  });

  it('say what they leave out', () => {
    const builder = aSeedMap(aMap());
    const [thesis = ''] = builder.map.index.home.get(TOP) ?? [];
    const quoted = [...builder.map.quotations.values()][0]?.claim ?? '';
    const twice = builder.quote(thesis, [...builder.map.editions.keys()][0] ?? '');
    builder.remove(twice);
    builder.edit({ kind: 'reword', claim: quoted, text: 'anew', was: '河水 上涨' });
    builder.edit({ kind: 'change-settings', set: { editing: 'own' } });
    const content = contentOf(builder.map);
    const { losses } = written(content);
    const told = Object.fromEntries(losses.map(({ kind, where }) => [kind, [...where].sort()]));
    const unquoted = content.claims.filter(({ id }) => id !== quoted);
    expect(told).toEqual({
      removed: [twice],
      relations: [...unquoted, ...content.arguments].map(({ id }) => id).sort(),
      references: content.references.map(({ id }) => id),
      comments: content.comments.map(({ id }) => id),
      rewordings: [quoted],
      settings: ['info'],
    });
  });

  it('find the words again in a text that was changed, and keep them as a comment where they are gone', () => {
    const content = contentOf(aSeedMap(aMap()).map);
    const { value } = written(content);
    const page = JSON.parse(value) as { counterpoint: { editions: { text: string }[] } };
    const [edition] = page.counterpoint.editions;
    if (edition) edition.text = `Hark! ${edition.text}`;
    expect(readJson(page).value.quotations).toMatchObject([
      { exact: content.quotations[0]?.exact, start: 23 },
    ]);
    if (edition) edition.text = 'Nothing';
    const gone = readJson(page);
    expect(gone.value.comments).toMatchObject([{ text: `“${content.quotations[0]?.exact}”` }]);
    expect(gone.losses).toMatchObject([{ kind: 'unanchored', count: 1 }]);
  });

  it('write and read 10,000 claims, one in twenty with a quotation', () => {
    const content = manyClaims(10_000);
    expect(read(written(content).value).value.quotations).toEqual(content.quotations);
  });
});

describe('annotations of others', () => {
  it('are read as the API of Hypothesis gives them: replies are comments, users are people', () => {
    const selector = (exact: string) => [
      { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 9 },
      { type: 'TextPositionSelector', start: 100, end: 109 },
      { type: 'TextQuoteSelector', exact, prefix: 'before ', suffix: ' after' },
    ];
    const row = { uri: 'https://example.org/a', created: '2026-01-15T10:00:00.5+00:00', group: '__world__', document: { title: ['An article'] } }; // prettier-ignore
    const { value, losses } = readJson({
      total: 5,
      rows: [
        { ...row, id: 'r2', user: 'acct:bo@hypothes.is', text: 'And again', tags: [], references: ['one', 'r1'], target: [{ source: row.uri }] },
        { ...row, id: 'one', user: 'acct:jane@hypothes.is', user_info: { display_name: 'Jane D' }, text: 'A *claim*', tags: ['law'], target: [{ source: row.uri, selector: selector('the words') }] },
        { ...row, id: 'r1', user: 'acct:bo@hypothes.is', text: 'I doubt it', references: ['one'], target: [{ source: row.uri }] },
        { ...row, id: 'two', user: 'acct:bo@hypothes.is', text: '', target: [{ source: row.uri, selector: selector('only words') }] },
        { ...row, id: 'r3', user: 'acct:bo@hypothes.is', text: 'To nobody', references: ['gone'], target: [{ source: row.uri }] },
      ],
    }); // prettier-ignore
    const names = new Map(value.participants.map(({ id, name }) => [id, name]));
    const said = (list: readonly { text: string; by: Id | null; at: number }[]) =>
      list.map(({ text, by, at }) => [text, names.get(by ?? ''), at]);
    const at = Date.UTC(2026, 0, 15, 10, 0, 0, 500);
    expect(said(value.claims)).toEqual([['A *claim*', 'Jane D', at], ['only words', 'bo', at], ['To nobody', 'bo', at]]); // prettier-ignore
    expect(said(value.comments).sort()).toEqual([['And again', 'bo', at], ['I doubt it', 'bo', at]]); // prettier-ignore
    expect(new Set(value.comments.map(({ claim }) => claim))).toEqual(new Set([value.claims[0]?.id]));
    expect(value.quotations.map(({ exact, bearing }) => [exact, bearing])).toEqual([['the words', 'paraphrase'], ['only words', 'verbatim']]); // prettier-ignore
    expect(value.sources).toMatchObject([{ title: 'An article', url: 'https://example.org/a' }]);
    expect(losses).toEqual([
      { kind: 'unknown', count: 1, where: ['rows.1.tags'] },
      { kind: 'dangling', count: 1, where: ['rows.4'] },
      { kind: 'quoted-sources', count: 1, where: ['https://example.org/a'] },
    ]);
  });

  const target = {
    source: 'https://example.org/documents/9',
    selector: [{ type: 'TextQuoteSelector', exact: 'A ban would cut pollution.', prefix: 'We should ban cars. ', suffix: '' }, { type: 'TextPositionSelector', start: 29, end: 55 }], // prettier-ignore
  };
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://app.example/annotations/42',
    type: 'Annotation',
    motivation: 'linking',
    created: '2026-01-15T10:00:00Z',
    creator: { id: 'https://app.example/users/7', type: 'Person', name: 'Ana Diaz' },
    body: [{ type: 'SpecificResource', purpose: 'linking', source: 'https://app.example/maps/3/nodes/2' }, { type: 'TextualBody', purpose: 'classifying', value: 'premise' }], // prettier-ignore
    target,
  };

  it.each([
    ['one', annotation],
    ['a list', [annotation]],
    ['a page', { type: 'AnnotationPage', items: [annotation] }],
    [
      'a collection',
      { type: 'AnnotationCollection', label: 'x', first: { type: 'AnnotationPage', items: [annotation] } },
    ],
    ['a graph', { '@graph': [annotation] }],
  ])('are read as the data model has them: %s', (_, file) => {
    const { value, losses } = readJson(file);
    expect(value.claims).toMatchObject([
      { text: 'A ban would cut pollution.', at: Date.UTC(2026, 0, 15, 10) },
    ]);
    expect(value.participants).toMatchObject([{ name: 'Ana Diaz' }]);
    expect(value.quotations).toMatchObject([{ exact: 'A ban would cut pollution.', bearing: 'verbatim' }]);
    expect(losses.map(({ kind, count }) => [kind, count])).toEqual([['unknown', 1], ['quoted-sources', 1]]); // prettier-ignore
  });

  it('may say what they say in many ways', () => {
    const quote = { type: 'TextQuoteSelector', exact: 'words' };
    const { value, losses } = readJson([
      { target: { source: 's', selector: quote }, bodyValue: 'a value', id: 'x' },
      { target: { source: { id: 's' }, selector: { type: 'FragmentSelector', value: 'p1', refinedBy: { type: 'Choice', items: [quote] } } }, body: { type: 'TextualBody', value: '<p>1 &lt; 2<br>&#233;</p>', format: 'text/html', language: ['fr'] } },
      { target: 'x', motivation: 'replying', body: { value: 'a reply' } },
      { target: 'https://example.org/', body: ['https://example.org/video'], creator: 'https://example.org/users/bo' },
      { target: [{ source: 's', selector: [quote] }, { source: 't', selector: [quote] }], body: { type: 'TextualBody', value: 'on two' } },
    ]); // prettier-ignore
    expect(value.claims.map(({ text, language }) => [text, language])).toEqual([['a value', 'en'], ['1 < 2\né', 'fr'], ['…', 'en'], ['on two', 'en']]); // prettier-ignore
    expect(value.comments.map(({ text }) => text)).toEqual(['a reply']);
    expect(value.participants.map(({ name }) => name)).toEqual(['bo']);
    expect(value.quotations.map(({ claim }) => value.claims.findIndex(({ id }) => id === claim))).toEqual([
      0, 1, 3, 3,
    ]);
    expect(Object.fromEntries(losses.map(({ kind, where }) => [kind, where]))).toEqual({
      unknown: ['3.body.0'],
      quotations: ['3'],
      'quoted-sources': ['s', 't'],
      blank: ['3'],
    });
  });

  it.each([
    ['', 'The file is not JSON.'],
    ['{', 'The file is not JSON.'],
    ['{}', 'items: there are no annotations'],
    ['[1, {"a": 2}]', 'items: there are no annotations'],
    ['"x"', 'items: there are no annotations'],
  ])('%j are refused: %s', (text, message) => {
    const result = webAnnotation.read?.(text, reading);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(result?.ok ? '' : result?.refusal.message).toContain(message);
  });

  it('are refused at any depth', () => {
    for (const text of [
      '['.repeat(1_000_000),
      '['.repeat(100_000) + ']'.repeat(100_000),
      '{"target":'.repeat(100_000),
    ])
      expect(webAnnotation.read?.(text, reading)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(webAnnotation.read?.(' '.repeat(MOST_FILE_BYTES + 1), reading)).toMatchObject({
      ok: false,
      refusal: { code: 'too-large' },
    });
  });

  it('are recognised', () => {
    const { looksLike } = webAnnotation;
    expect(looksLike?.(written(contentOf(aSeedMap(aMap()).map)).value.slice(0, 20_000), '')).toBe(true);
    expect(looksLike?.(JSON.stringify(annotation), '')).toBe(true);
    expect(
      looksLike?.('{"total": 1, "rows": [{"id": "x", "uri": "https://x.y", "user": "acct:a@b.c"}]}', ''),
    ).toBe(true);
    for (const other of [
      '',
      '{"nodes": [], "edges": []}',
      '{"format": "counterpoint"}',
      'http://www.w3.org/ns/anno.jsonld',
    ])
      expect(looksLike?.(other, 'x.json')).toBe(false);
  });

  it('never throw and never make half a map, whatever the JSON', () => {
    const key = fc.constantFrom('items', 'rows', 'first', 'target', 'source', 'selector', 'refinedBy', 'body', 'value', 'purpose', 'creator', 'id', 'references', 'uri', 'text', 'tags', 'state', 'cached', 'counterpoint', 'editions', 'participants', 'sources', 'info', 'language', 'created', 'motivation', 'exact', 'start', '__proto__', 'constructor'); // prettier-ignore
    const leaf = fc.oneof(fc.constantFrom('x', 'y', '', 'replying', 'TextQuoteSelector', `urn:uuid:${anId(1)}`, anId(1), '\0', '\ud800'), fc.integer(), fc.constant(null), fc.boolean()); // prettier-ignore
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof({ depthSize: 'medium', maxDepth: 7 }, leaf, fc.array(tie('json'), { maxLength: 4 }), fc.dictionary(key, tie('json'), { maxKeys: 6 })), // prettier-ignore
    }));
    const damaged = fc.tuple(quotedContents, fc.nat(), fc.nat({ max: 60 }), fc.constantFrom('', '1', '""', 'null', '{}', '[]')).map(([content, at, length, word]) => {
      const { value } = written(content);
      const start = at % value.length;
      return value.slice(0, start) + word + value.slice(start + length);
    }); // prettier-ignore
    // Parts of our own page, swapped for anything.
    const swapped = fc.tuple(quotedContents, json, fc.nat()).map(([content, part, at]) => {
      let counter = 0;
      return JSON.stringify(JSON.parse(written(content).value, (_, value: unknown) => (++counter === 1 + (at % 90) ? part : value))); // prettier-ignore
    });
    const texts = fc.oneof(fc.string({ unit: 'binary' }), json.map((value) => JSON.stringify(value)), damaged, swapped); // prettier-ignore
    fc.assert(
      fc.property(texts, (text) => {
        const result = webAnnotation.read?.(text, reading);
        if (result?.ok) expect(unsound(result.value.value)).toBeUndefined();
        else expect(result?.refusal.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
