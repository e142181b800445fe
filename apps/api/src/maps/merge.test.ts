import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { addClaim, edit, makeMap, read, startTestApp, type TestApp } from '../../testing/testApp.ts';
import { RoomsService } from './rooms.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a merging of two claims', () => {
  it('[E18] of which one has 1,000 comments is one change, and stands in the tables as in the room', async () => {
    const owner = await app.member();
    const { id: map } = await makeMap(owner);
    const [claim, into] = [uuidv7(), uuidv7()];
    await edit(owner, map, addClaim('One', claim), addClaim('Other', into));
    const said = (n: number) => ({ kind: 'comment', comment: uuidv7(), claim, text: `Remark ${n}` }) as const;
    for (let i = 0; i < 5; i++) {
      const edits = Array.from({ length: 200 }, (_, n) => said(i * 200 + n));
      await app.part(RoomsService).edit(map, null, [{ id: uuidv7(), edit: { kind: 'batch', edits } }]);
    }
    const { version } = await read(owner, map);
    await edit(owner, map, { kind: 'merge-claim', claim, into, reference: uuidv7() });
    const counted = () =>
      app.query<{ claim: string; count: number }>(
        'select claim, count(*)::int as count from comments where map_id = $1 group by claim',
        [map],
      );
    expect(await counted()).toEqual([{ claim: into, count: 1_000 }]);
    const changes = await app.query<Pick<Change, 'version' | 'patches'>>(
      'select version, patches from changes where map_id = $1 and version > $2',
      [map, version],
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.patches).toHaveLength(1_002);
    const { map: told } = await read(owner, map);
    expect(told.claims.map(({ id }) => id)).toEqual([into]);
    expect(told.mergers).toMatchObject([{ id: claim, into, text: 'One' }]);
    await edit(owner, map, { kind: 'unmerge-claim', claim });
    expect(await counted()).toEqual([{ claim, count: 1_000 }]);
    expect((await read(owner, map)).map.mergers).toEqual([]);
  });
});
