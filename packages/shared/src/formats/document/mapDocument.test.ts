import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT, type MapBuilder } from '../../../testing/aMap.ts';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { aHomelessClaim, hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { documentOf } from './documentOf.ts';
import type { DocumentLine, MapDocument } from './mapDocument.ts';
import { documentLosses } from './mapDocumentLosses.ts';
import { shownTree } from '../shownTree.ts';

const origin = { at: Date.UTC(2026, 0, 15), version: 7, permalink: 'https://counterpoint.example/maps/1' };
const written = (content: MapContent): MapDocument => documentOf(content, origin);
const linesOf = ({ parts }: MapDocument): DocumentLine[] => parts.flatMap(({ lines }) => lines);

function aDebate(language: 'en' | 'zh'): MapBuilder {
  const builder = aMap({ title: 'Bridge', about: 'One evening', language });
  const thesis = builder.thesis('A bridge');
  const { claim, argument } = builder.support(thesis, 'It floods', { by: PARTICIPANT });
  builder.joint(argument, 'Boats are slow', { by: OTHER_PARTICIPANT });
  const undercut = builder.rebut(argument, 'A dike would do', { by: OTHER_PARTICIPANT });
  builder.refer(thesis, builder.rebut(undercut.claim, 'Dikes break').argument);
  builder.comment(claim, 'By how much?');
  builder.edit({ kind: 'remove', id: builder.rebut(thesis, 'Taken back').claim });
  return builder;
}

const asText = ({ number, depth, sign, label, text, author, see, comments }: DocumentLine): string =>
  [' '.repeat(depth) + number, sign, label, text, see?.text, author && `by ${author}`, ...comments.map((one) => `(${one.label} ${one.text})`)]
    .filter(Boolean)
    .join(' '); // prettier-ignore

describe('a map as a document', () => {
  it('is its numbered lines, with relations in words, authors and comments', () => {
    expect(linesOf(written(contentOf(aDebate('en').map))).map(asText)).toEqual([
      '1 ● Thesis A bridge by Olga',
      ' 1.1 + Support, together by Pia',
      '  1.1a It floods by Pia (Comment by Pia: By how much?)',
      '  1.1b Boats are slow by 潘',
      '  1.1.1 ↗ Undercut, aimed at the inference of 1.1 A dike would do by 潘',
      '   1.1.1.1 − Rebuttal, together by Olga',
      '    1.1.1.1a Dikes break by Olga',
      '    1.1.1.1b → see 1',
    ]);
  });

  it('has the words of a claim that only a reference leads to, where it is used', () => {
    const texts = linesOf(written(aHomelessClaim().content)).map(({ number, text }) => `${number} ${text}`);
    expect(texts).toEqual(['1 T', '1.1 ', '1.1a borrower', '1.1b homeless', '1.1b.1 beneath it']);
  });

  it('speaks the language of the map', () => {
    const document = written(contentOf(aDebate('zh').map));
    expect(linesOf(document).map(asText)).toContain(
      '  1.1.1 ↗ 削弱推理，针对 1.1 的推理 A dike would do by 潘',
    );
    expect(document.legend.map(({ word }) => word)).toEqual([
      '论题',
      '支持',
      '反驳',
      '削弱推理',
      '联合前提',
      '引用',
    ]);
  });

  it('[X-06] states date, version, address and contributors', () => {
    expect(written(contentOf(aDebate('en').map)).facts).toEqual([
      { label: 'Date', text: '2026-01-15', link: null },
      { label: 'Version', text: '7', link: null },
      { label: 'Address', text: origin.permalink, link: origin.permalink },
      { label: 'Contributors', text: 'Olga, Pia, 潘', link: null },
    ]);
    const script = documentOf(contentOf(aMap().map), {
      at: NaN,
      version: 0,
      permalink: 'javascript:alert(1)',
    });
    expect(script.facts.map(({ text, link }) => [text, link])).toEqual([
      ['0', null],
      ['javascript:alert(1)', null],
    ]);
  });

  it('names one author at the head only, when everything is theirs', () => {
    const builder = aMap();
    builder.support(builder.thesis('A'), 'B');
    const document = written(contentOf(builder.map));
    expect(linesOf(document).map(({ author }) => author)).toEqual(['', '']);
    expect(document.facts.at(-1)).toMatchObject({ text: 'Olga' });
  });

  it('gives quotations a note each, with where they stand, and lists what each source bears', () => {
    const builder = aMap();
    const thesis = builder.thesis('The river rises.');
    const { claim } = builder.support(thesis, 'It floods');
    const [source, first, second] = [builder.newId(), builder.newId(), builder.newId()];
    const marks = [{ start: 0, speaker: 'Ms Li', time: 65_000 }, { start: 17, speaker: '张三', time: 3_725_999 }, { start: 22, speaker: 'Late', time: null }]; // prettier-ignore
    const named = { title: 'A talk', url: 'javascript:x', language: 'en' };
    builder.edit({
      kind: 'add-source',
      source,
      edition: first,
      ...named,
      text: 'The river rises. 河水上涨。End',
      marks,
    });
    builder.quote(claim, first, [17, 21]);
    builder.edit({
      kind: 'quote',
      quotation: builder.newId(),
      claim: thesis,
      edition: first,
      start: 0,
      end: 16,
      bearing: 'verbatim',
    });
    builder.quote(thesis, first, [17, 21]);
    builder.edit({
      kind: 'add-edition',
      edition: second,
      source,
      text: 'It rises',
      marks: [],
      reason: 'corrected',
    });
    builder.quote(claim, second, [3, 8]);
    const document = written(contentOf(builder.map));
    const notes = linesOf(document).flatMap(({ number, quotations }) => quotations.map((one) => [number, one.note, one.exact, one.bearing, one.place])); // prettier-ignore
    expect(notes).toEqual([
      ['1', 1, 'The river rises.', 'Verbatim', 'A talk, edition 1, Ms Li, 1:05, ¶ 1, gone in edition 2'],
      ['1', 2, '河水上涨', 'Paraphrase', 'A talk, edition 1, 张三, 1:02:05, ¶ 1, gone in edition 2'],
      ['1.1', 3, '河水上涨', 'Paraphrase', 'A talk, edition 1, 张三, 1:02:05, ¶ 1, gone in edition 2'],
      ['1.1', 4, 'rises', 'Paraphrase', 'A talk, edition 2, ¶ 1'],
    ]);
    expect(document.sources).toMatchObject([
      {
        title: 'A talk',
        url: 'javascript:x',
        link: null,
        passages: [
          { exact: 'The river rises.', place: 'edition 1, Ms Li, 1:05, ¶ 1', claims: ['1'] },
          { exact: '河水上涨', place: 'edition 1, 张三, 1:02:05, ¶ 1', claims: ['1.1', '1'] },
          { exact: 'rises', place: 'edition 2, ¶ 1', claims: ['1.1'] },
        ],
      },
    ]);
  });

  it('[A-15] says in a note which edition and paragraph it is of, what became of the words, and how they are translated', () => {
    const notes = (language: 'en' | 'zh') =>
      linesOf(written(aFollowedQuotation(language))).flatMap(({ quotations }) =>
        quotations.map(({ place, gloss }) => [place, gloss && gloss.text + gloss.by]),
      );
    const translated = '“the bridge should be built upstream”';
    expect(notes('en')).toEqual([
      ['A talk, edition 1, 张三, 1:05, ¶ 2, changed in edition 2', `${translated} (translated by 潘)`],
      ['A talk, edition 1, 张三, 1:05, ¶ 2, gone in edition 2', null],
      ['A talk, edition 1, 张三, 1:05, ¶ 3', null],
      ['A talk, edition 2, ¶ 1', null],
    ]);
    expect(notes('zh')).toEqual([
      ['A talk、第 1 版、张三、1:05、¶ 2、第 2 版里已改动', `${translated}（潘 译）`],
      ['A talk、第 1 版、张三、1:05、¶ 2、第 2 版里已删去', null],
      ['A talk、第 1 版、张三、1:05、¶ 3', null],
      ['A talk、第 2 版、¶ 1', null],
    ]);
    const nameless = { ...aFollowedQuotation(), participants: [] };
    expect(linesOf(written(nameless))[0]?.quotations[0]?.gloss?.by).toBe(' (translation)');
  });

  it('has every claim that is shown once, and every pointer leads to a line or a part', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(), hostileContents), (content) => {
        const document = written(content);
        const lines = linesOf(document);
        const claims = shownTree(content).inOrder.flatMap((node) => ('text' in node ? [node.text] : []));
        const shown = lines.map(({ text }) => text).filter((text) => text !== '');
        expect(shown.sort()).toEqual(claims.map((text) => text.replace(/[\ufffe\uffff]/g, '\ufffd')).sort());
        const places = new Set([
          ...lines.map(({ number }) => number),
          ...document.parts.map(({ letter }) => letter),
        ]);
        for (const pointer of lines.flatMap(({ see, continued }) => [see, continued]))
          if (pointer) expect(places).toContain(pointer.number);
        const notes = lines.flatMap(({ quotations }) => quotations.map(({ note }) => note));
        expect(notes).toEqual(notes.map((_, i) => i + 1));
        const resting = document.sources.flatMap(({ passages }) =>
          passages.flatMap(({ claims: numbers }) => numbers),
        );
        for (const number of resting) expect(places).toContain(number);
      }),
    );
  });

  it('replaces what XML cannot hold', () => {
    const builder = aMap({ title: 'T\uffff' });
    builder.thesis('a\ufffeb\n\t😀');
    const document = written(contentOf(builder.map));
    expect(document.title).toBe('T\ufffd');
    expect(linesOf(document)[0]?.text).toBe('a\ufffdb\n\t😀');
    const content = aFollowedQuotation();
    const quotations = content.quotations.map((one) => ({ ...one, gloss: one.gloss && { ...one.gloss, text: 'c\uffff' } })); // prettier-ignore
    expect(linesOf(written({ ...content, quotations }))[0]?.quotations[0]?.gloss?.text).toBe('“c\ufffd”');
    const told = documentLosses({ ...content, quotations }).list();
    expect(told.find(({ kind }) => kind === 'texts')?.where).toEqual([content.quotations[0]?.id]);
  });

  it('holds 10,000 claims', () => {
    expect(new Set(linesOf(written(manyClaims(10_000))).map(({ text }) => text)).size).toBeGreaterThanOrEqual(
      10_000,
    );
  });
});
