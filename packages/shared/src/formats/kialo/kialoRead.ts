// Reads what Kialo exports, and what people made of it by hand: claims over several lines, numbers that are missing or
// given twice, links in any order.
import type { MapContent } from '../../map/map.ts';
import { LONGEST } from '../../map/text.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Reading } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { KialoGraph, type Entry } from './kialoGraph.ts';
import { LINK, MOST_LEVELS, oneLine } from './kialoText.ts';
import { Losses, type Told } from '../loss.ts';
import { withoutLinks } from '../markdown/markdownPlain.ts';

const MOST_CLAIMS = 100_000;

export function readKialo(text: string, reading: Reading): Result<Told<MapContent>> {
  const losses = new Losses();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const [titled, title = ''] = /^\s*Discussion (?:Title|Name):(.*)$/i.exec(lines[first] ?? '') ?? [];
  const found = entriesIn(lines, titled === undefined ? 0 : first + 1, losses);
  if (!found.ok) return found;
  if (found.value.length === 0 && titled === undefined)
    return refuse('invalid', 'line 1: there is no line such as "1. A claim" in the file');
  const graph = new KialoGraph(found.value, losses).graph();
  const named = oneLine(withoutLinks(title).text);
  if ([...named].length > LONGEST.title) losses.add('truncated', `line ${first + 1}`);
  const info = { ...graph.info, ...(titled !== undefined && { title: named }) };
  const read = grown({ ...graph, info }, reading);
  if (!read.ok) return read;
  return ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] });
}

interface NumberedLine extends Pick<Entry, 'place' | 'line' | 'stance'> {
  readonly number: string;
  readonly text: string[];
}

/** From the line at `start` on. */
function entriesIn(lines: readonly string[], start: number, losses: Losses): Result<Entry[]> {
  const found: NumberedLine[] = [];
  const taken = new Set<string>();
  // What the next line of a numbered list would begin with that somebody wrote within a claim.
  let listed = '';
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const last = found.at(-1);
    const entry = numberedLine(line, i + 1);
    const isNew = entry && (entry.stance ?? (!taken.has(entry.number) && entry.number !== listed));
    if (entry && isNew) {
      if (found.length >= MOST_CLAIMS)
        return refuse('too-large', `line ${entry.line}: a file has at most ${MOST_CLAIMS} claims`);
      if (taken.has(entry.number)) losses.add('duplicates', `line ${entry.line}`);
      taken.add(entry.number);
      found.push(entry);
      listed = '';
    } else if (last) {
      last.text.push(line.trim());
      if (entry) listed = entry.number.replace(/\d+$/, (number) => String(Number(number) + 1));
    } else if (line.trim() !== '') losses.add('unknown', `line ${i + 1}`);
  }
  return ok(found.map((entry) => entryOf(entry, losses)));
}

const LINE = /^\s*((?:\d{1,9}\.)+)(?:\s+(.*))?$/;
const STANCE = /^(Pro|Con)\s*:\s*/i;

function numberedLine(line: string, at: number): NumberedLine | undefined {
  const [, dotted, rest = ''] = LINE.exec(line) ?? [];
  if (dotted === undefined) return undefined;
  const place = dotted.slice(0, -1).split('.').map(Number);
  if (place.length > MOST_LEVELS) return undefined;
  // A thesis has no stance: what looks like one is the beginning of its text.
  const [stated = '', stance] = place.length > 1 ? (STANCE.exec(rest) ?? []) : [];
  return {
    place,
    number: place.join('.'),
    line: at,
    stance: stance === undefined ? undefined : stance.toLowerCase() === 'pro' ? 'pro' : 'con',
    text: [rest.slice(stated.length)],
  };
}

function entryOf({ place, line, stance, text: lines }: NumberedLine, losses: Losses): Entry {
  const raw = lines.join('\n').trim();
  const link = LINK.exec(raw)?.[1]?.split('.').map(Number).join('.');
  const { text, changed } = withoutLinks(raw);
  if (changed) losses.add('texts', `line ${line}`);
  return { place, line, stance, text, link };
}
