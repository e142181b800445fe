import { describe, expect, it } from '@jest/globals';
import { contentOf, ExportOptions, type MapContent } from '@counterpoint/shared';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { aMap } from '../../shared/testing/aMap.ts';
import { aHomelessClaim, hostileContents } from '../../shared/testing/contents.ts';
import { manyClaims } from '../../shared/testing/manyClaims.ts';
import { aDocumentMap } from '../testing/aDocumentMap.ts';
import { sampleMap } from '../testing/sampleMap.ts';
import { writeSvg } from './svg.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://maps.example/m/1' };
const svg = async (content: MapContent, options = {}): Promise<string> =>
  new TextDecoder().decode((await writeSvg(content, ORIGIN, ExportOptions.parse(options))).value);

/** Throws at the first thing that is not well-formed. */
function elements(xml: string): Element[] {
  const onError = (level: string, message: string): void => {
    if (!message.includes('replacement character')) throw new Error(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError }).parseFromString(xml, 'image/svg+xml');
  return [...document.getElementsByTagName('*')];
}

describe('SVG file', () => {
  it('[X-02] has every claim as text, and fonts for all of it', async () => {
    const content = sampleMap('zh');
    const xml = await svg(content);
    const all = elements(xml);
    const texts = all.filter(({ tagName }) => tagName === 'text').map(({ textContent }) => textContent);
    for (const { text } of content.claims) expect(texts).toContain(text);
    const css = all.find(({ tagName }) => tagName === 'style')?.textContent ?? '';
    expect(css.match(/@font-face/g)).toHaveLength(9);
    const ranges = [...css.matchAll(/unicode-range:([^}]+)/g)].flatMap(([, list = '']) => list.split(','));
    const has = (point: number): boolean =>
      ranges.some((range) => {
        const [first = 0, last = first] = range
          .slice(2)
          .split('-')
          .map((hex) => parseInt(hex, 16));
        return point >= first && point <= last;
      });
    const missing = [...new Set(texts.join(''))].filter((one) => !has(one.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it('[X-07] is well-formed and without script, handlers, inline styles and addresses, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(hostileContents, async (content) => {
        for (const element of elements(await svg(content))) {
          expect(element.tagName).toMatch(/^(svg|title|desc|style|g|rect|circle|path|text|tspan)$/);
          for (const { name } of [...element.attributes])
            expect(name).not.toMatch(/^(on|style|href|src|xlink)/i);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('[X-05] leaves out what is folded, and names where they are not wanted', async () => {
    const content = sampleMap('en');
    const [thesis] = content.claims;
    const xml = await svg(content, { folded: [thesis!.id], authors: false });
    expect(elements(xml).filter((one) => one.getAttribute('role') === 'group')).toHaveLength(1);
    expect(xml).toContain(`+${content.claims.length - 1}<`);
    expect(xml).not.toContain('paraphrased');
  });

  it('tells where it replaced what XML cannot hold', async () => {
    const builder = aMap();
    const thesis = builder.thesis('a\ufffe');
    builder.support(thesis, 'plain');
    const { losses } = await writeSvg(contentOf(builder.map), ORIGIN, ExportOptions.parse({}));
    expect(losses).toContainEqual({ kind: 'texts', count: 1, where: [thesis] });
  });

  it('draws a claim that only a reference leads to, and tells that what is beneath it is left out', async () => {
    const { content } = aHomelessClaim();
    expect(await svg(content)).toContain('homeless');
    expect(await svg(content)).not.toContain('beneath it');
    const { losses } = await writeSvg(content, ORIGIN, ExportOptions.parse({}));
    const left = losses.find(({ kind }) => kind === 'removed')?.where ?? [];
    expect(left).toContain(content.claims.find(({ text }) => text === 'beneath it')?.id);
  });

  it('tells of what a picture leaves out', async () => {
    const content = aDocumentMap('en');
    const { losses } = await writeSvg(content, ORIGIN, ExportOptions.parse({}));
    const count = (kind: string): number => losses.find((loss) => loss.kind === kind)?.count ?? 0;
    expect([count('comments'), count('quotations'), count('sources'), count('about')]).toEqual([1, 3, 1, 1]);
    expect(count('quoted-sources')).toBe(0);
  });

  it('holds 10,000 claims', async () => {
    const xml = await svg(manyClaims(10_000));
    expect(xml.match(/role="group"/g)?.length).toBeGreaterThanOrEqual(10_000);
  });
});
