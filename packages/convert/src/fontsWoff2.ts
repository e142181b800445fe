// TrueType files as WOFF2, after the W3C recommendation of 2024. Tables are left as they are: the transformation of
// outlines that makes files a tenth smaller takes ten times as long.
import { brotliCompressSync, constants } from 'node:zlib';
import { tablesOf } from './fontsSfnt.ts';

const SIGNATURE = 0x774f4632; // wOF2
const TRUETYPE = 0x00010000;
/** In the flags of a table: its tag follows, and nothing was transformed. For these two tables 0 would mean otherwise. */
const [TAG_FOLLOWS, AS_IT_IS] = [63, 3 << 6];
const TRANSFORMABLE = new Set(['glyf', 'loca']);

export function woff2Of(font: Buffer): Buffer {
  const tables = [...tablesOf(font)];
  const entries = tables.map(([tag, table]) => {
    const flags = TAG_FOLLOWS | (TRANSFORMABLE.has(tag) ? AS_IT_IS : 0);
    return Buffer.concat([Buffer.from([flags]), Buffer.from(tag, 'latin1'), base128(table.length)]);
  });
  const data = brotliCompressSync(Buffer.concat(tables.map(([, table]) => table)), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
    },
  });
  const directory = Buffer.concat(entries);
  const header = Buffer.alloc(48);
  const end = header.length + directory.length + data.length;
  const padding = Buffer.alloc((4 - (end % 4)) % 4);
  header.writeUInt32BE(SIGNATURE, 0);
  header.writeUInt32BE(TRUETYPE, 4);
  header.writeUInt32BE(end + padding.length, 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(font.length, 16);
  header.writeUInt32BE(data.length, 20);
  header.writeUInt16BE(1, 24); // version of the font, for tools
  return Buffer.concat([header, directory, data, padding]);
}

/** A number in as few bytes as it needs, 7 bits each, the most significant first. */
function base128(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
}
