import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES, type ImportAnswer, type Refusal } from '@counterpoint/shared';
import http from 'node:http';
import { deflateRawSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { makeMap, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts';
import { zipOf } from '../../testing/zipOf.ts';

let app: TestApp;
let owner: Person;
let map: string;
let cookie: string;
beforeAll(async () => {
  app = await startTestApp();
  owner = app.person();
  const { headers } = await owner
    .post('/api/accounts/sign-up')
    .send({ login: 'flood', name: 'F', password: 'long enough' })
    .expect(201);
  cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
  map = (await makeMap(owner)).id;
});
afterAll(() => app.stop());

const stateOf = async () =>
  JSON.stringify(await app.query('select id, version from maps order by id')) +
  JSON.stringify(await app.query('select count(*) from changes'));

let before: string;
beforeEach(async () => {
  before = await stateOf();
});
/** Nothing made, and the server lives. */
afterEach(async () => {
  expect(await stateOf()).toBe(before);
  await owner.get('/healthz').expect(200);
});

const DOORS = ['/api/maps/import?preview=false', () => `/api/maps/${map}/import?`] as const;

/** The refusal of a file at every door, each with the same code. */
async function refusalOf(file: string | Buffer, more = ''): Promise<string> {
  const refusals = new Set<string>();
  for (const door of DOORS) {
    const path = `${typeof door === 'string' ? door : door()}&${more}`;
    const asked = owner.post(path).set('Content-Type', 'application/octet-stream').send(Buffer.from(file));
    const answer = await asked;
    const { status } = answer;
    const body = answer.body as ImportAnswer & Partial<RefusedBody>;
    expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
    // An archive has a report for each of its files.
    const refusal = body.refusal ?? body.files[0];
    const { code, message } = refusal && 'refusal' in refusal ? refusal.refusal : (refusal as Refusal);
    refusals.add(`${code}: ${message}`);
  }
  expect(refusals.size).toBe(1);
  return [...refusals][0] ?? '';
}

describe('a hostile file is refused with a reason', () => {
  it('with XML entities that grow or that read files', async () => {
    const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    const root = (name: string) =>
      `<${name} xmlns="http://graphml.graphdrawing.org/xmlns">&l10;&x;</${name}>`;
    for (const name of ['graphml', 'opml', 'arggraph']) {
      const bomb = `<?xml version="1.0"?>\n<!DOCTYPE ${name} [<!ENTITY l0 "lol">${laughs.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${root(name)}`;
      const refusal = await refusalOf(bomb);
      expect(refusal).toMatch(/^(invalid|unsupported-format|too-large|no-change): /);
      expect(refusal).not.toContain('root:');
    }
  });

  it('that is a bomb of zip, or a zip in a zip', async () => {
    const bomb = zipOf({ 'bomb.json': 'x' });
    const packed = deflateRawSync(Buffer.alloc(MOST_FILE_BYTES));
    expect(await refusalOf(packedZip(packed, MOST_FILE_BYTES))).toMatch(/^too-large: .*200 times/);
    expect(await refusalOf(packedZip(packed, 100))).toMatch(/^invalid: .*damaged/);
    expect(await refusalOf(zipOf({ 'inner.zip': bomb }))).toMatch(/^unsupported-format: .*within a zip/);
    expect(await refusalOf(bomb.subarray(0, 40))).toMatch(/^invalid: .*cut off/);
  });

  it('nested deeper than any stack', async () => {
    const deep = 400_000;
    const files = [
      `{"format":"counterpoint","version":1,"map":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      '['.repeat(deep),
      `{"nodes":${'['.repeat(deep)}${']'.repeat(deep)},"edges":[],"locutions":[]}`,
      `<?xml version="1.0"?><opml version="2.0"><body>${'<outline text="a">'.repeat(deep)}`,
      `<?xml version="1.0"?><graphml>${'<graph>'.repeat(deep)}</graphml>`,
    ];
    for (const file of files)
      expect(await refusalOf(file)).toMatch(/^(invalid|unsupported-format|too-large|no-change): /);
  });

  it('of 100 MB, announced or not', async () => {
    for (const announced of [true, false])
      for (const type of ['application/json', 'multipart/form-data; boundary=x'])
        expect(await statusOfFlood(type, announced)).toMatch(/^(413|422|closed)$/);
  });

  it('with scripts, since pictures and pages are no maps', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
    const html = '<!doctype html><html><script>alert(1)</script><p>hello</p></html>';
    for (const file of [svg, html]) expect(await refusalOf(file)).toMatch(/^unsupported-format: /);
  });

  it('that is not in UTF-8, or no text at all', async () => {
    expect(await refusalOf(Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xe9, 0x65]))).toMatch(/^invalid: .*line 2/);
    expect(await refusalOf(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toMatch(/^invalid: /);
    expect(await refusalOf(Buffer.alloc(100_000))).toMatch(/^(invalid|unsupported-format): /);
    expect(await refusalOf('\ufeff')).toMatch(/^invalid: .*empty/);
  });

  it('in a form that is broken, empty, or carries more than one file', async () => {
    const post = (body: string, type = 'multipart/form-data; boundary=x') =>
      owner.post('/api/maps/import').set('Content-Type', type).send(Buffer.from(body));
    const part = (name: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.json"\r\n\r\n{}\r\n`;
    const broken = [
      '',
      '--x',
      part('file'),
      part('other') + '--x--\r\n',
      part('file') + part('file') + '--x--\r\n',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--\r\n',
      `--x\r\n${'a: b\r\n'.repeat(1_000)}\r\n\r\n--x--\r\n`,
    ];
    for (const body of broken)
      expect([body.slice(0, 90), (await post(body)).status]).toEqual([body.slice(0, 90), 422]);
    expect((await post(part('file'), 'multipart/form-data')).status).toBe(422);
    const large = `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${' '.repeat(MOST_FILE_BYTES + 1)}\r\n--x--\r\n`;
    expect((await post(large)).status).toBe(413);
  });

  it('that needs more time or memory than there is', async () => {
    const many = `{"format":"counterpoint","version":1,"map":{"info":{},"claims":[${'{"id":1},'.repeat(900_000)}0]}}`;
    await app.restart({ workers: { timeMs: 1 } });
    expect(await refusalOf(many)).toBe('too-large: That took too long, and was given up.');
    await app.restart({ workers: { memoryMb: 60, timeMs: 600_000 } });
    // Not as JSON: see `memoryMb` in workers.ts.
    const list = '- One claim of many.\n'.repeat(99_999);
    expect(await refusalOf(list)).toBe('too-large: That took too much memory, and was given up.');
    await app.restart({ workers: {} });
  });
});

describe('uploads at the same time', () => {
  const MB = 1024 * 1024;

  it('are bounded over all: what finds no room is busy before its body is read', async () => {
    const { uploads } = app.config;
    await app.restart({ uploads: { all: 50 * MB, address: 45 * MB, account: 25 * MB } });
    const [first, second, third] = await Promise.all([aCookie(), aCookie(), aCookie()]);
    const chunked = await anUploadThatHolds(first, {}, first);
    const form = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const refused = await anUpload(first, { 'Content-Length': String(6 * MB) }).answer;
    expect(refused).toMatchObject({
      status: 503,
      refusal: { code: 'busy', retryAfterMs: expect.any(Number) as unknown },
    });
    expect(await anUpload(first, form).answer).toMatchObject({ status: 503 });
    const announced = await anUploadThatHolds(second, { ...form, 'Content-Length': String(19 * MB) }, third);
    // 39 of the address's 45 MB are taken; small files find room.
    expect(await anUpload(third, { 'Content-Length': String(7 * MB) }).answer).toMatchObject({ status: 503 });
    expect(await anUpload(third, { 'Content-Length': '4' }, 'text').answer).toMatchObject({ status: 422 });
    chunked.end();
    expect(await chunked.answer).toMatchObject({ status: 422 });
    expect(await anUpload(first, {}, 'text').answer).toMatchObject({ status: 422 });
    announced.leave();
    // What a caller held who went away is free again.
    await until(async () => (await anUpload(third, {}, 'text').answer).status === 422);
    await app.restart({ uploads });
  });

  it('of people who are not signed in take no room', async () => {
    expect(await anUpload('', { 'Content-Length': String(19 * MB) }, '{').answer).not.toMatchObject({
      status: 503,
    });
  });
});

/** An archive of one deflated file that says it unpacks to `size` bytes. */
function packedZip(packed: Buffer, size: number): Buffer {
  const zip = zipOf({ 'bomb.json': packed });
  for (const [signature, method, length] of [[0x04034b50, 8, 22], [0x02014b50, 10, 24]] as const) {
    const at = signature === 0x04034b50 ? 0 : zip.indexOf(Buffer.from('PK\u0001\u0002'));
    zip.writeUInt16LE(8, at + method);
    zip.writeUInt32LE(size, at + length);
  } // prettier-ignore
  return zip;
}

async function aCookie(): Promise<string> {
  const asked = { login: uuidv7(), name: 'U', password: 'long enough' };
  const { headers } = await app.person().post('/api/accounts/sign-up').send(asked).expect(201);
  return String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Held {
  readonly answer: Promise<{ readonly status: number; readonly refusal?: Refusal }>;
  end(): void;
  leave(): void;
}

/** Sends the head of an upload; its body only if there is one. */
function anUpload(from: string, headers: http.OutgoingHttpHeaders, body?: string): Held {
  const request = http.request(`${app.url}/api/maps/import`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', Cookie: from, ...headers },
  });
  const answer = new Promise<{ status: number; refusal?: Refusal }>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, ...(JSON.parse(text) as Partial<RefusedBody>) });
      });
    });
  });
  answer.catch(() => undefined);
  request.flushHeaders();
  if (body !== undefined) request.end(body);
  return { answer, end: () => void request.end('text'), leave: () => void request.destroy() };
}

/** An upload that has its room, as another finds out: where that one came first, both begin anew. */
async function anUploadThatHolds(
  from: string,
  headers: http.OutgoingHttpHeaders,
  other: string,
): Promise<Held> {
  for (;;) {
    const upload = anUpload(from, headers);
    const seen = { answer: false };
    const over = (): void => void (seen.answer = true);
    upload.answer.then(over, over);
    // Twice: the first may have been kept out by the one before it.
    for (let times = 0; !seen.answer;) {
      times = (await anUpload(other, {}, 'text').answer).status === 503 ? times + 1 : 0;
      if (times === 2) return upload;
    }
  }
}

/** Sends 100 MB as fast as they are taken; answers the status, or that the server hung up. */
function statusOfFlood(type: string, announced: boolean): Promise<string> {
  const total = 100 * 1024 * 1024;
  const chunk = Buffer.alloc(64 * 1024, 'a');
  return new Promise((resolve) => {
    const request = http.request(`${app.url}/api/maps/import`, {
      method: 'POST',
      headers: {
        'Content-Type': type,
        Cookie: cookie,
        ...(announced ? { 'Content-Length': total } : {}),
      },
    });
    request.on('response', (response) => {
      response.resume();
      resolve(String(response.statusCode));
      request.destroy();
    });
    request.on('error', () => resolve('closed'));
    let sent = 0;
    const pour = (): void => {
      while (sent < total && !request.destroyed) {
        sent += chunk.length;
        if (!request.write(chunk)) {
          request.once('drain', pour);
          return;
        }
      }
      if (!request.destroyed) request.end();
    };
    pour();
  });
}
