// The claims, arguments and uses of one tree as edits, each after what it needs.
import type { SingleEdit } from '../../map/edit.ts';
import type { Place } from '../../map/edits/place.ts';
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { Premise } from '../../map/tree.ts';
import type { ShownTree } from '../shownTree.ts';

export interface Placing {
  readonly do: 'claim';
  readonly claim: Claim;
  readonly to: Place;
}
type Task = Placing | { readonly do: 'argument'; readonly argument: Argument };

export const addClaim = ({ id, text, language }: Claim, to: Place): SingleEdit => ({
  kind: 'add-claim',
  claim: id,
  text,
  language,
  to,
});

/** Puts one tree in place. Claims may be used before they are reached, and arguments may rest on uses alone. */
export class Grafting {
  private readonly edits: SingleEdit[] = [];
  /** What is still to be put in place, last first. */
  private readonly stack: Task[];
  private readonly there = new Set<Id>();
  /** Claims that had to be there before their place was; they move into it. */
  private readonly early = new Set<Id>();
  /** claim id -> arguments that begin with a reference to it */
  private readonly waiting = new Map<Id, Argument[]>();
  private readonly references: Premise[] = [];

  constructor(
    private readonly tree: ShownTree,
    theses: readonly Task[],
  ) {
    this.stack = theses.toReversed();
  }

  run(): SingleEdit[] {
    do {
      for (let task = this.stack.pop(); task; task = this.stack.pop()) {
        if (task.do === 'claim') this.putClaim(task.claim, task.to);
        else this.putArgument(task.argument);
      }
      this.breakRing();
    } while (this.stack.length > 0);
    for (const { reference } of this.references)
      if (reference)
        this.refer(reference, { at: 'premise', argument: reference.argument, order: reference.order });
    return this.edits;
  }

  private putClaim(claim: Claim, to: Place): void {
    const { id } = claim;
    this.edits.push(this.early.delete(id) ? { kind: 'move-claim', claim: id, to } : addClaim(claim, to));
    for (const { id: comment, text: remark } of this.tree.commentsOn(id))
      this.edits.push({ kind: 'comment', comment, claim: id, text: remark });
    this.arrived(id);
    this.plan(this.tree.repliesTo(id).map((argument) => ({ do: 'argument', argument })));
  }

  /** An argument comes with its first premise; one that has none of its own waits for a claim that it refers to. */
  private putArgument(argument: Argument): void {
    if (this.there.has(argument.id)) return;
    const { id, direction, target, order } = argument;
    const premises = this.tree.premisesOf(id);
    const ready = premises.filter(({ claim, reference }) => !reference || this.there.has(claim.id));
    const own = ready.filter(({ reference }) => !reference);
    const from = own.length > 0 ? own : ready;
    const first = from.find((premise) => premise.order === order) ?? from[0];
    if (!first) {
      this.wait(argument, premises);
      return;
    }
    this.there.add(id);
    const to = { at: 'argument', argument: id, direction, target, order } as const;
    if (first.reference) this.refer(first.reference, to);
    else this.putClaim(first.claim, to);
    // The premise that makes an argument gets the same key; beside others its own one counts.
    if (premises.length > 1 && first.order !== order)
      this.edits.push({ kind: 'reorder', id: first.id, order: first.order });
    const others = premises.filter((premise) => premise !== first);
    this.references.push(...others.filter(({ reference }) => reference));
    const joint = others.flatMap(({ claim, reference, order: key }): Task[] =>
      reference ? [] : [{ do: 'claim', claim, to: { at: 'premise', argument: id, order: key } }],
    );
    this.plan([
      ...joint,
      ...this.tree.repliesTo(id).map((reply): Task => ({ do: 'argument', argument: reply })),
    ]);
  }

  private wait(argument: Argument, premises: readonly Premise[]): void {
    for (const { claim } of premises) {
      const list = this.waiting.get(claim.id) ?? [];
      list.push(argument);
      this.waiting.set(claim.id, list);
    }
  }

  private arrived(claim: Id): void {
    this.there.add(claim);
    this.plan((this.waiting.get(claim) ?? []).map((argument) => ({ do: 'argument', argument })));
    this.waiting.delete(claim);
  }

  /** Where arguments wait for claims that hang beneath them, one claim comes first and moves to its place later. */
  private breakRing(): void {
    for (const [id, list] of this.waiting) {
      const argument = list.find((one) => !this.there.has(one.id));
      const claim =
        argument && this.tree.premisesOf(argument.id).find((premise) => premise.claim.id === id)?.claim;
      if (!claim) {
        this.waiting.delete(id);
        continue;
      }
      this.edits.push(addClaim(claim, { at: 'thesis', order: claim.order }));
      this.early.add(id);
      this.arrived(id);
      return;
    }
  }

  private refer(
    { id, claim }: NonNullable<Premise['reference']>,
    to: Exclude<Place, { at: 'thesis' }>,
  ): void {
    this.edits.push({ kind: 'add-reference', reference: id, claim, to });
  }

  private plan(tasks: readonly Task[]): void {
    for (const task of tasks.toReversed()) this.stack.push(task);
  }
}
