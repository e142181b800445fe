// What a storage kept of edits. Another version of the product may have written it, so each is read by itself and by the schemas.
import { Edit, Id, Pending, Refusal, refuse, type TrayEntry } from '@counterpoint/shared';

export function readPending(row: {
  readonly client: unknown;
  readonly seq: unknown;
  readonly pending: unknown;
}): Pending | undefined {
  const read = Pending.safeParse({ ...asObject(row.pending), seq: row.seq });
  return read.success && Id.safeParse(row.client).success ? read.data : undefined;
}

/** A number that was used, or 0. */
export function readSeq(kept: unknown): number {
  const read = Pending.shape.seq.safeParse(kept);
  return read.success ? read.data : 0;
}

/** Whatever lies in the tray is shown; `id` is the one it lies under, so that it can be thrown away. */
export function readEntry(id: Id, kept: unknown): TrayEntry {
  const { seq, at, edit, refusal, ...rest } = asObject(kept) as Partial<Record<keyof TrayEntry, unknown>>;
  const why = Refusal.safeParse(refusal);
  const read = Edit.safeParse(edit);
  return {
    id,
    seq: readSeq(seq),
    at: typeof at === 'number' ? at : 0,
    edit: read.success ? read.data : typeof kept === 'object' ? { ...rest, edit } : kept,
    refusal: why.success ? why.data : refuse('invalid', 'Another version of the product kept this.').refusal,
  };
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
