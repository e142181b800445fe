import type { Account, Me } from '@counterpoint/shared';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { nameOf } from './faces.service.ts';

/** Who is signed in, as their page is told. */
export const meAs = (
  account: Account | null,
  { faces }: Pick<IncomingMessage, 'faces'>,
  { mail }: Pick<Config, 'mail'>,
): Me => ({ account, ...(mail ? { mail: true } : {}), ...(faces ? { faces: nameOf(faces) } : {}) });
