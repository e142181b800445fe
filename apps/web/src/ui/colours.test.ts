import { expect, it } from '@jest/globals';
import { colourOf, COLOURS, giveColours } from './colours.ts';

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `0197-${String(at).padStart(4, '0')}`);

it('no two of twelve people in a map have one colour, and who comes later changes nobody else', () => {
  giveColours(ids(12));
  const colours = ids(12).map(colourOf);
  expect(new Set(colours).size).toBe(12);
  giveColours(ids(30).reverse());
  expect(ids(12).map(colourOf)).toEqual(colours);
  giveColours([]);
});

it('white can be read on each of them', () => {
  const channel = (hex: string): number => {
    const value = parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  for (const colour of COLOURS) {
    const [red = 0, green = 0, blue = 0] = (colour.slice(1).match(/../g) ?? []).map(channel);
    const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    expect([colour, contrast >= 4.5]).toEqual([colour, true]);
  }
});
