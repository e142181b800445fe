// What the length of a log costs: a map founded with 5,000 parts and changed 20,000 times.
import { jsonOf, type History, type ImportAnswer, type Snapshot } from '@counterpoint/shared';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { startApi } from '../support/api.ts';
import { Person } from '../support/people.ts';
import { barred, percentile, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

const CLAIMS = 2_500;
const CHANGES = 20_000;
const AT_ONCE = 64;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const file = jsonOf(manyClaims(CLAIMS));
  const answer = await owner.send('POST', '/api/maps/import', file, {
    'content-type': 'application/octet-stream',
  });
  const map = ((await answer.json()) as ImportAnswer).map!.id;
  const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const claims = content.claims.filter(({ text }) => text !== '');
  const texts = new Map(claims.map(({ id, text }) => [id, text]));
  const reword = (place: number) => {
    const { id } = claims[place % claims.length]!;
    const was = texts.get(id)!;
    texts.set(id, `claim ${place}`);
    return { kind: 'reword', claim: id, was, text: `claim ${place}` };
  };
  let done = 0;
  for (; done < CHANGES; done += AT_ONCE)
    await owner.edit(
      map,
      Array.from({ length: AT_ONCE }, (_, i) => reword(done + i)),
    );
  const last = async () => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).version;
  const one = claims.at(-7)!.id;
  let bytes = 0;
  const rows = [['what', 'p50', 'bar'] as readonly string[]];
  const time = async (what: string, bar: number, times: number, work: (i: number) => Promise<unknown>) => {
    const took: number[] = [];
    for (let i = 0; i < times; i++) {
      const begin = performance.now();
      await work(i);
      took.push(performance.now() - begin);
    }
    rows.push(barred(what, percentile(took, 0.5), bar));
  };
  await time('one edit', 50, 300, () => owner.edit(map, [reword(done++)]));
  await time('the first to ask: the whole log is indexed', 2_000, 1, () =>
    owner.ask('GET', `/api/maps/${map}/changes?claim=${one}`),
  );
  await time('history of one claim', 50, 20, async () => {
    const history = await owner.ask<History>('GET', `/api/maps/${map}/changes?claim=${one}`);
    bytes = JSON.stringify(history).length;
  });
  const version = await last();
  for (const at of [1, Math.floor(version / 2), version])
    await time(`the map at version ${at}`, 1_000, 5, () => owner.ask('GET', `/api/maps/${map}/at/${at}`));
  await owner.edit(map, [{ kind: 'remove', id: one }]);
  await time('a purge', 2_000, 1, async () => {
    const { verdicts } = await owner.edit(map, [{ kind: 'purge', id: one }]);
    if (!('version' in verdicts[0]!)) throw new Error(JSON.stringify(verdicts));
  });
  table(rows);
  console.log(`the history of one claim has ${bytes} bytes; map of ${texts.size} claims`);
} finally {
  await api.stop();
  await postgres.stop();
}
