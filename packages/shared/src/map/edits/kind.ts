import type { z } from 'zod';
import type { Result } from '../../result.ts';
import type { ArgumentMap } from '../map.ts';
import type { Id } from '../id.ts';
import type { Patch } from '../patch.ts';
import type { Act } from '../tables/debates.ts';
import type { Participant } from '../tables/participants.ts';
import type { Proposal } from '../tables/proposals.ts';

/** Who asks, when, and under which id; `by` is a participant, or null for the server. `at` is in ms since 1970. */
export interface Context {
  readonly id: Id;
  readonly by: Id | null;
  readonly at: number;
}

/** As much of an edit as all have. */
export interface Kinded {
  readonly kind: string;
}

/** What becomes of an edit: a change at once, a proposal for a moderator, or nothing. */
export type Standing = 'change' | 'proposal' | 'refused';

/** What is done, and to whose thing: standings.ts tells from it and the role what becomes of an edit. */
export type Verb =
  /** To ask for something, to answer, or to take back what one said. */
  | 'say'
  /** To say what everyone reads. */
  | 'talk'
  /** To keep something for oneself: nobody else sees anything of it. */
  | 'keep'
  /** [W1] To keep how far one has read. */
  | 'look'
  | 'add'
  /** [D14] To offer it to those who decide, whatever one may do oneself. */
  | 'offer'
  /** [D15] To bring before everyone what was kept back, each part of it by what its author may. */
  | 'publish'
  | 'change-own'
  | 'change-others'
  /** To take away, or bring back, what is not wholly one's own. */
  | 'take-others'
  | 'decide'
  /** [K2] To grade people's work. */
  | 'mark'
  | 'manage'
  /** To decide who reads, and where, and that it is archived. */
  | 'open'
  /** [P27] To let people write in an archived map again. */
  | 'unarchive'
  /** What only the server does, or nobody. */
  | 'never';

/** What of an edit people wrote. */
export interface Words<E> {
  /** By what it is known: it goes when one of these is gone. See `goneKey`. */
  readonly of: (edit: E) => readonly string[];
  /** As it is when the words are gone; as nobody can propose it, or a proposal would count as one that lost its words. */
  readonly none: Partial<E>;
  /** [V9] What of it is long: as it stands in a proposal that is told. */
  readonly fetched?: Partial<E>;
  /** What it hangs something on, and all that it makes: a proposal without the first has no use for the words. */
  readonly on?: (edit: E) => readonly Id[];
  readonly makes?: (edit: E) => readonly Id[];
}

/** What a rule may ask about edits that it holds and does not know. */
export interface Held {
  rule(map: ArgumentMap, edit: Kinded, context: Context): Result<readonly Patch[]>;
  undo(edit: Kinded, before: ArgumentMap, now: ArgumentMap): Kinded | undefined;
  /** An edit that came inside another one; undefined where it does not parse. */
  read(edit: Kinded): Kinded | undefined;
  /** [D14] Whether it is about what may be kept back. */
  mayBeKept(map: ArgumentMap, edit: Kinded): boolean;
  /** [P15] The edit with another text in place of its main words; undefined where it has none, or its schema refuses these. */
  inOtherWords(edit: Kinded, text: string): Kinded | undefined;
  /** What becomes of an edit by the role of who asks, whatever phase runs. */
  standing(map: ArgumentMap, edit: Kinded, by: Id | null): Standing;
  /** [E17] Whether the words of a proposal were deleted for good. */
  isBare(proposal: Proposal): boolean;
  /** The proposals without the words of what is gone. */
  withoutWords(map: ArgumentMap, gone: ReadonlySet<Id>, context: Context): readonly Patch[];
}

/** What is known of one kind of edit; whatever handles edits in general reads it from here and names none. */
export interface Kind<E, U extends Kinded = Kinded> {
  /** Whose say it is. Asked before the rule, so the things it names may be missing. */
  verb(map: ArgumentMap, edit: E, actor: Participant): Verb;
  /** [D2] What a phase of a debate has to allow for it; null for what no phase forbids. */
  act(map: ArgumentMap, edit: E): Act | null;
  /** The decision, pure and total: the patches of the change, or a refusal that leaves the map as it was. */
  rule(map: ArgumentMap, edit: E, context: Context, held: Held): Result<readonly Patch[]>;
  /**
   * The edit that takes `edit` back, made at undo time from the map `before` it and the map `now`.
   * Undefined when the value is no longer the one that `edit` set, or when others built on it.
   */
  undo(edit: E, before: ArgumentMap, now: ArgumentMap, held: Held): U | undefined;
  /** What `undo` looks at in the map before though the edit does not name it. */
  readonly unnamed?: (before: ArgumentMap) => readonly Id[];
  readonly words?: Words<E>;
}

export interface EditKind<S extends z.ZodType, U extends Kinded = Kinded> extends Kind<z.infer<S>, U> {
  readonly schema: S;
}

export const kind = <S extends z.ZodType, const U extends Kinded>(of: EditKind<S, U>): EditKind<S, U> => of;

export const ownOrOthers = (by: Id | null | undefined, actor: Participant): Verb =>
  by === actor.id ? 'change-own' : 'change-others';

/** For a rule that is only tried out. */
export const NOBODY: Context = { id: '', by: null, at: 0 };

export const stamp = ({ by, at }: Context): { by: Id | null; at: number } => ({ by, at });
