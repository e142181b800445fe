// How strong the claims of the open map are, as this person may know it. What counts them is a script of its own
// (House.counts), which comes only where the map shows strengths: whoever asks here finds nothing until then.
import type { Circle, Id, Shown, Strengths } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Counted {
  readonly strengths: Strengths;
  /** [G11] */
  readonly circles: readonly Circle[];
  /** The claims in them. */
  readonly circular: ReadonlySet<Id>;
  /** [G14] Undefined for what does not count, such as what waits for a moderator. */
  readonly shown: (claim: Id) => Shown | undefined;
}

export interface StrengthState {
  /** Null while the map shows no strengths. */
  readonly counted: Counted | null;
}
export type StrengthStore = StoreApi<StrengthState>;

export const createStrengthStore = (): StrengthStore => createStore<StrengthState>(() => ({ counted: null }));

/** A strength as people read it, "0.65"; never in hundredths, which look like a measured chance. */
export const figure = (value: number): string => value.toFixed(2);
