import { describe, expect, it } from '@jest/globals';
import { generateNKeysBetween } from 'fractional-indexing';
import fc from 'fast-check';
import { aMap, anId, pictureOf } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { hostileKialo } from '../../../testing/hostileFiles.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { READ_AT, returned, shapeOf, without } from '../../../testing/roundTrip.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Reference } from '../../map/tables/references.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import type { Loss } from '../loss.ts';
import { kialo } from './kialo.ts';
import { settled } from '../document/numberingSettled.ts';
import { shownTree } from '../shownTree.ts';
import { unsound } from '../graph/soundness.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };

const write = (content: MapContent) => {
  const file = kialo.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

const answer = (text: string, name = 'a file.txt') => {
  let made = 0;
  const result = kialo.read?.(text, { newId: () => anId(++made, 6), at: READ_AT, name });
  if (!result) throw new Error('cannot be read');
  return result;
};

function read(text: string) {
  const result = answer(text);
  if (!result.ok) throw new Error(result.refusal.message);
  const { value, losses } = result.value;
  const told = losses.map(({ kind, where }) => `${kind}: ${where.join(', ')}`);
  return { content: value, picture: pictureOf(mapOf(value)), told };
}

/** What a content looks like to Kialo: a reason for each premise, and undercuts that attack the first of them. */
function asKialo(content: MapContent): MapContent {
  const tree = shownTree(content);
  const all = new Map(content.arguments.map((argument) => [argument.id, argument]));
  const stands = (argument: Argument): Id => {
    const own = tree.premisesOf(argument.id).find(({ reference }) => !reference);
    const above = all.get(argument.target.id);
    return own?.claim.id ?? (above ? stands(above) : argument.target.id);
  };
  const under = new Map<Id, Argument[]>();
  for (const node of tree.inOrder) {
    if ('text' in node) under.set(node.id, [...tree.repliesTo(node.id), ...(under.get(node.id) ?? [])]);
    const above = 'text' in node ? undefined : all.get(node.target.id);
    if (above && !('text' in node)) under.set(stands(above), [...(under.get(stands(above)) ?? []), node]);
  }
  // Undercuts were put down before or after the replies of their claim: replies come first.
  for (const [id, list] of under)
    under.set(id, [...tree.repliesTo(id), ...list.filter(({ target }) => target.kind === 'argument')]);
  const claims = new Map<Id, Claim>(content.claims.map((claim) => [claim.id, claim]));
  const made: Argument[] = [];
  const references: Reference[] = [];
  let fresh = 0;
  for (const [id, list] of under) {
    const reasons = list.flatMap((argument) =>
      tree.premisesOf(argument.id).map((premise) => ({ argument, premise })),
    );
    const orders = generateNKeysBetween(null, null, reasons.length);
    for (const [i, { argument, premise }] of reasons.entries()) {
      const own = { ...argument, id: anId(++fresh, 5), order: orders[i] ?? '' };
      made.push({ ...own, target: { kind: 'claim', id } });
      if (premise.reference) references.push({ ...premise.reference, argument: own.id });
      else claims.set(premise.claim.id, { ...premise.claim, home: own.id });
    }
  }
  return { ...content, claims: [...claims.values()], arguments: made, references };
}

const SHAPING = new Set(['undercuts', 'joint', 'references']);
const expected = (content: MapContent, losses: readonly Loss[]): string => {
  const left = losses.filter(({ kind }) => !SHAPING.has(kind));
  return shapeOf(asKialo(without(settled(content).content, left)));
};

function quotedFrom({ editions, quotations }: MapContent, source: Id): ReadonlySet<Id> {
  const texts = new Set(editions.filter((one) => one.source === source).map(({ id }) => id));
  return new Set(quotations.filter(({ edition }) => texts.has(edition)).map(({ id }) => id));
}

function quotedThenRemoved(): MapContent {
  const builder = aMap();
  const { source, edition } = builder.source();
  builder.quote(builder.thesis('T'), edition);
  builder.remove(source);
  return contentOf(builder.map);
}

describe('Kialo text', () => {
  const example = `Discussion Title: Should the city ban private cars downtown?

1. The city should ban private cars downtown.
1.1. Pro: A ban would cut street-level pollution \\([study](https://example.org/study)\\).
1.1.1. Con: Most street-level pollution comes from lorries.
1.2. Con: A ban would ruin small shops.
1.2.1. Con: Foot traffic rises when cars leave.
1.3. Pro: -> See 1.2.1.
`;

  it('reads an export of Kialo', () => {
    const { content, picture, told } = read(example);
    expect(content.info.title).toBe('Should the city ban private cars downtown?');
    expect(picture).toBe(
      [
        'The city should ban private cars downtown.',
        '  + A ban would cut street-level pollution (study: https://example.org/study).',
        '    - Most street-level pollution comes from lorries.',
        '  - A ban would ruin small shops.',
        '    - Foot traffic rises when cars leave.',
        '  + = Foot traffic rises when cars leave.',
      ].join('\n'),
    );
    expect(told).toEqual(['texts: line 4']);
    expect(read(`\ufeff${example.replaceAll('\n', '\r\n')}`).picture).toBe(picture);
    expect(read(example.replace('Title', 'Name')).content.info.title).toBe(content.info.title);
  });

  it('writes lines that one-pass readers understand: a link comes after what it leads to', () => {
    const builder = aMap({ title: 'Cars (private) [all]', question: '' });
    const ban = builder.thesis('Pro: ban\ncars');
    const early = builder.support(ban, '1.2. A number');
    const shops = builder.rebut(ban, 'Shops -> See 1.1.');
    const walkers = builder.rebut(shops.claim, '-> See the walkers');
    builder.refer(walkers.claim, builder.support(early.claim, 'gone').argument);
    builder.joint(shops.argument, 'together');
    builder.rebut(shops.argument, 'does not follow');
    for (const { id, text } of builder.map.claims.values()) if (text === 'gone') builder.remove(id);
    builder.thesis('Another');
    const { value, losses } = write(contentOf(builder.map));
    expect(value).toBe(`Discussion Title: Cars \\(private\\) \\[all\\]

1. Pro\\: ban cars
1.1. Pro: 1\\.2. A number
1.2. Con: Shops -> See 1.1.
1.2.1. Con: \\-> See the walkers
1.2.2. Con: does not follow
1.3. Con: together
2. Another
1.1.1. Pro: -> See 1.2.1.
`);
    const told = losses.map(({ kind, count }) => `${kind} ${count}`);
    expect(told).toEqual(
      expect.arrayContaining(['undercuts 1', 'joint 1', 'texts 1', 'removed 1', 'people 8']),
    );
    expect(read(value).picture).toBe(
      `Pro: ban cars\n  + 1.2. A number\n    + = -> See the walkers\n  - Shops -> See 1.1.\n    - -> See the walkers\n    - does not follow\n  - together\nAnother`,
    );
  });

  it('[X-03] comes back as it was, but for what the report lists; a second export is the same file', () => {
    fc.assert(
      fc.property(fc.oneof(randomContents(14), hostileContents), (content) => {
        const { value, losses } = write(content);
        const { content: back } = read(value);
        expect(shapeOf(back)).toBe(expected(content, losses));
        expect(write(back).value).toBe(value);
      }),
    );
  });

  it('[X-03] lists nothing that comes back', () => {
    const silent = new Set(['removed', 'proposals', 'people', ...SHAPING]);
    fc.assert(
      fc.property(fc.oneof(randomContents(8), hostileContents), (content) => {
        const { value, losses } = write(content);
        const shape = shapeOf(read(value).content);
        for (const loss of losses.filter(({ kind }) => !silent.has(kind))) {
          // The map's own language is no part of its shape.
          for (const id of loss.where.filter((one) => loss.kind !== 'languages' || one !== 'info')) {
            // A source that is no longer offered shows in nothing but what is quoted from it, which is lost, too.
            // What is said beside the words of a quotation is lost with it, too.
            const ofQuotation = ['glosses', 'anchors', 'suggestions'].includes(loss.kind) ? [id] : [];
            const through = loss.kind === 'sources' ? quotedFrom(content, id) : new Set<Id>(ofQuotation);
            const seen = returned(losses, 'quotations', through);
            const before = through.size > 0 ? expected(content, seen) : shape;
            const after = expected(content, returned(seen, loss.kind, new Set([id])));
            expect([loss.kind, id, after === before]).toEqual([loss.kind, id, false]);
          }
        }
      }),
      { numRuns: 30, examples: [[quotedThenRemoved()]] },
    );
  });

  it('tells when the language of the map cannot be told from its script', () => {
    const languages = (language: string, text: string) => {
      const builder = aMap({ language });
      builder.thesis(text, { language });
      const content = contentOf(builder.map);
      const { value, losses } = write(content);
      const isTold = losses.some(({ kind }) => kind === 'languages');
      expect(read(value).content.info.language === language).toBe(!isTold);
      return isTold;
    };
    expect([languages('en', 'a'), languages('zh', '河水')]).toEqual([false, false]);
    expect([languages('de', 'a'), languages('zh', 'a'), languages('en', '河水')]).toEqual([true, true, true]);
  });

  it('keeps every text on its line', () => {
    const starts = fc.constantFrom(
      '',
      'Pro: ',
      'con :',
      '1.2. ',
      '2. ',
      '-> See 1.',
      '-> see 1.1. ',
      '[a](b) ',
      '([a](b))',
    );
    fc.assert(
      fc.property(starts, hostileTexts, (start, rest) => {
        const text = start + rest;
        const builder = aMap();
        const thesis = builder.thesis(text);
        builder.support(thesis, text);
        const { content } = read(write(contentOf(builder.map)).value);
        const flat = text.replace(/\s+/g, ' ').trim();
        expect(content.claims.map((claim) => claim.text)).toEqual([flat, flat]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['-> See 1.', '->see 1.1', 'Pro:', '1.1.', '1.'])('takes the claim “%s” for a claim', (text) => {
    const builder = aMap({ question: '' });
    builder.rebut(builder.thesis(text), text);
    expect(read(write(contentOf(builder.map)).value).picture).toBe(builder.picture);
  });

  it('reads claims over several lines, lists within them, and lines that it does not know', () => {
    const { picture, told } = read(
      'Discussion Title: T\nby somebody\n\n1. A thesis\n1. first\n2. second\nand more\n\n1.1. pro:  A reason\n  over two lines\n',
    );
    expect(picture).toBe('A thesis\n1. first\n2. second\nand more\n  + A reason\nover two lines');
    expect(told).toEqual(['unknown: line 2']);
  });

  it('repairs numbers that are missing, given twice or out of order, and says so', () => {
    const { picture, told } = read(
      '1. T\n1.3. Pro: third\n1.2. Con: second\n1.2. Con: second again\n1.4.1. Pro: no parent\n7.1. Pro: nothing above',
    );
    expect(picture).toBe('T\n  - second\n  - second again\n  + third\n  + no parent\nnothing above');
    expect(told).toEqual(['duplicates: line 4', 'dangling: line 5, line 6']);
  });

  it('follows links ahead, to links, and tells of those that lead nowhere or in a circle', () => {
    const { picture, told } = read(
      '1. T\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.3\n1.3. Pro: C\n1.4. Con: -> See 9.\n1.5. Pro: -> See 1.6.\n1.6. Pro: -> See 1.5.\n1.1.1. Con: under a link\n1.4.1. Con: under nothing\n2. -> See 1.3.\n1.7. Con: -> See 1.',
    );
    expect(picture).toBe('T\n  + = C\n  - = C\n  + C\n    - under a link\n  - under nothing\n  - = T');
    expect(told).toEqual(['dangling: line 5, line 9, line 6, line 7', 'references: line 10']);
  });

  it('takes the root of several theses for the question, and says what has no stance', () => {
    const several = read('Discussion Title: T\n\n1. Which?\n1.1. A\n1.1.1. Pro: a\n1.2. B\n1.2.1. Con: b');
    expect(several.content.info.question).toBe('Which?');
    expect(several.picture).toBe('A\n  + a\nB\n  - b');
    const plain = read('Discussion Title: T\n\n1. A\n1.1. a\n1.2. b');
    expect(plain.picture).toBe('A\n  + a\n  + b');
    expect(plain.told).toEqual(['edges: line 4, line 5']);
  });

  it('refuses what has no numbered line, and takes a discussion without claims', () => {
    for (const text of ['', '\n\n', 'Nothing of the kind', '{"a": 1}']) {
      const result = answer(text);
      expect(result.ok ? 'read' : result.refusal.message).toMatch(/^line 1: /);
    }
    expect(read(write(contentOf(aMap({ title: 'Empty' }).map)).value).content.info.title).toBe('Empty');
  });

  it('is told from its beginning', () => {
    expect(kialo.looksLike?.(example, 'x')).toBe(true);
    expect(kialo.looksLike?.(example.split('\n').slice(2).join('\n'), 'x')).toBe(true);
    for (const text of ['1. A\n2. B', '- 1.1. Pro: a', '# Discussion Title: x', ''])
      expect(kialo.looksLike?.(text, 'x.txt')).toBe(false);
  });

  it('makes a sound map or a refusal of anything', () => {
    const parts = fc.constantFrom('1.', '1.1.', '2.', '1.1.1.', '9.9.', ' ', '\n', 'Pro:', 'Con:', '-> See ', '[', '](', ')', '\\', 'a', '1e9.', '1'.repeat(12), '\r', '\u2028'); // prettier-ignore
    const garbage = fc.oneof(
      fc.array(parts, { maxLength: 60 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const result = answer(text);
        if (result.ok) expect(unsound(result.value.value)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe('Kialo text of size', () => {
  it('writes and reads 10,000 claims', () => {
    const back = answer(write(manyClaims(10_000)).value);
    expect(back.ok && back.value.value.claims.length).toBe(10_000);
  });

  it('cuts a branch where numbers would grow without end, and says so', () => {
    const claims = Array.from({ length: 3000 }, (_, n): Claim => {
      const home = n === 0 ? null : anId(n, 2);
      return { id: anId(n, 1), text: `deep ${n}`, language: 'en', home, order: 'a0', side: null, reworded: null, beside: [], removed: null, by: null, at: 0 }; // prettier-ignore
    });
    const all = claims.slice(1).map((_, n): Argument => {
      const target = { kind: 'claim', id: anId(n, 1) } as const;
      return { id: anId(n + 1, 2), direction: 'rebut', target, order: 'a0', scheme: null, removed: null, by: null, at: 0 }; // prettier-ignore
    });
    const { value, losses } = write({ ...contentOf(aMap().map), claims, arguments: all });
    expect(value.length).toBeLessThan(3000 * 450);
    expect(losses.find(({ kind }) => kind === 'relations')?.count).toBe(14);
    expect(shownTree(read(value).content).theses.map(({ text }) => text)).toEqual(
      Array.from({ length: 15 }, (_, i) => `deep ${i * 200}`),
    );
  });

  it.each(hostileKialo)('comes to an end with a file of %s', (_, text) => {
    expect(toTheEnd(() => answer(text()))).toHaveProperty('ok');
  });
});
