// docs/protocol.md is what others write clients from: it says what the code does.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { emptyMap, tables, type MapContent } from '../map/map.ts';
import { TABLES, type TableName } from '../map/tables/tables.ts';
import { FIRST_ORDER, OrderKey, orderAt } from '../map/order.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { MOST_TEXT_BYTES } from '../map/text.ts';
import { visibleContent } from '../map/visibility.ts';
import { RefusalCode } from '../result.ts';
import { CatchUp, GOODBYES, Hello, MOST_BYTES, MOST_CHANGE, MOST_EDITS, PIECE, Presence, PROTOCOL, Push } from './protocol.ts'; // prettier-ignore

const page = readFileSync(join(import.meta.dirname, '../../../../docs/protocol.md'), 'utf8');
const words = (text: string): string[] => [...text.matchAll(/`([a-z-]+)`/g)].map(([, word]) => word ?? '');
const section = (title: string): string => page.split(`${title}\n`)[1]?.split(/\n##+ /)[0] ?? '';
const counted = (value: number): string => value.toLocaleString('en-US');

/** The fields that differ for who may not read what was removed, each as it is then. */
function wordless(): Record<string, unknown> {
  const by = { by: 'someone', at: 1, removed: { by: 'someone', at: 2 } };
  const content: MapContent = {
    ...contentOf(emptyMap),
    claims: [
      {
        ...by,
        id: 'c',
        text: 'x',
        language: 'en',
        home: null,
        order: 'a0',
        side: null,
        reworded: by,
        beside: [{ ...by, text: 'y' }],
      },
    ],
    arguments: [
      { ...by, id: 'a', direction: 'rebut', target: { kind: 'claim', id: 'c' }, order: 'a0', scheme: 'x' },
    ],
    comments: [{ ...by, id: 'k', claim: 'c', text: 'x' }],
    sources: [{ ...by, id: 's', title: 'x', url: 'x', language: 'en' }],
    editions: [
      {
        ...by,
        id: 'e',
        source: 's',
        text: 'x',
        reason: 'x',
        marks: [{ start: 0, speaker: 'x', time: null }],
      },
    ],
    quotations: [
      {
        ...by,
        id: 'q',
        claim: 'c',
        edition: 'e',
        start: 0,
        end: 1,
        exact: 'x',
        prefix: 'x',
        suffix: 'x',
        bearing: 'verbatim',
        stands: null,
        gloss: { ...by, text: 'x', language: 'en' },
        rule: '',
      },
    ],
  };
  const seen = visibleContent(content, { participant: null, role: null }, mapOf(content));
  return Object.fromEntries(
    TABLES.flatMap((table) =>
      seen[table].flatMap((entity, i) =>
        Object.entries(entity).filter(([field, value]) => value !== (content[table][i] as never)[field]),
      ),
    ),
  );
}

describe('docs/protocol.md', () => {
  it('names the version', () => {
    expect(page).toContain(`Version: \`${PROTOCOL}\``);
    expect(page).toContain(`protocol: ${PROTOCOL},`);
  });

  it('names every table, refusal code and goodbye, and no other', () => {
    const listed = /Tables: ([^.]+)\./.exec(page)?.[1] ?? '';
    expect(words(listed)).toEqual([...TABLES]);
    const codes = section('## Refusal codes').split('`busy` and')[0] ?? '';
    expect(words(codes).sort()).toEqual([...RefusalCode.options].sort());
    const goodbyes = words(section('### `goodbye`')).filter((word) => !['hello'].includes(word));
    expect(goodbyes).toEqual([...GOODBYES]);
  });

  it('names the fields of every message', () => {
    const messages = { hello: Hello, push: Push, 'catch-up': CatchUp, presence: Presence };
    for (const [name, schema] of Object.entries(messages)) {
      const text = section(name === 'presence' ? '### `presence`' : `### \`${name}\` (ack)`);
      for (const field of Object.keys((schema as z.ZodObject).shape)) expect(text).toContain(field);
    }
  });

  it('names the fields of every entity, and no other', () => {
    const rows = [...section('### Entities').matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)];
    const told = rows.map(([, table, fields = '']) => [
      table,
      words(fields.replace(/\([^)]*\)/g, '')).sort(),
    ]);
    const fieldsOf = (table: TableName) =>
      Object.keys(tables[table].schema.shape).filter((name) => name !== 'id');
    expect(told).toEqual(TABLES.map((table) => [table, fieldsOf(table).sort()]));
  });

  it('names what becomes of words that a viewer no longer sees', () => {
    const all = page.split('loses its words')[1]?.split('When a branch')[0] ?? '';
    const told: Record<string, unknown> = { '""': '', '[]': [], null: null };
    const empty: Record<string, unknown> = {};
    for (const [, names = '', value = ''] of all.matchAll(/((?:`\w+`[^`]*?)+) (?:are|is) `([^`]+)`/g))
      for (const name of words(names)) empty[name] = told[value];
    expect(empty).toEqual(wordless());
  });

  it('names the lengths', () => {
    for (const length of [MOST_BYTES, PIECE, MOST_CHANGE, MOST_TEXT_BYTES])
      expect(page).toContain(counted(length));
    expect(page).toContain(`at most ${MOST_EDITS} edits`);
  });

  it('describes order keys as they are', () => {
    const at = (order: string) => ({ id: order, order });
    const keys = [
      orderAt([at('a0')], 0),
      FIRST_ORDER,
      orderAt([at('a0'), at('a1')], 1),
      orderAt([at('a0')], 1),
    ];
    expect(keys).toEqual(['Zz', 'a0', 'a0V', 'a1']);
    for (const key of keys) expect(section('### Order keys')).toContain(`\`${key}\``);
    expect(keys.toSorted()).toEqual(keys);
    expect(OrderKey.safeParse('a00').success).toBe(false);
  });
});
