import type { ArgumentMap, Change, Id, Relation, SingleEdit } from '@counterpoint/shared';
import type { TFunction } from 'i18next';
import type { Standing } from './standing.ts';

/** In one word what was done: news are counted by it, and the tray begins with it. */
export type Deed = keyof (typeof import('../i18n/en/edits.json'))['headline'];
type AskedDeed = Exclude<Deed, (typeof OTHERS)[keyof typeof OTHERS] | 'proposed'>;

export type T = TFunction<'edits'>;
export type Of<K extends SingleEdit['kind']> = Extract<SingleEdit, { readonly kind: K }>;

export interface Description<E> {
  readonly deed: AskedDeed;
  /** What of it a person wrote, apart from ids and choices. */
  words?(edit: E): readonly string[];
  tell(edit: E, t: T, view: ArgumentMap): Told;
  /** To who did it, where its deed does not say all. */
  done?(edit: E, t: T, before: ArgumentMap, after: ArgumentMap): string;
  /** What is undone, by its name, where that does not say all; `now` is the map with it. */
  undone?(edit: E, t: T, name: string, now: ArgumentMap): string;
}

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

/** What is not one edit of a person's. */
export const OTHERS = {
  batch: 'several',
  join: 'joined',
  rename: 'renamed',
  depart: 'departed',
  found: 'founded',
  hidden: 'other',
} as const satisfies { readonly [K in Exclude<Change['kind'], SingleEdit['kind']>]: Deed };
