// Zip archives after APPNOTE 6.3.10, as far as people make them: stored and deflated entries. The directory is read
// first and every number in it doubted: what an archive says of itself must agree with what comes out of it.
import { MOST_FILE_BYTES, ok, refuse, type Refused, type Result } from '@counterpoint/shared';
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** As the archive has it, for people to read: never a path to write to. */
  readonly name: string;
  /** Unpacks it, now. */
  readonly bytes: () => Result<Uint8Array>;
}

export const MOST_ENTRIES = 2_000;
const MOST_TOTAL_BYTES = 100 * 1024 * 1024;
/** Text shrinks to a fifth or a twentieth; what unpacks to more than this many times its size is made to hurt. */
const MOST_RATIO = 200;
const HARMLESS_BYTES = 1024 * 1024;
const LONGEST_NAME = 200;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;

/** The files in an archive, without folders and what systems add of themselves. */
export function entriesOf(zip: Uint8Array): Result<readonly ZipEntry[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  if (end === undefined) return refuse('invalid', 'The zip archive is cut off: its directory is missing.');
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || view.getUint32(end + 16, true) === 0xffffffff)
    return refuse('unsupported-format', 'A zip archive in ZIP64 cannot be read here.');
  if (count > MOST_ENTRIES)
    return refuse('too-large', `A zip archive may hold ${MOST_ENTRIES} files; this one has ${count}.`);
  const headers = headersAt(view, { from: view.getUint32(end + 16, true), to: end, count });
  if (!headers.ok) return headers;
  const files = headers.value.filter(({ name }) => !isOfSystem(name));
  const refused = misfit(headers.value);
  if (refused) return refused;
  return ok(files.map((header) => ({ name: header.name, bytes: () => unpacked(zip, header) })));
}

interface Header {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its data begin. */
  readonly start: number;
}

/** Folders, and the files that macOS and Windows put beside those of people. */
const isOfSystem = (name: string): boolean =>
  name.endsWith('/') || /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(name);

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--)
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return undefined;
}

function headersAt(
  view: DataView,
  { from, to, count }: { from: number; to: number; count: number },
): Result<Header[]> {
  const headers: Header[] = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > to || view.getUint32(at, true) !== CENTRAL) return broken(i);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    if (next > to || local + 30 > from || view.getUint32(local, true) !== LOCAL) return broken(i);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = view.getUint32(at + 20, true);
    if (start + packed > from) return broken(i);
    headers.push({
      name: nameIn(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 0x2041) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed,
      start,
    });
    at = next;
  }
  return ok(headers);
}

const broken = (index: number): Refused =>
  refuse('invalid', `The directory of the zip archive is broken at entry ${index + 1}.`);

/** Why an archive as a whole is not opened. Entries that share their data unpack one block many times over. */
function misfit(headers: readonly Header[]): Refused | undefined {
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_TOTAL_BYTES)
    return refuse(
      'too-large',
      `The zip archive unpacks to ${total} bytes; at most ${MOST_TOTAL_BYTES} are read.`,
    );
  let end = 0;
  for (const { start, packed, name } of headers.toSorted((a, b) => a.start - b.start)) {
    if (start < end) return refuse('invalid', `Entries of the zip archive overlap at ${name}.`);
    end = start + packed;
  }
  return undefined;
}

function unpacked(
  zip: Uint8Array,
  { name, encrypted, method, crc, packed, size, start }: Header,
): Result<Uint8Array> {
  if (encrypted) return refuse('unsupported-format', 'The file is encrypted.');
  if (method !== 0 && method !== 8)
    return refuse(
      'unsupported-format',
      `The file is packed by method ${method}; only stored and deflated files are read.`,
    );
  if (size > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes; this one has ${size}.`);
  if (size > HARMLESS_BYTES && size > packed * MOST_RATIO)
    return refuse('too-large', `The file unpacks to more than ${MOST_RATIO} times its size.`);
  const data = zip.subarray(start, start + packed);
  const bytes = method === 0 ? data : inflated(data, size);
  if (bytes === 'longer')
    return refuse('invalid', `The file is damaged: it unpacks to more than the archive says.`);
  if (bytes?.length !== size || crc32(bytes) !== crc)
    return refuse('invalid', `The file is damaged: it is not what the archive says of it.`);
  return isZip(bytes)
    ? refuse('unsupported-format', `A zip archive within a zip archive is not opened: ${name}.`)
    : ok(bytes);
}

/** Undefined when it is broken. No more than `size` is ever unpacked: what comes after that is not looked at. */
function inflated(data: Uint8Array, size: number): Uint8Array | 'longer' | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'longer' : undefined;
  }
}

/** Names are in UTF-8, whatever the flag says, or else in what Chinese Windows writes. */
function nameIn(bytes: Uint8Array): string {
  const name = decodedName(bytes)
    .replaceAll('\\', '/')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  return [...name].slice(0, LONGEST_NAME).join('');
}

function decodedName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
