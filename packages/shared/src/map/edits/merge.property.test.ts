import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OWNER, seenOf, type MapBuilder } from '../../../testing/aMap.ts';
import { aSeedMap, play, steps } from '../../../testing/randomEdits.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import { needsOf, rowsIn, type ArgumentMap, type Row } from '../map.ts';
import { orderLast } from '../order.ts';
import { contentOf } from '../patch.ts';
import { isLive, lineage, premisesOf, quotationsOf, theses } from '../tree.ts';
import { fieldsThatGo } from './going.ts';

const any = fc.noBias(fc.nat());

/** A map after a random story, and some of its live claims, of which none may be another. */
function claimsOf(past: Parameters<typeof play>[1], picks: readonly number[]) {
  const m = aSeedMap(aMap());
  play(m, past);
  if (m.map.info.hold === 'archived') m.edit({ kind: 'set-hold', hold: 'none', slow: 0 });
  const left = [...m.map.claims.keys()].filter((id) => isLive(m.map, id)).sort();
  return { m, claims: picks.flatMap((pick) => left.splice(pick % Math.max(1, left.length), 1)) };
}

const merging = (m: MapBuilder, claim: Id, into: Id) =>
  ({ kind: 'merge-claim', claim, into, reference: m.newId() }) as const;

/** What of a row people made: neither where it is, nor what a merging did with it. */
function madeOf({ entity }: Row): string {
  const row: Record<string, unknown> = { ...entity };
  const made = ['text', 'by', 'at', 'language', 'beside', 'exact', 'gloss', 'code', 'order', 'direction', 'scheme', 'edit', 'name']; // prettier-ignore
  return JSON.stringify(made.map((field) => row[field]));
}

const keptIn = (map: ArgumentMap, without: ReadonlySet<Id>): Map<Id, string> =>
  new Map(rowsIn(contentOf(map)).flatMap((row) => (without.has(row.entity.id) ? [] : [[row.entity.id, madeOf(row)]]))); // prettier-ignore

/** What the live arguments say; what two say is said once. */
function sayings(map: ArgumentMap): string[] {
  const said = [...map.arguments.values()].flatMap(({ id, target, direction, scheme }) => {
    const premises = [...new Set(premisesOf(map, id).map(({ claim }) => claim.id))].sort();
    return isLive(map, id) && premises.length > 0 ? [JSON.stringify([target.id, direction, scheme, premises])] : []; // prettier-ignore
  });
  return [...new Set(said)].sort();
}

/** Where comments, quotations, replies and what was merged before hang. */
const places = (map: ArgumentMap): string[] =>
  rowsIn(contentOf(map)).flatMap((row) =>
    fieldsThatGo(row.table).length > 0 ? [`${row.entity.id} ${needsOf(row).join()}`] : [],
  );

describe('a merging of claims of a random map', () => {
  it('[E18] loses nothing that anybody made, and its undo brings all of it back, to the letter', () => {
    let merged = 0;
    fc.assert(
      fc.property(steps({ length: 40 }), any, any, (past, a, b) => {
        const { m, claims } = claimsOf(past, [a, b]);
        const [claim = '', into = ''] = claims;
        const before = m.map;
        const edit = merging(m, claim, into);
        if (!m.ask(edit, OWNER).ok) return;
        merged += 1;
        const after = keptIn(m.map, new Set([edit.reference]));
        expect(after).toEqual(keptIn(before, new Set()));
        expect(places(m.map).filter((place) => place.endsWith(claim))).toEqual([]);
        const undo = undoOf(edit, before, m.map);
        expect(undo).toEqual({ kind: 'unmerge-claim', claim });
        m.edit(undo as Edit);
        expect(contentOf(m.map)).toEqual(contentOf(before));
      }),
      { numRuns: 60 },
    );
    expect(merged).toBeGreaterThan(7);
  });

  it('[E18] of two claims into a third keeps the same in either order', () => {
    let merged = 0;
    fc.assert(
      fc.property(steps({ length: 40 }), any, any, any, (past, a, b, c) => {
        const { m, claims } = claimsOf(past, [a, b, c]);
        const [one = '', two = '', into = ''] = claims;
        const start = m.map;
        const edits = [merging(m, one, into), merging(m, two, into)];
        const made = new Set(edits.map(({ reference }) => reference));
        const ends = [edits, edits.toReversed()].map((order) => {
          m.map = start;
          return [order.map((edit) => m.ask(edit, OWNER).ok).sort(), m.map] as const;
        });
        const [[there, first], [back, second]] = ends as [(typeof ends)[0], (typeof ends)[0]];
        expect(back).toEqual(there);
        expect(keptIn(second, made)).toEqual(keptIn(first, made));
        expect(places(second)).toEqual(places(first));
        expect(sayings(second)).toEqual(sayings(first));
        merged += there.every(Boolean) ? 1 : 0;
      }),
      { numRuns: 60 },
    );
    expect(merged).toBeGreaterThan(7);
  });

  it('[E18] [E20] in a chain is parted in any order, and all of it is back', () => {
    fc.assert(
      fc.property(steps({ length: 30 }), any, any, any, fc.boolean(), (past, a, b, c, isLast) => {
        const { m, claims } = claimsOf(past, [a, b, c]);
        const [one = '', two = '', three = ''] = claims;
        const before = m.map;
        if (!m.ask(merging(m, one, two), OWNER).ok || !m.ask(merging(m, two, three), OWNER).ok) return;
        const order = isLast ? [two, one] : [one, two];
        const isBack = order.every((claim) => m.ask({ kind: 'unmerge-claim', claim }, OWNER).ok);
        // What was beneath the one hangs beneath the other until that is parted, too.
        if (isLast) expect(isBack).toBe(true);
        if (isBack) expect(seenOf(m.map)).toBe(seenOf(before));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a split of a claim of a random map', () => {
  it('[E21] loses nothing, names the author of the claim for each part, and its undo brings back what was seen', () => {
    fc.assert(
      fc.property(steps({ length: 40 }), any, fc.boolean(), any, (past, a, isJoint, n) => {
        const { m, claims } = claimsOf(past, [a]);
        const before = m.map;
        const claim = before.claims.get(claims[0] ?? '');
        if (!claim) return;
        const quoted = quotationsOf(before, claim.id).map(({ id }) => id);
        const part = () => ({
          claim: m.newId(),
          argument: m.newId(),
          order: orderLast(theses(before)),
          text: 'part',
        });
        const parts = [
          { ...part(), quotations: quoted.slice(n % 3) },
          { ...part(), quotations: quoted.slice(0, n % 3) },
        ];
        const edit: Edit = { kind: 'split-claim', claim: claim.id, was: claim.text, text: 'first', as: isJoint ? 'joint' : 'own', parts }; // prettier-ignore
        m.edit(edit);
        const kept = keptIn(m.map, new Set([claim.id, ...parts.flatMap((one) => [one.claim, one.argument])]));
        expect(kept).toEqual(keptIn(before, new Set([claim.id])));
        for (const { claim: id, quotations } of parts) {
          expect(m.claim(id)).toMatchObject({ by: claim.by, language: claim.language });
          expect([...lineage(m.map, id)].length).toBe([...lineage(m.map, claim.id)].length);
          for (const one of quotations) expect(m.map.quotations.get(one)?.claim).toBe(id);
        }
        const undo = undoOf(edit, before, m.map);
        if (claim.beside.length > 0) return;
        m.edit(undo as Edit);
        expect(seenOf(m.map)).toBe(seenOf(before));
      }),
      { numRuns: 60 },
    );
  });
});
