// [S-17] Votes before and after a debate, the Oxford way: whoever moved more people wins, whoever had more of them to begin with.
import { ANSWERS, type Compared, type PollAnswer } from '../map/tables/polls.ts';

/** The place of an answer in ANSWERS before and after; null where that person did not vote. */
export type Pair = readonly [before: number | null, after: number | null];

/** [C7] Only those who voted both times count. Where fewer than `fewest` people went one way, how many went which is kept back. */
export function compared(pairs: readonly Pair[], fewest: number): Compared {
  const flow = ANSWERS.map(() => ANSWERS.map(() => 0));
  let [paired, unpaired] = [0, 0];
  for (const [before, after] of pairs) {
    const row = before === null ? undefined : flow[before];
    if (row && after !== null) {
      row[after] = (row[after] ?? 0) + 1;
      paired += 1;
    } else if (before !== null || after !== null) unpaired += 1;
  }
  const isTold = flow.flat().every((cell) => cell === 0 || cell >= fewest);
  return { flow: isTold ? flow : null, paired, unpaired };
}

type Each = Readonly<Record<PollAnswer, number>>;

export interface Swing {
  readonly before: Each;
  readonly after: Each;
  /** In points of a hundred, of those who voted both times. */
  readonly points: Each;
  /** How many gave another answer than before. */
  readonly switched: number;
  /** Whose share grew by more; null where nobody voted both times. */
  readonly winner: 'for' | 'against' | 'draw' | null;
}

const each = (of: (place: number) => number): Each => ({ against: of(0), undecided: of(1), for: of(2) });

/** `flow` as in Compared. */
export function swingOf(flow: NonNullable<Compared['flow']>): Swing {
  const cell = (from: number, to: number): number => flow[from]?.[to] ?? 0;
  const sum = (of: (place: number) => number): number =>
    ANSWERS.reduce((all, _, place) => all + of(place), 0);
  const before = each((from) => sum((to) => cell(from, to)));
  const after = each((to) => sum((from) => cell(from, to)));
  const paired = sum((from) => sum((to) => cell(from, to)));
  const [added, lost] = [after.for - before.for, after.against - before.against];
  return {
    before,
    after,
    points: each((place) => {
      const answer = ANSWERS[place] ?? 'undecided';
      return paired === 0 ? 0 : ((after[answer] - before[answer]) / paired) * 100;
    }),
    switched: paired - sum((place) => cell(place, place)),
    winner: paired === 0 ? null : added > lost ? 'for' : added < lost ? 'against' : 'draw',
  };
}
