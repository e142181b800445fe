// What a format could not hold, and what had to be changed to hold it. Every way out of a map and into one says so:
// nothing is dropped silently.
import { z } from 'zod';
import { LOSSES, REPAIRS } from './lossKinds.ts';

export type LossKind = keyof typeof LOSSES | keyof typeof REPAIRS;
const LossKind = z.enum([...Object.keys(LOSSES), ...Object.keys(REPAIRS)] as LossKind[]);

export const isRepair = (kind: LossKind): boolean => kind in REPAIRS;

export const Loss = z
  .object({
    kind: LossKind,
    count: z.int().describe('how many things were lost or changed'),
    where: z
      .array(z.string())
      .readonly()
      .describe('the first of them: ids when writing, lines of the file or paths into it when reading'),
  })
  .meta({ id: 'Loss' });
export type Loss = Readonly<z.infer<typeof Loss>>;

/** A value together with what did not make it there. */
export interface Told<T> {
  readonly value: T;
  readonly losses: readonly Loss[];
}

/** One line for each kind of loss, wherever it happened. */
export function together(...lists: readonly (readonly Loss[])[]): Loss[] {
  const byKind = new Map<LossKind, Loss>();
  for (const loss of lists.flat()) {
    const known = byKind.get(loss.kind);
    const where = known ? [...known.where, ...loss.where].slice(0, MOST_PLACES) : loss.where;
    byKind.set(loss.kind, { ...loss, count: loss.count + (known?.count ?? 0), where });
  }
  return [...byKind.values()];
}

const MOST_PLACES = 50;

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
