import { MOST_FILE_BYTES, ok, refuse, type Result } from '@counterpoint/shared';

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark; nothing is guessed or replaced. */
export function textOf(bytes: Uint8Array): Result<string> {
  if (bytes.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16' || encoding === 'utf-32')
    return refuse(
      'unsupported-format',
      `The file seems to be in ${encoding.toUpperCase()}: save it as UTF-8.`,
    );
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    const line = encoding === 'utf-8' ? `, line ${lineOfFault(bytes)}` : '';
    return refuse('invalid', `The file is not in ${encoding.toUpperCase()}${line}: save it as UTF-8.`);
  }
}

export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-16' | 'utf-32' {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Every second byte of Latin text is zero there; without the mark it could be either order.
  return (a === 0) !== (b === 0) && (c === 0) !== (d === 0) && bytes.length > 3 ? 'utf-16' : 'utf-8';
}

/** The line of the first bytes that are no UTF-8, from 1: the longest beginning that decodes is looked for by halves. */
function lineOfFault(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (beginsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === 0x0a) line += 1;
  return line;
}

function beginsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
