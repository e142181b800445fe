import { describe, expect, it } from '@jest/globals';
import { aMap, type MapBuilder } from '../../testing/aMap.ts';
import * as actions from './actions.ts';
import type { Edit } from './edit.ts';
import type { Id } from './id.ts';
import { relationOfClaim } from './relation.ts';

const doing = (map: MapBuilder, edit: Edit | undefined): string => {
  if (!edit) throw new Error('there is nothing to do');
  map.edit(edit);
  return map.picture;
};

/** Thesis with two replies; the first has a reply and an undercut. */
function aTree() {
  const map = aMap();
  const newId = () => map.newId();
  const thesis = map.thesis('Thesis');
  const first = map.support(thesis, 'First');
  const deep = map.rebut(first.claim, 'Deep');
  map.rebut(first.argument, 'Undercut');
  const second = map.rebut(thesis, 'Second');
  return { map, newId, thesis, first, deep, second };
}

describe('moving', () => {
  it('a sole premise takes its argument and its undercuts along, and turns where it is asked to', () => {
    const { map, newId, first, second } = aTree();
    expect(
      doing(map, actions.moveUnder(map.map, first.claim, actions.againstClaim(second.claim), newId)),
    ).toBe(['Thesis', '  - Second', '    - First', '      - Deep', '      ~ Undercut'].join('\n'));
  });

  it('a support that is aimed at an argument becomes an undercut, and back', () => {
    const { map, newId, first, second } = aTree();
    map.remove(first.claim);
    const third = map.support(second.claim, 'Third');
    doing(map, actions.moveUnder(map.map, third.claim, actions.againstArgument(second.argument), newId));
    expect(map.picture).toBe(['Thesis', '  - Second', '    ~ Third'].join('\n'));
    expect(relationOfClaim(map.map, map.claim(third.claim))).toBe('undercut');
    expect(doing(map, actions.moveUnder(map.map, third.claim, actions.forClaim(second.claim), newId))).toBe(
      ['Thesis', '  - Second', '    + Third'].join('\n'),
    );
  });

  it('a joint premise leaves the others where they are', () => {
    const { map, newId, second, thesis } = aTree();
    const also = map.joint(second.argument, 'Also');
    expect(doing(map, actions.takeOut(map.map, also, newId))).toContain('  - Second\n  - Also');
    expect(doing(map, actions.joinTo(map.map, also, second.argument, newId))).toContain(
      '  - Second\n  & Also',
    );
    expect(doing(map, actions.moveUnder(map.map, also, actions.forClaim(thesis), newId))).toContain(
      '  + Also',
    );
    expect(doing(map, actions.makeThesis(map.map, also)).split('\n').at(-1)).toBe('Also');
  });

  it('a reference moves as a use, never the claim', () => {
    const { map, newId, thesis, deep, second } = aTree();
    doing(map, actions.linkAs(map.map, deep.claim, actions.forClaim(second.claim), newId));
    const use = map.map.index.uses.get(deep.claim)![0]!;
    doing(map, actions.linkInto(map.map, thesis, map.map.references.get(use)!.argument, newId));
    expect(map.picture).toContain('    + = Deep\n    & = Thesis');
    expect(doing(map, actions.takeOut(map.map, use, newId))).toContain('    + = Thesis\n    + = Deep');
    expect(doing(map, actions.takeAway(map.map, map.map.index.uses.get(deep.claim)![0]!))).not.toContain(
      '= Deep',
    );
    expect(map.claim(deep.claim).removed).toBeNull();
  });
});

describe('order and level', () => {
  const walk = (map: MapBuilder, id: Id, step: -1 | 1) => actions.moveBy(map.map, id, step);

  it('goes step by step, first among joint premises, then with the whole argument, and stops at the end', () => {
    const { map, second } = aTree();
    const also = map.joint(second.argument, 'Also');
    expect(doing(map, walk(map, also, -1))).toContain('  - Also\n  & Second');
    expect(
      doing(map, walk(map, also, -1))
        .split('\n')
        .slice(0, 4),
    ).toEqual(['Thesis', '  - Also', '  & Second', '  + First']);
    expect(walk(map, also, -1)).toBeUndefined();
  });

  it('in goes under the reply before, out goes beside the claim that was answered', () => {
    const { map, newId, thesis, deep, second } = aTree();
    expect(doing(map, actions.indent(map.map, second.claim, newId))).toContain('    - Deep\n    - Second');
    expect(
      doing(map, actions.outdent(map.map, deep.claim, newId))
        .split('\n')
        .at(-1),
    ).toBe('  - Deep');
    expect(actions.outdent(map.map, deep.claim, newId)).toBeUndefined();
    expect(actions.indent(map.map, thesis, newId)).toBeUndefined();
  });
});

describe('new claims', () => {
  it('stand where they were asked for', () => {
    const { map, newId, first, thesis } = aTree();
    const add = (text: string, to: Parameters<typeof actions.addClaim>[2]) => {
      const made = actions.addClaim(map.map, text, to, newId);
      map.edit(made.edit);
      return made.id;
    };
    const sibling = add('Sibling', actions.asSibling(map.map, first.claim, newId));
    add('Joint', actions.asJoint(map.map, map.claim(sibling).home!, sibling));
    add('Reply', actions.asReply(map.map, actions.againstClaim(sibling), newId));
    add('Other', actions.asThesis(map.map));
    add('Between', actions.asSibling(map.map, thesis, newId));
    expect(map.picture.split('\n')).toEqual([
      'Thesis',
      '  + First',
      '    - Deep',
      '    ~ Undercut',
      '  + Sibling',
      '    - Reply',
      '  & Joint',
      '  - Second',
      'Between',
      'Other',
    ]);
  });

  it('are of the language of their words, else of the map', () => {
    expect(actions.languageOf('开源 AI', 'en')).toBe('zh');
    expect(actions.languageOf('開源', 'zh-TW')).toBe('zh-TW');
    expect(actions.languageOf('Open source', 'zh')).toBe('en');
    expect(actions.languageOf('42', 'zh')).toBe('zh');
    expect(actions.languageOf('Offen', 'de')).toBe('de');
  });
});
