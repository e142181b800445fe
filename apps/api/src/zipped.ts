import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const squeeze = promisify(zlib.deflateRaw) as (text: string, options: zlib.ZlibOptions) => Promise<Buffer>;
/** Characters. */
const WORTH_ZIPPING = 2_000;

/** JSON that many ask for; `zipped` is made when the first asks for it. */
export interface Encoded {
  readonly body: string;
  zipped: Promise<Buffer> | undefined;
}

/**
 * Sends what only who may read it may hold, and holds as long as it bears this tag: Express answers 304 by itself to whoever
 * has it. Tags are weak: zipped or not, it is the same. `tail` is what follows for the one who asks.
 */
export async function sendEncoded(
  request: Request,
  response: Response,
  { encoded, tail = '', tag }: { readonly encoded: Encoded; readonly tail?: string; readonly tag: string },
): Promise<void> {
  response.set({
    ETag: `W/"${tag}"`,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Accept-Encoding',
  });
  response.type('json');
  if (encoded.body.length < WORTH_ZIPPING || !request.acceptsEncodings('gzip')) {
    response.send(encoded.body + tail);
    return;
  }
  encoded.zipped ??= squeezedHead(encoded.body);
  response.set('Content-Encoding', 'gzip').send(gzipped(await encoded.zipped, tail));
}

const zip = promisify(zlib.gzip) as (text: string, options: zlib.ZlibOptions) => Promise<Buffer>;

/** Sends what one person asked for, zipped where that is worth it: quickly, as nobody gets the same again. */
export async function sendZipped(request: Request, response: Response, answer: object): Promise<void> {
  const body = JSON.stringify(answer);
  response.type('json').vary('Accept-Encoding');
  if (body.length < WORTH_ZIPPING || !request.acceptsEncodings('gzip')) response.send(body);
  else response.set('Content-Encoding', 'gzip').send(await zip(body, { level: zlib.constants.Z_BEST_SPEED }));
}

const SUM_BYTES = 8;
/** Of a gzip file that says nothing of itself (RFC 1952). */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** What many get the beginning of is squeezed once, up to a whole byte, behind its check sum and its length. */
async function squeezedHead(body: string): Promise<Buffer> {
  const squeezed = await squeeze(body, { finishFlush: zlib.constants.Z_SYNC_FLUSH });
  return Buffer.concat([sums(zlib.crc32(body), Buffer.byteLength(body)), squeezed]);
}

function gzipped(head: Buffer, tail: string): Buffer {
  const [sum, length] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  const ends = sums(zlib.crc32(tail, sum), length + Buffer.byteLength(tail));
  return Buffer.concat([HEADER, head.subarray(SUM_BYTES), zlib.deflateRawSync(tail), ends]);
}

function sums(sum: number, length: number): Buffer {
  const bytes = Buffer.alloc(SUM_BYTES);
  bytes.writeUInt32LE(sum, 0);
  bytes.writeUInt32LE(length % 2 ** 32, 4);
  return bytes;
}
