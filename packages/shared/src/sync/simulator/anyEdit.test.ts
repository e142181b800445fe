import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../../testing/aMap.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import { applyEdit } from '../../map/applyEdit.ts';
import { Edit } from '../../map/edit.ts';
import { SINGLE } from '../../map/edits/list.ts';
import { anyEdit } from './anyEdit.ts';
import { Random } from './random.ts';

describe('an edit made from its schema', () => {
  /** Those of which a schema says too little have a maker of their own: debating.ts. */
  const made = ['begin-debate', 'plan-debate', 'propose'];
  const kinds = SINGLE.map(({ schema }) => schema.shape.kind.value).filter((kind) => !made.includes(kind));
  it.each(kinds)('[M4] is one that the schema of %s takes', (kind) => {
    const { map } = aSeedMap(aMap());
    const random = new Random(1);
    const below = (most: number) => random.int(0, most - 1);
    for (let i = 0; i < 20; i++) {
      const edit = anyEdit(kind, map, below, () => random.id(1));
      expect(Edit.safeParse(edit)).toEqual({ success: true, data: edit });
    }
  });

  it('[E1] is often about what is there: it can be accepted', () => {
    const builder = aSeedMap(aMap());
    const random = new Random(1);
    const below = (most: number) => random.int(0, most - 1);
    const accepted = kinds.filter((kind) =>
      Array.from({ length: 1_000 }).some(() => {
        const edit = anyEdit(kind, builder.map, below, () => builder.newId());
        return applyEdit(builder.map, edit, { id: '', by: null, at: 1 }).ok;
      }),
    );
    expect(accepted).toEqual(
      expect.arrayContaining(['add-claim', 'comment', 'flag', 'merge-claim', 'set-trust']),
    );
  });
});
