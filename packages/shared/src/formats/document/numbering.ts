// A map as numbered lines: 1, 1.1, 1.2a … for outlines that people read and quote from.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import { relationOf, type Relation } from '../../map/relation.ts';
import type { Premise } from '../../map/tree.ts';
import type { ShownTree } from '../shownTree.ts';

/** One line. A line without a claim introduces joint premises, which follow it one step further in. */
export interface Line {
  readonly number: string;
  /** How far in, from 0; at most one more than MOST_DEPTH. */
  readonly depth: number;
  /** Undefined for a joint premise, which shares the relation of its group. */
  readonly relation: Relation | undefined;
  /** The argument that the line begins. */
  readonly argument: Argument | undefined;
  readonly claim: Claim | undefined;
  /** The claim has its line elsewhere. */
  readonly isReference: boolean;
  /** The letter of the part in which the branch goes on, where it is too deep for this one. */
  continued?: string;
}

export interface Part {
  /** Empty for the first part, which holds the theses. */
  readonly letter: string;
  /** The number of the line that it continues. */
  readonly continues: string;
  readonly lines: Line[];
}

export interface Numbered {
  readonly parts: readonly Part[];
  /** The number under which a claim has its line, and an argument its first. */
  readonly numberOf: ReadonlyMap<Id, string>;
}

/** Deeper branches go on in a part of their own: nobody reads further in, and lines would grow without end. */
const MOST_DEPTH = 16;

/** What is still to be written, last first. */
type Task =
  | { readonly do: 'claim'; readonly line: Line; readonly claim: Claim }
  | { readonly do: 'argument'; readonly argument: Argument; readonly number: string; readonly depth: number };

export function numbered(tree: ShownTree): Numbered {
  return new Numbering(tree).run();
}

class Numbering {
  private readonly parts: Part[] = [];
  private readonly numberOf = new Map<Id, string>();
  private readonly deep: { readonly line: Line; readonly tasks: readonly Task[] }[] = [];

  constructor(private readonly tree: ShownTree) {}

  run(): Numbered {
    const roots = this.tree.theses.map((claim, i): Task => {
      const line = {
        number: String(i + 1),
        depth: 0,
        relation: 'thesis',
        argument: undefined,
        claim,
        isReference: false,
      } as const;
      return { do: 'claim', claim, line };
    });
    this.write({ letter: '', continues: '', lines: [] }, roots);
    // Parts may leave branches to further parts, so the list grows while it is worked off.
    for (const [i, { line, tasks }] of this.deep.entries()) {
      const letter = lettersOf(i).toUpperCase();
      line.continued = letter;
      const renumbered = tasks.map((task, n) =>
        task.do === 'argument' ? { ...task, number: `${letter}.${n + 1}`, depth: 0 } : task,
      );
      this.write({ letter, continues: line.number, lines: [] }, renumbered);
    }
    return { parts: this.parts, numberOf: this.numberOf };
  }

  private write(part: Part, tasks: readonly Task[]): void {
    this.parts.push(part);
    const stack = [...tasks].reverse();
    for (let task = stack.pop(); task; task = stack.pop()) {
      const next = task.do === 'claim' ? this.writeClaim(part, task) : this.writeArgument(part, task);
      for (const each of next.reverse()) stack.push(each);
    }
  }

  /** A claim, then its replies, then the undercuts of the argument that it alone makes. */
  private writeClaim(part: Part, { line, claim }: Task & { do: 'claim' }): Task[] {
    part.lines.push(line);
    if (!line.isReference) this.numberOf.set(claim.id, line.number);
    const replies = line.isReference ? [] : this.tree.repliesTo(claim.id);
    return this.below(line, line.argument ? [...replies, ...this.tree.repliesTo(line.argument.id)] : replies);
  }

  private writeArgument(part: Part, { argument, number, depth }: Task & { do: 'argument' }): Task[] {
    this.numberOf.set(argument.id, number);
    const relation = relationOf(argument);
    const premises = this.tree.premisesOf(argument.id);
    const [sole] = premises;
    if (sole && premises.length === 1) {
      const { claim, reference } = sole;
      return [
        {
          do: 'claim',
          claim,
          line: { number, depth, relation, argument, claim, isReference: reference !== undefined },
        },
      ];
    }
    const group: Line = { number, depth, relation, argument, claim: undefined, isReference: false };
    part.lines.push(group);
    const joint = premises.map((premise, i) => this.joint(premise, `${number}${lettersOf(i)}`, depth + 1));
    return [...joint, ...this.below(group, this.tree.repliesTo(argument.id))];
  }

  private joint({ claim, reference }: Premise, number: string, depth: number): Task {
    const line = {
      number,
      depth,
      relation: undefined,
      argument: undefined,
      claim,
      isReference: reference !== undefined,
    };
    return { do: 'claim', claim, line };
  }

  private below(line: Line, replies: readonly Argument[]): Task[] {
    const tasks = replies.map((argument, i): Task => {
      return { do: 'argument', argument, number: `${line.number}.${i + 1}`, depth: line.depth + 1 };
    });
    if (tasks.length === 0 || line.depth < MOST_DEPTH) return tasks;
    this.deep.push({ line, tasks });
    return [];
  }
}

/** a to z, then aa, ab … */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
