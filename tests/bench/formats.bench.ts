// Files of 10,000 claims: what each format costs the processor to write and to read, and what finding, merging and growing
// cost at their largest. Best of three.
import { ExportOptions, FORMATS, PAPERS, mergeTexts, type Origin } from '@counterpoint/shared';
import { write } from '../../packages/convert/dist/convert.js';
import { Voices } from '../../packages/shared/src/formats/aif/xaifVoices.ts';
import { documentOf } from '../../packages/shared/src/formats/document/documentOf.ts';
import { findQuote } from '../../packages/shared/src/source/passage.ts';
import { foreignSpans } from '../../packages/shared/testing/hostileFiles.ts';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { aReading } from '../../packages/shared/testing/readAs.ts';
import { barred, ms, quickest, table } from './figures.ts';

/** In ms of the processor. */
const BARS = { text: 1_000, svg: 5_000, pdf: 12_000, docx: 30_000, html: 15_000, png: 15_000, step: 3_000 };
/** Times of what JSON takes at most. */
const CSV_BAR = 2.5;

const origin: Origin = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const content = manyClaims(10_000);
const rows: (readonly string[])[] = [['10,000 claims', 'cost', 'bar']];
const reading = new Map<string, number>();

for (const format of FORMATS) {
  if (!format.write) continue;
  const text = format.write(content, origin).value;
  rows.push(
    barred(`${format.name}, written`, await quickest(() => format.write?.(content, origin)), BARS.text),
  );
  if (!format.read) continue;
  const cost = await quickest(() => format.read?.(text, aReading()));
  reading.set(format.id, cost);
  rows.push(barred(`${format.name}, read`, cost, BARS.text));
}
rows.push(
  barred('CSV against JSON, read', reading.get('csv') ?? NaN, CSV_BAR * (reading.get('json') ?? NaN)),
);
rows.push(barred('the document of a map', await quickest(() => documentOf(content, origin)), BARS.text));
for (const { id, name } of PAPERS) {
  const asked = { format: id, origin, options: ExportOptions.parse({}) };
  rows.push(barred(`${name}, written`, await quickest(() => write(content, asked), 1), BARS[id]));
}

const { heard, claims, spans } = foreignSpans(10_000);
const finding = await quickest(() => {
  const voices = new Voices(heard, claims, false);
  for (const [i, words] of spans.entries()) voices.claimsOf(`node${i}`, words);
});
rows.push(barred('claims of 10,000 spans, found', finding, BARS.text));
const [text, exact] = ['开'.repeat(100_000), '开'.repeat(10)];
const quoting = await quickest(() => {
  for (let i = 0; i < 1_000; i++) findQuote(text, { exact, prefix: '开', start: 50_000 + i });
});
rows.push(barred('1,000 quotations in 100,000 equal signs, found', quoting, BARS.step));
const [same, mixed] = ['的'.repeat(9_990), '的了是'.repeat(3_300)];
const merging = await quickest(() => {
  mergeTexts(same, `甲${same}`, `${same}乙`);
  mergeTexts(mixed, '的的了'.repeat(3_300), `${'是了'.repeat(4_900)}。`);
});
rows.push(barred('the longest texts, merged', merging, BARS.step));

table(rows);
console.log(
  `memory at the end: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB; ${ms(performance.now())} in all`,
);
