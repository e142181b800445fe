import { layoutMap, type CardBox, type Id, type Point } from '@counterpoint/shared';
import { describe, expect, it } from '@jest/globals';
import { aMap, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts';
import { dropAt, editOfDrop } from './dropTarget.ts';

const cardOf = (builder: MapBuilder, id: Id): CardBox =>
  layoutMap(builder.map).cards.find((card) => card.id === id)!;

const onCard = (builder: MapBuilder, id: Id, part = 0.5): Point => {
  const { x, y, width, height } = cardOf(builder, id);
  return { x: x + width / 2, y: y + height * part };
};

function drop(builder: MapBuilder, dragged: Id, at: Point): string {
  const found = dropAt(layoutMap(builder.map), builder.map, dragged, at);
  const edit = found && editOfDrop(builder.map, dragged, found);
  if (edit) builder.edit(edit);
  return builder.picture;
}

function aDebate() {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const one = builder.support(thesis, 'one').claim;
  const two = builder.rebut(thesis, 'two').claim;
  const three = builder.support(thesis, 'three').claim;
  const beneath = builder.rebut(one, 'beneath').claim;
  return { builder, thesis, one, two, three, beneath };
}

describe('a dropped card', () => {
  it('on the middle of another replies to it, for or against as before', () => {
    const { builder, one, two } = aDebate();
    expect(drop(builder, two, onCard(builder, one))).toBe('T\n  + one\n    - beneath\n    - two\n  + three');
  });

  it('on the upper edge of a sibling goes before it', () => {
    const { builder, one, three } = aDebate();
    expect(drop(builder, three, onCard(builder, one, 0.1))).toBe(
      'T\n  + three\n  + one\n    - beneath\n  - two',
    );
  });

  it('on the lower edge of a sibling goes behind it', () => {
    const { builder, one, three } = aDebate();
    expect(drop(builder, one, onCard(builder, three, 0.9))).toBe(
      'T\n  - two\n  + three\n  + one\n    - beneath',
    );
  });

  it('beside a card of another row moves into that row', () => {
    const { builder, three, beneath } = aDebate();
    expect(drop(builder, three, onCard(builder, beneath, 0.1))).toBe(
      'T\n  + one\n    + three\n    - beneath\n  - two',
    );
  });

  it('on its own branch, or where it stands, changes nothing', () => {
    const { builder, one, thesis, beneath } = aDebate();
    const before = builder.picture;
    expect(drop(builder, one, onCard(builder, beneath))).toBe(before);
    expect(drop(builder, one, onCard(builder, one))).toBe(before);
    expect(drop(builder, one, onCard(builder, thesis))).toBe(before);
  });

  it('between joint premises becomes one of them', () => {
    const { builder, one, three } = aDebate();
    builder.joint(builder.claim(one).home!, 'too');
    expect(drop(builder, three, onCard(builder, one, 0.95))).toBe(
      'T\n  + one\n    - beneath\n  & three\n  & too\n  - two',
    );
  });

  it('beside a thesis becomes one, beside an undercut one more undercut', () => {
    const { builder, thesis, one, two, three } = aDebate();
    const undercut = builder.rebut(builder.claim(one).home!, 'doubt').claim;
    drop(builder, three, onCard(builder, undercut, 0.9));
    expect(builder.picture).toContain('  ~ doubt\n    ~ three'.replace('    ~', '    ~'));
    drop(builder, two, onCard(builder, thesis, 0.9));
    expect(builder.claim(two).home).toBeNull();
  });
});
