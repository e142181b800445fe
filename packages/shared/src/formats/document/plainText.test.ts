import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { printable } from './mapDocumentText.ts';
import { plainText } from './plainText.ts';
import { inColumns } from './plainTextWrap.ts';
import { isClaim, shownTree } from '../shownTree.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const write = (content: MapContent) => {
  const file = plainText.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

function aDebate(language: string): MapContent {
  const builder = aMap({
    title: 'Cars & *centre*',
    question: 'Ban them?',
    about: 'A seminar.\n\nIn May.',
    language,
  });
  const ban = builder.thesis('城市应当尽快禁止私家车进入市中心，“越快越好”。'.repeat(3));
  const { claim, argument } = builder.support(ban, 'Less pollution. '.repeat(8), { by: PARTICIPANT });
  builder.joint(argument, 'Clean air\nmatters.');
  builder.rebut(argument, 'Met without a ban.');
  const shops = builder.rebut(ban, `See https://example.org/${'x'.repeat(90)} or not`);
  const borrowed = builder.rebut(shops.argument, 'x');
  builder.refer(claim, borrowed.argument);
  builder.remove(borrowed.claim);
  builder.comment(claim, 'Which?', OTHER_PARTICIPANT);
  builder.quote(claim, builder.source().edition);
  return contentOf(builder.map);
}

describe('plain text', () => {
  it('is a numbered outline in 80 columns, in English', () => {
    expect(write(aDebate('en')).value).toBe(`Cars & *centre*

Question: Ban them?

A seminar.

In May.

Date: 2026-01-15
Version: 12
Address: https://example.org/maps/1
Contributors: Olga, Pia, 潘

1 ● Thesis: 城市应当尽快禁止私家车进入市中心，“越快越好”。城市应当尽快禁止私家车
  进入市中心，“越快越好”。城市应当尽快禁止私家车进入市中心，“越快越好”。 — Olga
  1.1 + Support, together: — Pia
    1.1a) Less pollution. Less pollution. Less pollution. Less pollution. Less
      pollution. Less pollution. Less pollution. Less pollution. — Pia
      “The river” — A speech, ¶ 1 (1), paraphrase
      Comment by 潘: Which?
    1.1b) Clean air
      matters. — Olga
    1.1.1 ↗ Undercut, aimed at the inference of 1.1: Met without a ban. — Olga
  1.2 − Rebuttal: See
    https://example.org/${'x'.repeat(90)}
    or not — Olga
    1.2.1 ↗ Undercut, aimed at the inference of 1.2: → see 1.1a — Olga

Sources

1. A speech https://example.org/speech
`);
  });

  it('[A-15] has the translation of a quotation below it', () => {
    expect(write(aFollowedQuotation()).value).toContain(`
  “大桥应修在上游” — A talk, edition 1, 张三, 1:05, ¶ 2, changed in edition 2
    (1), inference
  “the bridge should be built upstream” (translated by 潘)
  “The river rises.”`);
  });

  it('and in Chinese', () => {
    const { value, losses } = write(aDebate('zh'));
    expect(value).toContain('问题：Ban them?\n\nA seminar.\n\nIn May.\n\n日期：2026-01-15\n版本：12\n');
    expect(value).toContain('  1.1 + 支持，合起来才成立：— Pia\n');
    expect(value).toContain('      “The river” —— A speech、¶ 1（1），转述\n      潘 评论：Which?\n');
    expect(value).toContain('\n\n资料来源\n\n1. A speech https');
    expect(losses.find(({ kind }) => kind === 'languages')?.count).toBe(5);
  });

  it('[X-06] shows every claim, comment and quotation, and the same for the same map', () => {
    const flat = (text: string): string => text.replace(/[\s\u200b]+/g, '');
    fc.assert(
      fc.property(fc.oneof(hostileContents, randomContents(20)), (content) => {
        const { value } = write(content);
        const tree = shownTree(content);
        const { claims, comments, quotations, info } = printable(content);
        const texts = [
          ...claims.filter(({ id }) => tree.has(id)),
          ...comments.filter(({ claim, removed }) => !removed && tree.has(claim)),
        ].map(({ text }) => text);
        const exact = quotations
          .filter(({ claim, removed }) => !removed && tree.has(claim))
          .map((one) => one.exact);
        for (const text of [...texts, ...exact, info.title, info.question, info.about])
          expect(flat(value)).toContain(flat(text));
        expect(tree.inOrder.filter(isClaim).length).toBeLessThanOrEqual(value.split('\n').length);
        expect(write(content).value).toBe(value);
      }),
    );
  });

  it('breaks lines where people do, and loses nothing but the spaces there', () => {
    expect(inColumns('一二三，四（五）', 6)).toEqual(['一二', '三，四', '（五）']);
    expect(inColumns('one two three', 7, 3)).toEqual(['one', 'two', 'three']);
    expect(inColumns('a\n\nb', 7)).toEqual(['a', '', 'b']);
    // A mark on a space is no space.
    expect(inColumns('(1) \u0301//', 4).join('')).toBe('(1) \u0301//');
    expect(inColumns('一二三\u3000\u0301四', 6)).toEqual(['一二三', '\u3000\u0301四']);
    fc.assert(
      fc.property(hostileTexts, fc.integer({ min: 4, max: 30 }), (text, columns) => {
        const lines = inColumns(text, columns);
        const flat = (one: string): string => one.replace(/[\s\u200b]+/g, '');
        expect(flat(lines.join(''))).toBe(flat(text));
        for (const line of inColumns(text.replace(/\s+/g, ' '), columns).slice(1))
          expect(line).not.toMatch(/^[，。、；：！？）》”]./);
      }),
    );
  });

  it('adds a report at the end', () => {
    expect(plainText.remark?.(['Not included:', '- 2 times'])).toBe('\nNot included:\n- 2 times');
  });

  it('writes 10,000 claims', () => {
    const text = write(manyClaims(10_000)).value.replace(/\s/g, '');
    for (const n of [0, 1, 4_999, 9_999]) expect(text).toContain(`Claim${n}:`);
  });
});
