import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { markdown } from './markdown.ts';
import { markdownLines } from './markdownText.ts';
import { numbered } from '../document/numbering.ts';
import { settled } from '../document/numberingSettled.ts';
import { shownTree } from '../shownTree.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent) => {
  const file = markdown.write?.(content, ORIGIN);
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
  const { source, edition } = builder.source();
  builder.quote(claim, edition);
  builder.quote(claim, edition, [4, 16]);
  builder.thesis('Another.');
  const content = contentOf(builder.map);
  const sources = content.sources.map((one) => (one.id === source ? { ...one, title: 'A [speech]' } : one));
  return { ...content, sources };
}

describe('the Markdown outline', () => {
  it('is numbered, signed and worded in English', () => {
    expect(written(aDebate('en')).value).toBe(`# Cars \\& \\*centre\\*

**Question:** Ban them?

A seminar.\\
\\# Not a heading

2026-01-15 · version 12 · <https://example.org/maps/1>

Contributors: Olga, 潘

- **1** ● *Thesis:* Ban cars.
  - **1.1** + *Support, together:*
    - **1.1a)** Less pollution.
      > The river *— A \\[speech\\] (1), paraphrase*
      >
      > river rises. *— A \\[speech\\] (1), paraphrase*
      - *Comment by 潘:* \\+ which?
    - **1.1b)** Clean air\\
      matters.
    - **1.1.1** ↗ *Undercut, aimed at the inference of 1.1:* Met without a ban.
      - **1.1.1.1** ↗ *Undercut, aimed at the inference of 1.1.1:* By what?
  - **1.2** − *Rebuttal:* 1\\. It ruins - shops
    - **1.2.1** − *Rebuttal:* More walkers.
    - **1.2.2** ↗ *Undercut, aimed at the inference of 1.2:* → see 1.1a
- **2** ● *Thesis:* Another.

## Sources

1. A \\[speech\\] <https://example.org/speech>
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
    expect(text).toContain('*潘 评论：* \\+ which?');
    expect(text).toContain('> The river *—— A \\[speech\\]（1），转述*');
    expect(text).toContain('\n\n## 资料来源\n\n1. A \\[speech\\] <https://example.org/speech>\n');
  });

  it('holds no line that a text could have begun, and one item for every claim and every joint argument', () => {
    fc.assert(
      fc.property(fc.oneof(hostileContents, randomContents()), (content) => {
        const lines = numbered(shownTree(settled(content).content)).parts.flatMap((part) => part.lines);
        const body = written(content).value.split('\n').filter((line) => /^ *- (?!\*(?!\*))/.test(line));
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
    const kinds = (language: string) =>
      written(aDebate(language)).losses.map(({ kind, count }) => `${kind} ${count}`);
    expect(kinds('en')).toEqual([
      'removed 1',
      'authors 18',
      'times 19',
      'quoted-sources 1',
      'texts 1',
      'people 7',
      'roles 1',
    ]);
    expect(kinds('zh')).toContain('languages 8');
  });

  it('tells two people of one name apart', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    builder.comment(thesis, 'first', PARTICIPANT);
    builder.comment(thesis, 'second', OTHER_PARTICIPANT);
    const content = contentOf(builder.map);
    const participants = content.participants.map((one) =>
      one.name === '潘' ? { ...one, name: 'Pia' } : one,
    );
    const { value, losses } = written({ ...content, participants });
    expect(value).toContain('*Comment by Pia:* first\n  - *Comment by Pia 2:* second');
    expect(losses.find(({ kind }) => kind === 'names')?.where).toEqual([OTHER_PARTICIPANT]);
  });

  it('writes a claim that only a reference leads to where it is used', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const gone = builder.thesis('gone');
    const attacked = builder.support(thesis, 'gone too');
    builder.refer(gone, attacked.argument);
    const { claim } = builder.rebut(attacked.argument, 'homeless');
    builder.support(claim, 'beneath it');
    builder.refer(claim, builder.rebut(thesis, 'borrower').argument);
    for (const id of [attacked.claim, gone]) builder.remove(id);
    const { value, losses } = written(contentOf(builder.map));
    expect(value).toContain('- **1.1b)** homeless\n      - **1.1b.1** + *Support:* beneath it\n');
    expect(losses.find(({ kind }) => kind === 'references')?.count).toBe(1);
  });

  it('carries a report where Markdown shows nothing of it', () => {
    const remark = markdown.remark?.(['Not included:', '- 2 times --> x']) ?? '';
    expect(remark).toBe('\n<!--\nNot included:\n- 2 times —> x\n-->');
  });
});
