// ARCHITECTURE.md tells the way of one edit. Here one goes it on this side of the server, and every file whose functions run is noted.
import { expect, it } from '@jest/globals';
import { Session } from 'node:inspector/promises';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { aMap, MODERATOR, OWNER } from '../../../packages/shared/testing/aMap.ts';
import { aSeminar, until } from '../testing/aSession.ts';
import { run } from './open/command.ts';
import { COMMANDS } from './open/commands/list.ts';
import { sendTyped } from './open/writing.ts';
import './i18n/i18n.ts';

const ROOT = join(import.meta.dirname, '../../..');
const inspector = new Session();

/** The functions of the page that ran since this was last asked, each with its file. */
async function ran(): Promise<Map<string, string>> {
  const { result } = await inspector.post('Profiler.takePreciseCoverage');
  const functions = new Map<string, string>();
  for (const { url, functions: all } of result) {
    const file = relative(ROOT, url.replace(/^file:\/\//, ''));
    if (!/^apps\/web\/src\/(?!.*\.test\.)/.test(file)) continue;
    for (const { functionName, ranges } of all)
      if (ranges[0] && ranges[0].count > 0)
        functions.set(`${file}:${functionName}:${ranges[0].startOffset}`, file);
  }
  return functions;
}

it('[S2] goes through the files of the page that ARCHITECTURE.md names, and through no others', async () => {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const seminar = await aSeminar(builder);
  const [mine, other] = [await seminar.join(OWNER), await seminar.join(MODERATOR)];
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await ran();
  const rebut = COMMANDS.find(({ id }) => id === 'rebut');
  run(rebut!, mine, thesis);
  mine.screen.getState().type('Not so');
  sendTyped(mine);
  await until(() => [...other.doc.getState().view.claims.values()].some(({ text }) => text === 'Not so'));
  await until(() => mine.doc.getState().pending === 0);
  const way = [...new Set((await ran()).values())].sort();
  inspector.disconnect();
  const section = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('## The way of one edit\n')[1]?.split('\n## ')[0] ?? ''; // prettier-ignore
  const named = [...section.matchAll(/`(apps\/web\/[\w/.-]+\.tsx?)`/g)].map(([, file]) => file);
  expect(way).toEqual([...new Set(named)].sort());
  mine.close();
  other.close();
});
