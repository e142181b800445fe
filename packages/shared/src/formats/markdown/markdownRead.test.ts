import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId, PARTICIPANT, pictureOf } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { hostileMarkdown } from '../../../testing/hostileFiles.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { READ_AT, returned, shapeOf, without } from '../../../testing/roundTrip.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import { NEW_SETTINGS } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { bearingOf, byAge } from '../../map/tree.ts';
import { findQuote } from '../../source/passage.ts';
import type { Loss } from '../loss.ts';
import { markdown } from './markdown.ts';
import { shownBlock, shownLine } from './markdownText.ts';
import { settled } from '../document/numberingSettled.ts';
import { isClaim, shownTree } from '../shownTree.ts';
import { unsound } from '../graph/soundness.ts';
import { withRemark } from '../remark.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };

const write = (content: MapContent) => {
  const file = markdown.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

const answer = (text: string) => {
  let made = 0;
  const result = markdown.read?.(text, { newId: () => anId(++made, 6), at: READ_AT, name: 'the file.md' });
  if (!result) throw new Error('cannot be read');
  return result;
};

function read(text: string) {
  const result = answer(text);
  if (!result.ok) throw new Error(result.refusal.message);
  const { value, losses } = result.value;
  const told = losses.map(({ kind, where }) => `${kind}: ${where.join(', ')}`);
  return { content: value, picture: pictureOf(mapOf(value)), told };
}

/** What is left of sources when only the quoted passages are there, one after the other. */
function quotedOnly(content: MapContent, cut: ReadonlySet<string>): MapContent {
  const tree = shownTree(content);
  const claims = new Map(content.claims.map((claim) => [claim.id, claim]));
  const sourceOf = new Map(content.editions.map(({ id, source }) => [id, source]));
  const order = new Map(tree.inOrder.filter(isClaim).map(({ id }, i) => [id, i]));
  const live = content.quotations
    .filter(({ claim, removed }) => !removed && tree.has(claim))
    .sort((a, b) => (order.get(a.claim) ?? 0) - (order.get(b.claim) ?? 0) || byAge(a, b));
  const texts = new Map<string, Set<string>>();
  const shown = live.map((one): Quotation => {
    const exact = cut.has(one.id) ? shownBlock(one.exact) : one.exact;
    const claim = claims.get(one.claim);
    const source = sourceOf.get(one.edition) ?? '';
    texts.set(source, (texts.get(source) ?? new Set()).add(exact));
    return { ...one, exact, bearing: claim ? bearingOf(one, claim) : one.bearing, edition: source };
  });
  const bodies = new Map([...texts].map(([source, all]) => [source, [...all].join('\n\n')]));
  const byId = new Map(content.sources.map((source) => [source.id, source]));
  const sources = [...texts.keys()].flatMap((id): Source[] => {
    const source = byId.get(id);
    return source ? [{ ...source, removed: null }] : [];
  });
  const unquoted = content.sources.filter(({ id, removed }) => !texts.has(id) && !removed);
  const editions = sources.map(({ id, by, at }) => {
    return { id, source: id, text: bodies.get(id) ?? '', marks: [], reason: '', by, at };
  });
  const quotations = shown.map((one) => {
    const passage = findQuote(bodies.get(one.edition) ?? '', { exact: one.exact });
    return { ...one, ...passage };
  });
  return { ...content, sources: [...sources, ...unquoted], editions, quotations };
}

const SHAPING = new Set(['references', 'quoted-sources']);

function expected(given: MapContent, losses: readonly Loss[]): string {
  const texts = new Set(losses.find(({ kind }) => kind === 'texts')?.where);
  const { content } = settled(given);
  // The sources before their editions go, and bearings before the texts they are told from change.
  const quoted = quotedOnly(content, texts);
  const info = texts.has('info')
    ? {
        ...content.info,
        title: shownLine(content.info.title),
        question: shownBlock(content.info.question),
        about: shownBlock(content.info.about),
      }
    : content.info;
  const left = losses.filter(({ kind }) => !SHAPING.has(kind));
  return shapeOf({ ...without(quoted, left, { shown: shownBlock }), info: { ...infoWithout(info, left) } });
}

const infoWithout = (info: MapContent['info'], losses: readonly Loss[]): MapContent['info'] =>
  losses.some(({ kind }) => kind === 'settings') ? { ...info, ...NEW_SETTINGS } : info;

const withoutNames = (text: string): string => text.replace(/\n(Contributors:|参与者：) .*\n/, '');

describe('a Markdown outline of ours', () => {
  it('[X-03] comes back as it was, but for what the report lists; a second export differs in nothing but contributors', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(14), hostileContents), (content) => {
        const { value, losses } = write(content);
        const { content: back } = read(value);
        expect(shapeOf(back)).toBe(expected(content, losses));
        expect(withoutNames(write(back).value)).toBe(withoutNames(value));
      }),
    );
  });

  it('[X-03] lists nothing that comes back', () => {
    const silent = new Set(['removed', 'proposals', 'people', 'roles', ...SHAPING]);
    fc.assert(
      fc.property(fc.oneof(randomContents(8), hostileContents), (content) => {
        const { value, losses } = write(content);
        const shape = shapeOf(read(value).content);
        for (const loss of losses.filter(({ kind }) => !silent.has(kind))) {
          // The map's own language is no part of its shape.
          for (const id of loss.where.filter((one) => loss.kind !== 'languages' || one !== 'info')) {
            const less = returned(losses, loss.kind, new Set([id]));
            expect([loss.kind, id, expected(content, less) === shape]).toEqual([loss.kind, id, false]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(['en', 'zh'])(
    'brings every text back in %s: of claims, comments, quotations, schemes, names',
    (language) => {
      fc.assert(
      fc.property(hostileTexts, fc.constantFrom(...['', '→ see 1', '→ 见 1', 'Pro: ', '> ', '*→ continued in A*']), (text, start) => {
        const said = start + text;
        const builder = aMap({ language, title: said, about: said, question: said });
        const thesis = builder.thesis(said, { language });
        const { claim, argument } = builder.support(thesis, said, { language });
        builder.joint(argument, said, { language });
        builder.comment(claim, said, PARTICIPANT);
        const { source, edition } = builder.source(said);
        builder.quote(claim, edition, [0, [...(builder.map.editions.get(edition)?.text ?? '')].length]);
        const content = contentOf(builder.map);
        const given: MapContent = {
          ...content,
          arguments: content.arguments.map((one) => ({ ...one, scheme: said })),
          sources: content.sources.map((one) => (one.id === source ? { ...one, title: said } : one)),
          participants: content.participants.map((one) =>
            one.id === PARTICIPANT ? { ...one, name: 'Pia, 潘、; (x)' } : one,
          ),
        };
        const { content: back, told } = read(write(given).value);
        expect(back.claims.map((one) => one.text)).toEqual([1, 2, 3].map(() => shownBlock(said)));
        expect(back.comments.map((one) => one.text)).toEqual([shownBlock(said)]);
        expect(back.quotations.map((one) => one.exact)).toEqual([shownBlock(said.normalize('NFC'))]);
        expect(back.arguments.map((one) => one.scheme)).toEqual([shownLine(said)]);
        expect(back.sources.map((one) => one.title)).toEqual([shownLine(said)]);
        expect(back.participants.map((one) => one.name)).toEqual(['Pia, 潘、; (x)']);
        expect(back.info).toEqual({ ...given.info, title: shownLine(said), question: shownBlock(said), about: shownBlock(said) }); // prettier-ignore
        expect(told.filter((one) => !/^(people|quoted-sources)/.test(one))).toEqual([]);
      }),
    ); // prettier-ignore
    },
  );

  it('comes back from its parts, with its report in it, and when it says nothing', () => {
    const builder = aMap({ title: 'Deep' });
    let claim = builder.thesis('0');
    for (let i = 1; i < 60; i++) claim = builder.rebut(claim, `deep ${i}`).claim;
    builder.refer(builder.thesis('borrowed'), builder.support(claim, 'last').argument);
    const file = write(contentOf(builder.map));
    expect(read(file.value).picture).toBe(builder.picture);
    const remarked = read(withRemark(markdown, file, 'en'));
    expect(remarked.picture).toBe(builder.picture);
    expect(remarked.content.info).toEqual(builder.map.info);
    expect(read(write(contentOf(aMap({ title: 'Empty', question: '' }).map)).value).content.info.title).toBe(
      'Empty',
    );
  });

  it.each([
    '→ see 1',
    '→ 见 1',
    '→',
    '*→ continued in A*',
    '**1** ● *Thesis:* x',
    '*Comment:* x',
    '> x *— y (1), disputed*',
  ])('takes the claim “%s” for a claim', (text) => {
    const builder = aMap();
    builder.rebut(builder.thesis(text), text);
    expect(read(write(contentOf(builder.map)).value).picture).toBe(builder.picture);
  });

  it('tells when its words are not in the language of the map', () => {
    for (const language of ['en', 'zh', 'de', 'zh-Hant']) {
      const builder = aMap({ language });
      builder.thesis('T 河', { language });
      const { value, losses } = write(contentOf(builder.map));
      const isTold = losses.some(({ kind }) => kind === 'languages');
      expect([language, read(value).content.info.language === language]).toEqual([language, !isTold]);
    }
  });

  it('may be edited by hand', () => {
    const builder = aMap({ question: '' });
    const thesis = builder.thesis('T');
    const { argument } = builder.support(thesis, 'a');
    builder.joint(argument, 'b');
    const text = write(contentOf(builder.map)).value;
    const edited = text.replace(
      '    - **1.1b)** b\n',
      '    - **1.1b)** b\n      - but why\n    - and also **c**\n    - Con: no inference\n  - − new rebuttal\n  - **1.9** + *Support:* → see 7\n',
    );
    const { picture, told } = read(edited);
    expect(picture).toBe(
      'T\n  + a\n  & b\n    + but why\n  & and also c\n    ~ no inference\n  - new rebuttal',
    );
    expect(told).toEqual(['texts: line 12', 'edges: line 11', 'dangling: line 15', 'people: line 5']);
  });
});

describe('a nested list of anybody', () => {
  it('is read as theses and what speaks for them, with what is not said told', () => {
    const { content, picture, told } = read(`---
title: Not this
tags: [x]
---

# Cars in *town*

Some words about it,
in two lines.

* Ban **cars** [now](https://example.org/why)
    * Pro: cleaner air
    * **Con:** shops suffer
        1. Undercut: not those in side streets
    * it is quieter
      for all

      even at night
* Another \`thesis\`

## A chapter

A last remark.
`);
    expect(content.info).toMatchObject({
      title: 'Cars in town',
      about: 'Some words about it, in two lines.\n\nA last remark.',
    });
    expect(picture).toBe(`Ban cars now (https://example.org/why)
  + cleaner air
  - shops suffer
    ~ not those in side streets
  + it is quieter for all
even at night
Another thesis`);
    expect(told).toEqual([
      'unknown: line 3',
      'texts: line 11, line 13, line 19',
      'edges: line 15',
      'groups: line 21',
    ]);
  });

  it.each([
    ['signs', '- T\n  - + a\n  - − b\n  - ✗ c\n  - ✅ d\n  - [+] e\n  - (con) f'],
    ['bullets', '* T\n  + a\n  - b\n  - c\n  + d\n  + e\n  - f'],
    [
      'Chinese words',
      '- T\n  - 支持：a\n  - 反驳：b\n  - 反对: c\n  - **正方**：d\n  - 理由：e\n  - 反方：f',
    ],
    [
      'groups',
      '- T\n  - Pros:\n    - a\n  - **Cons**\n    - b\n    - c\n  - 支持\n    - d\n    - e\n  - Objections\n    - f',
    ],
    ['headings', '# T\n\n## Pro\n- a\n## Con\n1. b\n2. c\n### Arguments for\n- d\n- e\n## 反对\n- f'],
    ['words at the top', '# T\n- Pro: a\n- Con: b\n- con: c\n- Support: d\n- because: e\n- Objection: f'],
    ['tabs', '- T\n\t- + a\n\t- - b\n\t- - c\n\t- + d\n\t- + e\n\t- - f'],
    ['CRLF and BOM', '\ufeff- T\r\n  - + a\r\n  - - b\r\n  - - c\r\n  - + d\r\n  - + e\r\n  - - f'],
  ])('tells support from rebuttal by %s', (_, text) => {
    const { picture, told } = read(text);
    expect(picture).toBe('T\n  + a\n  - b\n  - c\n  + d\n  + e\n  - f');
    expect(told.filter((one) => one.startsWith('edges'))).toEqual([]);
  });

  it('joins Chinese lines without a space, and keeps code and foreign quotations as text', () => {
    const { picture } = read(
      '- 河水\n  上涨\n- Look:\n  > a quotation\n- Code\n  ```\n  - *x*\n  ```\n- [x] done',
    );
    expect(picture).toBe('河水上涨\nLook:\na quotation\nCode\n- *x*\ndone');
  });

  it('takes what stands under a comment for a comment', () => {
    const { content, picture } = read('- T\n  - *Comment by Pia:* why?\n    - because\n      - I see\n  - a');
    expect(picture).toBe('T\n  + a');
    expect(content.comments.map(({ text }) => text)).toEqual(['why?', 'because', 'I see']);
  });

  it('takes a word that could announce a stance for a claim where nothing stands under it', () => {
    expect(read('- T\n  - Pro\n  - Cons\n    - a').picture).toBe('T\n  + Pro\n  - a');
  });

  it('refuses a file without a list, with the line', () => {
    for (const text of ['', '\n', '# Title\n\nWords.', '{"a": 1}']) {
      const result = answer(text);
      expect(result.ok ? 'read' : result.refusal.message).toMatch(/^line 1: /);
    }
    const result = answer('- x\n'.repeat(100_002));
    expect(result.ok ? 'read' : result.refusal).toMatchObject({ code: 'too-large', message: expect.stringMatching(/^line 100001: /) }); // prettier-ignore
  });

  it('tells what is too long for a map, and takes long claims whole', () => {
    const { content, told } = read(
      `# ${'t'.repeat(201)}\n\n${'w'.repeat(3000)}\n\n- ${'x'.repeat(12_000)}\n`,
    );
    expect(content.info.about).toHaveLength(2000);
    expect(told).toEqual(['truncated: line 3, line 1', 'long-texts: line 5']);
    expect(content.editions[0]?.text).toHaveLength(12_000);
  });

  it('is told by its name, or by a heading or a bullet', () => {
    expect(markdown.looksLike?.('anything', 'x.md')).toBe(true);
    expect(markdown.looksLike?.('a\n- b', 'x.txt')).toBe(true);
    expect(markdown.looksLike?.('# b', 'x.txt')).toBe(true);
    expect(markdown.looksLike?.('Only words.\n1. x', 'x.txt')).toBe(false);
  });

  it('makes a sound map or a refusal of anything', () => {
    const parts = fc.constantFrom('- ', '+ ', '* ', '1. ', '  ', '    ', '\t', '\n', '\n\n', '> ', '# ', '## A (continues 1)', '**1** ', '**1a)** ', '● *Thesis:* ', '+ *Support:* ', '+ *Support, together:*', '↗ *Undercut, aimed at the inference of 1:* ', '→ see 1', '*→ continued in A*', '*Comment:* ', '*— x (1), disputed*', '## Sources\n', '```', '<!--', '-->', '---', '===', 'Pro: ', 'Cons', 'a', '\\', '*', '_', '[', '](', ')', '`', '&#0;', '&#xd800;', '<b>', '\r'); // prettier-ignore
    const garbage = fc.oneof(fc.array(parts, { maxLength: 60 }).map((all) => all.join('')), fc.string({ unit: 'binary' })); // prettier-ignore
    fc.assert(
      fc.property(garbage, (text) => {
        const result = answer(text);
        if (result.ok) expect(unsound(result.value.value)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Markdown of size', () => {
  it('is written and read with 10,000 claims', () => {
    const back = answer(write(manyClaims(10_000)).value);
    expect(back.ok && back.value.value.claims.length).toBe(10_000);
  });

  it.each(hostileMarkdown)('comes to an end with a file of %s', (_, text) => {
    expect(toTheEnd(() => answer(text()))).toHaveProperty('ok');
  });
});
