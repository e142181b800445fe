// Reads our own Markdown outlines back, and the nested lists that people write themselves.
import { LONGEST } from '../../map/text.ts';
import type { MapContent } from '../../map/map.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Reading } from '../format.ts';
import type { GraphSource } from '../graph/graph.ts';
import { grown } from '../graph/grow.ts';
import { Losses, type Told } from '../loss.ts';
import { blocksOf, joined, type Blocks, type Heading, type Item } from './markdownBlocks.ts';
import { graphOf, type Listed } from './markdownGraph.ts';
import { firstOf, partIn, stanceOf, within } from './markdownItem.ts';
import { plainText } from './markdownPlain.ts';
import { ALL_WORDS, type Words } from '../words.ts';

export function readMarkdown(text: string, reading: Reading): Result<Told<MapContent>> {
  const found = blocksOf(text);
  if (!found.ok) return found;
  const losses = new Losses();
  const blocks = found.value;
  const { title, titled } = titleOf(blocks, reading);
  const head = headOf(blocks, losses);
  if (blocks.items.length === 0 && !head.language)
    return refuse('invalid', 'line 1: there is no list in the file, and claims are read from lists');
  const isSource = ({ section }: Item): boolean => section !== undefined && isSourceList(section);
  const listed = graphOf(
    blocks.items.filter((item) => !isSource(item)),
    title,
    losses,
  );
  const sources = sourcesOf(blocks.items.filter(isSource), listed, losses);
  if ([...title].length > LONGEST.title) losses.add('truncated', `line ${titled?.line ?? 1}`);
  countHeadings(blocks, titled, losses);
  countNames(head, listed, losses);
  const { language, question, about } = head;
  const info = { ...(title && { title }), ...(language && { language }), question, about };
  const { claims, arguments: all, people = [] } = listed;
  const read = grown({ info, claims, arguments: all, people, sources }, reading);
  if (!read.ok) return read;
  return ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] });
}

/** The first heading of the first level; or what the front matter says, or the name of the file. */
function titleOf({ headings, front }: Blocks, { name = '' }: Reading) {
  const titled = headings.find(({ level }) => level === 1);
  const named = front.map((line) => /^title:\s*(.*)$/.exec(line)?.[1]).find((one) => one !== undefined);
  const title = titled ? plainText(titled.raw).text : named?.replace(/^(["'])(.*)\1\s*$/, '$2');
  return { titled, title: title ?? name.replace(/\.\w+$/, '') };
}

interface Head {
  /** Of our own words, in a file of ours. */
  readonly language: string | undefined;
  readonly question: string;
  readonly about: string;
  /** Who is said to have contributed. */
  readonly names: readonly string[];
  /** Where they stand. */
  readonly line: number;
}

/** The paragraphs: in a file of ours the last ones are facts and contributors, the first may be the question. */
function headOf({ paragraphs, front }: Blocks, losses: Losses): Head {
  const texts = paragraphs.map(({ line, lines }) => ({ line, raw: joined(lines) }));
  const [last, before] = [texts.at(-1)?.raw ?? '', texts.at(-2)?.raw ?? ''];
  const ours = (raw: string) => ALL_WORDS.find((words) => isFacts(raw, words));
  const [alone, named] = [ours(last), ours(before)];
  const isNamed = named !== undefined && last.startsWith(named.contributors);
  const words = alone ?? (isNamed ? named : undefined);
  const rest = words ? texts.slice(0, alone ? -1 : -2) : texts;
  const asked = (raw: string): string | undefined =>
    words && within((gap) => `**${words.question}** ${gap}`, raw);
  const question = asked(rest[0]?.raw ?? '');
  const abouts = question === undefined ? rest : rest.slice(1);
  const about = abouts.map(({ raw }) => plainText(raw).text).join('\n\n');
  for (const [i, line] of front.entries()) if (!/^title:/.test(line)) losses.add('unknown', `line ${i + 2}`);
  if ([...about].length > LONGEST.about) losses.add('truncated', `line ${abouts[0]?.line ?? 1}`);
  return {
    language: words?.language,
    question: plainText(question ?? '').text,
    about,
    names: isNamed && words === named ? namesIn(last.slice(named.contributors.length), named) : [],
    line: texts.at(-1)?.line ?? 1,
  };
}

/** "2026-01-15 · version 12 · <https://…>" */
function isFacts(raw: string, words: Words): boolean {
  const [first = '', second = ''] = raw.split(' · ');
  const version = /^[+-]?\d+-\d\d-\d\d$/.test(first) ? second : first;
  return words.version(Number(/\d+/.exec(version)?.[0])) === version;
}

/** Commas within names are written in another way. */
const namesIn = (raw: string, words: Words): string[] =>
  raw
    .split(/(?<!\\)[,、]/)
    .map((name) => plainText(name.trim()).text)
    .filter((name) => name !== '' && name !== words.comma);

/** Those come back who are named with something. */
function countNames({ names, line }: Head, { people = [] }: Listed, losses: Losses): void {
  const back = new Set(people.map(({ name }) => name));
  for (const name of names) if (!back.has(name)) losses.add('people', `line ${line}`);
}

const isSourceList = ({ raw }: Heading): boolean =>
  firstOf((words) =>
    plainText(raw).text.toLowerCase() === words.sources.toLowerCase() ? true : undefined,
  ) ?? false;

/** The numbered list at the end. One that no claim quotes has no words to stand on. */
function sourcesOf(items: readonly Item[], { cited }: Listed, losses: Losses): GraphSource[] {
  const titles = new Map(cited);
  const urls = new Map<number, string>();
  for (const { line, marker, lines } of items) {
    const number = Number(marker);
    if (!titles.has(number)) {
      losses.add('sources', `line ${line}`);
      continue;
    }
    const raw = joined(lines);
    const [address, url] = / ?<([^<>\s]*)>$/.exec(raw) ?? [];
    titles.set(number, plainText(address === undefined ? raw : raw.slice(0, -address.length)).text);
    if (url !== undefined) urls.set(number, url);
  }
  return [...titles]
    .sort(([a], [b]) => a - b)
    .map(([number, title]) => ({ key: `s${number}`, title, url: urls.get(number) }));
}

/** Headings that say neither the title nor what the list under them is. */
function countHeadings({ headings }: Blocks, titled: Heading | undefined, losses: Losses): void {
  for (const heading of headings) {
    const isOurs = heading === titled || isSourceList(heading) || partIn(heading.raw) !== undefined;
    if (!isOurs && stanceOf(plainText(heading.raw).text) === undefined)
      losses.add('groups', `line ${heading.line}`);
  }
}
