// TrueType files as tables, in and out. After the OpenType specification 1.9, chapters "Font file", cmap and name.

/** By tag, as `glyf`. */
export type Tables = Map<string, Buffer>;

const TRUETYPE = 0x00010000;
const CHECKSUM_OF_FILE = 0xb1b0afba;

export function tablesOf(font: Buffer): Tables {
  const tables: Tables = new Map();
  for (let i = 0, count = font.readUInt16BE(4); i < count; i++) {
    const at = 12 + 16 * i;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + length));
  }
  return tables;
}

export function sfntOf(tables: Tables): Buffer {
  const tags = [...tables.keys()].sort();
  const directory = Buffer.alloc(12 + 16 * tags.length);
  directory.writeUInt32BE(TRUETYPE, 0);
  directory.writeUInt16BE(tags.length, 4);
  const power = Math.floor(Math.log2(tags.length));
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * tags.length - 16 * 2 ** power, 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  for (const [i, tag] of tags.entries()) {
    const table = padded(tag === 'head' ? withoutChecksum(tables.get(tag)) : tables.get(tag));
    const at = 12 + 16 * i;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(table), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(tables.get(tag)?.length ?? 0, at + 12);
    bodies.push(table);
    offset += table.length;
  }
  const font = Buffer.concat([directory, ...bodies]);
  const head = tags.indexOf('head');
  const headAt = directory.readUInt32BE(12 + 16 * head + 8);
  font.writeUInt32BE((CHECKSUM_OF_FILE - checksum(font)) >>> 0, headAt + 8);
  return font;
}

const padded = (table: Buffer = Buffer.alloc(0)): Buffer =>
  table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - (table.length % 4))]);

function withoutChecksum(head: Buffer = Buffer.alloc(54)): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8);
  return copy;
}

function checksum(words: Buffer): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Code point to glyph, from subtables of format 12, or 4 where there is none. */
export function readCmap(cmap: Buffer): Map<number, number> {
  const byFormat = new Map<number, number>();
  for (let i = 0, count = cmap.readUInt16BE(2); i < count; i++) {
    const offset = cmap.readUInt32BE(4 + 8 * i + 4);
    byFormat.set(cmap.readUInt16BE(offset), offset);
  }
  const [long, short] = [byFormat.get(12), byFormat.get(4)];
  if (long !== undefined) return readFormat12(cmap.subarray(long));
  return short === undefined ? new Map<number, number>() : readFormat4(cmap.subarray(short));
}

function readFormat12(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0, count = table.readUInt32BE(12); i < count; i++) {
    const at = 16 + 12 * i;
    const [first, last, glyph] = [
      table.readUInt32BE(at),
      table.readUInt32BE(at + 4),
      table.readUInt32BE(at + 8),
    ];
    for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first);
  }
  return glyphs;
}

function readFormat4(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const size = table.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const [last, first] = [table.readUInt16BE(at), table.readUInt16BE(at + size + 2)];
    const [delta, range] = [table.readUInt16BE(at + 2 * size + 2), table.readUInt16BE(at + 3 * size + 2)];
    for (let point = first; point <= last && point < 0xffff; point++) {
      const listed =
        range === 0 ? point : table.readUInt16BE(at + 3 * size + 2 + range + 2 * (point - first));
      const glyph = range === 0 || listed !== 0 ? (listed + delta) & 0xffff : 0;
      if (glyph !== 0) glyphs.set(point, glyph);
    }
  }
  return glyphs;
}

/** The length of a subtable of format 4 is a 16-bit number. */
const MOST_SEGMENTS = 8_000;

/** Formats 4 and 12, for readers old and new. */
export function writeCmap(glyphs: ReadonlyMap<number, number>): Buffer {
  const runs = runsOf(glyphs);
  const long = Buffer.alloc(16 + 12 * runs.length);
  long.writeUInt16BE(12, 0);
  long.writeUInt32BE(long.length, 4);
  long.writeUInt32BE(runs.length, 12);
  for (const [i, { first, last, glyph }] of runs.entries()) {
    long.writeUInt32BE(first, 16 + 12 * i);
    long.writeUInt32BE(last, 16 + 12 * i + 4);
    long.writeUInt32BE(glyph, 16 + 12 * i + 8);
  }
  const short = format4(runs.filter(({ last }) => last < 0xffff).slice(0, MOST_SEGMENTS));
  const head = Buffer.from([0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10, 0, 0, 0, 0]);
  head.writeUInt32BE(20 + short.length, 16);
  return Buffer.concat([head, short, long]);
}

interface Run {
  readonly first: number;
  last: number;
  readonly glyph: number;
}

/** Code points one after the other whose glyphs are so, too; none crosses the end of the basic plane. */
function runsOf(glyphs: ReadonlyMap<number, number>): Run[] {
  const runs: Run[] = [];
  for (const [point, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    const follows = run && run.last === point - 1 && run.glyph + point - run.first === glyph;
    if (follows && point !== 0x10000) run.last = point;
    else runs.push({ first: point, last: point, glyph });
  }
  return runs;
}

function format4(runs: readonly Run[]): Buffer {
  const segments = [...runs, { first: 0xffff, last: 0xffff, glyph: 0x10000 }];
  const size = 2 * segments.length;
  const table = Buffer.alloc(16 + 4 * size);
  const power = Math.floor(Math.log2(segments.length));
  for (const [i, value] of [4, table.length, 0, size, 2 * 2 ** power, power, size - 2 * 2 ** power].entries())
    table.writeUInt16BE(value, 2 * i);
  for (const [i, { first, last, glyph }] of segments.entries()) {
    const at = 14 + 2 * i;
    table.writeUInt16BE(last, at);
    table.writeUInt16BE(first, at + size + 2);
    table.writeUInt16BE((glyph - first) & 0xffff, at + 2 * size + 2);
  }
  return table;
}

/** Names in English, by number: 1 family, 2 style, 4 full name, 6 PostScript name … */
export function readNames(name: Buffer): Map<number, string> {
  const names = new Map<number, string>();
  const strings = name.readUInt16BE(4);
  for (let i = 0, count = name.readUInt16BE(2); i < count; i++) {
    const at = 6 + 12 * i;
    const [platform, language, id] = [
      name.readUInt16BE(at),
      name.readUInt16BE(at + 4),
      name.readUInt16BE(at + 6),
    ];
    if (platform !== 3 || language !== 0x409) continue;
    const begin = strings + name.readUInt16BE(at + 10);
    const bytes = Buffer.from(name.subarray(begin, begin + name.readUInt16BE(at + 8)));
    names.set(id, bytes.swap16().toString('utf16le'));
  }
  return names;
}

export function writeNames(names: ReadonlyMap<number, string>): Buffer {
  const records = [...names].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  const strings = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  for (const [i, [id]] of records.entries()) {
    const length = strings[i]?.length ?? 0;
    for (const [j, value] of [3, 1, 0x409, id, length, offset].entries())
      head.writeUInt16BE(value, 6 + 12 * i + 2 * j);
    offset += length;
  }
  return Buffer.concat([head, ...strings]);
}
