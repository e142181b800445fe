// What was done to one thing, before it is known who and when.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Entities, TableName } from '../map/tables/tables.ts';
import type { RecordRow } from './recordRow.ts';

export type Deed = Pick<RecordRow, 'kind' | 'did' | 'about' | 'claim'> &
  Partial<
    Pick<RecordRow, 'before' | 'after' | 'beside' | 'proposal' | 'verdict' | 'code' | 'reason' | 'rule'>
  > & {
    /** Whose it is, whoever brought it about. */
    readonly author?: Id | null | undefined;
    /** The arguments that a premise came to or left. */
    readonly stands?: readonly (Id | null)[];
    /** Where the hands were put, counted from the head. */
    readonly placed?: readonly number[];
    /** [E18] What only went along with a claim that was merged or parted, and what was made or taken away for it. */
    readonly along?: { readonly moved: readonly Id[]; readonly made: readonly Id[] };
  };

/** What else is known while a change is told: as much as its viewer sees. */
export interface Scene {
  readonly now: ArgumentMap;
  get<T extends TableName>(table: T, id: Id): Entities[T] | undefined;
  /** Whether the change itself made it. */
  isNew(id: Id): boolean;
  /** The words of a claim as it is. */
  textOf(claim: Id): string | null;
}

/** The claim that an argument is known by. */
export function premiseOf({ index, references }: ArgumentMap, argument: Id): Id | null {
  const [own] = index.home.get(argument) ?? [];
  const [use] = index.references.get(argument) ?? [];
  return own ?? references.get(use ?? '')?.claim ?? null;
}
