// brat standoff annotation (brat.nlplab.org/standoff.html), to be read: spans of a text are claims, relations between
// them arguments, as in the Argument Annotated Essays (C. Stab and I. Gurevych). The text itself lies beside, in a .txt.
import { ok, refuse } from '../../result.ts';
import { bratGraph, type BratLine } from './bratGraph.ts';
import { MOST_FILE_BYTES, type Format } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';

export const brat: Format = {
  id: 'brat',
  name: 'brat standoff',
  mediaType: 'text/plain',
  extension: 'ann',
  read(text, reading) {
    if (text.length > MOST_FILE_BYTES)
      return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
    const lines = linesIn(text);
    const wrong = lines.find(({ id }) => !/^([TREAMN]\d+|#.*|\*)$/.test(id));
    if (lines.length === 0) return refuse('invalid', 'The file is empty.');
    if (wrong) return refuse('invalid', `${wrong.where}: is no line of brat`);
    const losses = new Losses();
    const read = grown(bratGraph(lines, reading, losses), reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) => /^\ufeff?T\d+\t\S+ \d+ \d+(;\d+ \d+)*(\t|\r?\n|$)/m.test(start.slice(0, 2_000)),
};

function linesIn(text: string): BratLine[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const [id = '', what = '', ...rest] = line.split('\t');
    return { id: id.trim(), what: what.trim(), rest: rest.join('\t').trim(), where: `line ${i + 1}` };
  });
}
