import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const gzip = promisify(zlib.gzip) as (text: string) => Promise<Buffer>;
/** Characters. */
const WORTH_ZIPPING = 2_000;

/** JSON that many ask for; `zipped` is made when the first asks for it. */
export interface Encoded {
  readonly body: string;
  zipped: Promise<Buffer> | undefined;
}

/**
 * Sends what only who may read it may hold, and holds as long as it bears this tag: Express answers 304 by itself to whoever
 * has it. Tags are weak: zipped or not, it is the same.
 */
export async function sendEncoded(
  request: Request,
  response: Response,
  { encoded, tag }: { readonly encoded: Encoded; readonly tag: string },
): Promise<void> {
  response.set({
    ETag: `W/"${tag}"`,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Accept-Encoding',
  });
  response.type('json');
  if (encoded.body.length < WORTH_ZIPPING || !request.acceptsEncodings('gzip')) {
    response.send(encoded.body);
    return;
  }
  encoded.zipped ??= gzip(encoded.body);
  response.set('Content-Encoding', 'gzip').send(await encoded.zipped);
}
