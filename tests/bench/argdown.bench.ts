// Reading Argdown: a document of 10,000 statements by @argdown/core (parser and model) and by us, in turns in one run; then
// what comes after that with us, up to the finished map.
import { createRequire } from 'node:module';
import { ArgdownParser } from '../../packages/shared/src/formats/argdown/argdownParser.ts';
import { argdownGraph, contentOfArgdown } from '../../packages/shared/src/formats/argdown/argdownRead.ts';
import { relationsOf } from '../../packages/shared/src/formats/argdown/argdownRelations.ts';
import { median, ms, ratio, table } from './figures.ts';

const STATEMENTS = 10_000;
const ROUNDS = 5;
/** Times of @argdown/core's time at most, for the same result. */
const BAR = 0.6;

interface Response {
  readonly statements: object;
  readonly arguments: object;
  readonly relations: readonly object[];
}
interface Core {
  readonly ArgdownApplication: new () => {
    addPlugin(plugin: object, process: string): void;
    run(request: object): Response;
  };
  readonly ParserPlugin: new () => object;
  readonly ModelPlugin: new () => object;
}
const core = createRequire(new URL('../../packages/shared/package.json', import.meta.url))(
  '@argdown/core',
) as Core;
const application = new core.ArgdownApplication();
application.addPlugin(new core.ParserPlugin(), 'parse-input');
application.addPlugin(new core.ModelPlugin(), 'build-model');

/** Four statements and two arguments at a time: nested relations, a premise-conclusion structure, tags, emphasis. */
function aDocument(): string {
  const parts = Array.from({ length: STATEMENTS / 4 }, (_, i) =>
    [
      `[Ban ${i}]: The city should ban private cars downtown, as district ${i} did. #policy`,
      `    + [Study ${i}]: A ban would cut street-level pollution, says study ${i}.`,
      `        - Most of it comes from lorries, says another of the year ${i}.`,
      `    - <Shops ${i}>: A ban would *ruin* small shops in street ${i}.`,
      '',
      `<Clean air ${i}>`,
      '',
      `(1) [Study ${i}]`,
      `(2) Cutting pollution justifies limits on driving (case ${i}).`,
      '-----',
      `(3) [Ban ${i}]`,
    ].join('\n'),
  );
  return ['# Car-free centres', ...parts].join('\n\n');
}

interface Numbers {
  readonly statements: number;
  readonly arguments: number;
  readonly relations: number;
}

const input = aDocument();
const work = {
  theirs(): Numbers {
    const read = application.run({ process: ['parse-input', 'build-model'], input, throwExceptions: true });
    const { statements, arguments: all, relations } = read;
    return {
      statements: Object.keys(statements).length,
      arguments: Object.keys(all).length,
      relations: relations.length,
    };
  },
  ours(): Numbers {
    const parser = new ArgdownParser(input);
    parser.document();
    const { statements, arguments: all } = parser.model;
    return { statements: statements.size, arguments: all.size, relations: relationsOf(parser.model).length };
  },
  graph: (): boolean => argdownGraph(input).ok,
  map(): boolean {
    let made = 0;
    const newId = (): string => `01920000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;
    return contentOfArgdown(input, { newId, at: 0 }).ok;
  },
};

const [theirs, ours, graph, map]: number[][] = [[], [], [], []];
const found: Numbers[] = [];
const isRead: boolean[] = [];
// In turns, so that what else the machine does falls on all; the first round warms up.
for (let round = 0; round <= ROUNDS; round++) {
  theirs?.push(timed(() => found.push(work.theirs())));
  ours?.push(timed(() => found.push(work.ours())));
  graph?.push(timed(() => isRead.push(work.graph())));
  map?.push(timed(() => isRead.push(work.map())));
}
const [theirMs = NaN, ourMs = NaN, graphMs = NaN, mapMs = NaN] = [theirs, ours, graph, map].map((figures) =>
  median(figures?.slice(1) ?? []),
);
const [first] = found;
const isSame = found.every((numbers) => JSON.stringify(numbers) === JSON.stringify(first));
table([
  [`${STATEMENTS} statements, ${Math.round(input.length / 1024)} KB`, 'median', 'to @argdown/core'],
  ['@argdown/core, parser and model', ms(theirMs), '1.00 x'],
  ['ours, the same', ms(ourMs), ratio(ourMs, theirMs)],
  ['ours, text to graph', ms(graphMs), ratio(graphMs, theirMs)],
  ['ours, text to map', ms(mapMs), ratio(mapMs, theirMs)],
]);
console.log(
  isSame
    ? `both found ${first?.statements} statements, ${first?.arguments} arguments, ${first?.relations} relations`
    : `they differ: ${JSON.stringify(found.slice(0, 2))}`,
);
if (!isSame || isRead.includes(false) || ourMs / theirMs > BAR) {
  console.log(`must be read the same, in at most ${BAR} x the time`);
  process.exitCode = 1;
}

function timed(run: () => void): number {
  global.gc?.();
  const begin = performance.now();
  run();
  return performance.now() - begin;
}
