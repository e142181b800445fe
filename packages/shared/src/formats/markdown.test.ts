import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OTHER_PARTICIPANT } from '../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../testing/contents.ts';
import type { MapContent } from '../map/map.ts';
import { contentOf } from '../map/patch.ts';
import type { WriteOptions } from './format.ts';
import { markdown } from './markdown.ts';
import { markdownLines } from './markdownText.ts';
import { numbered } from './numbering.ts';
import { shownTree } from './shownTree.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent, options?: WriteOptions) => {
  const file = markdown.write?.(content, ORIGIN, options);
  if (!file) throw new Error('cannot be written');
  return file;
};

function aDebate(language: string): MapContent {
  const builder = aMap({
    title: 'Cars & *centre*',
    question: 'Ban them?',
    about: 'A seminar.\n\n# Not a heading',
    language,
  });
  const ban = builder.thesis('Ban cars.');
  const { claim, argument } = builder.support(ban, 'Less pollution.');
  builder.joint(argument, 'Clean air\nmatters.');
  const undercut = builder.rebut(argument, 'Met without a ban.');
  builder.rebut(undercut.argument, 'By what?');
  const shops = builder.rebut(ban, '1. It ruins - shops');
  builder.rebut(shops.claim, 'More walkers.');
  const borrowed = builder.rebut(shops.argument, 'x');
  builder.refer(claim, borrowed.argument);
  builder.remove(borrowed.claim);
  builder.comment(claim, '+ which?', OTHER_PARTICIPANT);
  builder.thesis('Another.');
  return contentOf(builder.map);
}

describe('the Markdown outline', () => {
  it('is numbered, signed and worded in English', () => {
    expect(written(aDebate('en'), { comments: true }).value).toBe(`# Cars \\& \\*centre\\*

**Question:** Ban them?

A seminar.\\
\\# Not a heading

2026-01-15 · version 12 · <https://example.org/maps/1>

Contributors: Olga, 潘

- **1** ● *Thesis:* Ban cars.
  - **1.1** + *Support, together:*
    - **1.1a)** Less pollution.
      - *Comment by 潘:* \\+ which?
    - **1.1b)** Clean air\\
      matters.
    - **1.1.1** ↗ *Undercut, aimed at the inference of 1.1:* Met without a ban.
      - **1.1.1.1** ↗ *Undercut, aimed at the inference of 1.1.1:* By what?
  - **1.2** − *Rebuttal:* 1\\. It ruins - shops
    - **1.2.1** − *Rebuttal:* More walkers.
    - **1.2.2** ↗ *Undercut, aimed at the inference of 1.2:* → see 1.1a
- **2** ● *Thesis:* Another.
`);
  });

  it('and in Chinese', () => {
    const text = written(aDebate('zh-CN')).value;
    expect(text).toContain('2026-01-15 · 第 12 版 · <https://example.org/maps/1>\n\n参与者： Olga');
    expect(text).toContain(
      '- **1** ● *论题：* Ban cars.\n  - **1.1** + *支持，合起来才成立：*\n    - **1.1a)** Less',
    );
    expect(text).toContain('- **1.1.1** ↗ *削弱推理，针对 1.1 的推理：* Met');
    expect(text).toContain('*削弱推理，针对 1.2 的推理：* → 见 1.1a');
    expect(text).not.toContain('which');
  });

  it('holds no line that a text could have begun, and one item for every claim and every joint argument', () => {
    fc.assert(
      fc.property(fc.oneof(hostileContents, randomContents()), (content) => {
        const lines = numbered(shownTree(content)).parts.flatMap((part) => part.lines);
        const body = written(content).value.split('\n').filter((line) => /^ *- /.test(line));
        expect(body.map((line) => /^ *- \*\*([\w.]+)\)?\*\* /.exec(line)?.[1])).toEqual(lines.map(({ number }) => number));
        expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
      }),
    ); // prettier-ignore
  });

  it('escapes every sign that Markdown or HTML might take for its own', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        for (const line of markdownLines(text)) {
          expect(line).not.toMatch(/^[-+:=\s]|^\d+[.)]/);
          expect(line.replace(/\\./g, '')).not.toMatch(/[\\`*_[\]<>&~|$#^{}]|==|[\n\r\u2028\u2029]/);
          expect(line.replace(/\\(.)/g, '$1')).not.toBe('');
        }
        const shown = markdownLines(text).map((line) => line.replace(/\\(.)/g, '$1'));
        expect(shown.join(' ')).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('goes on in a new part where a branch is too deep, so that no line grows without end', () => {
    const builder = aMap();
    let claim = builder.thesis('0');
    for (let i = 1; i < 60; i++) claim = builder.rebut(claim, `deep ${i}`).claim;
    const text = written(contentOf(builder.map)).value;
    for (let i = 1; i < 60; i++) expect(text).toContain(` deep ${i}`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(150);
    expect(text).toContain('deep 16 *→ continued in A*\n\n## A (continues 1.1.1.');
    expect(text).toContain('- **A.1** − *Rebuttal:* deep 17\n  - **A.1.1**');
  });

  it('says what it leaves out', () => {
    const kinds = written(aDebate('en')).losses.map(({ kind, count }) => `${kind} ${count}`);
    expect(kinds).toEqual(
      ['removed 1', 'authors 8', 'times 8', 'languages 0', 'settings 1', 'comments 1'].filter(
        (one) => !one.endsWith(' 0'),
      ),
    );
    expect(
      written(aDebate('zh'), { comments: true }).losses.find(({ kind }) => kind === 'languages')?.count,
    ).toBe(8);
  });
});
