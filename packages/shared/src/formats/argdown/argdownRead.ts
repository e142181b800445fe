// Reading Argdown (grammar: @argdown/core 1.7.5). A file that its parser refuses is refused here, and one that it reads
// says here what it says there; argdownPeer.test.ts compares both.
import type { MapContent } from '../../map/map.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { graphOf } from './argdownGraph.ts';
import { headsOf } from './argdownHeads.ts';
import { ArgdownParser } from './argdownParser.ts';
import { relationsOf } from './argdownRelations.ts';
import { ownIn } from './argdownRows.ts';
import { tellComments, tellData, type Telling } from './argdownTelling.ts';
import { MOST_FILE_BYTES, type Reading } from '../format.ts';
import type { Graph } from '../graph/graph.ts';
import { grown } from '../graph/grow.ts';
import { Losses, type Told } from '../loss.ts';

export function contentOfArgdown(text: string, reading: Reading): Result<Told<MapContent>> {
  const graph = argdownGraph(text);
  if (!graph.ok) return graph;
  const { value, losses } = graph.value;
  const read = grown(value, reading);
  return read.ok ? ok({ value: read.value.value, losses: [...losses, ...read.value.losses] }) : read;
}

export function argdownGraph(text: string): Result<Told<Graph>> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (source.trim() === '') return refuse('invalid', 'The file is empty.');
  const parser = new ArgdownParser(source);
  parser.document();
  const { model, cursor } = parser;
  const { fault, comments } = cursor;
  const lineOf = linesOf(source);
  if (fault) return refuse('invalid', `line ${lineOf(fault.at)}: ${fault.reason}`);
  const losses = new Losses();
  const telling: Telling = { losses, where: (start) => `line ${lineOf(start)}` };
  const graph = graphOf(model, relationsOf(model), telling);
  const info = headsOf(model, telling);
  tellComments(source, comments, telling);
  tellData(model, telling);
  const carried = ownIn(model.frontMatter);
  return ok({ value: { ...graph, info, ...(carried && { carried }) }, losses: losses.list() });
}

const [LF, CR] = [0x0a, 0x0d];

/** Tells the line of an offset, from 1 on. */
function linesOf(source: string): (offset: number) => number {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const sign = source.charCodeAt(i);
    if (sign === LF || (sign === CR && source.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return high;
  };
}
