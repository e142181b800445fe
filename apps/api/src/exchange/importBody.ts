import { MOST_FILE_BYTES } from '@counterpoint/shared';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';

/** Files are read as text, and may be longer than any other body; only those of people who are signed in. */
export const importBody = {
  limit: MOST_FILE_BYTES,
  type: (request: IncomingMessage): boolean => {
    const { originalUrl, session } = request as Request;
    return originalUrl.split('?')[0] === '/api/maps/import' && session.account !== undefined;
  },
};
