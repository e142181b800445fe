import { MOST_FILE_BYTES } from '@counterpoint/shared';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';

export const isImport = ({ method, originalUrl }: Request): boolean =>
  method === 'POST' && /^\/api\/maps\/([^/?]+\/)?import\/?(\?|$)/i.test(originalUrl);

/** Files are taken as they are, and may be longer than any other body; only those of people who are signed in. */
export const importBody = {
  limit: MOST_FILE_BYTES,
  type: (request: IncomingMessage): boolean => {
    const { session, headers } = request as Request;
    // Forms are parsed by the handler, part by part.
    return (
      isImport(request as Request) &&
      session.account !== undefined &&
      !headers['content-type']?.startsWith('multipart/')
    );
  },
};

/** For multer: one file, in memory, and nothing beside it. */
export const importForm = {
  limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 0, parts: 2, headerPairs: 20 },
  defParamCharset: 'utf8',
};
