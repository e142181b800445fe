// Reads SADFace: documents of version 0.2 (atoms and schemes; older ones keep metadata at the top) and what the library
// writes since (inferences and conflicts, named support, attack, disagree).
import type { MapContent } from '../../map/map.ts';
import { isVisible } from '../../map/text.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { fieldsOf, idIn, isFields, Rows, textIn, type Fields, type Row } from './aifJson.ts';
import { homesBy, languageIn, schemeLine, seenScheme, wholeRow, withPremise } from './aifRows.ts';
import { settled, type SeenQuote, type SeenText } from './aifSources.ts';
import { momentOf } from './aifTime.ts';
import { CARRIED } from '../graph/carried.ts';
import type { Reading } from '../format.ts';
import type { Graph, GraphArgument, GraphClaim } from '../graph/graph.ts';
import { grown } from '../graph/grow.ts';
import { Losses, type Told } from '../loss.ts';
import { forward, targetsOf, type IsTarget } from './sadfaceConflict.ts';

const CORE = new Set(['analyst_name', 'analyst_email', 'created', 'edited', 'id', 'version']);
const TITLES = ['title', 'description', 'notes', 'claim'];
const LISTS = ['nodes', 'edges', 'resources'];
const DOCUMENT = new Set([...CORE, ...LISTS, 'metadata']);
const NODE = new Set(['id', 'type', 'text', 'name', 'sources', 'metadata']);
const EDGE = new Set(['id', 'source_id', 'target_id']);
const RESOURCE = new Set(['id', 'type', 'content', 'metadata']);
const SOURCE = new Set(['resource_id', 'text', 'offset', 'length']);
const METADATA = new Set(['core', CARRIED]);

/** What names a conflict, as a type of node or as a scheme. */
export const isConflict = (name: string): boolean =>
  /conflict|attack|disagree|rebut|undercut|undermin|contradict|contrary|oppos|refut/i.test(name);

/** What names an argument of no scheme in particular. */
export const isPlain = (name: string): boolean =>
  /^(?:default[\s_-]*)?(?:support|inference|conflict|attack|disagree(?:ment)?|scheme)?$/i.test(name);

/** Never throws. The keys of a foreign file are the ids of its nodes, and paths in it say where. */
export function contentOfSadface(text: string, reading: Reading): Result<Told<MapContent>> {
  const file = fieldsOf(text);
  if (!file.ok) return file;
  const document = file.value;
  if (!LISTS.some((name) => name in document))
    return refuse('unsupported-format', 'line 1: the file has neither "nodes" nor "edges".');
  const isListOrNothing = (value: unknown): boolean =>
    value === undefined || value === null || Array.isArray(value);
  const fault = LISTS.find((name) => !isListOrNothing(document[name]));
  if (fault !== undefined) return refuse('invalid', `${fault}: must be a list.`);
  const losses = new Losses();
  const named = { ...reading, name: reading.name?.replace(/\.sadface(?=\.json$)/i, '') };
  const result = grown(new Document(document, named, losses).graph(), named);
  if (!result.ok) return result;
  const { value, losses: more } = result.value;
  return ok({ value, losses: [...losses.list(), ...more] });
}

interface Node extends Row {
  readonly id: string;
  readonly isAtom: boolean;
  /** Whether it is a type of node that only the library writes. */
  readonly isLibrary: boolean;
  readonly direction: 'support' | 'rebut';
  readonly name: string;
}

class Document {
  private readonly rows: Rows;
  private readonly metadata: Fields;
  /** What the file says of itself, wherever its version puts that. */
  private readonly core: Fields;
  private readonly nodes: readonly Node[];
  private readonly byId = new Map<string, Node>();

  constructor(
    private readonly document: Fields,
    private readonly reading: Reading,
    private readonly losses: Losses,
  ) {
    this.rows = new Rows(losses);
    this.metadata = fieldsIn(document, 'metadata');
    this.core = { ...document, ...this.metadata, ...fieldsIn(this.metadata, 'core') };
    this.nodes = [...this.rows.of(document, '', 'nodes', NODE)].map((row) => this.nodeOf(row));
    for (const node of this.nodes) if (!this.byId.has(node.id)) this.byId.set(node.id, node);
  }

  graph(): Graph {
    this.tell();
    const title = textIn(this.core, 'title');
    const about = [textIn(this.core, 'description'), textIn(this.core, 'notes')].filter(Boolean).join('\n\n');
    const at = momentOf(textIn(this.core, 'created'));
    const main = textIn(this.core, 'claim');
    const slim = this.arguments(main, at);
    const quotes = new Map<string, SeenQuote[]>();
    const claims = this.claims(slim, { main, at }, quotes);
    const rows = new Map(claims.map(({ key, row }) => [key, row]));
    const all = slim.map((one): GraphArgument => {
      const premise = rows.get(one.premises[0] ?? '');
      return { ...one, row: wholeRow(one.row, withPremise(isFields(premise) ? premise : undefined)) };
    });
    const settling = settled(claims, this.textsOf(quotes), this.metadata[CARRIED], (shown) => shown);
    return {
      info: { ...(title !== '' && { title }), ...(about !== '' && { about }) },
      ...settling,
      arguments: all,
    };
  }

  private claims(
    all: readonly GraphArgument[],
    { main, at }: { readonly main: string; readonly at: number | undefined },
    quotes: Map<string, SeenQuote[]>,
  ): GraphClaim[] {
    const language = languageIn(this.metadata[CARRIED]);
    const ids = new Map(all.map(({ key, row }) => [key, isFields(row) ? idIn(row, 'id') : '']));
    const using = all.filter(({ row }) => row !== undefined);
    const homeOf = homesBy(
      using.flatMap(({ key, premises }) => premises.map((claim): [string, string] => [key, claim])),
    );
    return this.nodes
      .filter(({ isAtom }) => isAtom)
      .map((node): GraphClaim => {
        const { id, fields, where } = node;
        this.gather(node, quotes);
        const text = textIn(fields, 'text');
        const home = homeOf(id);
        const row = wholeRow(this.rowIn(node), {
          language,
          home: typeof home === 'string' ? ids.get(home) : home,
        });
        // Some name the main claim by its words.
        const isMain = main !== '' && (id === main || text === main);
        return { key: id, where, text, at, row, ...(isMain && { home: null }) };
      });
  }

  private nodeOf(row: Row): Node {
    const { fields, where } = row;
    const [type, name] = [textIn(fields, 'type').trim(), schemeLine(textIn(fields, 'name'))];
    const isAtom = type === 'atom' || (type === '' && 'text' in fields);
    return {
      ...row,
      id: idIn(fields, 'id') || where,
      isAtom,
      isLibrary: !isAtom && type !== 'scheme',
      direction: !isAtom && (isConflict(type) || isConflict(name)) ? 'rebut' : 'support',
      name,
    };
  }

  /** What the file says beside the graph. */
  private tell(): void {
    const { rows, losses, core } = this;
    rows.tell(this.document, DOCUMENT, '');
    rows.tell(this.metadata, new Set([...METADATA, ...TITLES]), 'metadata');
    rows.tell(fieldsIn(this.metadata, 'core'), new Set([...CORE, ...TITLES]), 'metadata.core');
    const isOurs = this.metadata[CARRIED] !== undefined;
    if (!isOurs && textIn(core, 'analyst_name') + textIn(core, 'analyst_email') !== '')
      losses.add('people', 'metadata.core.analyst_name');
  }

  private rowIn({ fields }: Node): unknown {
    const metadata = fieldsIn(fields, 'metadata');
    this.rows.tell(metadata, METADATA, 'nodes.metadata');
    return metadata[CARRIED];
  }

  /** What an atom quotes, by resource. */
  private gather({ id, fields, where }: Node, quotes: Map<string, SeenQuote[]>): void {
    for (const { fields: source } of this.rows.of(fields, `${where}.`, 'sources', SOURCE)) {
      const resource = idIn(source, 'resource_id');
      const [start, length] = [source['offset'], source['length']];
      const quote = {
        claim: id,
        exact: textIn(source, 'text'),
        start: typeof start === 'number' ? start : undefined,
        length: typeof length === 'number' ? length : 0,
      };
      const list = quotes.get(resource);
      if (list) list.push(quote);
      else quotes.set(resource, [quote]);
    }
  }

  private textsOf(quotes: Map<string, readonly (SeenQuote & { readonly length?: number })[]>): SeenText[] {
    const texts: SeenText[] = [];
    for (const { fields, where } of this.rows.of(this.document, '', 'resources', RESOURCE)) {
      const id = idIn(fields, 'id') || where;
      const metadata = fieldsIn(fields, 'metadata');
      const core = { ...metadata, ...fieldsIn(metadata, 'core') };
      const content = fields['content'];
      const text = typeof content === 'string' ? content : undefined;
      const points = text === undefined ? [] : [...text];
      const wordsOf = (start = 0, length = 0): string => points.slice(start, start + length).join('');
      texts.push({
        key: id,
        edition: textIn(fieldsIn(metadata, CARRIED), 'edition') || undefined,
        text,
        title:
          textIn(core, 'title') ||
          this.reading.name?.replace(/\.\w+$/, '') ||
          text?.trim().slice(0, 60) ||
          id,
        url: textIn(core, 'url') || undefined,
        quotes: (quotes.get(id) ?? []).map(({ length, ...quote }) =>
          quote.exact === '' ? { ...quote, exact: wordsOf(quote.start, length) } : quote,
        ),
      });
      quotes.delete(id);
    }
    // Of these the file has the passages alone.
    for (const [id, list] of quotes)
      texts.push({ key: id, edition: undefined, text: undefined, title: id, quotes: list });
    return texts;
  }

  private arguments(main: string, at: number | undefined): GraphArgument[] {
    const edges = this.edges();
    const sides = sidesOf(this.nodes, edges, main);
    const premises = new Map<string, string[]>();
    const targets = new Map<string, string[]>();
    for (const { id, isAtom } of this.nodes) {
      if (isAtom) continue;
      premises.set(id, []);
      targets.set(id, []);
    }
    const bare: GraphArgument[] = [];
    for (const { from, to, where } of edges) {
      if (from.isAtom && to.isAtom) {
        this.losses.add('edges', where);
        bare.push({ key: where, where, direction: 'support', premises: [from.id], targets: [to.id], at });
      } else if (!to.isAtom && (sides.get(to.id) ?? forward)(from.id, false))
        targets.get(to.id)?.push(from.id);
      else if (from.isAtom) premises.get(to.id)?.push(from.id);
      else if (!to.isAtom || (sides.get(from.id) ?? forward)(to.id, true)) targets.get(from.id)?.push(to.id);
      else premises.get(from.id)?.push(to.id);
    }
    const all = this.nodes.flatMap((node): GraphArgument | [] => {
      const { id, isAtom, name, direction, where } = node;
      if (isAtom) return [];
      const isFirst = this.byId.get(id) === node;
      const parts = isFirst ? { premises: premises.get(id) ?? [], targets: targets.get(id) ?? [] } : NONE;
      const row = this.rowIn(node);
      const scheme = seenScheme(row, isPlain(name) || !isVisible(name) ? undefined : name);
      return { key: id, where, direction, ...parts, scheme, at, row };
    });
    return [...all, ...bare];
  }

  private edges(): Edge[] {
    const edges: Edge[] = [];
    for (const { fields, where } of this.rows.of(this.document, '', 'edges', EDGE)) {
      const [from, to] = [this.byId.get(idIn(fields, 'source_id')), this.byId.get(idIn(fields, 'target_id'))];
      if (from && to) edges.push({ from, to, where });
      else this.losses.add('dangling', where);
    }
    return edges;
  }
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly where: string;
}

const NONE = { premises: [], targets: [] };

/** For each conflict, which of its ends it is aimed at. */
function sidesOf(nodes: readonly Node[], edges: readonly Edge[], main: string): Map<string, IsTarget> {
  const conflicts = nodes.filter(({ direction }) => direction === 'rebut');
  const ends = new Map(conflicts.map(({ id }) => [id, { ins: [] as string[], outs: [] as string[] }]));
  const touching = new Map<string, number>();
  const leaving = new Map<string, number>();
  const count = (counts: Map<string, number>, id: string): unknown =>
    counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { from, to } of edges) {
    count(touching, from.id);
    count(touching, to.id);
    count(leaving, from.id);
    ends.get(from.id)?.outs.push(to.id);
    ends.get(to.id)?.ins.push(from.id);
  }
  const atoms = nodes.filter(({ isAtom }) => isAtom);
  const atomIds = new Set(atoms.map(({ id }) => id));
  const isMain = ({ id, fields }: Node): boolean => main !== '' && (id === main || fields['text'] === main);
  const claim = atoms.find(isMain)?.id ?? '';
  const around = { isAtom: (id: string) => atomIds.has(id), leaving, touching, claim };
  const isLibrary = new Set(conflicts.filter((one) => one.isLibrary).map(({ id }) => id));
  return new Map(
    [...ends].map(([id, sides]) => [id, targetsOf({ ...sides, isLibrary: isLibrary.has(id) }, around)]),
  );
}

function fieldsIn(parent: Fields, name: string): Fields {
  const fields = parent[name];
  return isFields(fields) ? fields : {};
}
