import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MOST_TEXT_BYTES, MOST_TEXT_FILE_BYTES, type ReadText } from '@counterpoint/shared';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { docxOf, oleOf, paragraph, pdfBomb, pdfDrawn, pdfOf, pdfPage, PNG, stream } from '../../../../packages/convert/testing/textFiles.ts'; // prettier-ignore
import { bodyOf, invite, join, makeMap, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore
import { zipOf } from '../../testing/zipOf.ts';

let app: TestApp;
let owner: Person;
let map: string;
let cookie: string;
/** Whoever would fetch what a file names comes here. */
const elsewhere = http.createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
});
const asked: string[] = [];
let there: string;
beforeAll(async () => {
  app = await startTestApp();
  owner = app.person();
  const { headers } = await owner
    .post('/api/accounts/sign-up')
    .send({ login: 'texts', name: 'T', password: 'long enough' })
    .expect(201);
  cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
  map = (await makeMap(owner)).id;
  await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
  there = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(async () => {
  elsewhere.close();
  await app.stop();
});

const stateOf = async () =>
  JSON.stringify(await app.query('select id, version from maps order by id')) +
  JSON.stringify(
    await app.query('select (select count(*) from changes) as c, (select count(*) from editions) as e'),
  );

let before: string;
beforeEach(async () => {
  before = await stateOf();
});
/** Nothing is kept, nothing was fetched, and the server lives. */
afterEach(async () => {
  expect(await stateOf()).toBe(before);
  expect(asked).toEqual([]);
  await owner.get('/healthz').expect(200, { ok: true });
});

const door = () => owner.post(`/api/maps/${map}/sources/read`);
const upload = (file: string | Uint8Array, name: string) => door().attach('file', Buffer.from(file), name);

/** The code of the refusal, or the text as it was read. */
async function told(file: string | Uint8Array, name: string): Promise<string> {
  const answer = await upload(file, name);
  const body = answer.body as ReadText | RefusedBody;
  const code = 'refusal' in body ? body.refusal.code : undefined;
  expect([name, answer.status]).toEqual([name, code ? (code === 'too-large' ? 413 : 422) : 200]);
  return code ?? `text: ${(body as ReadText).text}`;
}

describe('a text [A-10]', () => {
  it('is read off a file, a form or what was pasted, and is what add-source takes', async () => {
    const words = '[00:01] 张三：𠮷，河水上涨。\n[00:02] 李四：没有。';
    const marks = [
      { start: 0, speaker: '张三', time: 1_000 },
      { start: 9, speaker: '李四', time: 2_000 },
    ];
    const expected = { language: 'zh', text: '𠮷，河水上涨。\n没有。', format: 'transcript', left: [] };
    const file = (await upload(words, '会议记录.txt').expect(200)).body as ReadText;
    expect(file).toEqual({ ...expected, title: '会议记录', marks: [{ ...marks[0], start: 0 }, { ...marks[1], start: 8 }] }); // prettier-ignore
    const raw = door()
      .query({ name: '会议记录.txt' })
      .type('application/octet-stream')
      .send(Buffer.from(words));
    expect(await bodyOf<ReadText>(raw.expect(200))).toEqual(file);
    const pasted = (await door().send({ text: words }).expect(200)).body as ReadText;
    expect(pasted).toEqual({ ...file, title: '𠮷，河水上涨。' });
  });

  it('is read for whoever may bring one into the map, and for nobody else [Z-01]', async () => {
    const [suggester, observer, stranger] = [await app.member(), await app.member(), await app.member()];
    await join(suggester, (await invite(owner, map, 'suggester')).code);
    await join(observer, (await invite(owner, map, 'observer')).code);
    before = await stateOf();
    const statuses = [];
    for (const person of [owner, suggester, observer, stranger, app.person()])
      statuses.push((await person.post(`/api/maps/${map}/sources/read`).send({ text: 'It rises.' })).status);
    expect(statuses).toEqual([200, 200, 403, 404, 401]);
  });

  it('is counted as other files are [Z-06]', async () => {
    const { limits } = app.config;
    await app.restart({ limits: { ...limits, exchange: { most: 2, perMs: 3_600_000 } } });
    for (const status of [200, 200, 429]) await door().send({ text: 'It rises.' }).expect(status);
    await app.restart({ limits });
  });

  it('that is no body, no text or too long is refused', async () => {
    for (const body of [{}, { text: 7 }, { text: ['a'] }, { text: 'a', name: 'x'.repeat(300) }, 'null'])
      await door().set('Content-Type', 'application/json').send(body).expect(422);
    await door().type('text').send('words').expect(422);
    await door().field('text', 'words').expect(422);
    const whole = '水'.repeat(Math.floor(MOST_TEXT_BYTES / 3));
    expect(((await door().send({ text: whole }).expect(200)).body as ReadText).text).toBe(whole);
    await door().send({ text: `${whole}水` }).expect(413); // prettier-ignore
    await door().send({ text: whole.repeat(5) }).expect(413); // prettier-ignore
    const bytes = Buffer.alloc(MOST_TEXT_FILE_BYTES + 1, 'a');
    for (const size of [bytes, bytes.subarray(1)])
      await door().type('application/octet-stream').send(size).expect(413);
    const none = await bodyOf<RefusedBody>(door().type('application/octet-stream').expect(422));
    expect(none.refusal.code).toBe('empty');
    await door().query({ name: 'x'.repeat(300) }).send({ text: 'a' }).expect(422); // prettier-ignore
  });

  it('may be pasted with anything in it', async () => {
    const text = 'a\u0000b \ud800 \u202egnorw <script>alert(1)</script>';
    const asked = JSON.stringify({ text });
    const read = await bodyOf<ReadText>(
      door().set('Content-Type', 'application/json').send(asked).expect(200),
    );
    expect(read).toMatchObject({
      text: 'ab  gnorw <script>alert(1)</script>',
      left: [{ kind: 'controls', count: 3 }],
    });
  });
});

/** A DOCX whose body is packed, and says of itself what it likes. */
function packedDocx(packed: Buffer, size: number): Buffer {
  const zip = zipOf({ 'word/document.xml': packed });
  const central = zip.indexOf(Buffer.from('PK\u0001\u0002'));
  for (const [at, method, length] of [
    [0, 8, 22],
    [central, 10, 24],
  ] as const) {
    zip.writeUInt16LE(8, at + method);
    zip.writeUInt32LE(size, at + length);
  }
  return zip;
}

const page = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`;
const cues = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i}\n00:00:01,000 --> 00:00:02,000\nwater\n\n`).join('');
const rels = (target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="i1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;
const PICTURE =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="i1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

const form = stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>');
const entities = (name: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY x SYSTEM "${name}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;&a;</w:t></w:r></w:p></w:body></w:document>`;

/** What comes of each: a named refusal, or text that does nothing. */
const HOSTILE: Record<
  string,
  [name: string, file: () => string | Uint8Array | Promise<Uint8Array>, comes: RegExp]
> = {
  'an empty file': ['a.txt', () => '', /^empty$/],
  'a byte order mark alone': ['a.txt', () => '\ufeff', /^empty$/],
  'white space alone': ['a.md', () => ' \n\t\u3000\u200b\n', /^empty$/],
  NULs: ['a.txt', () => 'a\0b'.repeat(100), /^unsupported-format$/],
  'lone surrogates in UTF-16': ['a.txt', () => Buffer.from('\ufeffa\ud800b', 'utf16le'), /^broken$/],
  'surrogates in UTF-8, as no UTF-8 has them': [
    'a.txt',
    () => Buffer.from('61eda0800a', 'hex'),
    /^broken$|^text: /,
  ],
  'letters that turn the text around': [
    'a.txt',
    () => 'pay \u202e001\u202c now',
    /^text: pay 001\u202c now$/,
  ],
  'a picture with the ending of a text': ['a.txt', () => PNG, /^unsupported-format$/],
  'a program': ['a.txt', () => Buffer.from('4d5a90000300000004000000ffff', 'hex'), /^unsupported-format$/],
  'noise': ['a.txt', () => Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * i * 31 + i * 7) & 0xff)), /^(unsupported-format|broken)$/], // prettier-ignore
  'RTF that embeds a program': ['a.rtf', () => '{\\rtf1{\\object\\objdata 0105}}', /^unsupported-format$/],
  'text that says it is a PDF': ['a.pdf', () => 'words', /^wrong-ending$/],
  'a PDF that says it is a DOCX': ['a.docx', () => pdfPage(''), /^wrong-ending$/],
  'a page that says it is a text': ['a.txt', () => page('<script>alert(1)</script>hi'), /^wrong-ending$/],
  'scripts in a page': ['a.html', () => page(`<img src="${there}/i.png" onerror="alert(1)"><script src="${there}/s.js">alert(1)</script><style>@import "${there}/c.css";</style><link rel=stylesheet href="${there}/l.css"><iframe src="${there}"></iframe><a href="javascript:alert(1)">hi</a>`), /^text: hi$/], // prettier-ignore
  'tags that never end': ['a.html', () => page('hi<a href="' + 'x'.repeat(1_000_000)), /^text: hi$/],
  'tags in tags in tags': ['a.html', () => page('<div>'.repeat(500_000)), /^too-large$/],
  'comments without end': ['a.html', () => '<!--'.repeat(500_000), /^empty$/],
  'Markdown in quotes in quotes': ['a.md', () => '>'.repeat(20_000) + ' hi', /^too-large$|^text: /],
  'Markdown of brackets': ['a.md', () => '['.repeat(20_000), /^too-large$|^text: /],
  'an archive that is no DOCX': [
    'a.docx',
    () => zipOf({ 'xl/workbook.xml': '<x/>' }),
    /^unsupported-format$/,
  ],
  'half a DOCX': ['a.docx', () => docxOf(paragraph('x')).subarray(0, 300), /^broken$/],
  'a DOCX of broken XML': ['a.docx', () => docxOf('<w:p><w:r></w:p>'), /^broken$/],
  'a DOCX that unpacks to 20 MB of nothing': ['a.docx', () => packedDocx(deflateRawSync(Buffer.alloc(20_000_000, ' ')), 20_000_000), /^too-large$/], // prettier-ignore
  'a DOCX that lies about its size': ['a.docx', () => packedDocx(deflateRawSync(Buffer.alloc(20_000_000, ' ')), 100), /^broken$/], // prettier-ignore
  'a DOCX within a DOCX': [
    'a.docx',
    () => zipOf({ 'word/document.xml': Buffer.from(docxOf('')) }),
    /^broken$/,
  ],
  'a DOCX that reads a file': ['a.docx', () => docxOf('', { 'word/document.xml': entities('file:///etc/passwd') }), /^broken$/], // prettier-ignore
  'a DOCX that asks elsewhere': ['a.docx', () => docxOf('', { 'word/document.xml': entities(`${there}/x.dtd`) }), /^broken$/], // prettier-ignore
  'a DOCX with a picture from elsewhere': ['a.docx', () => docxOf(paragraph('hi') + PICTURE, { 'word/_rels/document.xml.rels': rels(`${there}/p.png`) }), /^text: hi$/], // prettier-ignore
  'a DOCX with tables in tables': ['a.docx', () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)), /^too-large$|^empty$|^broken$/], // prettier-ignore
  'a DOCX with a password': ['a.docx', () => oleOf('EncryptionInfo', 'EncryptedPackage'), /^encrypted$/],
  'a document of an old Office': ['a.doc', () => oleOf('WordDocument'), /^unsupported-format$/],
  'a PDF with a password': ['a.pdf', () => pdfDrawn((pdf) => pdf.text('secret'), { userPassword: 'a', ownerPassword: 'b' }), /^encrypted$/], // prettier-ignore
  'a PDF of pictures': ['a.pdf', () => pdfDrawn((pdf) => pdf.image(PNG, 0, 0)), /^scanned$/],
  'half a PDF': ['a.pdf', () => pdfPage('').subarray(0, 60), /^broken$/],
  'a PDF whose pages hold themselves': ['a.pdf', () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>']), /^broken$/], // prettier-ignore
  'a PDF that draws itself': ['a.pdf', () => pdfPage('/X Do', [form]), /^scanned$/],
  'a PDF that runs a script': ['a.pdf', () => pdfOf([`<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL("${there}"))>>/AA<</WC<</S/URI/URI(${there})>>>>>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>', `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<</S/URI/URI(${there})>>>>>>`]), /^scanned$/], // prettier-ignore
  'a PDF of a million pages that are not there': ['a.pdf', () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 1000000>>']), /^scanned$/], // prettier-ignore
  'subtitles with broken times': ['a.vtt', () => 'WEBVTT\n\n99:99:99.999 --> never\nhi', /^text: hi$/],
  'subtitles without a time': ['a.srt', () => 'hi there', /^broken$/],
  'a great many subtitles': ['a.srt', () => cues(60_000), /^text: water/],
  'a text that is longer than a book': ['a.txt', () => 'x'.repeat(MOST_TEXT_BYTES + 1), /^too-large$/],
  'a file that is longer than allowed': ['a.txt', () => 'x'.repeat(MOST_TEXT_FILE_BYTES + 1), /^too-large$/],
  'spaces without end': ['a.txt', () => ' '.repeat(2_000_000), /^empty$/],
  'names that may be speakers without end': ['a.txt', () => 'A '.repeat(500_000) + ':', /^text: /],
  'a name that climbs out of its folder': ['../../etc/a.txt', () => 'hi', /^text: hi$/],
};

describe('a hostile or broken file is refused by name, or does nothing [Z-07]', () => {
  for (const [what, [name, file, comes]] of Object.entries(HOSTILE))
    it(what, async () => {
      expect((await told(await file(), name)).slice(0, 200)).toMatch(comes);
    });

  it('that unpacks without end, or takes too long', async () => {
    await app.restart({ workers: { memoryMb: 100, most: 1 } });
    expect(await told(pdfBomb(8_000), 'a.pdf')).toBe('too-large');
    expect(await told('hi', 'a.txt')).toBe('text: hi');
    await app.restart({ workers: { timeMs: 1 } });
    expect(await told(page('<p>'.repeat(300_000)), 'a.html')).toBe('too-large');
    await app.restart({ workers: {} });
  });

  it('of 100 MB, announced or not', async () => {
    for (const announced of [true, false])
      for (const type of ['application/json', 'application/octet-stream', 'multipart/form-data; boundary=x'])
        expect([type, await statusOfFlood(type, announced)]).toEqual([
          type,
          expect.stringMatching(/^(413|422|closed)$/),
        ]);
  });
});

/** Sends 100 MB as fast as they are taken; answers the status, or that the server hung up. */
function statusOfFlood(type: string, announced: boolean): Promise<string> {
  const total = 100 * 1024 * 1024;
  const chunk = Buffer.alloc(64 * 1024, 'a');
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
  const length = announced ? { 'Content-Length': total } : {};
  const headers = { 'Content-Type': type, Cookie: cookie, ...length };
  return new Promise((resolve) => {
    const request = http.request(`${app.url}/api/maps/${map}/sources/read`, { method: 'POST', headers });
    request.on('response', (response) => {
      response.resume();
      resolve(String(response.statusCode));
      request.destroy();
    });
    request.on('error', () => resolve('closed'));
    let sent = head.length;
    request.write(head);
    const pour = (): void => {
      while (sent < total && !request.destroyed) {
        const piece = chunk.subarray(0, total - sent);
        sent += piece.length;
        if (!request.write(piece)) {
          request.once('drain', pour);
          return;
        }
      }
      if (!request.destroyed) request.end();
    };
    pour();
  });
}
