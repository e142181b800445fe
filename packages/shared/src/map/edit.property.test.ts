import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, deepFreeze, freezeMap, type MapBuilder } from '../../testing/aMap.ts';
import { aSeedMap, editOf, steps, type Step } from '../../testing/randomEdits.ts';
import { applyEdit } from './applyEdit.ts';
import { Edit, ruleOf, undoOf } from './edit.ts';
import type { ArgumentMap, Index } from './map.ts';
import { applyPatches, contentOf, mapOf } from './patch.ts';
import { isLive, lineage, premisesOf, repliesTo, theses } from './tree.ts';

/** Every check runs after every step of a random story. */
function stories(check: (builder: MapBuilder, step: Step) => void, runs = 100): void {
  fc.assert(
    fc.property(steps({ length: 40 }), (story) => {
      const builder = aSeedMap(aMap());
      for (const step of story) check(builder, step);
    }),
    { numRuns: runs },
  );
}

const sorted = (index: Index) =>
  Object.fromEntries(
    Object.entries(index).map(([name, list]: [string, Index[keyof Index]]) => [
      name,
      'get' in list
        ? Object.fromEntries([...list.keys()].sort().map((key) => [key, [...(list.get(key) ?? [])].sort()]))
        : [...list].sort(),
    ]),
  );

describe('every edit of a random story', () => {
  it('[E1] has one answer, throws nothing and changes nothing that it was given', () => {
    stories((builder, step) => {
      const edit = editOf(builder, step);
      const { by } = step;
      const context = deepFreeze({ id: builder.newId(), by, at: 5 });
      const before = freezeMap(builder.map);
      const content = JSON.stringify(contentOf(before));
      const first = applyEdit(before, deepFreeze(edit), context);
      expect(applyEdit(before, edit, context)).toEqual(first);
      if (first.ok) undoOf(edit, before, applyPatches(before, first.value));
      undoOf(edit, before, before);
      expect(JSON.stringify(contentOf(before))).toBe(content);
      builder.ask(edit, by);
    });
  });

  it('[M5] survives the way over the wire', () => {
    stories((builder, step) => {
      const edit = editOf(builder, step);
      const { by } = step;
      const parsed = Edit.safeParse({ ...(JSON.parse(JSON.stringify(edit)) as object), unknown: 1 });
      expect(parsed).toEqual({ success: true, data: edit });
      builder.ask(edit, by);
    });
  });

  it('[M7] moves the map by patches alone, and the index follows as if it were built anew', () => {
    stories((builder, step) => {
      const edit = editOf(builder, step);
      const { by } = step;
      const result = builder.ask(edit, by);
      if (!result.ok) return;
      const rebuilt = mapOf(contentOf(builder.map));
      expect(sorted(builder.map.index)).toEqual(sorted(rebuilt.index));
      expect(contentOf(rebuilt)).toEqual(contentOf(builder.map));
    });
  });

  it('[T1] leaves the homes a forest, [T5] and no argument that could never show a premise', () => {
    stories((builder, step) => {
      const edit = editOf(builder, step);
      const { by } = step;
      if (builder.ask(edit, by).ok) expectSound(builder.map);
    });
  });

  it('[U5] is undone only by an edit that the schema and the rule accept', () => {
    stories((builder, step) => {
      const edit = editOf(builder, step);
      const { by } = step;
      const before = builder.map;
      if (!builder.ask(edit, by).ok) return;
      const inverse = undoOf(edit, before, builder.map);
      if (!inverse) return;
      expect(Edit.safeParse(inverse)).toEqual({ success: true, data: inverse });
      expect(ruleOf(builder.map, inverse, { id: builder.newId(), by, at: 9 }).ok).toBe(true);
    });
  });
});

function expectSound(map: ArgumentMap): void {
  const nodes = [...map.claims.keys(), ...map.arguments.keys()];
  for (const id of nodes) {
    const seen = new Set<string>();
    for (const node of lineage(map, id)) {
      expect(seen.has(node.value.id)).toBe(false);
      seen.add(node.value.id);
    }
  }
  for (const claim of map.claims.values()) {
    expect(claim.text.trim()).not.toBe('');
    if (claim.home !== null) expect(map.arguments.has(claim.home)).toBe(true);
  }
  for (const argument of map.arguments.values()) {
    const { kind, id } = argument.target;
    expect(kind === 'claim' ? map.claims.has(id) : map.arguments.has(id)).toBe(true);
    if (kind === 'argument') expect(argument.direction).toBe('rebut');
    if (!isLive(map, argument.id)) continue;
    const home = (map.index.home.get(argument.id) ?? []).filter((claim) => !map.claims.get(claim)?.removed);
    expect(home.length + (map.index.references.get(argument.id) ?? []).length).toBeGreaterThan(0);
    const claims = premisesOf(map, argument.id).map((premise) => premise.claim.id);
    expect(new Set(claims).size).toBe(claims.length);
  }
  for (const reference of map.references.values()) {
    expect(map.claims.has(reference.claim) && map.arguments.has(reference.argument)).toBe(true);
  }
  for (const claim of map.claims.values()) {
    for (const reply of isLive(map, claim.id) ? repliesTo(map, claim.id) : []) {
      expect(premisesOf(map, reply.id)).not.toEqual([]);
    }
  }
  expect([...map.participants.values()].some(({ role }) => role === 'owner')).toBe(true);
  expect(theses(map).every((claim) => claim.home === null)).toBe(true);
}

