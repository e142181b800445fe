// From a text to the map, at the sizes that people bring: suggestions, where passages stand in a later edition, what such an
// edition costs the server, and the text on the screen. Texts are made of the sample talks' own words.
import { reanchor, suggest } from '@counterpoint/shared';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { MapBuilder } from '../../packages/shared/testing/aMap.ts';
import { barred, load, ms, quickest, ratio, table } from './figures.ts';
import { onScreen } from './sourceOnScreen.ts';
import { Talker, type Language } from './talks.ts';

/** In ms of the processor. */
const BARS = { suggest: 200, reanchor: 1_000, edition: 1_000 };
const LENGTHS = { suggest: 20_000, reanchor: 200_000 };
const PASSAGES = 2_000;

await suggestions();
await laterEditions();
await onScreen();

/** Against a mere cut into sentences. Cold is the first time in a process. */
async function suggestions(): Promise<void> {
  const rows: (readonly string[])[] = [['suggestions, 20,000 characters', 'cost', 'bar', 'Intl.Segmenter', 'against it']]; // prettier-ignore
  for (const language of ['zh', 'en'] as const) {
    const text = new Talker(language).text(LENGTHS.suggest);
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    const cut = await quickest(() => [...segmenter.segment(text)], 10);
    const against = (cost: number) => [ms(cut), ratio(cost, cut)];
    const [cold, warm] = [coldly(language), await quickest(() => suggest(text, []), 10)];
    const found = suggest(text, []).length;
    rows.push([...barred(`${language}, cold`, cold, BARS.suggest), ...against(cold)]);
    rows.push([...barred(`${language}, warm: ${found} found`, warm, BARS.suggest), ...against(warm)]);
  }
  console.log(load());
  table(rows);
}

function coldly(language: Language): number {
  const file = path.join(import.meta.dirname, 'suggest-cold.ts');
  const run = () => execFileSync(process.execPath, [...process.execArgv, file, language, String(LENGTHS.suggest)], { encoding: 'utf8' }); // prettier-ignore
  return Math.min(...[run(), run(), run()].map(Number));
}

/** Against looking for the same words from the front; and as an edit, with all that it writes. */
async function laterEditions(): Promise<void> {
  const rows: (readonly string[])[] = [[`${PASSAGES} passages, 200,000 characters`, 'cost', 'bar', 'indexOf', 'against it']]; // prettier-ignore
  for (const language of ['zh', 'en'] as const) {
    const talker = new Talker(language);
    const paragraphs = talker.paragraphs(LENGTHS.reanchor);
    const before = paragraphs.join('\n');
    const passages = talker.passages(before, PASSAGES);
    const words = passages.map(({ start, end }) => before.slice(start, end));
    const add = withQuotations(before, passages);
    for (const [what, after] of Object.entries(laterThan(paragraphs, talker))) {
      const look = await quickest(() => words.map((one) => after.indexOf(one)));
      const cost = await quickest(() => reanchor(before, after, passages));
      rows.push([...barred(`${language}, ${what}`, cost, BARS.reanchor), ms(look), ratio(cost, look)]);
      if (!/sign|reworded/.test(what)) continue;
      const edit = await quickest(() => add(after));
      rows.push([...barred(`the same as an edit, on the server`, edit, BARS.edition), ms(cost), ratio(edit, cost)]); // prettier-ignore
    }
  }
  console.log(load());
  table(rows);
}

function laterThan(paragraphs: readonly string[], talker: Talker): Readonly<Record<string, string>> {
  const middle = paragraphs.length >> 1;
  const text = paragraphs.join('\n');
  const at = paragraphs.slice(0, middle).join('\n').length + 20;
  return {
    'one sign changed': `${text.slice(0, at)}§${text.slice(at + 1)}`,
    'a paragraph moved': [paragraphs[middle], ...paragraphs.toSpliced(middle, 1)].join('\n'),
    'every other paragraph reworded': paragraphs.map((one, n) => (n % 2 === 0 ? one : reworded(one, talker))).join('\n'), // prettier-ignore
    'half deleted': paragraphs.filter((_, n) => n % 2 === 0).join('\n'),
    'typographic only': text.replaceAll('，', ',').replaceAll('。', '.').replaceAll("'", '’').replaceAll(', ', ',  '), // prettier-ignore
  };
}

/** Every other clause is another one. */
function reworded(paragraph: string, talker: Talker): string {
  const clauses = paragraph.split(/(?<=[，。；]|[,;.] )/u);
  return clauses.map((clause, n) => (n % 2 === 0 ? clause : talker.sentence())).join('');
}

/** Decides a later edition of a text that so many passages of are quoted. */
function withQuotations(text: string, passages: readonly { start: number; end: number }[]) {
  const m = new MapBuilder({});
  const { source, edition } = m.source(text);
  const claim = m.thesis();
  for (const { start, end } of passages) m.quote(claim, edition, [start, end]);
  const next = m.newId();
  return (after: string): void => {
    const answer = m.answer({ kind: 'add-edition', source, edition: next, text: after, reason: 'mended', marks: [] }); // prettier-ignore
    if (answer !== 'ok') throw new Error(answer);
  };
}
