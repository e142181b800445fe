import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OWNER } from '../../testing/aMap.ts';
import { asThesis } from './actions.ts';
import { addList, type Listed } from './addList.ts';
import { applyEdit } from './applyEdit.ts';
import { branchIn, branchText } from './branchText.ts';
import { applyPatches } from './patch.ts';

function mapOf(items: readonly Listed[]) {
  const builder = aMap();
  const claim = builder.newId();
  const edit = addList(builder.map, { claim, to: asThesis(builder.map) }, items, () => builder.newId());
  const result = applyEdit(builder.map, edit, { id: builder.newId(), by: OWNER, at: 1 });
  if (!result.ok) throw new Error(result.refusal.message);
  builder.map = applyPatches(builder.map, result.value);
  return { builder, claim };
}

const texts = ['Open', '开源', 'a\nb', 'a\n[+] b', 'a\n\n  [-] b', '[~] c', '- d'] as const;
const ways = ['support', 'rebut', 'undercut', 'andAlso'] as const;
const lists = fc
  .array(fc.record({ step: fc.nat(4), text: fc.constantFrom(...texts), relation: fc.constantFrom(...ways) }), { minLength: 1, maxLength: 40 })
  .map((parts) => {
    let depth = -1;
    return parts.map(({ step, ...part }, i): Listed => ({ ...part, depth: (depth = i === 0 ? 0 : Math.max(1, Math.min(step, depth + 1))) }));
  }); // prettier-ignore

describe('the text of a branch', () => {
  it('marks each relation, and can be read by people', () => {
    const builder = aMap();
    const thesis = builder.thesis('Thesis');
    const one = builder.support(thesis, 'One');
    builder.joint(one.argument, 'And\nalso');
    builder.rebut(one.argument, 'Does not follow');
    builder.rebut(one.claim, 'Not so');
    builder.rebut(thesis, 'Two');
    expect(branchText(builder.map, thesis)).toBe(
      ['[*] Thesis', '  [+] One', '    [-] Not so', '  [&] And', '      also', '    [~] Does not follow', '  [-] Two'].join('\n'), // prettier-ignore
    );
    expect(branchText(builder.map, one.claim)).toBe('[+] One\n  [-] Not so');
  });

  it('gives the same branch back, whatever is in it', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const { builder, claim } = mapOf(items);
        const text = branchText(builder.map, claim);
        const again = mapOf(branchIn(text) ?? []);
        expect(again.builder.picture).toBe(builder.picture);
        expect(branchText(again.builder.map, again.claim)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['', 'Open models help.', '- one\n- two', '  [+] one', 'Why:\n[+] one', '[*] '])(
    'is nothing else: %j',
    (text) => {
      expect(branchIn(text)).toBeUndefined();
    },
  );

  it('never fails on any text', () => {
    const parts = fc.array(fc.constantFrom('[+] ', '[&] ', '[*] ', '  ', ' ', '\n', '\r\n', 'x', '[', ']'), { maxLength: 40 }); // prettier-ignore
    fc.assert(
      fc.property(parts, (all) => {
        const items = branchIn(all.join('')) ?? [];
        for (const [i, { depth }] of items.entries())
          expect(depth).toBeLessThanOrEqual(i === 0 ? 0 : (items[i - 1]?.depth ?? 0) + 1);
      }),
    );
  });
});
