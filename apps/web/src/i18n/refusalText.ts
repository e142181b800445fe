import type { RefusalCode } from '@counterpoint/shared';
import i18next from 'i18next';
import { Refused } from '../api.ts';
import './i18n.ts';

/** One friendly sentence for a "no", in the language of the interface. */
export const refusalText = (refusal: { readonly code: RefusalCode | 'offline' }): string =>
  i18next.t(refusal.code, { ns: 'refusals' });

/** The same for whatever a query or a mutation threw. */
export const problemText = (thrown: unknown): string =>
  refusalText(thrown instanceof Refused ? thrown.refusal : { code: 'internal' });
