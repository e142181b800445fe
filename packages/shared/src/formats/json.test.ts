import { TOP } from '../map/tables/description.ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId, OWNER, PARTICIPANT, STRANGER, SUGGESTER } from '../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../testing/contents.ts';
import { aSeedMap } from '../../testing/randomEdits.ts';
import { emptyMap, type MapContent } from '../map/map.ts';
import { TABLES } from '../map/tables/tables.ts';
import type { Id } from '../map/id.ts';
import { contentOf } from '../map/patch.ts';
import { isClaim, shownTree } from './shownTree.ts';
import { MOST_FILE_BYTES } from './format.ts';
import { contentOfJson, jsonOf } from './json.ts';
import { renew } from './graph/renew.ts';

const counter = (group = 5) => {
  let made = 0;
  return (): Id => anId(++made, group);
};

const seed = (): MapContent => contentOf(aSeedMap(aMap()).map);

/** What the reader says of a file: 'ok', or code and message. */
const verdict = (text: string): string => {
  const read = contentOfJson(text);
  return read.ok ? 'ok' : `${read.refusal.code}: ${read.refusal.message}`;
};
const changed = (change: (content: Loose) => void): string => {
  const file = JSON.parse(jsonOf(seed())) as { map: Loose };
  change(file.map);
  return JSON.stringify(file);
};
type Loose = Record<string, Record<string, unknown>[]> & { info: Record<string, unknown> };

describe("Counterpoint's own format", () => {
  it('[X-03] gives back the map that was written, whatever happened to it, and the second file is the first', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        const text = jsonOf(content);
        const read = contentOfJson(text);
        expect(read).toEqual({ ok: true, value: { value: content, losses: [] } });
        if (read.ok) expect(jsonOf(read.value.value)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('[X-03] keeps every text as it was typed', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        expect(contentOfJson(jsonOf(content))).toEqual({ ok: true, value: { value: content, losses: [] } });
      }),
    );
  });

  it('is imported under new ids throughout, so that one file can be imported twice', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        const text = jsonOf(content);
        const file = contentOfJson(text);
        if (!file.ok) throw new Error('was refused');
        const [first, second] = [renew(file.value.value, counter(5)), renew(file.value.value, counter(6))];
        const ids = (one: MapContent) =>
          new Set(JSON.stringify(one).match(/01920000-0000-7000-8\w{3}-\w{12}/g));
        const all = [content, first, second].map(ids);
        expect(new Set(all.flatMap((each) => [...each])).size).toBe(
          all.reduce((sum, each) => sum + each.size, 0),
        );
        // Ids ascend in the order of the old ones, so two imports differ in nothing but the group of their ids.
        expect(jsonOf(first).replaceAll('-8005-', '-8006-')).toBe(jsonOf(second));
        const texts = (one: MapContent) =>
          shownTree(one).inOrder.map((node) => (isClaim(node) ? node.text : node.direction));
        expect(texts(first)).toEqual(texts(content));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the order of premises that share one order key, at home or by reference', () => {
    const builder = aSeedMap(aMap());
    const [thesis = ''] = builder.map.index.home.get(TOP) ?? [];
    const { argument } = builder.support(thesis, 'first', { order: 'a0' });
    const early = builder.newId();
    builder.joint(argument, 'third', { order: 'a1' });
    const to = { at: 'premise', argument, order: 'a1' } as const;
    builder.edit({ kind: 'add-reference', reference: early, claim: thesis, to });
    const premises = (content: MapContent) =>
      shownTree(content).inOrder.map(({ id }) =>
        shownTree(content)
          .premisesOf(id)
          .map(({ claim }) => claim.text),
      );
    const content = contentOf(builder.map);
    expect(premises(content)).toContainEqual(['first', 'the river rises', 'third']);
    expect(premises(renew(content, counter()))).toEqual(premises(content));
  });

  it('equals the map up to ids', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        const there = renew(content, counter(7));
        expect(shapeOf(there)).toEqual(shapeOf(content));
      }),
      { numRuns: 60 },
    );
  });

  it('is one row a line, in one order whatever the order in memory', () => {
    const content = seed();
    const shuffled = Object.fromEntries(
      Object.entries(content).map(([name, rows]: [string, unknown]) => [
        name,
        Array.isArray(rows)
          ? rows.map((row: object) => Object.fromEntries(Object.entries(row).reverse())).reverse()
          : rows,
      ]),
    ) as unknown as MapContent;
    expect(jsonOf(shuffled)).toBe(jsonOf(content));
    const rows = TABLES.reduce((sum, table) => sum + content[table].length, 0);
    expect(
      jsonOf(content)
        .split('\n')
        .filter((line) => line.startsWith('      {')),
    ).toHaveLength(rows);
    expect(jsonOf({ ...contentOf(emptyMap), info: content.info })).toContain('"claims": [],\n');
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(verdict(`\ufeff${jsonOf(seed())}`)).toBe('ok');
  });
});

describe('what no map can be made of is refused with its place and its reason', () => {
  const cases: [name: string, text: string, verdict: RegExp][] = [
    ['no JSON', '{"format":', /^invalid: The file is not/],
    ['no object', '[]', /^invalid: The file is not/],
    ['another format', '{"nodes":[]}', /^unsupported-format: format/],
    ['a later version', '{"format":"counterpoint","version":2,"map":{}}', /^unsupported-format: version/],
    ['no map', '{"format":"counterpoint","version":1}', /^invalid: map/],
    ['a section that is no list', changed((map) => void Object.assign(map, { claims: {} })), /^invalid: claims: /],
    ['a missing section', changed((map) => delete map['references']), /^invalid: references: /],
    ['a wrong type', changed((map) => void (map['claims']![0]!['text'] = 7)), /^invalid: claims\.0\.text: /],
    ['a blank text', changed((map) => void (map['claims']![1]!['text'] = ' \u200b')), /^invalid: claims\.1\.text: must not be blank/],
    ['a text too long', changed((map) => void (map['comments']![0]!['text'] = 'x'.repeat(4_001))), /^invalid: comments\.0\.text: at most/],
    ['a wrong role', changed((map) => void (map['participants']![0]!['role'] = 'god')), /^invalid: participants\.0\.role: /],
    ['a wrong order', changed((map) => void (map['arguments']![0]!['order'] = '?')), /^invalid: arguments\.0\.order: /],
    ['a time before all time', changed((map) => void (map['claims']![0]!['at'] = -1)), /^invalid: claims\.0\.at: /],
    ['a missing title', changed((map) => delete map.info['title']), /^invalid: info\.title: /],
    ['an id given twice', changed((map) => void (map['claims']![1]!['id'] = map['claims']![0]!['id'])), /^id-taken: claims\.1\.id: /],
    ['an id given to two kinds', changed((map) => void (map['comments']![0]!['id'] = map['claims']![0]!['id'])), /^id-taken: comments\.0\.id: /],
    ['an unknown home', changed((map) => void (map['claims']![0]!['home'] = STRANGER)), /^invalid: claims\.0\.home: /],
    ['an unknown target', changed((map) => void (map['arguments']![0]!['target'] = { kind: 'claim', id: STRANGER })), /^invalid: arguments\.0\.target: /],
    ['a target of the other kind', changed((map) => void ((map['arguments']![0]!['target'] as Record<string, unknown>)['kind'] = 'argument')), /^invalid: arguments\.0\.target: /],
    ['a reference to nothing', changed((map) => void (map['references']![0]!['claim'] = STRANGER)), /^invalid: references\.0\.claim: /],
    ['a reference from nothing', changed((map) => void (map['references']![0]!['argument'] = STRANGER)), /^invalid: references\.0\.argument: /],
    ['a comment on nothing', changed((map) => void (map['comments']![0]!['claim'] = STRANGER)), /^invalid: comments\.0\.claim: /],
    ['an unknown author', changed((map) => void (map['claims']![0]!['by'] = STRANGER)), /^invalid: claims\.0\.by: /],
    ['an unknown remover', changed((map) => void (map['comments']![0]!['removed'] = { by: STRANGER, at: 1 })), /^invalid: comments\.0\.removed\.by: /],
    ['an unknown author beside', changed((map) => void (map['claims']![0]!['beside'] = [{ text: 'a', by: STRANGER, at: 1 }])), /^invalid: claims\.0\.beside\.0\.by: /],
    ['a supporting undercut', changed((map) => {
      const undercut = map['arguments']!.find(({ target }) => (target as { kind: string }).kind === 'argument');
      undercut!['direction'] = 'support';
    }), /^undercut-must-rebut: arguments\.\d\.direction: /],
    ['a branch beneath itself', changed((map) => {
      const home = map['claims']!.find((claim) => claim['home'] !== null)!['home'];
      map['claims']!.find((claim) => claim['home'] === null)!['home'] = home;
    }), /^cycle: claims\.0\.home: /],
    ['undercuts in a ring', changed((map) => {
      const [first, second] = map['arguments']!;
      Object.assign(first!, { direction: 'rebut', target: { kind: 'argument', id: second!['id'] } });
      Object.assign(second!, { direction: 'rebut', target: { kind: 'argument', id: first!['id'] } });
    }), /^cycle: /],
    ['a claim twice in one argument', changed((map) => {
      map['references']!.push({ ...map['references']![0]!, id: STRANGER });
    }), /^already-premise: references\.2\.claim: /],
    ['a claim once more where it is at home', changed((map) => {
      const { id, home } = map['claims']!.find((claim) => claim['home'] !== null)!;
      map['references']!.push({ ...map['references']![0]!, id: STRANGER, claim: id, argument: home });
    }), /^already-premise: references\.2\.claim: /],
    ['a decision on what is pending', changed((map) => void map['proposals']!.push({
      id: STRANGER, edit: { kind: 'withdraw', proposal: STRANGER }, state: 'pending', reason: null, decided: { by: OWNER, at: 1 }, by: OWNER, at: 1,
    })), /^invalid: proposals\.0\.decided: /],
    ['an edit that is none', changed((map) => void map['proposals']!.push({
      id: STRANGER, edit: { kind: 'found', content: {} }, state: 'pending', reason: null, decided: null, by: OWNER, at: 1,
    })), /^invalid: proposals\.0\.edit/],
    ['an endless list', changed((map) => void (map['claims']![0]!['beside'] = Array.from({ length: 50_000 }, () => 0))), /^too-large: claims\.0/],
    ['an endless file', ' '.repeat(MOST_FILE_BYTES + 1), /^too-large: /],
  ]; // prettier-ignore
  it.each(cases)('%s', (_, text, expected) => expect(verdict(text)).toMatch(expected));

  it('names a field by at most a line, however long the file makes it', () => {
    const read = contentOfJson(changed((map) => void (map.info['x'.repeat(1_000_000)] = 1)));
    if (!read.ok) throw new Error('was refused');
    expect(read.value.losses[0]?.where[0]?.length).toBeLessThan(80);
  });
});

it('[X-03] files of the first servers, which knew no sources, are read as before', () => {
  const file = JSON.parse(jsonOf({ ...seed(), sources: [], editions: [], quotations: [] })) as { map: Loose };
  for (const name of ['sources', 'editions', 'quotations']) delete file.map[name];
  for (const name of ['embeds', 'policy', 'quota', 'trust', 'hold', 'slow']) delete file.map.info[name];
  expect(verdict(JSON.stringify(file))).toBe('ok');
});

it('[X-03] the history rides along when it is asked for, and is told as lost when the file makes a new map', () => {
  const change = {
    version: 1,
    at: 1,
    by: OWNER,
    id: anId(1),
    client: anId(2),
    seq: 1,
    kind: 'reword',
    patches: [],
  } as const;
  const text = jsonOf(seed(), [change]);
  expect(JSON.parse(text)).toMatchObject({ history: [change] });
  const read = contentOfJson(text);
  expect(read.ok && read.value.losses).toEqual([{ kind: 'history', count: 1, where: ['history'] }]);
});

it('what this version does not know is left out and told', () => {
  const file = JSON.parse(changed((map) => {
    map['horoscopes'] = [];
    map['claims']![0]!['mood'] = 'grim';
    (map['arguments']![0]!['target'] as Record<string, unknown>)['weight'] = 1;
  })) as Record<string, unknown>; // prettier-ignore
  const read = contentOfJson(JSON.stringify({ ...file, made: 'yesterday' }));
  expect(read).toEqual({
    ok: true,
    value: {
      value: seed(),
      losses: [
        {
          kind: 'unknown',
          count: 4,
          where: ['made', 'claims.0.mood', 'arguments.0.target.weight', 'horoscopes'],
        },
      ],
    },
  });
});

describe('the reader never throws, and refuses with a name', () => {
  const answers = (text: string): void => {
    const read = contentOfJson(text);
    if (read.ok) expect(contentOfJson(jsonOf(read.value.value)).ok).toBe(true);
    else expect(read.refusal.message).toMatch(/^.{5,400}$/s);
  };

  it('on any text and any JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), answers), { numRuns: 500 });
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), answers), { numRuns: 500 });
    const inside = fc.record({
      info: fc.jsonValue(),
      claims: fc.jsonValue(),
      arguments: fc.array(fc.jsonValue()),
    });
    const file = inside.map((map) => JSON.stringify({ format: 'counterpoint', version: 1, map }));
    fc.assert(fc.property(file, answers), { numRuns: 500 });
    answers('['.repeat(200_000));
    answers(`{"format":"counterpoint","version":1,"map":${'{"info":'.repeat(100_000)}`);
    answers('{"format":"counterpoint","version":1,"map":{"__proto__":{"info":1}}}');
  });

  it('on files in which a value was exchanged, or a piece of text', () => {
    const files = randomContents(15).map(jsonOf);
    const odd = fc.constantFrom<unknown>(
      null,
      0,
      -1,
      1e300,
      '',
      'x',
      [],
      {},
      OWNER,
      PARTICIPANT,
      SUGGESTER,
      true,
      [null],
      { id: OWNER },
    );
    fc.assert(
      fc.property(files, fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }), (text, swaps) => {
        const file: unknown = JSON.parse(text);
        for (const [at, value] of swaps) swap(file, at, structuredClone(value));
        answers(JSON.stringify(file));
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(20), fc.string({ maxLength: 8 }), (text, at, length, piece) => {
        const from = at % text.length;
        answers(text.slice(0, from) + piece + text.slice(from + length));
      }),
      { numRuns: 200 },
    );
  });
});

/** Puts a value in the place of the n-th value of a file. */
function swap(file: unknown, n: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part)) {
      places.push([part as Record<string, unknown>, name]);
      walk(inner);
    }
  };
  walk(file);
  const [holder, name] = places[n % Math.max(1, places.length)] ?? [];
  if (holder && name !== undefined) holder[name] = value;
}

/** A content with every id replaced by where it first stands. */
function shapeOf(content: MapContent): unknown {
  const places = new Map<string, number>();
  const text = JSON.stringify(content);
  return text.replace(/01920000-0000-7000-8\w{3}-\w{12}/g, (id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return `#${place}`;
  });
}
