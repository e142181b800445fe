// Chinese fonts come in a hundred pieces, so that a page loads those it needs. On paper the glyphs of all pieces become
// one font again: a document with a hundred fonts is large, slow, and its text falls apart when it is copied.
// The pieces are cut from one font, so they share the em, the line height and the way outlines are written.
import { readCmap, sfntOf, tablesOf, writeCmap, type Tables } from './fontsSfnt.ts';

/** Lookups and vertical metrics name glyphs by number, and Chinese set in lines does without: they are left behind. */
const KEPT = ['head', 'hhea', 'maxp', 'OS/2', 'post', 'name'];

interface Piece {
  readonly tables: Tables;
  readonly cmap: ReadonlyMap<number, number>;
  readonly offsets: readonly number[];
  /** Number in the merged font of glyph 0 of this piece; .notdef is taken from the first piece only. */
  readonly base: number;
}

/** At least one piece; where two have a character, the first one's is taken. */
export function merged(pieces: readonly Buffer[]): Buffer {
  const all: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    const tables = tablesOf(piece);
    const offsets = offsetsOf(tables);
    all.push({ tables, cmap: readCmap(table(tables, 'cmap')), offsets, base: next === 0 ? 0 : next - 1 });
    next += offsets.length - (next === 0 ? 1 : 2);
  }
  const [first] = all;
  if (!first) throw new Error('a font is merged of one piece at least');
  const tables: Tables = new Map(KEPT.map((tag) => [tag, Buffer.from(table(first.tables, tag))]));
  const glyphs = all.flatMap((piece, i) => glyphsOf(piece).slice(i === 0 ? 0 : 1));
  const locations = Buffer.alloc(4 * (glyphs.length + 1));
  let end = 0;
  for (const [i, glyph] of glyphs.entries()) locations.writeUInt32BE((end += glyph.length), 4 * (i + 1));
  tables.set('glyf', Buffer.concat(glyphs));
  tables.set('loca', locations);
  tables.set('hmtx', Buffer.concat(all.map((piece, i) => metricsOf(piece).subarray(i === 0 ? 0 : 4))));
  tables.set('cmap', writeCmap(cmapOf(all)));
  writeHeads(tables, all, glyphs.length);
  return sfntOf(tables);
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`a font has no table ${tag}`);
  return found;
}

function offsetsOf(tables: Tables): number[] {
  const loca = table(tables, 'loca');
  const isLong = table(tables, 'head').readInt16BE(50) === 1;
  const count = table(tables, 'maxp').readUInt16BE(4) + 1;
  return Array.from({ length: count }, (_, i) =>
    isLong ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i),
  );
}

/** Outlines, each of an even length. None is made of other glyphs, which it would name by number. */
function glyphsOf({ tables, offsets }: Piece): Buffer[] {
  const glyf = table(tables, 'glyf');
  return offsets.slice(1).map((end, i) => {
    const glyph = glyf.subarray(offsets[i] ?? 0, end);
    if (glyph.length > 0 && glyph.readInt16BE(0) < 0) throw new Error('a glyph is made of others');
    return glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)]);
  });
}

/** Advance and side bearing of every glyph; at the end of a font, glyphs may share the advance of the last. */
function metricsOf({ tables, offsets }: Piece): Buffer {
  const hmtx = table(tables, 'hmtx');
  const known = table(tables, 'hhea').readUInt16BE(34);
  const metrics = Buffer.alloc(4 * (offsets.length - 1));
  for (let i = 0; i < offsets.length - 1; i++) {
    metrics.writeUInt16BE(hmtx.readUInt16BE(4 * Math.min(i, known - 1)), 4 * i);
    metrics.writeInt16BE(hmtx.readInt16BE(i < known ? 4 * i + 2 : 4 * known + 2 * (i - known)), 4 * i + 2);
  }
  return metrics;
}

function cmapOf(pieces: readonly Piece[]): Map<number, number> {
  const cmap = new Map<number, number>();
  for (const { cmap: own, base } of pieces) {
    for (const [point, glyph] of own) if (!cmap.has(point) && glyph !== 0) cmap.set(point, glyph + base);
  }
  return cmap;
}

function writeHeads(tables: Tables, pieces: readonly Piece[], count: number): void {
  const [head, hhea, maxp, post] = ['head', 'hhea', 'maxp', 'post'].map((tag) => table(tables, tag));
  const least = (tag: string, at: number): number =>
    Math.min(...pieces.map((piece) => table(piece.tables, tag).readInt16BE(at)));
  const most = (tag: string, at: number): number =>
    Math.max(...pieces.map((piece) => table(piece.tables, tag).readInt16BE(at)));
  for (const at of [36, 38]) head?.writeInt16BE(least('head', at), at);
  for (const at of [40, 42]) head?.writeInt16BE(most('head', at), at);
  head?.writeInt16BE(1, 50);
  hhea?.writeUInt16BE(count, 34);
  hhea?.writeUInt16BE(Math.max(...pieces.map((piece) => table(piece.tables, 'hhea').readUInt16BE(10))), 10);
  maxp?.writeUInt16BE(count, 4);
  for (const at of [6, 8, 10, 12, 28, 30]) maxp?.writeUInt16BE(most('maxp', at), at);
  post?.writeUInt32BE(0x00030000, 0); // glyphs have no names
  tables.set('post', Buffer.from(table(tables, 'post').subarray(0, 32)));
}
