import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, FORMATS, jsonOf, PAPERS } from '@counterpoint/shared';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aMap } from '../../shared/testing/aMap.ts';
import { run } from './cli.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-cli-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

const built = aMap({ title: 'Fees' });
const thesis = built.thesis('Fees keep people out.');
const { argument } = built.support(thesis, 'They cost.');
built.rebut(argument, 'Not everyone pays.');
const json = jsonOf(contentOf(built.map));

async function running(args: string[], input = '') {
  const out: Uint8Array[] = [];
  const said: string[] = [];
  async function* stream() {
    yield new TextEncoder().encode(input);
  }
  const streams = {
    input: stream(),
    output: (bytes: Uint8Array) => void out.push(bytes),
    say: (line: string) => void said.push(line),
  };
  const code = await run(args, streams);
  return { code, out: Buffer.concat(out).toString('utf8'), said };
}

describe('counterpoint convert', () => {
  it('turns one file into another, by the names alone, and the same input into the same bytes', async () => {
    fs.writeFileSync(at('in.json'), json);
    expect(await running(['convert', at('in.json'), at('out.md')])).toMatchObject({ code: 0, out: '' });
    const first = fs.readFileSync(at('out.md'), 'utf8');
    expect(first).toContain('Fees keep people out.');
    await running(['convert', at('in.json'), at('out.md')]);
    expect(fs.readFileSync(at('out.md'), 'utf8')).toBe(first);
    await running(['convert', at('in.json'), at('again.json')]);
    expect(fs.readFileSync(at('again.json'), 'utf8')).toBe(json);
  });

  it('takes standard input and gives standard output, and says on the side what was lost', async () => {
    const { code, out, said } = await running(
      ['convert', '-', '--to', 'markdown', '--at', '2026-01-15T12:00Z'],
      json,
    );
    expect(code).toBe(0);
    expect(out).toContain('2026-01-15');
    expect(said[0]).toBe('Writing -:');
    expect(said.join('\n')).toMatch(/time|settings|people|participants/);
  });

  it('writes the losses as JSON where they are asked for', async () => {
    await running(['convert', at('in.json'), at('out.argdown'), '--report', at('losses.json')]);
    const report = JSON.parse(fs.readFileSync(at('losses.json'), 'utf8')) as {
      reading: object[];
      writing: object[];
    };
    expect(report.reading).toEqual([]);
    expect(Array.isArray(report.writing)).toBe(true);
  });

  it('ends with 1 and one sentence on bad input', async () => {
    fs.writeFileSync(at('bad.json'), '{"format":"counterpoint","version":1,"map":{"info":{"title":""}}}');
    fs.writeFileSync(at('latin.csv'), Buffer.from([0x61, 0x0a, 0xe9, 0x62]));
    const cases: [string[], RegExp][] = [
      [['convert', at('bad.json'), at('x.md')], /bad\.json: info\.title: must not be blank$/],
      [
        ['convert', at('latin.csv'), at('x.md')],
        /latin\.csv: The file is not in UTF-8, line 2: save it as UTF-8\.$/,
      ],
      [['convert', at('none.json'), at('x.md')], /none\.json cannot be read: there is no such file\.$/],
      [['convert', folder, at('x.md')], /cannot be read: it is a folder\.$/],
      [['convert', at('in.json'), at('no/such/x.md')], /cannot be written: there is no such file\.$/],
      [
        ['convert', at('in.json'), at('x.klingon')],
        /does not say which format it is in: add --to <format>\.$/,
      ],
      [
        ['convert', at('in.json'), at('x.md'), '--to', 'klingon'],
        /Maps cannot be exported in this format\.$/,
      ],
      [['convert', at('in.json'), at('x.md'), '--from', 'klingon'], /in\.json: .*"klingon"\.$/],
      [['convert', at('in.json'), at('x.md'), '--at', 'noon'], /^--at noon: is no time/],
      [['convert', at('in.json'), at('x.md'), '--scale', '9'], /^--scale: /],
      [['convert', at('in.json'), at('x.md'), '--wrong'], /^Unknown option '--wrong'; --help tells more\.$/],
      [['convert'], /^Say: counterpoint convert/],
      [['reverse', at('in.json'), at('x.md')], /^Say: counterpoint convert/],
    ];
    for (const [args, sentence] of cases) {
      const { code, out, said } = await running(args);
      expect([args, code, out, said]).toEqual([args, 1, '', [expect.stringMatching(sentence)]]);
    }
    expect(fs.existsSync(at('x.md'))).toBe(false);
  });

  it('helps', async () => {
    for (const args of [['--help'], [], ['convert', '-h']]) {
      const { code, out } = await running(args);
      expect(code).toBe(0);
      for (const { id, write } of [...FORMATS, ...PAPERS.map((paper) => ({ ...paper, write: true }))])
        if (write) expect(out).toContain(id);
    }
  });
});
