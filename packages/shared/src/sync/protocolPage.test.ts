// docs/protocol.md is what others write clients from: it says what the code does.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { TABLES } from '../map/map.ts';
import { FIRST_ORDER, OrderKey, orderAt } from '../map/order.ts';
import { RefusalCode } from '../result.ts';
import { CatchUp, GOODBYES, Hello, MOST_BYTES, MOST_CHANGE, MOST_EDITS, PIECE, Presence, PROTOCOL, Push } from './protocol.ts'; // prettier-ignore

const page = readFileSync(join(import.meta.dirname, '../../../../docs/protocol.md'), 'utf8');
const words = (text: string): string[] => [...text.matchAll(/`([a-z-]+)`/g)].map(([, word]) => word ?? '');
const section = (title: string): string => page.split(`${title}\n`)[1]?.split(/\n##+ /)[0] ?? '';
const counted = (value: number): string => value.toLocaleString('en-US');

describe('docs/protocol.md', () => {
  it('names the version', () => {
    expect(page).toContain(`Version: \`${PROTOCOL}\``);
    expect(page).toContain(`protocol: ${PROTOCOL},`);
  });

  it('names every table, refusal code and goodbye, and no other', () => {
    const tables = /Tables: ([^.]+)\./.exec(page)?.[1] ?? '';
    expect(words(tables)).toEqual([...TABLES]);
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

  it('names the lengths', () => {
    for (const length of [MOST_BYTES, PIECE, MOST_CHANGE]) expect(page).toContain(counted(length));
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
