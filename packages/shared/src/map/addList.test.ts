import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OWNER } from '../../testing/aMap.ts';
import { asJoint, asReply, asSibling, asThesis, forClaim, againstArgument } from './actions.ts';
import { addList, type Listed } from './addList.ts';
import { applyEdit } from './applyEdit.ts';
import { applyPatches } from './patch.ts';
import type { Place } from './edits/place.ts';

const list = (...lines: string[]): Listed[] =>
  lines.map((line) => ({ text: line.trim(), depth: line.length - line.trimStart().length }));

function aDebate() {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const one = builder.support(thesis, 'one');
  builder.rebut(thesis, 'two');
  return { builder, thesis, one };
}

function added(at: (debate: ReturnType<typeof aDebate>) => Place, items: readonly Listed[]): string {
  const debate = aDebate();
  const { builder } = debate;
  const edit = addList(builder.map, { claim: builder.newId(), to: at(debate) }, items, () => builder.newId());
  const result = applyEdit(builder.map, edit, { id: builder.newId(), by: OWNER, at: 1 });
  if (!result.ok) throw new Error(result.refusal.message);
  builder.map = applyPatches(builder.map, result.value);
  return builder.picture;
}

describe('a list of claims', () => {
  it('stands beside a claim, in its order, with what is deeper beneath', () => {
    const items = list('a', ' a1', '  a11', ' a2', 'b');
    const beside = added(
      ({ builder, one }) => asSibling(builder.map, one.claim, () => builder.newId()),
      items,
    );
    expect(beside).toBe('T\n  + one\n  + a\n    + a1\n      + a11\n    + a2\n  + b\n  - two');
  });

  it('begins as theses, as replies, as undercuts and as one more premise', () => {
    const items = list('a', ' a1', 'b');
    const old = 'T\n  + one\n  - two';
    expect(added(({ builder }) => asThesis(builder.map), items)).toBe(`${old}\na\n  + a1\nb`);
    expect(
      added(({ builder, thesis }) => asReply(builder.map, forClaim(thesis), () => builder.newId()), items),
    ).toBe(`${old}\n  + a\n    + a1\n  + b`);
    const undercut = (debate: ReturnType<typeof aDebate>) =>
      asReply(debate.builder.map, againstArgument(debate.one.argument), () => debate.builder.newId());
    expect(added(undercut, items)).toBe('T\n  + one\n    ~ a\n      + a1\n    ~ b\n  - two');
    const joint = added(({ builder, one }) => asJoint(builder.map, one.argument, one.claim), items);
    expect(joint.split('\n').map((line) => line.trim().split(' ').at(-1))).toEqual(
      ['T', 'one', 'a', 'a1', 'b', 'two'], // prettier-ignore
    );
  });

  it('is one sound edit of any form, which keeps texts and their order', () => {
    const items = fc
      .array(fc.nat(4), { minLength: 1, maxLength: 60 })
      .map((steps) => {
        let depth = -1;
        return steps.map((step, i) => ({ text: `c${i}`, depth: (depth = i === 0 ? 0 : Math.min(step, depth + 1)) }));
      }); // prettier-ignore
    fc.assert(
      fc.property(items, (all) => {
        const picture = added(({ builder }) => asThesis(builder.map), all);
        const shown = picture.split('\n').slice(3);
        expect(shown).toEqual(all.map(({ text, depth }) => `${'  '.repeat(depth)}${depth > 0 ? '+ ' : ''}${text}`));
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });
});
