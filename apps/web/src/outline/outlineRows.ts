// The map as the flat list that the outline draws: parents before children, one row for each premise.
import {
  premisesOf,
  relationOf,
  repliesTo,
  theses,
  type Argument,
  type ArgumentMap,
  type Claim,
  type Id,
  type Premise,
  type Reference,
  type Relation,
} from '@counterpoint/shared';

export interface Row {
  /** The premise's id: a claim's where it is at home, a reference's where it is used once more. */
  readonly id: Id;
  readonly claim: Claim;
  readonly reference: Reference | null;
  readonly argument: Argument | null;
  readonly relation: Relation;
  readonly parent: Row | null;
  /** From 1, as aria-level counts. */
  readonly level: number;
  /** Among the replies of one parent, from 1; joint premises are one reply. */
  readonly position: number;
  readonly size: number;
  /** Which of the premises that count only together; null for one that stands alone. */
  readonly joint: { readonly index: number; readonly count: number } | null;
  /** Levels above at which joint premises go on further down: the rows between them belong inside their bracket. */
  readonly within: readonly number[];
  readonly children: readonly Child[];
  readonly folded: boolean;
}

/** A row to come. */
interface Child {
  readonly premise: Pick<Premise, 'id' | 'claim' | 'reference'>;
  readonly argument: Argument | null;
  readonly joint: Row['joint'];
}

/** Without recursion: a thread of a thousand replies is as good as a wide map. */
export function outlineRows(view: ArgumentMap, folded: ReadonlySet<Id>): readonly Row[] {
  const rows: Row[] = [];
  const stack: { child: Child; parent: Row | null; position: number; size: number }[] = [];
  const push = (children: readonly Child[], parent: Row | null): void => {
    const size = children.filter(isFirst).length;
    let position = size + 1;
    for (const child of children.toReversed()) {
      // The premises of one argument follow one another, so that its first is met last.
      if (isLast(child)) position -= 1;
      stack.push({ child, parent, position, size });
    }
  };
  push(
    theses(view).map((claim) => ({ premise: { id: claim.id, claim }, argument: null, joint: null })),
    null,
  );
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { child, parent, position, size } = next;
    const { premise, argument, joint } = child;
    const children = childrenOf(view, child);
    const row: Row = {
      id: premise.id,
      claim: premise.claim,
      reference: premise.reference ?? null,
      argument,
      relation: argument ? relationOf(argument) : 'thesis',
      parent,
      level: parent ? parent.level + 1 : 1,
      position,
      size,
      joint,
      within: parent ? withinOf(parent) : [],
      children,
      folded: children.length > 0 && folded.has(premise.id),
    };
    rows.push(row);
    if (!row.folded) push(children, row);
  }
  return rows;
}

const isFirst = ({ joint }: Pick<Child, 'joint'>): boolean => joint === null || joint.index === 0;
const isLast = ({ joint }: Pick<Child, 'joint'>): boolean =>
  joint === null || joint.index === joint.count - 1;

const withinOf = (parent: Row): readonly number[] =>
  isLast(parent) ? parent.within : [...parent.within, parent.level];

/** Replies to a claim hang under its home; undercuts of an argument under the last of its premises. */
function childrenOf(view: ArgumentMap, { premise, argument, joint }: Child): readonly Child[] {
  const replies = premise.reference ? [] : repliesTo(view, premise.claim.id);
  const undercuts = argument && isLast({ joint }) ? repliesTo(view, argument.id) : [];
  return [...replies, ...undercuts].flatMap((reply) => {
    const premises = premisesOf(view, reply.id);
    const count = premises.length;
    return premises.map((one, index) => ({
      premise: one,
      argument: reply,
      joint: count > 1 ? { index, count } : null,
    }));
  });
}

/** How many of a row's children support, rebut and undercut, joint premises counted as the one argument they are. */
export function countsOf(row: Row): Readonly<Record<'support' | 'rebut' | 'undercut', number>> {
  const counts = { support: 0, rebut: 0, undercut: 0 };
  for (const child of row.children) {
    const relation = child.argument ? relationOf(child.argument) : 'thesis';
    if (relation !== 'thesis' && isFirst(child)) counts[relation] += 1;
  }
  return counts;
}

/** The row and all above it. */
export function* rowLineage(row: Row): Generator<Row> {
  for (let at: Row | null = row; at; at = at.parent) yield at;
}

/** The index behind the last visible row beneath `index`. */
export function endOfBranch(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 0;
  let end = index + 1;
  while (end < rows.length && (rows[end]?.level ?? 0) > level) end++;
  return end;
}
