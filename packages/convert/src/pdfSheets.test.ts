import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARGIN, oneSheet, OVERLAP, PAPER, spreadOver, tiles, type PaperSize } from './pdfSheets.ts';

const sizes = fc.record({
  x: fc.integer({ min: -100, max: 100 }),
  y: fc.integer({ min: -100, max: 100 }),
  width: fc.integer({ min: 100, max: 9_000 }),
  height: fc.integer({ min: 100, max: 9_000 }),
});
const papers = fc.constantFrom<PaperSize>('A4', 'A3', 'Letter');

describe('sheets', () => {
  it('one is as large as the picture, in larger units where that is more than a page may measure', () => {
    expect(oneSheet({ x: -40, y: 0, width: 1_000, height: 2_000 })).toMatchObject({
      size: [750, 1_500],
      unit: 1,
      scale: 0.75,
    });
    const long = oneSheet({ x: 0, y: 0, width: 1_000, height: 1_000_000 });
    expect(long.size[1]).toBeLessThanOrEqual(14_400);
    expect(long.size[1] * long.unit).toBeCloseTo(750_000);
  });

  it('tiles cover the picture without a gap, overlap, and are never much smaller than natural', () => {
    fc.assert(
      fc.property(sizes, papers, (box, paper) => {
        const { all, scale, columns, rows, size } = tiles(box, paper);
        expect(scale).toBeLessThanOrEqual(0.75);
        expect(scale).toBeGreaterThanOrEqual(0.75 * 0.7);
        expect(all).toHaveLength(columns * rows);
        expect([...size].sort((a, b) => a - b)).toEqual([...PAPER[paper]].sort((a, b) => a - b));
        for (const { column, row, part } of all) {
          expect(part.width * scale).toBeCloseTo(size[0] - 2 * MARGIN);
          const right = all.find((other) => other.column === column + 1 && other.row === row);
          if (right) expect((part.x + part.width - right.part.x) * scale).toBeCloseTo(OVERLAP);
          const below = all.find((other) => other.column === column && other.row === row + 1);
          if (below) expect((part.y + part.height - below.part.y) * scale).toBeCloseTo(OVERLAP);
        }
        const [first, last] = [all[0]!.part, all.at(-1)!.part];
        expect([first.x, first.y]).toEqual([box.x, box.y]);
        expect(last.x + last.width).toBeGreaterThanOrEqual(box.x + box.width - 0.01);
        expect(last.y + last.height).toBeGreaterThanOrEqual(box.y + box.height - 0.01);
      }),
      { numRuns: 100 },
    );
  });

  it('hold all parts that touch them, and are left out where none does', () => {
    const boxes = fc.array(
      sizes.map(({ x, y, ...size }) => ({
        box: { x: x * 40 + 4_000, y: y * 40 + 4_000, width: size.width / 8, height: size.height / 8 },
      })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(boxes, papers, (parts, paper) => {
        const sheets = tiles({ x: 0, y: 0, width: 8_500, height: 8_500 }, paper);
        const spread = spreadOver(sheets, parts);
        for (const sheet of sheets.all) {
          const { part } = sheet;
          const touching = parts.filter(
            ({ box }) =>
              box.x < part.x + part.width &&
              box.x + box.width > part.x &&
              box.y < part.y + part.height &&
              box.y + box.height > part.y,
          );
          const on = spread.find((one) => one.sheet === sheet)?.parts ?? [];
          for (const one of touching) expect(on).toContain(one);
          expect(on.length - touching.length).toBeLessThanOrEqual(
            on.filter((one) => !touching.includes(one)).length,
          );
        }
        expect(spread.every((one) => one.parts.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
