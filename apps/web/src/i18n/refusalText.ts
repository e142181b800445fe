import i18next from 'i18next';
import { Refused, type Problem } from '../api.ts';
import './i18n.ts';
import { home } from '../base.ts';

/** One friendly sentence for a "no", in the language of the interface. */
export const refusalText = ({
  code,
  address,
  retryAfterMs,
}: Pick<Problem, 'code' | 'address' | 'retryAfterMs'>): string =>
  i18next.t(code, {
    ns: 'refusals',
    address,
    here: home,
    // Some faults cannot be told in full.
    ...(code === 'wrong-origin' && address === undefined ? { context: 'unknown' } : {}),
    seconds: Math.ceil((retryAfterMs ?? 0) / 1000),
  });

/** The same for whatever a query or a mutation threw. */
export const problemText = (thrown: unknown): string =>
  refusalText(thrown instanceof Refused ? thrown.refusal : { code: 'internal' });
