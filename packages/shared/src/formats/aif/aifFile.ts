// Reads AIF, plain or within the wrapper that makes it xAIF: OVA and AIFdb write both, under either name.
import type { MapContent } from '../../map/map.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { aifGraphOf, type AifGraph } from './aifGraph.ts';
import { languageIn } from './aifRows.ts';
import { fieldsOf, isEmpty, isFields, Rows, textIn, type Fields } from './aifJson.ts';
import { settled, type SeenText, type Settled } from './aifSources.ts';
import { CARRIED } from '../graph/carried.ts';
import type { Reading } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { Losses, type Told } from '../loss.ts';
import { nested, sectionsOf } from './xaifText.ts';
import { Voices } from './xaifVoices.ts';

const LISTS = ['nodes', 'edges', 'locutions', 'participants'];
const AIF = new Set([
  ...LISTS,
  'schemefulfillments',
  'descriptorfulfillments',
  'cqdescriptorfulfillments',
  CARRIED,
]);
const WRAPPER = new Set(['AIF', 'aif', 'OVA', 'ova', 'text', 'dialog', CARRIED]);
const OVA = new Set(['firstname', 'surname', 'url', 'nodes', 'edges']);

/** Never throws. The keys of a foreign file are its nodeIDs, and paths in it say where. */
export function contentOfAif(text: string, reading: Reading): Result<Told<MapContent>> {
  const file = fieldsOf(text);
  if (!file.ok) return file;
  const wrapped = [file.value['AIF'], file.value['aif']].find(isFields);
  const aif = wrapped ?? file.value;
  if (!LISTS.some((name) => name in aif) && !('AIF' in file.value))
    return refuse('unsupported-format', 'line 1: the file has neither "AIF" nor "nodes" and "edges".');
  if (!wrapped && !isEmpty(file.value['AIF'])) return refuse('invalid', 'AIF: must be an object.');
  const fault = LISTS.find((name) => !isListOrNothing(aif[name]));
  if (fault !== undefined) return refuse('invalid', `${wrapped ? 'AIF.' : ''}${fault}: must be a list.`);
  return read(file.value, wrapped, { ...reading, name: reading.name?.replace(/\.x?aif(?=\.json$)/i, '') });
}

const isListOrNothing = (value: unknown): boolean =>
  value === undefined || value === null || Array.isArray(value);

function read(file: Fields, wrapped: Fields | undefined, reading: Reading): Result<Told<MapContent>> {
  const losses = new Losses();
  const rows = new Rows(losses);
  const aif = wrapped ?? file;
  rows.tell(aif, wrapped ? AIF : new Set([...AIF, 'OVA', 'ova', 'text', 'dialog']), wrapped ? 'AIF' : '');
  for (const name of ['descriptorfulfillments', 'cqdescriptorfulfillments']) {
    const list = aif[name];
    if (Array.isArray(list) && list.length > 0) losses.add('schemes', wrapped ? `AIF.${name}` : name);
  }
  if (wrapped) rows.tell(file, WRAPPER, '');
  const carried = file[CARRIED] ?? aif[CARRIED];
  const graph = aifGraphOf(aif, wrapped ? 'AIF.' : '', languageIn(carried), losses);
  const url = tellOva([file['OVA'], file['ova']].find(isFields), rows, losses);
  const { claims, sources, carried: kept } = restedOn(graph, { file, carried, url, reading }, losses);
  const result = grown(
    { claims, arguments: graph.arguments, people: graph.people, sources, carried: kept },
    reading,
  );
  if (!result.ok) return result;
  const { value, losses: more } = result.value;
  return ok({ value, losses: [...losses.list(), ...more] });
}

/** What the editor OVA keeps beside the graph; answers the address of the page that was analysed. */
function tellOva(ova: Fields | undefined, rows: Rows, losses: Losses): string {
  if (!ova) return '';
  rows.tell(ova, OVA, 'OVA');
  const isPlaced = (node: unknown): boolean =>
    isFields(node) && ['x', 'y'].some((name) => !['', '0'].includes(textIn(node, name)));
  const nodes = ova['nodes'];
  if (Array.isArray(nodes) && nodes.some(isPlaced)) losses.add('layout', 'OVA.nodes');
  if (textIn(ova, 'firstname') + textIn(ova, 'surname') !== '') losses.add('people', 'OVA.firstname');
  return textIn(ova, 'url');
}

interface Surroundings {
  readonly file: Fields;
  readonly carried: unknown;
  readonly url: string;
  readonly reading: Reading;
}

function restedOn(graph: AifGraph, { file, carried, url, reading }: Surroundings, losses: Losses): Settled {
  const { text } = file;
  const html = isFields(text) ? textIn(text, 'txt') : textIn(file, 'text');
  const sections = sectionsOf(html);
  if (sections.length === 0) return settled(graph.claims, [], carried, nested);
  const voices = new Voices(graph.voices, graph.claims, carried !== undefined);
  const seen = sections.map((section, i): SeenText => {
    for (let n = 0; n < section.skipped; n++) losses.add('quotations', 'text');
    const quotes = section.spans.flatMap(({ id, exact, start }) => {
      const claims = voices.claimsOf(id, exact);
      if (claims.length === 0) losses.add('quotations', `text#${id}`);
      return claims.map((claim) => ({ claim, exact, start }));
    });
    const title = reading.name?.replace(/\.\w+$/, '') || section.text.trim().slice(0, 60);
    return { key: `text ${i}`, edition: section.edition, text: section.text, title, url, quotes };
  });
  return settled(graph.claims, seen, carried, nested);
}
