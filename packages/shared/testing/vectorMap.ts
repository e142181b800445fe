// The published examples of strengths as maps: a claim for each node, an argument for each arrow. Not part of the product.
import type { Id } from '../src/map/id.ts';
import { emptyContent, type ArgumentMap } from '../src/map/map.ts';
import { FIRST_ORDER } from '../src/map/order.ts';
import { mapOf } from '../src/map/patch.ts';
import type { Method } from '../src/strength/semantics.ts';
import type { How, Votes } from '../src/strength/votes.ts';
import { anId } from './aMap.ts';
import vectors from './semantics-vectors.json' with { type: 'json' };

export type Arrow = readonly [from: string, to: string, kind: 'att' | 'sup', relevance?: number];
export interface Example {
  readonly args: Readonly<Record<string, number>>;
  readonly edges: readonly Arrow[];
}

interface Outcome {
  readonly fixpoint: Readonly<Record<string, number>>;
  readonly unsettled?: boolean;
}
interface Vector {
  readonly name: string;
  readonly graph: Example;
  readonly acyclic: boolean;
  readonly results: Readonly<Record<string, Outcome>>;
}
interface Dung {
  readonly attacks: readonly (readonly [string, string])[];
  readonly grounded: Readonly<Record<string, string>>;
}
interface DungVector {
  readonly name: string;
  readonly graph: Example;
  readonly grounded: Readonly<Record<string, string>>;
  readonly reduct_deductive?: Dung;
  readonly reduct_necessary?: Dung;
}
interface Explained {
  readonly topic: string;
  readonly strength: number;
  readonly base_score: number;
  readonly contributions: Readonly<Record<string, number>>;
  readonly vector: string;
  readonly semantics: string;
}
interface Sensitivity {
  readonly max_gain: number;
  readonly by: string;
  readonly unsettled: boolean;
  readonly vector: string;
  readonly semantics: string;
}

export const VECTORS = vectors as unknown as {
  readonly gradual: readonly Vector[];
  readonly dung: readonly DungVector[];
  readonly explanations: readonly Explained[];
  readonly sensitivity: readonly Sensitivity[];
};

export function vectorOf(name: string): Example {
  const found = VECTORS.gradual.find((vector) => vector.name.startsWith(name));
  if (!found) throw new Error(`there is no vector ${name}`);
  return found.graph;
}

const METHOD_OF: Readonly<Record<string, Method>> = {
  qe: 'quadratic',
  dfquad: 'dfquad',
  euler: 'euler',
  mlp: 'mlp',
  hcat: 'hcategorizer',
};

/** Its votes are the bases themselves: nothing stands against them. */
export const howOf = (semantics: string): How => ({
  method: METHOD_OF[semantics] ?? 'quadratic',
  prior: 0.5,
  weight: 0,
});

export interface ExampleMap {
  readonly map: ArgumentMap;
  readonly votes: Votes;
  readonly claim: (name: string) => Id;
  /** That of the nth arrow. */
  readonly argument: (n: number) => Id;
}

export function mapOfExample({ args, edges }: Example): ExampleMap {
  const stamp = { by: anId(1, 9), at: 0 };
  const names = Object.keys(args);
  const claim = (name: string): Id => anId(names.indexOf(name), 1);
  const argument = (n: number): Id => anId(n, 2);
  const vote = (value: number) => ({ votes: 1, sum: 4 * value });
  const map = mapOf({
    ...emptyContent,
    claims: names.map((name) => ({
      ...stamp,
      id: claim(name),
      text: name,
      language: 'en',
      home: null,
      order: FIRST_ORDER,
      side: null,
      reworded: null,
      beside: [],
      removed: null,
    })),
    arguments: edges.map(([, to, kind], n) => ({
      ...stamp,
      id: argument(n),
      direction: kind === 'sup' ? 'support' : 'rebut',
      target: { kind: 'claim', id: claim(to) },
      order: FIRST_ORDER,
      scheme: null,
      removed: null,
    })),
    references: edges.map(([from], n) => ({
      ...stamp,
      id: anId(n, 3),
      argument: argument(n),
      claim: claim(from),
      order: FIRST_ORDER,
    })),
  });
  const bases = new Map(names.map((name) => [claim(name), args[name] ?? 0]));
  const relevances = new Map(edges.map(([, , , relevance = 1], n) => [argument(n), relevance]));
  const tallyIn = (values: ReadonlyMap<Id, number>) => (id: Id) => {
    const value = values.get(id);
    return value === undefined ? undefined : vote(value);
  };
  return { map, votes: { truth: tallyIn(bases), relevance: tallyIn(relevances) }, claim, argument };
}
