// What is known of a table, in one place. Whatever handles tables in general reads it from here and names none.
import type { z } from 'zod';
import type { LossKind } from '../../formats/loss.ts';
import type { Id } from '../id.ts';
import type { Audience } from './audience.ts';

/** Where something is listed that hangs beneath nothing. */
export const TOP = '';

type EntityOf<S extends z.ZodObject> = Readonly<z.infer<S>>;

/** `Map` is as much of a map as decides who sees an entity: tables, or `info`, that everyone sees. */
export interface Description<
  S extends z.ZodObject,
  Map,
  Under extends string,
  E extends object = EntityOf<S>,
  Recorded extends boolean = boolean,
> {
  /** The entity, as maps hold and tell it; columns bear the names of its fields. */
  readonly schema: S;
  /** The same, as strictly as a file is read. */
  readonly file: z.ZodType<E>;
  /** What of it people wrote, as it is when the words are gone: the rest is what the tree needs. */
  readonly words: Partial<E>;
  /** [V9] What of it is long: as it stands wherever it is told. Whoever needs the rest fetches it. */
  readonly fetched?: Partial<E>;
  /**
   * What it cannot be without: each field with the id of something else, and the tables that may hold that. [E18] What
   * names a claim, beneath which it then hangs, goes over with it when it is merged into another. What may name a merger,
   * too, stays with the words it is about: all that is not for everyone, as others would learn of it by its going over.
   */
  readonly needs: { readonly [F in keyof E]?: readonly string[] };
  /** What it hangs beneath: it is put away with each of these, and each index lists it. */
  readonly under: { readonly [Index in Under]: (entity: E) => Id };
  readonly sees: (entity: E, map: Map) => Audience;
  /** What of a map decides who sees it: a change there opens and closes it. Left out where nothing does. */
  readonly decidedBy?: { readonly [Name in keyof NoInfer<Map>]: Decides<E, NoInfer<Map>[Name]> };
  /** Whoever does not see a row of it is not told who made the change that brought it, whatever else of that they see. */
  readonly unsigned?: true;
  /** Whoever does not see a row of it is not told what was done in the change that brought it, but for what they see of it. */
  readonly unnamed?: true;
  /** What a file without room for such rows loses; null where the writers look at each row themselves, or get none. */
  readonly loss: LossKind | null;
  /** Whether a copy of a map takes it along. */
  readonly copied: boolean;
  /** Whether the record of a map tells what is done there: then deeds.ts says how, or does not compile. */
  readonly recorded: Recorded;
  /** Its ids are of a kind of their own: all other tables share theirs, an id stands for one thing of them. */
  readonly apart?: true;
  /** Files of the first servers have no such section. */
  readonly later?: true;
  /** Kept beside the map for one person: it is in no file, and to put it there changes nothing for anybody else. */
  readonly aside?: true;
  /** How a row that an earlier version wrote is read. */
  readonly older?: (row: E) => E;
}

/** `true` where any change there may open and close it; for a table, whether this row of it, as it is now, may have. */
type Decides<E, Part> =
  | true
  | (Part extends { get(id: Id): infer Row } ? (entity: E, changed: NonNullable<Row>) => boolean : never);

/** A table whose `sees` looks at the map has to tell at what. */
type Decided<E, Map> = unknown extends Map
  ? unknown
  : { readonly decidedBy: { readonly [Name in keyof Map]: Decides<E, Map[Name]> } };

export const table = <S extends z.ZodObject, Map, const Under extends string, const Recorded extends boolean>(
  description: Description<S, Map, Under, EntityOf<S>, Recorded> & Decided<EntityOf<S>, NoInfer<Map>>,
): Description<S, Map, Under, EntityOf<S>, Recorded> => description;
