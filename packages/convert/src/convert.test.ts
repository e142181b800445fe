import { describe, expect, it } from '@jest/globals';
import {
  contentOf,
  ExportOptions,
  FORMATS,
  jsonOf,
  lossWords,
  PAPERS,
  type Change,
  type MapContent,
} from '@counterpoint/shared';
import { aFollowedQuotation } from '../../shared/testing/aFollowedQuotation.ts';
import { aMap, anId, PARTICIPANT } from '../../shared/testing/aMap.ts';
import { write, type Written } from './convert.ts';

const TEXTS = FORMATS.filter((format) => format.write);
const ALL = [...TEXTS, ...PAPERS].map(({ id }) => id);

function aDebate() {
  const built = aMap({ title: '开源 debate' });
  const thesis = built.thesis('Fees keep people out.');
  const reason = built.support(thesis, '费用把人挡在门外。', { by: PARTICIPANT });
  built.rebut(reason.argument, 'Not everyone pays.');
  built.comment(thesis, 'Remarkable-comment');
  const { edition } = built.source('The quoted-river rises.');
  built.quote(reason.claim, edition, [4, 16]);
  built.thesis('Another-thesis altogether.');
  return { content: contentOf(built.map), reason };
}
const { content, reason } = aDebate();
const origin = { at: Date.UTC(2026, 0, 15), version: 7, permalink: 'https://maps.example/maps/1' };

async function written(
  format: string,
  more: Partial<ExportOptions> = {},
  of: MapContent = content,
): Promise<Written> {
  const options = ExportOptions.parse(more);
  const done = await write(of, { format, origin, options });
  if (!done.ok) throw new Error(done.refusal.message);
  return done.value;
}
const textOf = ({ bytes }: Written): string => new TextDecoder().decode(bytes);

describe('every format', () => {
  it.each(ALL)('[X-05] %s is written under its own type, and twice the same', async (id) => {
    const one = await written(id);
    const format = [...FORMATS, ...PAPERS].find((each) => each.id === id);
    expect([one.mediaType, one.extension]).toEqual([format?.mediaType, format?.extension]);
    expect(one.bytes.length).toBeGreaterThan(100);
    expect(Buffer.from((await written(id)).bytes).equals(Buffer.from(one.bytes))).toBe(true);
    const magic: Record<string, string> = { png: '\u0089PNG', pdf: '%PDF-', docx: 'PK\u0003\u0004' };
    const start = magic[id];
    if (start) expect(Buffer.from(one.bytes.subarray(0, start.length)).toString('latin1')).toBe(start);
    else expect(textOf(one)).toContain('费用把人挡在门外');
  });

  it.each(TEXTS.map(({ id }) => id))('%s leaves out what is not wanted, and says so', async (id) => {
    const less = await written(id, { authors: false, comments: false, quotations: false });
    expect(textOf(less)).not.toMatch(/Pia|Olga|Remarkable-comment|quoted-river/);
    expect(less.losses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['authors', 'comments', 'quotations', 'sources']),
    );
    const branch = await written(id, { branch: reason.claim });
    expect(textOf(branch)).not.toContain('Another-thesis');
    expect(textOf(branch)).toContain('费用把人挡在门外');
    expect(new Set(less.losses.map(({ kind }) => kind)).size).toBe(less.losses.length);
  });

  it.each(TEXTS.filter(({ remark }) => remark).map(({ id }) => id))(
    '%s carries its loss report where its own tools pass it over',
    async (id) => {
      const { losses, ...file } = await written(id, { comments: false });
      for (const loss of losses) expect(textOf({ ...file, losses })).toContain(lossWords(loss, 'en'));
    },
  );

  it.each(ALL.map((id) => [id] as const))(
    '[A-15] [P-05] %s keeps a translation, or says that it does not',
    async (id) => {
      const file = await written(id, {}, aFollowedQuotation());
      const told = file.losses.map(({ kind }) => kind);
      const isText = ![...PAPERS.map((paper) => paper.id as string)].includes(id);
      if (isText) expect(textOf(file).includes('should be built upstream')).toBe(!told.includes('glosses'));
      else expect(told.includes('glosses')).toBe(id === 'svg' || id === 'png');
      if (isText) expect(textOf(file).includes('zh.conclusion')).toBe(!told.includes('suggestions'));
      else expect(told).toContain('suggestions');
    },
  );

  it('is named, and a branch is there', async () => {
    const options = ExportOptions.parse({});
    expect(await write(content, { format: 'klingon', origin, options })).toMatchObject({
      refusal: { code: 'unsupported-format' },
    });
    const branch = { ...options, branch: anId(9_999) };
    for (const format of ['json', 'svg'])
      expect(await write(content, { format, origin, options: branch })).toMatchObject({
        refusal: { code: 'not-found' },
      });
  });
});

describe('strengths', () => {
  const scored = { ...content, info: { ...content.info, strength: 'df-quad' as const } };
  const scoresOf = async (more: Partial<ExportOptions>) =>
    (JSON.parse(textOf(await written('json', more, scored))) as { strength: Record<string, unknown> })
      .strength;

  it('[G15] [E-13] stand in a part of a map as in the whole, of what is in it, with method, time and version', async () => {
    const whole = (await scoresOf({})) as { claims: Record<string, number> };
    const part = (await scoresOf({ branch: reason.claim, authors: false })) as {
      claims: Record<string, number>;
    };
    expect(whole).toMatchObject({ method: 'df-quad', version: 7, at: '2026-01-15T00:00:00.000Z', weight: 2 });
    expect(Object.keys(whole.claims).length).toBeGreaterThan(Object.keys(part.claims).length);
    expect(part).toEqual({ ...whole, claims: { [reason.claim]: whole.claims[reason.claim] } });
    expect(textOf(await written('csv', {}, scored))).toContain('df-quad');
    expect(textOf(await written('csv'))).not.toContain('strength');
  });
});

describe('the history', () => {
  const change: Change = {
    version: 1, at: 1, by: PARTICIPANT, id: anId(1), client: anId(2), seq: 1, kind: 'reword', patches: [],
  }; // prettier-ignore
  const withHistory = (format: string, more: Partial<ExportOptions> = {}) =>
    write(content, {
      format,
      origin,
      options: ExportOptions.parse({ history: true, ...more }),
      history: [change],
    });

  it('rides along in our own format, with the whole map only', async () => {
    const whole = await withHistory('json');
    expect(whole.ok && textOf(whole.value)).toBe(jsonOf(content, [change]));
    expect(whole.ok && whole.value.losses).toEqual([]);
    for (const asked of [withHistory('json', { authors: false }), withHistory('json', { branch: reason.claim }), withHistory('markdown')]) {
      const done = await asked;
      expect(done.ok && textOf(done.value)).not.toContain('"seq"');
      expect(done.ok && done.value.losses).toContainEqual({ kind: 'history', count: 1, where: ['*'] });
    } // prettier-ignore
  });
});
