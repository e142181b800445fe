import type { Id, Relation } from '@counterpoint/shared';
import type { Standing } from './standing.ts';

/** An edit before a moderator, or one that a claim went through. */
export interface Told {
  /** A relation where a claim comes; otherwise what kind of change it is. */
  readonly sign: Relation | 'edit';
  readonly kind: string;
  readonly sentence: string;
  /** The claim it is about, to go to. */
  readonly about: Id | null;
  /** The words of a new claim. */
  readonly text: string | null;
  readonly rewording: { readonly before: string; readonly after: string } | null;
  /** Where something new or moved would stand. */
  readonly place: Standing | null;
}

export const said = (kind: string, sentence: string, more: Partial<Told> = {}): Told => ({
  sign: 'edit',
  kind,
  sentence,
  about: null,
  text: null,
  rewording: null,
  place: null,
  ...more,
});
