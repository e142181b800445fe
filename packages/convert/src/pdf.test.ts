import { afterEach, describe, expect, it } from '@jest/globals';
import { ExportOptions, contentOf, type MapContent } from '@counterpoint/shared';
import { DOMParser } from '@xmldom/xmldom';
import { inflateSync } from 'node:zlib';
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { aFollowedQuotation } from '../../shared/testing/aFollowedQuotation.ts';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../shared/testing/aMap.ts';
import { manyClaims } from '../../shared/testing/manyClaims.ts';
import { aDocumentMap } from '../testing/aDocumentMap.ts';
import { sampleMap } from '../testing/sampleMap.ts';
import { writePdf } from './pdf.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://maps.example/m/1' };
const write = (content: MapContent, options = {}) => writePdf(content, ORIGIN, ExportOptions.parse(options));

async function opened(content: MapContent, options = {}): Promise<PDFDocumentProxy> {
  const { value } = await write(content, options);
  const task = getDocument({ data: new Uint8Array(value), useSystemFonts: false, verbosity: 0 });
  tasks.push(task);
  return task.promise;
}

const tasks: PDFDocumentLoadingTask[] = [];
afterEach(async () => {
  for (const task of tasks.splice(0)) await task.destroy();
});

/** What a reader finds on a page, without white space. */
async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return bare(items.map((item) => ('str' in item ? item.str : '')).join(''));
}
const bare = (text: string): string => text.replace(/\s+/g, '');

interface Tagged {
  readonly role: string;
  readonly children?: readonly Tagged[];
}
const roles = ({ role, children = [] }: Tagged): string[] => [
  role,
  ...children.filter((child) => 'role' in child).flatMap(roles),
];

async function tagsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const all: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++)
    all.push(...roles((await (await pdf.getPage(page)).getStructTree()) as Tagged));
  return all;
}

/** The objects of a file, and the text of its streams. */
const raw = (value: Uint8Array): string => Buffer.from(value).toString('latin1');
const streams = (file: string): string[] =>
  [...file.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

/** A page of its own for each of two people. */
function aMarkedMap(): MapContent {
  const m = aMap();
  const thesis = m.thesis('The bridge should stay', { by: PARTICIPANT });
  m.rebut(thesis, '桥墩裂了', { by: OTHER_PARTICIPANT });
  return contentOf(m.map);
}

describe('PDF file', () => {
  it.each(['zh', 'en'] as const)(
    '[X-02] says every claim twice, in the picture and in the outline, %s',
    async (language) => {
      const content = sampleMap(language);
      const pdf = await opened(content);
      const picture = await textOf(pdf, 1);
      const pages = await Promise.all(Array.from({ length: pdf.numPages - 1 }, (_, i) => textOf(pdf, i + 2)));
      // A claim may go on upon the next page, beyond the number of the page and the title.
      const outline = pages
        .join('')
        .replaceAll(new RegExp(`\\d+/${pdf.numPages}`, 'g'), '')
        .replaceAll(bare(content.info.title), '');
      if (language === 'zh') expect(picture).toContain('开源');
      for (const { text } of content.claims) {
        expect(picture).toContain(bare(text));
        expect(outline).toContain(bare(text));
      }
    },
  );

  it('has, where that is asked for, a page for each person with lines to be filled in', async () => {
    const plain = await opened(aMarkedMap());
    const marked = await opened(aMarkedMap(), { marking: true });
    expect(marked.numPages).toBe(plain.numPages + 2);
    const [first, second] = [
      await textOf(marked, marked.numPages - 1),
      await textOf(marked, marked.numPages),
    ];
    expect(first).toMatch(/Pia1claim1ThesisThebridgeshouldstayMark:_+Remarks:_+/);
    expect(second).toMatch(/潘1claim1\.1Rebuttal→1桥墩裂了Mark:_+Remarks:_+/);
  });

  it('[X-02] embeds every font that it names, as a subset', async () => {
    const file = raw((await write(sampleMap('zh'))).value);
    const fonts = file.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts.length).toBeGreaterThanOrEqual(6);
    expect(file.match(/\/FontFile2 /g)).toHaveLength(fonts.length);
    expect(file).not.toMatch(/\/Subtype \/Type1\b/);
    const names = [...file.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(fonts.length);
    for (const name of names)
      expect(name).toMatch(/^[A-Z]{6}\+(Inter|Noto(Sans|Serif)SC(Marks)?|SourceSerif4)-[467]00/);
    expect(file.length).toBeLessThan(500_000);
  });

  it('[X-06] names title, question, contributors, date and language', async () => {
    const pdf = await opened(sampleMap('zh'));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: '既竞争又合作：由DeepSeek谈起',
      Author: '讲者（转述）、讨论补充',
      Language: 'zh',
      CreationDate: 'D:20260115000000Z',
    });
  });

  it('[X-08] is tagged: a figure with its name, headings, lists within lists, quotations, links', async () => {
    const pdf = await opened(aDocumentMap('en'));
    const tags = new Set(await tagsOf(pdf));
    for (const tag of [
      'Document',
      'Figure',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'BlockQuote',
      'Link',
    ])
      expect(tags).toContain(tag);
    const file = raw((await write(aDocumentMap('en'))).value);
    expect(file).toContain('/Marked true');
    expect(file).toContain('/Lang (en)');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain('/Alt (Should we build the bridge?)');
    // Nothing stands outside of a tag or an artifact.
    for (const content of streams(file).filter(
      (stream) => stream.includes(' BDC') || stream.includes(' BT'),
    )) {
      let depth = 0;
      for (const operator of content.match(/\b(BDC|BMC|EMC|BT|re|m)\b/g) ?? []) {
        if (operator === 'BDC' || operator === 'BMC') depth++;
        else if (operator === 'EMC') depth--;
        else expect(depth).toBeGreaterThan(0);
      }
      expect(depth).toBe(0);
    }
  });

  it('[A-15] has a quotation with edition and paragraph, its translation, and what became of its words', async () => {
    const pdf = await opened(aFollowedQuotation());
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => textOf(pdf, i + 1)));
    const note = '[1] Inference · A talk, edition 1, 张三, 1:05, ¶ 2, changed in edition 2';
    const translated = '“the bridge should be built upstream” (translated by 潘)';
    expect(pages.join('')).toContain(bare(`“大桥应修在上游” ${translated} ${note}`));
    expect(pages.join('')).toContain(bare('edition 1, 张三, 1:05, ¶ 3 · for 1'));
  });

  it('has bookmarks to the picture, the sections and the main claims', async () => {
    const pdf = await opened(aDocumentMap('en'));
    const bookmarks = (await pdf.getOutline()) as {
      title: string;
      items: { title: string; items: unknown[] }[];
      dest: unknown[];
    }[];
    expect(bookmarks.map(({ title }) => title)).toEqual([
      'Picture',
      'Outline',
      'Sources',
      'Legend',
      'Contributors',
    ]);
    const [thesis] = bookmarks[1]!.items;
    expect(thesis!.title).toMatch(/^1 We need a bridge\./);
    expect((thesis!.items as { title: string }[]).map(({ title }) => title.slice(0, 3))).toEqual([
      '1.1',
      '1.2',
    ]);
    for (const { dest } of bookmarks)
      expect(await pdf.getPageIndex(dest[0] as never)).toBeGreaterThanOrEqual(0);
  });

  it('links to the map, and from where a branch goes on elsewhere to where it does', async () => {
    const pdf = await opened(aDocumentMap('en'));
    const links: { url?: string; dest?: unknown }[] = [];
    for (let page = 1; page <= pdf.numPages; page++)
      links.push(...((await (await pdf.getPage(page)).getAnnotations()) as typeof links));
    expect(links.map(({ url }) => url)).toContain('https://maps.example/m/1');
    const inside = links.flatMap(({ dest }) => (typeof dest === 'string' ? [dest] : []));
    expect(inside.length).toBeGreaterThanOrEqual(2);
    for (const name of inside)
      expect(await pdf.getDestination(name)).toEqual(expect.arrayContaining([{ name: 'XYZ' }]));
  });

  it('lays the picture on one page of its size, or on sheets of paper', async () => {
    const one = await opened(sampleMap('zh'));
    const [, , width, height] = (await one.getPage(1)).view as [number, number, number, number];
    expect(width).toBeGreaterThan(1_000);
    expect(height).toBeGreaterThan(4_000);
    const sheets = await opened(sampleMap('zh'), { paper: 'A4' });
    expect(sheets.numPages).toBeGreaterThan(one.numPages + 5);
    for (let page = 1; page <= sheets.numPages; page++) {
      const [, , w, h] = (await sheets.getPage(page)).view as [number, number, number, number];
      expect([Math.round(Math.min(w, h)), Math.round(Math.max(w, h))]).toEqual([595, 842]);
    }
    expect(await textOf(sheets, 1)).toMatch(/A1\(A1–[A-Z]\d\)·1\/\d+$/);
  });

  it('of a very long map has pages that are not too long for readers', async () => {
    const builder = aMap();
    const thesis = builder.thesis('论'.repeat(9_000));
    for (let i = 0; i < 4; i++) builder.support(thesis, '据'.repeat(10_000));
    const file = raw((await write(contentOf(builder.map))).value);
    const sizes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].flatMap(([, w, h]) => [
      Number(w),
      Number(h),
    ]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(14_400);
    expect(file).toMatch(/\/UserUnit [2-9]/);
  });

  it('keeps titles that are markup out of the metadata’s markup', async () => {
    const builder = aMap({ title: 'A & B</rdf:li><x>', question: '<?xml ]]>' });
    builder.thesis('a');
    const { value } = await write(contentOf(builder.map));
    const metadata = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(value).toString('utf8'))![0];
    const onError = (level: string, message: string): void => {
      throw new Error(`${level}: ${message}`);
    };
    const xml = new DOMParser({ onError }).parseFromString(metadata, 'text/xml');
    expect(xml.getElementsByTagName('dc:title')[0]?.textContent?.trim()).toBe('A & B</rdf:li><x>');
  });

  it('shows a box for what no font has, keeps what was said for who copies it, and tells where', async () => {
    const builder = aMap();
    const thesis = builder.thesis('Smile 😀');
    const hidden = builder.support(thesis, '한국어').claim;
    const { value, losses } = await write(contentOf(builder.map), { folded: [thesis] });
    expect(losses.filter(({ kind }) => kind === 'texts')).toEqual([
      { kind: 'texts', count: 2, where: [thesis, hidden] },
    ]);
    expect(streams(raw(value)).join('')).toContain('/ActualText <feffd83dde00>');
  });

  it('is the same to the byte when it is written again', async () => {
    const [one, other] = [await write(aDocumentMap('zh')), await write(aDocumentMap('zh'))];
    expect(Buffer.from(one.value).equals(Buffer.from(other.value))).toBe(true);
  });

  it('of an empty map still is a file with its title', async () => {
    const pdf = await opened({ ...sampleMap('en'), claims: [], arguments: [], comments: [] });
    expect(await textOf(pdf, 2)).toContain('Competingandcooperating');
  });

  it('lets others work as soon as it has worked for 50 ms, and tells how far it is', async () => {
    /** How far it was, and how often others had worked by then, where every look at the clock takes so long. */
    async function told(lookMs: number): Promise<{ done: number; turns: number }[]> {
      const all: { done: number; turns: number }[] = [];
      let [time, turns] = [0, 0];
      const tell = (done: number): void => {
        all.push({ done, turns });
        setImmediate(() => turns++);
      };
      await writePdf(sampleMap('en'), ORIGIN, ExportOptions.parse({}), tell, () => (time += lookMs));
      return all;
    }
    expect((await told(0)).map(({ done }) => done)).toEqual([0.1, 0.2, 0.3, 1]);
    const [often, rarely] = [await told(50), await told(25)];
    const drawn = often.slice(3, -1);
    expect(drawn.length).toBeGreaterThan(50);
    // Half as often, but for what is left over of either part.
    expect(Math.abs(drawn.length - 2 * (rarely.length - 4))).toBeLessThanOrEqual(2);
    expect(drawn.slice(1).every(({ turns }, i) => turns > (drawn[i]?.turns ?? 0))).toBe(true);
    const parts = often.map(({ done }) => done);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
  });

  it('of 10,000 claims is no larger than a mail may be', async () => {
    const { value } = await write(manyClaims(10_000));
    expect(value.length).toBeLessThan(20_000_000);
  });
});
