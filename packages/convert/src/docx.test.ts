import { describe, expect, it } from '@jest/globals';
import {
  contentOf,
  documentOf,
  ExportOptions,
  sampleContent,
  speech,
  type MapContent,
} from '@counterpoint/shared';
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { aFollowedQuotation } from '../../shared/testing/aFollowedQuotation.ts';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../shared/testing/aMap.ts';
import { hostileContents, randomContents } from '../../shared/testing/contents.ts';
import { manyClaims } from '../../shared/testing/manyClaims.ts';
import { stillClock } from '../../shared/testing/stillClock.ts';
import { aDocumentMap } from '../testing/aDocumentMap.ts';
import { writeDocx } from './docx.ts';
import { idsFrom } from './ids.ts';

const origin = { at: Date.UTC(2026, 0, 15), version: 7, permalink: 'https://counterpoint.example/m?a=1&b=2' };
const options = ExportOptions.parse({});

const written = async (content: MapContent): Promise<Uint8Array> =>
  (await writeDocx(content, origin, options)).value;

/** Every part of the file, by its path; a part that is not XML fails. */
function partsOf(docx: Uint8Array): Map<string, Document> {
  const onError = (level: string, message: string): void => {
    // U+FFFD is what stands for a sign that XML cannot hold.
    if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`);
  };
  // The parser's own normalizing is that of XML 1.1, to which U+2028 is a line end.
  const parser = new DOMParser({ onError, normalizeLineEndings: (text: string) => text });
  const parts = Object.entries(unzipSync(docx)).map(([path, bytes]): [string, Document] => [
    path,
    parser.parseFromString(strFromU8(bytes), 'text/xml'),
  ]);
  return new Map(parts);
}

const elementsOf = (part: Document | Element | undefined, name: string): Element[] => [...(part?.getElementsByTagName(name) ?? [])]; // prettier-ignore

/** What Word shows of an element: its texts, breaks and tabs. */
function shownIn(node: Node): string {
  if (node.nodeName === 'w:t') return node.textContent ?? '';
  if (node.nodeName === 'w:br') return '\n';
  if (node.nodeName === 'w:tab') return '\t';
  return [...(node.childNodes as unknown as Iterable<Node>)].map(shownIn).join('');
}

const paragraphsOf = (part: Document | undefined): string[] =>
  elementsOf(part, 'w:p').map((paragraph) => asRead(shownIn(paragraph)));

/** Without what shuts a text in. */
const asRead = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

const html = async (docx: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;

describe('a map as a Word document', () => {
  it('has, where that is asked for, a page for each person with lines to be filled in', async () => {
    const m = aMap();
    m.rebut(m.thesis('The bridge should stay', { by: PARTICIPANT }), '桥墩裂了', { by: OTHER_PARTICIPANT });
    const { value } = await writeDocx(contentOf(m.map), origin, { ...options, marking: true });
    const part = partsOf(value).get('word/document.xml');
    // The first tab of a line is the stop to which it is ruled.
    const said = paragraphsOf(part);
    const ruled = ['\tMark: \t', '\tRemarks: \t', ...Array<string>(4).fill('\t\t')];
    expect(said.slice(-20)).toEqual([
      'Pia', '1 claim', '1 Thesis', 'The bridge should stay', ...ruled,
      '潘', '1 claim', '1.1 Rebuttal → 1', '桥墩裂了', ...ruled,
    ]); // prettier-ignore
    expect(elementsOf(part, 'w:pageBreakBefore')).toHaveLength(2);
  });

  it('[X-04] has a heading for each claim at its level, quotations as footnotes, comments below', async () => {
    const page = await html(await written(aDocumentMap()));
    expect(page).toMatch(
      /<h1><a id="at_1"><\/a><strong>1 ● Thesis: <\/strong>We need a bridge\. 我们需要一座桥。<sup>.*?<\/h1>/,
    );
    expect(page).toMatch(/<h2><strong>1\.1 \+ Support, together: <\/strong>—\u00a0Pia<\/h2>/);
    expect(page).toMatch(
      /<h3><strong>1\.1\.1 ↗ Undercut, aimed at the inference of 1\.1, together: <\/strong>—\u00a0潘<\/h3>/,
    );
    expect(page).toMatch(/<h6><strong>1\.2\.1\.1\.1\.1 /);
    expect(page).toContain('“The river rises every year.” — Paraphrase: A speech, ¶ 1');
    expect(page).toContain('Comment by Pia: By how much?');
    expect(page).toContain('<h1>Sources</h1>');
    expect(page.match(/<li id="footnote-\d+">/g)).toHaveLength(3);
  });

  it('[A-15] [X-04] has in a footnote the edition, the paragraph, what became of the words, and their translation', async () => {
    const notes = paragraphsOf(partsOf(await written(aFollowedQuotation())).get('word/footnotes.xml'));
    const found = notes.map((note) => note.trim()).filter((note) => note.startsWith('“'));
    expect(found).toEqual([
      '“大桥应修在上游” — Inference: A talk, edition 1, 张三, 1:05, ¶ 2, changed in edition 2',
      '“the bridge should be built upstream” (translated by 潘)',
      '“The river rises.” — Inference: A talk, edition 1, 张三, 1:05, ¶ 2, gone in edition 2',
      '“Boats are slow.” — Inference: A talk, edition 1, 张三, 1:05, ¶ 3',
      '“Good evening, all.” — Inference: A talk, edition 2, ¶ 1',
    ]);
    const body = paragraphsOf(partsOf(await written(aFollowedQuotation('zh'))).get('word/document.xml'));
    expect(body).toContain('“大桥应修在上游” — 第 1 版、张三、1:05、¶ 2 · 见 1');
  });

  it('goes on as paragraphs further in than Word has headings', async () => {
    const styles = elementsOf(partsOf(await written(aDocumentMap())).get('word/document.xml'), 'w:p').map(
      (paragraph) => [
        elementsOf(paragraph, 'w:pStyle')[0]?.getAttribute('w:val'),
        /Deeper, level (7|8)\b/.exec(shownIn(paragraph))?.[1],
        elementsOf(paragraph, 'w:ind')[0]?.getAttribute('w:left'),
      ],
    );
    expect(styles).toContainEqual(['Heading9', '7', undefined]);
    expect(styles).toContainEqual(['Claim', '8', '2340']);
  });

  it('[X-04] names a font and a language for East Asian text', async () => {
    const parts = partsOf(await written(aDocumentMap('zh')));
    const fonts = elementsOf(parts.get('word/styles.xml'), 'w:docDefaults').flatMap((one) =>
      elementsOf(one, 'w:rFonts'),
    );
    expect(fonts.map((font) => font.getAttribute('w:eastAsia'))).toEqual(['SimSun']);
    for (const run of elementsOf(parts.get('word/document.xml'), 'w:r').filter((one) =>
      /\p{Script=Han}/u.test(shownIn(one)),
    ))
      expect(elementsOf(run, 'w:lang')[0]?.getAttribute('w:eastAsia')).toBe('zh-CN');
  });

  it('has all of the sample in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const filling = { language, newId: idsFrom('sample', 0), at: 0 };
      const content = sampleContent(speech, filling, { access: 'members', editing: 'all', embeds: '' });
      const docx = await written(content);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
      for (const { text } of [...content.claims, ...content.comments]) expect(value).toContain(text);
      expect(value).toContain(language === 'zh' ? '论题：' : 'Thesis: ');
    }
  });

  it('holds hostile text as it was written, in parts that are XML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileContents, randomContents(20)), async (content) => {
        const parts = partsOf(await written(content));
        const paragraphs = paragraphsOf(parts.get('word/document.xml'));
        const document = documentOf(content, origin);
        expect(paragraphs[0]).toBe(asRead(document.title));
        for (const { number, text, comments } of document.parts.flatMap(({ lines }) => lines)) {
          const line = paragraphs.find((paragraph) => paragraph.startsWith(`${number} `));
          expect(line).toContain(asRead(text));
          for (const comment of comments)
            expect(paragraphs).toContain(asRead(`${comment.label} ${comment.text}`));
        }
        const outside = elementsOf(parts.get('word/_rels/document.xml.rels'), 'Relationship')
          .filter((relation) => relation.getAttribute('TargetMode') === 'External')
          .map((relation) => relation.getAttribute('Target') ?? '');
        for (const target of outside) expect(target).toMatch(/^https?:\/\//);
      }),
      { numRuns: 50 },
    );
  });

  it('shuts in what turns text, so that the author after it stands as ever', async () => {
    const builder = aMap();
    builder.thesis('a\u202eb');
    const parts = partsOf(await written(contentOf(builder.map)));
    expect(elementsOf(parts.get('word/document.xml'), 'w:t').map(({ textContent }) => textContent)).toContain(
      '\u2068a\u202eb\u2069',
    );
  });

  it('is the same for the same map whenever it is written, and leaves texts that look like ids alone', async () => {
    const builder = aMap();
    const thesis = builder.thesis('<w:hyperlink r:id="rIdabcdefghijklmnop"/> rIdabcdefghijklmnop');
    builder.refer(thesis, builder.rebut(builder.rebut(thesis).claim).argument);
    builder.quote(thesis, builder.source().edition);
    const content = contentOf(builder.map);
    const first = await written(content);
    const later = await stillClock((pass) => {
      pass(86_400_000);
      return written(content);
    });
    expect(Buffer.compare(later, first)).toBe(0);
    expect(paragraphsOf(partsOf(first).get('word/document.xml')).join('\n')).toContain(
      '<w:hyperlink r:id="rIdabcdefghijklmnop"/> rIdabcdefghijklmnop',
    );
  });

  it('[X-06] says in its properties when it was written and what is left out, and invents no author', async () => {
    const { value, losses } = await writeDocx(aDocumentMap(), origin, options);
    const core = partsOf(value).get('docProps/core.xml');
    const said = (name: string): string | null | undefined => elementsOf(core, name)[0]?.textContent;
    expect([said('dc:title'), said('dcterms:created'), said('dc:creator')]).toEqual(['Should we build the bridge?', '2026-01-15T00:00:00Z', undefined]); // prettier-ignore
    expect(said('dc:description')).toContain('1 source known by its quoted passages only');
    expect(losses.map(({ kind }) => kind)).toContain('quoted-sources');
  });

  it('sets a map without claims, too', async () => {
    expect(await html(await written(contentOf(aMap().map)))).toContain('<p>A map</p>');
  });

  it('links claims that are used again to their line', async () => {
    const document = partsOf(await written(aDocumentMap())).get('word/document.xml');
    const marks = elementsOf(document, 'w:bookmarkStart').map((mark) => mark.getAttribute('w:name'));
    const anchors = elementsOf(document, 'w:hyperlink').flatMap(
      (link) => link.getAttribute('w:anchor') ?? [],
    );
    expect(marks).toEqual(['at_1', 'at_A']);
    expect(anchors).toEqual(['at_1', 'at_A']);
  });

  it('writes 10,000 claims, and tells how far it is', async () => {
    const told: number[] = [];
    const { value } = await writeDocx(manyClaims(10_000), origin, options, (done) => told.push(done));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(value.length).toBeLessThan(3_000_000);
  });
});
