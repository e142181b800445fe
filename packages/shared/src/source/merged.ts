// Marks of several people on one text, laid on one another: which belong together, and how many marked each stretch.
import type { Unit } from './agreement.ts';
import type { Span } from './sentences.ts';

export interface Mark extends Unit {
  readonly by: string | null;
}

/** Marks with one label that overlap, as one. It stands where at least half of those who made them marked. */
export interface Merged<M extends Mark> extends Span {
  readonly label: string;
  readonly marks: readonly M[];
  /** How many people made them. */
  readonly people: number;
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** In the order of the text. */
export function mergedMarks<M extends Mark>(marks: readonly M[]): readonly Merged<M>[] {
  const open = new Map<string, { end: number; marks: M[] }>();
  const groups: { end: number; marks: M[] }[] = [];
  for (const mark of [...marks].sort(byPlace)) {
    const group = open.get(mark.label);
    if (group && mark.start < group.end) {
      group.marks.push(mark);
      group.end = Math.max(group.end, mark.end);
    } else {
      const begun = { end: mark.end, marks: [mark] };
      open.set(mark.label, begun);
      groups.push(begun);
    }
  }
  return groups.map((group) => mergedOf(group.marks)).sort(byPlace);
}

function mergedOf<M extends Mark>(marks: readonly M[]): Merged<M> {
  const people = new Set(marks.map(({ by }) => by)).size;
  const held = stretches(marks).filter(({ people: here }) => 2 * here >= people);
  const [first, last] = [held[0], held.at(-1)];
  return { label: marks[0]?.label ?? '', marks, people, start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** A stretch that the same number of people marked, as whatever; its neighbours were marked by others or by nobody. */
export interface Stretch extends Span {
  readonly people: number;
}

export function stretches(marks: readonly Mark[]): readonly Stretch[] {
  const edges = marks.flatMap(({ start, end, by }) => [
    { at: start, by, step: 1 },
    { at: end, by, step: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const held = new Map<string | null, number>();
  const found: { start: number; end: number; people: number }[] = [];
  let from = 0;
  for (const { at, by, step } of edges) {
    const last = found.at(-1);
    if (at > from && held.size > 0) {
      if (last?.end === from && last.people === held.size) last.end = at;
      else found.push({ start: from, end: at, people: held.size });
    }
    from = at;
    const count = (held.get(by) ?? 0) + step;
    if (count === 0) held.delete(by);
    else held.set(by, count);
  }
  return found;
}
