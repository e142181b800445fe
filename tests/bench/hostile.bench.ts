// Files made to hurt: what reading each costs the processor. The tests read them to the end; here is how long that takes.
import { readEach } from '../../packages/convert/dist/reading.js';
import { argdown } from '../../packages/shared/src/formats/argdown/argdown.ts';
import { xaif } from '../../packages/shared/src/formats/aif/xaif.ts';
import { csv } from '../../packages/shared/src/formats/csv/csv.ts';
import { grown } from '../../packages/shared/src/formats/graph/grow.ts';
import { kialo } from '../../packages/shared/src/formats/kialo/kialo.ts';
import { markdown } from '../../packages/shared/src/formats/markdown/markdown.ts';
import { microtext } from '../../packages/shared/src/formats/xml/microtext.ts';
import { readXml } from '../../packages/shared/src/formats/xml/xmlReader.ts';
import {
  aChain, aHeap, hostileArgdown, hostileCsv, hostileKialo, hostileMarkdown, hostileXaifTexts, hostileXml, joinedInARow, oneIdFor,
} from '../../packages/shared/testing/hostileFiles.ts'; // prettier-ignore
import { aReading } from '../../packages/shared/testing/readAs.ts';
import { barred, quickest, table } from './figures.ts';

/** In ms of the processor. */
const BARS = {
  argdown: 1_000,
  csv: 3_000,
  kialo: 4_000,
  markdown: 4_000,
  xaif: 5_000,
  xml: 5_000,
  row: 20_000,
  deep: 10_000,
  grow: 1_000,
  oneId: 4_000,
};
/** Of the heap, while XML is read, in MB. */
const MEMORY_BAR = 400;

const rows: (readonly string[])[] = [['', 'cost', 'bar']];
const measured = async (what: string, work: () => unknown, bar: number): Promise<void> =>
  void rows.push(barred(what, await quickest(work), bar));

for (const [format, files, bar] of [
  [argdown, hostileArgdown, BARS.argdown],
  [csv, hostileCsv, BARS.csv],
  [kialo, hostileKialo, BARS.kialo],
  [markdown, hostileMarkdown, BARS.markdown],
] as const)
  for (const [what, text] of files) {
    const file = text();
    await measured(
      `${format.name}: ${JSON.stringify(what).slice(1, -1)}`,
      () => format.read?.(file, aReading()),
      bar,
    );
  }
for (const [what, text] of hostileXaifTexts) {
  const file = JSON.stringify({ AIF: { nodes: [], edges: [], locutions: [] }, text: { txt: text() } });
  await measured(`xAIF: ${what}`, () => xaif.read?.(file, aReading()), BARS.xaif);
}
let mostMb = 0;
for (const [what, text] of hostileXml) {
  const file = text();
  await measured(
    `XML: ${what}`,
    () => {
      const before = process.memoryUsage().heapUsed;
      readXml(file, 'a');
      mostMb = Math.max(mostMb, (process.memoryUsage().heapUsed - before) / 1e6);
    },
    BARS.xml,
  );
}
const row = joinedInARow(20_000);
await measured('Microtext: premises joined in a row', () => microtext.read?.(row, aReading()), BARS.row);
const deep = Buffer.from(
  `{"format":"counterpoint","version":1,"map":${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}}`,
);
await measured('JSON: deeper than any stack', () => readAll(deep), BARS.deep);
await measured('a graph: 10,000 claims in a chain', () => grown(aChain(10_000), aReading()), BARS.grow);
await measured('a graph: 10,000 claims in a heap', () => grown(aHeap(10_000), aReading()), BARS.grow);
await measured('a graph: one id 60,000 times', () => grown(oneIdFor(60_000), aReading()), BARS.oneId);

table(rows);
console.log(`XML took up to ${mostMb.toFixed(0)} MB of the heap, at most ${MEMORY_BAR} MB`);
if (mostMb > MEMORY_BAR) process.exitCode = 1;

function readAll(bytes: Uint8Array): void {
  const files = readEach(bytes, { ...aReading(), name: 'in' });
  if (files.ok) Array.from(files.value);
}
