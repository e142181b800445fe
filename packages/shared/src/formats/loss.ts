// What a format could not hold. Every way out of a map and into one says so: nothing is dropped silently.

export type LossKind =
  /** Something removed, or beneath something removed. */
  | 'removed'
  /** Edits that waited for a moderator, or were decided by one. */
  | 'proposals'
  | 'comments'
  /** Who wrote something. */
  | 'authors'
  /** When something was written. */
  | 'times'
  /** The language of a claim that is not the map's. */
  | 'languages'
  /** Wordings that stood beside a claim. */
  | 'beside'
  /** Who may read and who may edit. */
  | 'settings'
  /** What members were allowed to do; their names stay. */
  | 'roles'
  /** Fields or sections that this version does not know. */
  | 'unknown';

export interface Loss {
  readonly kind: LossKind;
  /** How many things were lost. */
  readonly count: number;
  /** Where, for the first of them: ids when writing, paths into the file when reading. */
  readonly where: readonly string[];
}

/** A value together with what did not make it there. */
export interface Told<T> {
  readonly value: T;
  readonly losses: readonly Loss[];
}

const MOST_PLACES = 20;

export class Losses {
  private readonly byKind = new Map<LossKind, { count: number; where: string[] }>();

  add(kind: LossKind, where: string): void {
    const loss = this.byKind.get(kind) ?? { count: 0, where: [] };
    this.byKind.set(kind, loss);
    loss.count += 1;
    if (loss.where.length < MOST_PLACES) loss.where.push(where);
  }

  addAll(kind: LossKind, things: Iterable<{ readonly id: string }>): void {
    for (const { id } of things) this.add(kind, id);
  }

  list(): Loss[] {
    return [...this.byKind].map(([kind, loss]) => ({ kind, ...loss }));
  }
}
