// What it takes to cut a text into sentences (P-01) and to suggest an outline of it (P-06).
import { sentences } from '../../packages/shared/src/source/sentences.ts';
import { suggest } from '../../packages/shared/src/source/suggest.ts';
import { LABELLED } from '../../packages/shared/testing/labelled.ts';
import { barred, quickest, table } from './figures.ts';

/** In ms of the processor. */
const BARS = { sentences: 100, suggest: 200, hostile: 1_000 };

const all = LABELLED.map(({ text }) => `${text}\n`).join('');
const ofLength = (points: number, words = all): string =>
  [...words.repeat(Math.ceil(points / [...words].length))].slice(0, points).join('');

const [long, short] = [ofLength(200_000), ofLength(20_000)];
const rows = [
  ['', 'cost', 'bar'],
  barred('sentences of 200,000 characters', await quickest(() => sentences(long)), BARS.sentences),
  barred(
    'suggestions for 20,000 characters full of markers',
    await quickest(() => suggest(short, []), 10),
    BARS.suggest,
  ),
];
for (const words of ['因为', '虽然', '一是，', '1.\n', '我认为，', 'I think '])
  rows.push(
    barred(`20,000 characters of ${JSON.stringify(words)}`, await quickest(() => suggest(ofLength(20_000, words), [])), BARS.hostile), // prettier-ignore
  );
table(rows);
