import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aMap,
  deepFreeze,
  freezeMap,
  MODERATOR,
  OWNER,
  SUGGESTER,
  type MapBuilder,
} from '../../testing/aMap.ts';
import { aSeedMap, editOf, play, steps, type Step } from '../../testing/randomEdits.ts';
import { applyEdit } from './applyEdit.ts';
import { Edit, undoOf } from './edit.ts';
import { SINGLE } from './edits/list.ts';
import type { ArgumentMap, Index } from './map.ts';
import { applyPatches, contentOf, mapOf } from './patch.ts';
import { isLive, lineage, premisesOf, repliesTo } from './tree.ts';

/** Random stories by everybody; the check sees each edit before it is asked for. fast-check prints the seed on failure. */
function stories(numRuns: number, check: (builder: MapBuilder, edit: Edit, step: Step) => void): void {
  fc.assert(
    fc.property(steps({ length: 40 }), (story) => {
      const builder = aSeedMap(aMap());
      for (const step of story) {
        const edit = editOf(builder, step);
        check(builder, edit, step);
        builder.ask(edit, step.by);
      }
    }),
    { numRuns },
  );
}

describe('every edit of a random story', () => {
  it('[E1] [E2] has one answer, throws nothing, and leaves alone what it was given', () => {
    stories(20, ({ map }, edit, { by }) => {
      const context = deepFreeze({ id: '', by, at: 5 });
      const before = JSON.stringify(contentOf(freezeMap(map)));
      const first = applyEdit(map, deepFreeze(edit), context);
      expect(JSON.stringify(applyEdit(map, edit, context))).toBe(JSON.stringify(first));
      undoOf(edit, map, first.ok ? applyPatches(map, deepFreeze(first.value)) : map);
      expect(JSON.stringify(contentOf(map))).toBe(before);
    });
  });

  it('[M4] passes the schema, also on its way over the wire and with unknown fields', () => {
    stories(15, (_, edit) => {
      const sent = { ...(JSON.parse(JSON.stringify(edit)) as object), unknown: 1 };
      expect(Edit.safeParse(sent)).toEqual({ success: true, data: edit });
    });
  });

  it('[E1] is of every kind now and then, and accepted: else nothing is tried of that kind', () => {
    const never = new Set<string>(SINGLE.map(({ schema }) => schema.shape.kind.value));
    const long = steps({ length: 240, actors: [OWNER, MODERATOR, SUGGESTER] });
    for (let seed = 1; seed <= 2_000 && never.size > 0; seed++) {
      const builder = aSeedMap(aMap({ faces: seed % 3 === 0 ? 'pseudonymous' : 'named' }));
      for (const step of fc.sample(long, { numRuns: 1, seed }).flat()) {
        const edit = editOf(builder, step);
        if (builder.ask(edit, step.by).ok) never.delete(edit.kind);
      }
    }
    expect([...never]).toEqual([]);
  });

  it('[T1] [T5] leaves the homes a forest, every target there, and every shown argument with a premise', () => {
    stories(25, ({ map }) => expectSound(map));
  });
});

describe('after a random story', () => {
  it('[M6] [M7] the index is as if built anew, and the map equals the map of its content', () => {
    fc.assert(
      fc.property(steps({ length: 60 }), (story) => {
        const builder = aSeedMap(aMap());
        play(builder, story);
        const rebuilt = mapOf(contentOf(builder.map));
        expect(sorted(builder.map.index)).toEqual(sorted(rebuilt.index));
        expect(contentOf(rebuilt)).toEqual(contentOf(builder.map));
      }),
      { numRuns: 40 },
    );
  });
});

function sorted(index: Index): unknown {
  const lists = Object.entries(index).map(([name, list]: [string, Index[keyof Index]]) => {
    const byKey =
      'get' in list
        ? [...list.keys()].sort().map((key) => [key, [...(list.get(key) ?? [])].sort()])
        : [...list].sort();
    return [name, byKey];
  });
  return Object.fromEntries(lists);
}

/** One comparison for all that is wrong with a map, since thousands of small ones would take most of the time. */
function expectSound(map: ArgumentMap): void {
  const wrong: string[] = [];
  for (const id of [...map.claims.keys(), ...map.arguments.keys()]) {
    const above = new Set<string>();
    for (const node of lineage(map, id)) {
      if (above.has(node.value.id)) throw new Error(`${id} hangs beneath itself`);
      above.add(node.value.id);
    }
  }
  for (const { id, text, home, removed } of map.claims.values()) {
    if (text.trim() === '' && !removed?.purged) wrong.push(`claim ${id} is blank`);
    if (home !== null && !map.arguments.has(home)) wrong.push(`claim ${id} has no home`);
    for (const reply of repliesTo(map, id)) {
      const claims = premisesOf(map, reply.id).map((premise) => premise.claim.id);
      if (claims.length === 0) wrong.push(`argument ${reply.id} is shown without a premise`);
      if (new Set(claims).size < claims.length) wrong.push(`argument ${reply.id} has a premise twice`);
    }
  }
  for (const { id, target, direction } of map.arguments.values()) {
    if (!(target.kind === 'claim' ? map.claims : map.arguments).has(target.id))
      wrong.push(`argument ${id} has no target`);
    if (target.kind === 'argument' && direction !== 'rebut') wrong.push(`undercut ${id} supports`);
    const home = (map.index.home.get(id) ?? []).filter((claim) => map.claims.get(claim)?.removed === null);
    const all = [...home, ...(map.index.references.get(id) ?? [])];
    if (isLive(map, id) && all.length === 0) wrong.push(`argument ${id} can never show a premise`);
  }
  for (const { id, claim, argument } of map.references.values()) {
    if (!(map.claims.has(claim) || map.mergers.has(claim)) || !map.arguments.has(argument))
      wrong.push(`reference ${id} leads nowhere`);
  }
  if (![...map.participants.values()].some(({ role }) => role === 'owner')) wrong.push('there is no owner');
  expect(wrong).toEqual([]);
}
