import { afterAll, describe, expect, it } from '@jest/globals';
import { MOST_TEXT_BYTES, type ReadText } from '@counterpoint/shared';
import { strToU8, zipSync } from 'fflate';
import {
  docxOf,
  oleOf,
  paragraph,
  pdfBomb,
  pdfDrawn,
  pdfOf,
  pdfPage,
  PNG,
  stream,
} from '../testing/textFiles.ts';
import { readText } from './text.ts';
import { paragraphs, type PdfLine } from './textPdfLines.ts';
import { Workers } from './workers.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(from: Uint8Array, name = ''): Promise<ReadText> {
  const result = await readText(from, name);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function refused(from: Uint8Array, name = ''): Promise<string> {
  const result = await readText(from, name);
  return result.ok ? `read as ${result.value.format}` : result.refusal.code;
}

describe('a page', () => {
  const page = (body: string, head = ''): Uint8Array =>
    bytes(`<!DOCTYPE html><html lang="zh-CN">${head}${body}`);

  it('is read as its blocks, without what runs or is drawn', async () => {
    const told = await read(
      page(
        '<body onload="alert(1)"><h1>河水\n 上涨</h1><script>alert("<p>no</p>")</script><p>一<b>二</b>\n<i>三</i><br>四 &amp; 五<style>p{}</style><table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table><ul><li>e<li><a href="javascript:alert(1)">f</a></ul><img src="http://a.example/p.png"><svg><text>no</text></svg><iframe src="http://a.example"></iframe><textarea>no</textarea><ruby>汉<rt>hàn</rt></ruby><!-- no -->',
        '<title>年 报</title>',
      ),
      'a.html',
    );
    expect(told.text.split('\n')).toEqual([
      '河水 上涨',
      '一二 三',
      '四 & 五',
      'a\tb',
      'c\td',
      'e',
      'f',
      '汉',
    ]);
    expect([told.title, told.language]).toEqual(['年 报', 'zh-CN']);
    expect(Object.fromEntries(told.left.map(({ kind, count }) => [kind, count]))).toEqual({
      scripts: 1,
      styles: 1,
      tables: 1,
      links: 1,
      pictures: 2,
      embedded: 1,
      forms: 1,
      comments: 1,
    });
  });

  it('without a title has that of its first heading, and nested too deeply is refused', async () => {
    expect((await read(page('<h2>First</h2><h1>Second</h1>'), 'a.htm')).title).toBe('First');
    expect(await refused(page('<div>'.repeat(200_000)), 'a.html')).toBe('too-large');
    expect(await refused(page('<script>alert(1)</script>'), 'a.html')).toBe('empty');
  });
});

describe('a DOCX', () => {
  const core =
    '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tides &amp; 潮</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>';

  it('is read as its paragraphs, and says what is left out', async () => {
    const cells = (...all: string[]) => `<w:tr>${all.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
    const rows = [
      cells(paragraph('a'), paragraph('b')),
      cells(paragraph('c') + paragraph('d'), paragraph('e')),
    ];
    const table = `<w:tbl>${rows.join('')}</w:tbl>`;
    const note = '<w:p><w:r><w:t>Noted.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const body = `${paragraph('题目', 'Heading1')}${paragraph('河水')}${table}${note}<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>`;
    const told = await read(docxOf(body), 'a.docx');
    expect(told.text.split('\n')).toEqual([
      '题目',
      '河水',
      'a\tb',
      'c',
      'd',
      'e',
      'Noted.',
      'one',
      'two\tthree',
    ]);
    expect([told.title, told.format]).toEqual(['题目', 'docx']);
    expect(told.left).toEqual([
      { kind: 'tables', count: 1 },
      { kind: 'notes', count: 1 },
    ]);
    const titled = await read(docxOf(paragraph('河水上涨。'), { 'docProps/core.xml': core }));
    expect([titled.title, titled.language]).toEqual(['Tides & 潮', 'zh-CN']);
  });

  it('that is none, is broken, or has a password is refused by name', async () => {
    const whole = docxOf(paragraph('x'));
    expect(await refused(whole, 'a.pdf')).toBe('wrong-ending');
    expect(await refused(whole.subarray(0, whole.length - 30), 'a.docx')).toBe('broken');
    expect(await refused(docxOf('<w:p><w:r>'), 'a.docx')).toBe('broken');
    expect(await refused(docxOf(''), 'a.docx')).toBe('empty');
    expect(await refused(zipSync({ 'a.txt': strToU8('x') }), 'a.docx')).toBe('unsupported-format');
    expect(await refused(oleOf('EncryptionInfo', 'EncryptedPackage'), 'a.docx')).toBe('encrypted');
    expect(await refused(oleOf('WordDocument'), 'a.doc')).toBe('unsupported-format');
  });
});

describe('a PDF', () => {
  const tides =
    'The tide rises twice a day, and the boats that lie in the harbour rise with it, aboard or not. ';

  it('has its lines put together to paragraphs, over the end of a page too', async () => {
    const told = await read(
      await pdfDrawn(
        (pdf) => {
          pdf.fontSize(20).text('Tides');
          pdf.fontSize(11).moveDown().text(tides.repeat(6));
          pdf.moveDown().text(tides.repeat(6));
          pdf.text(tides.repeat(60), { indent: 20 });
        },
        { info: { Title: 'On tides' } },
      ),
      'x.pdf',
    );
    const lines = told.text.split('\n');
    const whole = (count: number): string => tides.repeat(count).trim();
    expect(lines).toEqual(['Tides', whole(6), whole(6), whole(60)]);
    expect([told.title, told.format, told.left]).toEqual(['On tides', 'pdf', []]);
  });

  it('has words whole again that were parted at the end of a line, and a line for each heading and item', () => {
    const line = (text: string, y: number, more: Partial<PdfLine> = {}): PdfLine => ({ text, y, from: 50, to: 400, size: 10, ...more }); // prettier-ignore
    const page = [
      line('Tides', 700, { size: 18, to: 120 }),
      line('The har-', 680),
      line('bour is well-', 668),
      line('Known. It has', 656),
      line('boats.', 644, { to: 90 }),
      line('Next one', 632),
      line('  ends here.', 620, { to: 110 }),
      line('Indented.', 608, { from: 70 }),
    ];
    const told = ['Tides', 'The harbour is well- Known. It has boats.', 'Next one ends here.', 'Indented.'];
    expect(paragraphs([page])).toEqual(told);
    expect(paragraphs([[line('河水', 50)], [line('上涨', 700)], [line('12', 50)]])).toEqual([
      '河水上涨',
      '12',
    ]);
  });

  it('in Chinese has no space where a line ends, and letters by the tables beside the library', async () => {
    // 河水 and 上涨。 in GBK, by a font that is not in the file.
    const told = await read(
      pdfPage('BT /F 12 Tf 1 0 0 1 300 300 Tm <bad3cbae> Tj 1 0 0 1 300 286 Tm <c9cfd5c7a1a3> Tj ET'),
    );
    expect([told.text, told.language]).toEqual(['河水上涨。', 'zh']);
  });

  it('that is encrypted, scanned, broken or goes in circles is refused by name', async () => {
    const locked = await pdfDrawn((pdf) => pdf.text('secret'), { userPassword: 'a', ownerPassword: 'b' });
    expect(await refused(locked, 'a.pdf')).toBe('encrypted');
    expect(await refused(await pdfDrawn((pdf) => pdf.image(PNG, 0, 0)), 'a.pdf')).toBe('scanned');
    expect(await refused(bytes('%PDF-1.7\n1 0 obj'), 'a.pdf')).toBe('broken');
    const pages = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>']);
    expect(await refused(pages, 'a.pdf')).toBe('broken');
    const form = stream(
      '/X Do',
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>',
    );
    expect(await refused(pdfPage('/X Do', [form]), 'a.pdf')).toBe('scanned');
    expect(await refused(pdfPage('BT /F 12 Tf <bad3> Tj ET'), 'a.docx')).toBe('wrong-ending');
  });
});

it('a picture, an archive or RTF is no text, whatever its name says', async () => {
  const gzip = Buffer.from('1f8b0800000000000003', 'hex');
  for (const name of ['a.txt', 'a.png', ''])
    for (const file of [PNG, gzip, bytes('{\\rtf1 hello}')])
      expect(await refused(new Uint8Array(file), name)).toBe('unsupported-format');
});

describe('in a thread', () => {
  const workers = new Workers();
  afterAll(() => workers.close());

  it('a text is read as it is here, and the thread goes on to the next', async () => {
    const file = docxOf(paragraph('河水'));
    expect(await workers.readText(file, 'a.docx')).toEqual(await readText(file, 'a.docx'));
    expect(await workers.readText('x'.repeat(MOST_TEXT_BYTES + 1), '')).toMatchObject({
      ok: false,
      refusal: { code: 'too-large' },
    });
    expect(await workers.readText('河水', '')).toMatchObject({ ok: true, value: { text: '河水' } });
  });

  it('what unpacks without end is given up before the server has no memory left [Z-07]', async () => {
    const bomb = pdfBomb(8_000);
    expect(bomb.length).toBeLessThan(30_000);
    const small = new Workers({ memoryMb: 40, most: 1 });
    expect(await small.readText(bomb, 'a.pdf')).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
    expect(await small.readText('河水', '')).toMatchObject({ ok: true });
    await small.close();
  });

  it('what takes too long is given up [Z-07]', async () => {
    const hasty = new Workers({ timeMs: 1, most: 1 });
    const given = await hasty.readText('>'.repeat(100_000), 'a.md');
    expect(given).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
    await hasty.close();
  });
});
