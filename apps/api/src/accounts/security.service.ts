// Z-25: what was done to accounts, one line each, above the level of requests. Accounts stand by their ids: no name, no text
// of people and no address of mail comes into the log.
import { Injectable, Logger } from '@nestjs/common';
import type { Id } from '@counterpoint/shared';
import { networkOf } from '../limiter.ts';

const EVENTS = {
  'password-changed': 'an account has a new password',
  'reset-made': 'a link for a new password was made',
  'password-reset': 'a new password was set by a link',
  'sessions-ended': 'sessions of an account were ended',
  'account-deleted': 'an account was deleted',
} as const;
export type SecurityEvent = keyof typeof EVENTS;

@Injectable()
export class SecurityService {
  private readonly logger = new Logger('security');

  /** `ip` is left out where nobody asked over the network. */
  tell(
    event: SecurityEvent,
    account: Id,
    { ip, by }: { readonly ip?: string | undefined; readonly by?: Id } = {},
  ) {
    const from = ip === undefined ? {} : { network: truncated(ip) };
    this.logger.warn({ event, account, ...from, ...(by === undefined ? {} : { by }) }, EVENTS[event]);
  }
}

/** Without what tells one computer of a house from the others. */
const truncated = (ip: string): string => networkOf(ip).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0');
