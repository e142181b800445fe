import i18next from 'i18next';
import { Refused, type Problem } from '../api.ts';
import './i18n.ts';

/** One friendly sentence for a "no", in the language of the interface. */
export const refusalText = (refusal: Pick<Problem, 'code' | 'address'>): string =>
  i18next.t(refusal.code, { ns: 'refusals', address: refusal.address ?? location.origin });

/** The same for whatever a query or a mutation threw. */
export const problemText = (thrown: unknown): string =>
  refusalText(thrown instanceof Refused ? thrown.refusal : { code: 'internal' });
