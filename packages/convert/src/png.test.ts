import { describe, expect, it } from '@jest/globals';
import {
  ExportOptions,
  mapOf,
  PALETTES,
  pictureOf,
  type MapContent,
  type Picture,
} from '@counterpoint/shared';
import { inflateSync } from 'node:zlib';
import { aMap } from '../../shared/testing/aMap.ts';
import { contentOf } from '@counterpoint/shared';
import { sampleMap } from '../testing/sampleMap.ts';
import { possibleScale, writePng } from './png.ts';

const ORIGIN = { at: 0, version: 1, permalink: null };
const png = (content: MapContent, options = {}) => writePng(content, ORIGIN, ExportOptions.parse(options));

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** As `#rrggbb`. */
  readonly at: (x: number, y: number) => string;
}

/** Decodes what resvg writes: 8 bits, RGB or RGBA, not interlaced. */
function decoded(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes);
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = file[25] === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(chunks));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)]!;
    for (let i = 0; i < line; i++) {
      const value = raw[y * (line + 1) + 1 + i]!;
      const left = i >= channels ? pixels[y * line + i - channels]! : 0;
      const up = y > 0 ? pixels[(y - 1) * line + i]! : 0;
      const corner = i >= channels && y > 0 ? pixels[(y - 1) * line + i - channels]! : 0;
      pixels[y * line + i] = (value + predicted(filter, left, up, corner)) & 0xff;
    }
  }
  return {
    width,
    height,
    at: (x, y) => `#${pixels.toString('hex', y * line + x * channels, y * line + x * channels + 3)}`,
  };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const small = (): MapContent => {
  const builder = aMap({ title: '开源', language: 'zh' });
  builder.rebut(builder.thesis('开源降低了门槛', { language: 'zh' }), 'It did not');
  return contentOf(builder.map);
};

describe('PNG file', () => {
  it.each(['light', 'dark'] as const)('has the size of the picture and its colours, %s', async (look) => {
    for (const scale of [1, 2, 4]) {
      const content = small();
      const picture = pictureOf(mapOf(content), ORIGIN, { look });
      const pixels = decoded((await png(content, { look, scale })).value);
      expect([pixels.width, pixels.height]).toEqual([picture.box.width * scale, picture.box.height * scale]);
      const palette = PALETTES[look];
      const { thesis, rebuttal } = cards(picture);
      const at = (x: number, y: number): string =>
        pixels.at(Math.floor((x - picture.box.x) * scale), Math.floor((y - picture.box.y) * scale));
      expect(at(picture.box.x + 2, picture.box.y + 2)).toBe(palette.paper);
      expect(at(thesis.x + 2, thesis.y + thesis.height / 2)).toBe(palette.relation.thesis);
      expect(at(rebuttal.x + 2, rebuttal.y + rebuttal.height / 2)).toBe(palette.relation.rebut);
      expect(at(rebuttal.x + 8, rebuttal.y + rebuttal.height / 2)).toBe(palette.surface);
      expect(inked(pixels, picture, scale, thesis, palette.surface)).toBeGreaterThan(0.02);
    }
  });

  it('in print has no colour', async () => {
    const pixels = decoded((await png(small(), { look: 'print', scale: 1 })).value);
    const colours = new Set<string>();
    for (let y = 0; y < pixels.height; y++)
      for (let x = 0; x < pixels.width; x++) colours.add(pixels.at(x, y));
    expect([...colours].filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
    expect(colours.has('#000000')).toBe(true);
  });

  it('shows a box for what no font has, and tells where', async () => {
    const builder = aMap();
    const thesis = builder.thesis('😀');
    builder.rebut(thesis, 'plain');
    const { losses } = await png(contentOf(builder.map));
    expect(losses.filter(({ kind }) => kind === 'texts')).toEqual([
      { kind: 'texts', count: 1, where: [thesis] },
    ]);
  });

  it('keeps to sizes that programs open, and tells when it is smaller than asked', async () => {
    expect(possibleScale({ box: { x: 0, y: 0, width: 1_000, height: 1_000 } }, 4)).toBe(4);
    expect(possibleScale({ box: { x: 0, y: 0, width: 100, height: 10_000 } }, 4)).toBe(1.63);
    expect(possibleScale({ box: { x: 0, y: 0, width: 8_000, height: 8_000 } }, 4)).toBe(1);
    const { value, losses } = await png(sampleMap('zh'), { scale: 4 });
    const file = Buffer.from(value);
    expect(file.readUInt32BE(16) * file.readUInt32BE(20)).toBeLessThanOrEqual(64_000_000);
    expect(losses).toContainEqual({
      kind: 'layout',
      count: 1,
      where: [expect.stringMatching(/^scale 2\.\d+$/)],
    });
  });
});

function cards({ parts }: Picture) {
  const [thesis, rebuttal] = parts.filter(({ kind }) => kind === 'card').map(({ box }) => box);
  return { thesis: thesis!, rebuttal: rebuttal! };
}

/** Share of pixels of a card that are far from its ground: letters, for one. */
function inked(
  pixels: Pixels,
  { box }: Picture,
  scale: number,
  card: Picture['box'],
  ground: string,
): number {
  let [dark, all] = [0, 0];
  const grey = (hex: string): number => parseInt(hex.slice(3, 5), 16);
  for (let y = card.y + 34; y < card.y + 60; y++) {
    for (let x = card.x + 18; x < card.x + card.width - 15; x++) {
      all++;
      if (
        Math.abs(
          grey(pixels.at(Math.floor((x - box.x) * scale), Math.floor((y - box.y) * scale))) - grey(ground),
        ) > 100
      )
        dark++;
    }
  }
  return dark / all;
}
