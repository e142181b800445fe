// Bodies that may be longer than any other: files, and texts of sources. Only those of people who are signed in.
import { MOST_FILE_BYTES, MOST_TEXT_BYTES, MOST_TEXT_FILE_BYTES } from '@counterpoint/shared';
import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';

// A prefix may come before.
const isImport = ({ method, originalUrl }: Request): boolean =>
  method === 'POST' && /^[^?]*\/api\/maps\/([^/?]+\/)?import\/?(\?|$)/i.test(originalUrl);

const isText = ({ method, originalUrl }: Request): boolean =>
  method === 'POST' &&
  /^[^?]*\/api\/maps\/[^/?]+\/sources\/?((read|[^/?]+\/editions)\/?)?(\?|$)/i.test(originalUrl);

export const isLong = (request: Request): boolean => isImport(request) || isText(request);

/** Files are taken as they are. */
export const importBody = {
  limit: MOST_FILE_BYTES,
  type: (request: IncomingMessage): boolean =>
    isImport(request as Request) &&
    (request as Request).session.account !== undefined &&
    // Forms are parsed by the handler, part by part.
    !request.headers['content-type']?.startsWith('multipart/'),
};

/** JSON may write a character of three bytes in six; and who speaks where in the text comes with it. */
export const textBody = {
  limit: 4 * MOST_TEXT_BYTES,
  type: (request: IncomingMessage): boolean =>
    isText(request as Request) &&
    (request as Request).session.account !== undefined &&
    /^application\/json\b/i.test(request.headers['content-type'] ?? ''),
};

/** For multer: one file, in memory, and nothing beside it. */
export const importForm = {
  limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 0, parts: 2, headerPairs: 20 },
  defParamCharset: 'utf8',
};

export const isFile = ({ headers }: IncomingMessage): boolean =>
  /^application\/octet-stream\b/i.test(headers['content-type'] ?? '');

/** As they are, too, but no form and no JSON. */
export const textFileBody = {
  limit: MOST_TEXT_FILE_BYTES,
  type: (request: IncomingMessage): boolean =>
    isText(request as Request) && (request as Request).session.account !== undefined && isFile(request),
};

/** For multer, for a file that a text is read off. */
export const textForm = { ...importForm, limits: { ...importForm.limits, fileSize: MOST_TEXT_FILE_BYTES } };
