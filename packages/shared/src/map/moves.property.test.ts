import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OWNER, PARTICIPANT, type MapBuilder } from '../../testing/aMap.ts';
import { steps, editOf } from '../../testing/randomEdits.ts';
import type { SingleEdit } from './edit.ts';
import type { ArgumentMap } from './map.ts';

type Move = Extract<SingleEdit, { kind: 'move-claim' | 'move-argument' }>;

/** A tree as a plain list of who hangs under whom; a move is a new entry unless the walk up from there meets the mover. */
class NaiveTree {
  private readonly parents: Map<string, string | null>;

  constructor(map: ArgumentMap) {
    this.parents = parentsOf(map);
  }

  move(edit: Move): 'ok' | 'cycle' {
    const mover = edit.kind === 'move-claim' ? edit.claim : edit.argument;
    const under = edit.kind === 'move-argument' ? edit.target.id : targetOf(edit);
    for (let at = under; at !== null; at = this.parents.get(at) ?? null) if (at === mover) return 'cycle';
    if (edit.kind === 'move-claim' && edit.to.at === 'argument') this.parents.set(edit.to.argument, under);
    this.parents.set(
      mover,
      edit.kind === 'move-claim' && edit.to.at === 'argument' ? edit.to.argument : under,
    );
    const emptied = [...this.parents].filter(
      ([id, parent]) => isArgument(id) && parent !== null && ![...this.parents.values()].includes(id),
    );
    for (const [id] of emptied) this.parents.delete(id);
    return 'ok';
  }

  get list(): unknown {
    return [...this.parents].sort();
  }
}

let isArgument: (id: string) => boolean = () => false;

const targetOf = ({ to }: Extract<Move, { kind: 'move-claim' }>): string | null =>
  to.at === 'thesis' ? null : to.at === 'premise' ? to.argument : to.target.id;

function parentsOf(map: ArgumentMap): Map<string, string | null> {
  return new Map([
    ...[...map.claims.values()].map(({ id, home }) => [id, home] as const),
    ...[...map.arguments.values()].map(({ id, target }) => [id, target.id] as const),
  ]);
}

/** All orders in which several people's moves can arrive, each person's own in their order. */
function interleavings<T>(lists: readonly (readonly T[])[]): T[][] {
  const open = lists.filter((list) => list.length > 0);
  if (open.length === 0) return [[]];
  return open.flatMap((list) => {
    const rest = lists.map((other) => (other === list ? other.slice(1) : other));
    return interleavings(rest).map((later) => [...list.slice(0, 1), ...later]);
  });
}

/** Three branches of three claims, with joint premises so that moves rarely empty an argument. */
function aForest(): MapBuilder {
  const m = aMap();
  for (let i = 0; i < 2; i++) {
    const top = m.support(m.thesis());
    const middle = m.rebut(m.joint(top.argument));
    m.joint(middle.argument);
  }
  return m;
}

describe('crossing moves', () => {
  it('[T1] of three people leave the same forest as a naive tree does, in every order of arrival', () => {
    const kinds = (kind: string): boolean => kind === 'move-claim' || kind === 'move-argument';
    const moves = steps({ length: 6, actors: [OWNER, MODERATOR, PARTICIPANT], kinds });
    fc.assert(
      fc.property(moves, (story) => {
        const start = aForest();
        const edits = story.flatMap((step) => {
          const edit = editOf(start, step);
          return (edit.kind === 'batch' ? edit.edits : [edit]).map((single) => ({
            by: step.by,
            edit: single as Move,
          }));
        });
        const people = [OWNER, MODERATOR, PARTICIPANT].map((person) =>
          edits.filter(({ by }) => by === person).slice(0, 2),
        );
        for (const order of interleavings(people)) expectForest(start.map, order);
      }),
      { numRuns: 20 },
    );
  });
});

function expectForest(start: ArgumentMap, order: readonly { by: string; edit: Move }[]): void {
  const m = aMap();
  m.map = start;
  isArgument = (id) =>
    m.map.arguments.has(id) ||
    start.arguments.has(id) ||
    order.some(
      ({ edit }) => edit.kind === 'move-claim' && edit.to.at === 'argument' && edit.to.argument === id,
    );
  const naive = new NaiveTree(start);
  for (const { by, edit } of order) {
    const answer = m.answer(edit, by);
    if (answer === 'ok' || answer === 'cycle') expect(naive.move(edit)).toBe(answer);
    m.ask(edit, by);
  }
  expect(naive.list).toEqual([...parentsOf(m.map)].sort());
}
