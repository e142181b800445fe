import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { aMap, anId } from '../../testing/aMap.ts';
import { hostileContents, hostileTexts } from '../../testing/contents.ts';
import type { MapContent } from '../map/map.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { sampleContent } from '../samples/sampleContent.ts';
import { speech } from '../samples/speech.ts';
import { pictureOf } from './picture.ts';
import { svgOf } from './pictureSvg.ts';

const ORIGIN = { at: 0, version: 1, permalink: null };
const svg = (content: MapContent): string => svgOf(pictureOf(mapOf(content), ORIGIN));

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of an XML text. packages/convert tests that it is well-formed, with a stricter parser. */
function elements(xml: string): Element[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
  });
  type Node = Record<string, unknown>;
  const visit = (nodes: readonly Node[]): Element[] =>
    nodes.flatMap((node) => {
      const name = Object.keys(node).find((key) => key !== ':@') ?? '';
      if (name === '#text') return [];
      const children = node[name] as Node[];
      const attributes = (node[':@'] ?? {}) as Record<string, string>;
      const text = children.map((child) => ('#text' in child ? String(child['#text']) : '')).join('');
      return [{ name, attributes, text }, ...visit(children)];
    });
  return visit(parser.parse(xml) as Node[]);
}

describe('SVG of a map', () => {
  it.each(['zh', 'en'] as const)('of the sample in %s is well-formed and says every claim', (language) => {
    let made = 0;
    const settings = { access: 'anyone', editing: 'all', embeds: '' } as const;
    const content = sampleContent(speech, { language, newId: () => anId(++made), at: 0 }, settings);
    const xml = svg(content);
    const all = elements(xml);
    expect(all[0]).toMatchObject({
      name: 'svg',
      attributes: { lang: language, viewBox: expect.any(String) },
    });
    expect(all.find(({ name }) => name === 'title')?.text).toBe(speech.title[language]);
    const plain = xml.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    for (const { text } of content.claims) expect(plain).toContain(text);
    expect(all.filter(({ attributes }) => attributes.role === 'group')).toHaveLength(content.claims.length);
  });

  it('[X-07] holds no script, no handler, no inline style and no address, whatever the texts', () => {
    fc.assert(
      fc.property(hostileContents, hostileTexts, (content, title) => {
        const xml = svg({ ...content, info: { ...content.info, title } });
        for (const { name, attributes } of elements(xml)) {
          expect(name).toMatch(/^(svg|title|desc|g|rect|circle|path|text|tspan)$/);
          for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^on|style|href|src/i);
          for (const [key, value] of Object.entries(attributes))
            if (!/^(aria-label|xmlns)$/.test(key)) expect(value).not.toMatch(/url\(|\/\/|javascript/i);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[X-07] keeps a claim that is markup inert', () => {
    const builder = aMap({ title: '</title><script>alert(1)</script>' });
    builder.thesis('"><image href=x onerror=alert(1)> ]]> &lt; </text></svg>');
    const names = elements(svgOf(pictureOf(builder.map, ORIGIN))).map(({ name }) => name);
    expect(names).not.toContain('script');
    expect(names).not.toContain('image');
  });

  it('puts a sign in the place of what XML cannot hold', () => {
    const builder = aMap();
    const thesis = builder.thesis('a');
    const claim = { ...builder.claim(thesis), text: 'a\u0000b\u0001c\ud800d\uffffe\u{1f600}' };
    const xml = svg({ ...contentOf(builder.map), claims: [claim] });
    expect(elements(xml).at(0)?.name).toBe('svg');
    expect(xml).toContain('a\ufffdb\ufffdc\ufffdd\ufffde\u{1f600}</text>');
  });

  it('keeps runs of spaces, which XML readers would fold', () => {
    const builder = aMap();
    builder.thesis('a  b');
    expect(svgOf(pictureOf(builder.map, ORIGIN))).toContain('xml:space="preserve">a  b</text>');
  });

  it('has a style only for the fonts that it is given, and they cannot leave it', () => {
    const builder = aMap();
    builder.thesis('a');
    const picture = pictureOf(builder.map, ORIGIN);
    expect(svgOf(picture)).not.toContain('<style');
    const css = `@font-face{font-family:'X';src:url(data:font/woff2;base64,AAAA)}</style><script>`;
    const all = elements(svgOf(picture, { fontCss: css }));
    expect(all.find(({ name }) => name === 'style')?.text).toContain('data:font/woff2;base64,AAAA');
    expect(all.some(({ name }) => name === 'script')).toBe(false);
  });

  it('names the language of a claim that is not the map’s', () => {
    const builder = aMap({ language: 'en' });
    builder.thesis('开源', { language: 'zh' });
    expect(svgOf(pictureOf(builder.map, ORIGIN))).toMatch(/<text [^>]*lang="zh" xml:lang="zh">开源<\/text>/);
  });
});
