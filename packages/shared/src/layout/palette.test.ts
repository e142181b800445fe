import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DASHES, PALETTES } from './palette.ts';

const css = readFileSync(new URL('../../../../apps/web/src/styles/tokens.css', import.meta.url), 'utf8');

/** The value of a token in the block that begins with a selector. */
function token(selector: string, name: string): string | undefined {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1];
}

describe('palette', () => {
  it.each(['light', 'dark'] as const)('%s is that of the web app', (look) => {
    const palette = PALETTES[look];
    const value = (name: string) => token(`:root[data-theme='${look}']`, name);
    for (const name of ['paper', 'surface', 'sunk', 'line', 'ink'] as const)
      expect(palette[name]).toBe(value(name));
    expect(palette.lineStrong).toBe(value('line-strong'));
    expect([palette.ink2, palette.ink3]).toEqual([value('ink-2'), value('ink-3')]);
    for (const [relation, colour] of Object.entries(palette.relation)) expect(colour).toBe(value(relation));
  });

  it('has the line styles of the web app', () => {
    for (const [relation, dash] of Object.entries(DASHES)) {
      expect(dash.join(' ') || 'none').toBe(token(`[data-relation='${relation}']`, 'dash'));
    }
  });
});
