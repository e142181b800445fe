// A passage that was chosen in a text, as screens hand it on.
import type { Bearing, Id, Relation } from '@counterpoint/shared';

/** Offsets count code points of the edition, `end` excluded. `exact` are its words; empty where they are not at hand. */
export interface Picked {
  readonly edition: Id;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** How a claim in other words rests on it; a paraphrase where nobody said. */
  readonly bearing?: Bearing;
  /** The rule that suggested it. */
  readonly rule?: string;
}

export interface Aiming {
  readonly picked: Picked;
  readonly relation: Exclude<Relation, 'thesis'>;
}
