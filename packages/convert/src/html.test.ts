import { describe, expect, it } from '@jest/globals';
import {
  contentOf,
  documentOf,
  ExportOptions,
  type MapContent,
  reportLines,
  sampleContent,
  speech,
} from '@counterpoint/shared';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { aFollowedQuotation } from '../../shared/testing/aFollowedQuotation.ts';
import { aMap } from '../../shared/testing/aMap.ts';
import { hostileContents, randomContents } from '../../shared/testing/contents.ts';
import { manyClaims } from '../../shared/testing/manyClaims.ts';
import { aDocumentMap } from '../testing/aDocumentMap.ts';
import { writeHtml } from './html.ts';
import { idsFrom } from './ids.ts';

const origin = { at: Date.UTC(2026, 0, 15), version: 7, permalink: 'https://counterpoint.example/m?a=1&b=2' };
const options = ExportOptions.parse({});

async function written(content: MapContent): Promise<string> {
  const { value } = await writeHtml(content, origin, options);
  return new TextDecoder('utf-8', { fatal: true }).decode(value);
}

/** The page is written so that it is XML, too, but for its first line: every tag is closed, every attribute quoted. */
function parsed(html: string): Document {
  expect(html).toMatch(/^<!doctype html>\n<html lang="/);
  const onError = (level: string, message: string): void => {
    // U+FFFD is what stands for a sign that XML cannot hold.
    if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`);
  };
  // The parser's own normalizing is that of XML 1.1, to which U+2028 is a line end.
  return new DOMParser({ onError, normalizeLineEndings: (text: string) => text }).parseFromString(
    html.slice(html.indexOf('\n') + 1),
    'application/xhtml+xml',
  );
}

const elementsOf = (page: Document, name = '*'): Element[] => [...page.getElementsByTagName(name)];
const withClass = (page: Document, name: string): Element[] =>
  elementsOf(page).filter((element) => element.getAttribute('class')?.split(' ').includes(name));

/** Nothing that runs, nothing that is fetched, nothing that leads elsewhere than to a web page or within this one. */
function expectInert(page: Document): void {
  const allowed = ['a', 'b', 'bdi', 'blockquote', 'body', 'cite', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'g', 'h1', 'h2', 'h3', 'head', 'header', 'html', 'input', 'label', 'li', 'main', 'meta', 'ol', 'p', 'section', 'span', 'strong', 'style', 'svg', 'title', 'desc', 'rect', 'circle', 'path', 'text', 'tspan']; // prettier-ignore
  for (const element of elementsOf(page)) {
    expect(allowed).toContain(element.tagName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^src|^style$|^xlink|^action|^formaction|^data/i);
      if (name === 'href' || name === 'cite') expect(value).toMatch(/^(https?:\/\/|#)/);
    }
  }
  for (const style of elementsOf(page, 'style'))
    expect(style.textContent).not.toMatch(/@import|url\((?!"?data:)/);
}

describe('a map as a page', () => {
  it('[X-07] holds all it needs, allows itself nothing else, and runs nothing', async () => {
    const page = parsed(await written(aDocumentMap()));
    expectInert(page);
    const [charset, policy] = elementsOf(page, 'meta');
    expect(charset?.getAttribute('charset')).toBe('utf-8');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it('[X-07] shows hostile text as it was written, and as nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileContents, randomContents(20)), async (content) => {
        const page = parsed(await written(content));
        expectInert(page);
        const texts = withClass(page, 'text').map(({ textContent }) => textContent);
        const { title, parts } = documentOf(content, origin);
        for (const { text } of parts.flatMap(({ lines }) => lines)) if (text) expect(texts).toContain(text);
        expect(elementsOf(page, 'h1')[0]?.textContent).toBe(title);
      }),
      { numRuns: 25 },
    );
  });

  it('gives each claim a place in nested lists, with its number, relation, language and author', async () => {
    const page = parsed(await written(aDocumentMap('zh')));
    expect(page.documentElement?.getAttribute('lang')).toBe('zh');
    const undercut = page.getElementById('at-1.1.1');
    expect([undercut?.tagName, undercut?.getAttribute('class')]).toEqual(['li', 'undercut']);
    expect(undercut?.parentNode?.parentNode).toBe(page.getElementById('at-1.1'));
    expect(page.getElementById('at-1.1b')?.textContent?.trim()).toBe('1.1b 桥比堤便宜。 —\u00a0潘');
    const english = withClass(page, 'text').filter(
      ({ textContent }) => textContent === 'The river rises every year.',
    );
    expect(english.map((text) => text.getAttribute('lang'))).toEqual(['en']);
    expect(undercut?.textContent).toContain('↗ 削弱推理，针对 1.1 的推理，合起来才成立：');
    expect(undercut?.textContent).toContain('→ 见 1');
  });

  it('sets quotations as such, with the source and its address', async () => {
    const page = parsed(await written(aDocumentMap()));
    const quotes = elementsOf(page, 'blockquote').map((quote) => [
      quote.getAttribute('cite'),
      quote.getElementsByTagName('p')[0]?.textContent,
      quote.getElementsByTagName('footer')[0]?.textContent,
    ]);
    expect(quotes).toContainEqual([
      'https://example.org/speech',
      'The river rises every year.',
      'Paraphrase: A speech, ¶ 1',
    ]);
    expect(quotes).toContainEqual(['https://example.org/speech', '河水每年上涨', '¶ 1 · for 1.1a']);
    const [to] = elementsOf(page, 'a').filter(({ textContent }) => textContent === '1.1a');
    expect(page.getElementById(to?.getAttribute('href')?.slice(1) ?? '')?.textContent).toContain('1.1a');
  });

  it('[A-15] has the translation of a quotation in its language, and says what became of the words', async () => {
    const page = parsed(await written(aFollowedQuotation('zh')));
    const [quote] = elementsOf(page, 'blockquote');
    const [, translated] = [...(quote?.getElementsByTagName('p') ?? [])];
    expect(translated?.textContent).toBe('“the bridge should be built upstream”（潘 译）');
    expect(translated?.getElementsByTagName('span')[0]?.getAttribute('lang')).toBe('en');
    expect(quote?.getElementsByTagName('footer')[0]?.textContent).toBe(
      '推断：A talk、第 1 版、张三、1:05、¶ 2、第 2 版里已改动',
    );
    expectInert(page);
  });

  it('has landmarks, headings in order, a figure with a caption, and links that lead somewhere', async () => {
    const page = parsed(await written(aDocumentMap()));
    for (const name of ['header', 'main', 'figure', 'figcaption', 'h1'])
      expect(elementsOf(page, name).length).toBe(1);
    const levels = elementsOf(page).flatMap(({ tagName }) =>
      /^h\d$/.test(tagName) ? [Number(tagName[1])] : [],
    );
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    const inside = elementsOf(page, 'a').flatMap((link) =>
      link.getAttribute('href')?.startsWith('#') ? [link] : [],
    );
    expect(inside[0]?.getAttribute('href')).toBe('#outline');
    for (const link of inside)
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
    const ids = elementsOf(page).flatMap((element) => element.getAttribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows the picture and all of the sample in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const filling = { language, newId: idsFrom('sample', 0), at: 0 };
      const content = sampleContent(speech, filling, { access: 'members', editing: 'all', embeds: '' });
      const page = parsed(await written(content));
      const texts = withClass(page, 'text').map(({ textContent }) => textContent);
      for (const { text } of [...content.claims, ...content.comments]) expect(texts).toContain(text);
      expect(elementsOf(page, 'svg').length).toBe(1);
      expect(elementsOf(page, 'svg')[0]?.getElementsByTagName('text').length).toBeGreaterThan(
        content.claims.length,
      );
    }
  });

  it('is the same for the same map, and tells what it does not say', async () => {
    const content = aDocumentMap();
    expect(await written(content)).toBe(await written(content));
    const { losses } = await writeHtml(content, origin, options);
    expect(losses.map(({ kind }) => kind)).toContain('quoted-sources');
    const report = /<!--\n([^]*)\n-->\n$/.exec(await written(content))?.[1];
    expect(report).toBe(reportLines(losses, 'en').join('\n'));
  });

  it('sets a map without claims, too', async () => {
    const page = parsed(await written(contentOf(aMap().map)));
    expect(elementsOf(page, 'h1')[0]?.textContent).toBe('A map');
    expect(elementsOf(page, 'a').map((link) => link.getAttribute('href'))).toEqual([origin.permalink]);
  });

  it('makes no link of an address that is none', async () => {
    const builder = aMap();
    const [source, edition] = [builder.newId(), builder.newId()];
    const url = 'javascript:alert(1)//https://x.y';
    builder.edit({
      kind: 'add-source',
      source,
      edition,
      title: 'S',
      url,
      language: 'en',
      text: 'Words',
      marks: [],
    });
    builder.quote(builder.thesis(), edition, [0, 5]);
    const page = parsed(await written(contentOf(builder.map)));
    expectInert(page);
    expect(page.documentElement?.textContent).toContain(url);
  });

  it('writes 10,000 claims, and tells how far it is', async () => {
    const told: number[] = [];
    await writeHtml(manyClaims(10_000), origin, options, (done) => told.push(done));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});
