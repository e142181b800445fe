import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../../testing/aMap.ts';
import { Edit } from '../../map/edit.ts';
import { contentOf } from '../../map/patch.ts';
import type { MapContent } from '../../map/map.ts';
import { FORMATS } from '../formats.ts';
import { lossWords } from '../lossWords.ts';

/** What a link must never lead to, and how people hide it. */
const TRAPS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)//https://example.org',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u200bjavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '//evil.example/x',
  'https:evil.example',
  'https:///evil.example',
  'https://example.org/ javascript:alert(1)',
  ' https://example.org',
  'https://example.org/\u202egro.live',
  'https://example.org/"onmouseover="alert(1)',
  'https://evil.example\\@example.org',
  'www.example.org',
];
const ADDRESSES = [
  '',
  'https://example.org',
  'HTTP://example.org:8080/a?b=c#d',
  'https://例子.中国/路?x=%20',
];

const added = (url: string) => ({
  kind: 'add-source',
  source: '00000000-0000-7000-8000-000000000001',
  edition: '00000000-0000-7000-8000-000000000002',
  title: 'A speech',
  url,
  language: 'en',
  text: 'Fees keep people out.',
});

describe('the address of a source', () => {
  it('[M4] is one of the web, or none', () => {
    for (const url of ADDRESSES) expect([url, Edit.safeParse(added(url)).success]).toEqual([url, true]);
    for (const url of TRAPS) {
      const alone = Edit.safeParse(added(url));
      expect([url, alone.success]).toEqual([url, false]);
      expect(alone.error?.issues[0]?.path).toEqual(['url']);
      expect(Edit.safeParse({ kind: 'batch', edits: [added(url)] }).success).toBe(false);
    }
  });

  const builder = aMap();
  const [source, edition, claim] = [
    builder.newId(),
    builder.newId(),
    builder.thesis('Fees keep people out.'),
  ];
  builder.edit({ ...added('https://example.org/speech'), source, edition, marks: [] } as never);
  builder.quote(claim, edition, [0, 21]);
  const content = contentOf(builder.map);
  const leadingTo = (url: string): MapContent => ({
    ...content,
    sources: content.sources.map((row) => ({ ...row, url })),
  });

  for (const { id, read, write } of FORMATS) {
    if (!read || !write) continue;
    it(`[M4] is left out where a file of ${id} has another, and that is told`, () => {
      let made = 0;
      const reading = {
        at: 0,
        newId: () => `00000000-0000-7000-9000-${String(++made).padStart(12, '0')}`,
      };
      for (const url of TRAPS) {
        const file = write(leadingTo(url), { at: 0, version: 1, permalink: null });
        const back = read(file.value, reading);
        if (!back.ok) throw new Error(`${id}: ${back.refusal.message}`);
        const urls = back.value.value.sources.map((row) => row.url);
        expect([url, urls.filter((one) => one !== '' && !/^https:\/\/[^\s"\\]+$/.test(one))]).toEqual([
          url,
          [],
        ]);
      }
      const kept = read(write(content, { at: 0, version: 1, permalink: null }).value, reading);
      expect(kept.ok && kept.value.losses.some(({ kind }) => kind === 'addresses')).toBe(false);
    });
  }

  it('[M4] is told by number, in files that carry all of it', () => {
    const json = FORMATS.find(({ id }) => id === 'json');
    const file = json?.write?.(leadingTo('javascript:alert(1)'), { at: 0, version: 1, permalink: null });
    const back = json?.read?.(file?.value ?? '', { at: 0, newId: () => '' });
    expect(back?.ok && back.value.losses).toEqual([{ kind: 'addresses', count: 1, where: [source] }]);
    expect(back?.ok && back.value.losses.map((loss) => lossWords(loss, 'zh'))).toEqual([
      '不是网址的出处地址 1 个',
    ]);
  });

  it('[M4] is left out of proposals, too', () => {
    const stamp = { by: null, at: 0 };
    const proposal = {
      id: '00000000-0000-7000-8000-000000000009',
      edit: { kind: 'batch', edits: [{ ...added('vbscript:x'), marks: [] }] },
      state: 'pending',
      reason: null,
      decided: null,
      ...stamp,
    };
    const file = JSON.stringify({
      format: 'counterpoint',
      version: 1,
      map: { ...content, proposals: [proposal] },
    });
    const back = FORMATS.find(({ id }) => id === 'json')?.read?.(file, { at: 0, newId: () => '' });
    if (!back?.ok) throw new Error(back?.refusal.message);
    expect(back.value.losses).toEqual([{ kind: 'addresses', count: 1, where: ['proposals.0'] }]);
    expect(JSON.stringify(back.value.value.proposals)).not.toContain('vbscript');
  });
});
