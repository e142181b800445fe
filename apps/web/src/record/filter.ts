import type { Id } from '@counterpoint/shared';
import type { RecordAsk } from '../api.ts';
import { kindsIn, type Group } from './kinds.ts';

const DAY = 86_400_000;

/** How far back, in ms. */
export const SPANS = { day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
export type SpanName = keyof typeof SPANS;

export interface Filter {
  readonly by: Id | null;
  readonly group: Group | null;
  /** Since when, and how that is called. */
  readonly span: { readonly name: SpanName; readonly from: number } | null;
}

export const NO_FILTER: Filter = { by: null, group: null, span: null };

export const askOf = ({ by, group, span }: Filter, claim: Id | null): RecordAsk => ({
  ...(by === null ? {} : { by }),
  ...(group === null ? {} : { kind: kindsIn(group).join(',') }),
  ...(span === null ? {} : { from: span.from }),
  ...(claim === null ? {} : { claim }),
});
