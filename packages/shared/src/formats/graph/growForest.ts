// Second step from a graph to a map: each claim finds its home, so that the homes form a forest. Any further use of a
// claim is a reference, also one that would close a circle: no use is lost.
import type { Losses } from '../loss.ts';
import type { TidyArgument, TidyGraph } from './growTidy.ts';

export interface Forest {
  /** Claims without a home, in order. */
  readonly theses: readonly string[];
  /** Key of a claim -> key of the argument it is at home in. */
  readonly home: ReadonlyMap<string, string>;
  /** Arguments by what they aim at, in order. */
  readonly replies: ReadonlyMap<string, readonly TidyArgument[]>;
}

/** What is known of a claim's home: the key of an argument, null for a thesis, undefined where the file says nothing. */
export type HomeHint = (claim: string) => string | null | undefined;

export function planted({ claims, arguments: all }: TidyGraph, hint: HomeHint, losses: Losses): Forest {
  const replies = new Map<string, TidyArgument[]>();
  const uses = new Map<string, TidyArgument[]>();
  for (const argument of all.values()) {
    listed(replies, argument.target, argument);
    for (const premise of argument.premises) listed(uses, premise, argument);
  }
  const hintOf: HomeHint = (claim) => {
    const said = hint(claim);
    return typeof said !== 'string' || isUsedBy(uses, claim, said) ? said : undefined;
  };
  const home = new Map<string, string>();
  const roots = new Set<string>();
  const walk = new Walk(all, replies, hintOf, home);
  const plant = (claim: string): void => {
    if (walk.has(claim)) return;
    roots.add(claim);
    walk.from(claim);
  };
  for (const key of claims.keys())
    if (hintOf(key) === null || (!uses.has(key) && hintOf(key) === undefined)) plant(key);
  // What is left runs in a circle: what others speak to comes first.
  for (const key of claims.keys()) if (replies.has(key)) plant(key);
  for (const key of claims.keys()) plant(key);
  for (const argument of all.values()) {
    for (const premise of argument.premises) {
      // A file that names the home of a claim means its other uses as references, also in a circle.
      const isChosen = home.get(premise) !== argument.key && hintOf(premise) === undefined;
      if (isChosen && walk.isAbove(premise, argument.key) && !argument.row)
        losses.add('cycles', argument.where);
    }
  }
  return { theses: [...claims.keys()].filter((key) => roots.has(key)), home, replies };
}

/** Goes down from claims to what speaks to them; numbers tell later what lies above what. */
class Walk {
  private readonly entered = new Map<string, number>();
  private readonly left = new Map<string, number>();
  private clock = 0;

  constructor(
    private readonly all: ReadonlyMap<string, TidyArgument>,
    private readonly replies: ReadonlyMap<string, readonly TidyArgument[]>,
    private readonly hint: HomeHint,
    private readonly home: Map<string, string>,
  ) {}

  has(key: string): boolean {
    return this.entered.has(key);
  }

  /** The claim and all that comes to hang beneath it. */
  from(root: string): void {
    const stack: { readonly key: string; readonly below: Iterator<string> }[] = [];
    const enter = (key: string): void => {
      this.entered.set(key, this.clock++);
      stack.push({ key, below: this.below(key) });
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.below.next();
      if (!next.done) enter(next.value);
      else {
        this.left.set(top.key, this.clock++);
        stack.pop();
      }
    }
  }

  /** Premises that come to be at home in an argument, then what speaks to the node. */
  private *below(key: string): Generator<string> {
    for (const premise of this.all.get(key)?.premises ?? []) {
      const said = this.hint(premise);
      if (this.has(premise) || (said !== undefined && said !== key)) continue;
      this.home.set(premise, key);
      yield premise;
    }
    for (const reply of this.replies.get(key) ?? []) if (!this.has(reply.key)) yield reply.key;
  }

  isAbove(key: string, other: string): boolean {
    const [from, to, at] = [this.entered.get(key), this.left.get(key), this.entered.get(other)];
    return from !== undefined && to !== undefined && at !== undefined && from < at && at < to;
  }
}

const isUsedBy = (
  uses: ReadonlyMap<string, readonly TidyArgument[]>,
  claim: string,
  argument: string,
): boolean => uses.get(claim)?.some(({ key }) => key === argument) ?? false;

function listed<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
