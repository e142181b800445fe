// A file of 1,500 claims that becomes one change of an open map, over HTTP and with the log on disk.
import { jsonOf, type Placed } from '@counterpoint/shared';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { startApi } from '../support/api.ts';
import { Person } from '../support/people.ts';
import { barred, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

/** In ms from the request to the answer. */
const BAR = 20_000;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const file = jsonOf(manyClaims(1_500));
  const rows: (readonly string[])[] = [['1,500 claims', 'until answered', 'bar']];
  for (const round of ['the first, with a thread to start', 'again']) {
    const map = await owner.newMap('Home', 'en');
    const begin = performance.now();
    const answer = await owner.send('POST', `/api/maps/${map}/import`, file, {
      'content-type': 'application/octet-stream',
    });
    const { standing } = (await answer.json()) as Placed;
    rows.push(barred(round, standing === 'change' ? performance.now() - begin : NaN, BAR));
  }
  table(rows);
} finally {
  await api.stop();
  await postgres.stop();
}
