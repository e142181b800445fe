// Lines of brat as a graph.
import type { Reading } from '../format.ts';
import type { Graph, GraphArgument, GraphClaim, GraphComment, GraphQuotation } from '../graph/graph.ts';
import type { Losses } from '../loss.ts';

/** `id <tab> what <tab> rest` */
export interface BratLine {
  readonly id: string;
  readonly what: string;
  readonly rest: string;
  readonly where: string;
}

interface Span {
  readonly claim: GraphClaim & { comments: GraphComment[] };
  readonly type: string;
}

/** Key of the text that lies beside. */
const TEXT = 'text';
/** How often the text may be said in all by spans that do not repeat their words. */
const MOST_TIMES = 20;
const ROLES = /^(major ?claim|claim|premise|evidence|position|statement|proposition)$/i;

export function bratGraph(lines: readonly BratLine[], { beside, name = '' }: Reading, losses: Losses): Graph {
  const text = beside?.('txt');
  const slice = text === undefined ? undefined : slicer(text);
  const spans = new Map<string, Span>();
  // Spans may lie in each other: a small file could say a whole text again and again.
  let left = MOST_TIMES * (text?.length ?? 0);
  for (const line of lines.filter(({ id }) => id.startsWith('T'))) {
    const span = spanIn(line, slice, left);
    left -= span?.claim.text.length ?? 0;
    if (!span) losses.add('unknown', line.where);
    // Of two with one id the second is kept too, under its line.
    else spans.set(spans.has(line.id) ? `${line.id} ${line.where}` : line.id, span);
    if (span && !ROLES.test(span.type)) losses.add('unknown', line.where);
  }
  const [thesis, ...others] = [...spans.values()].filter(({ type }) => /^major ?claim$/i.test(type));
  for (const { claim } of others) losses.add('rephrases', claim.where);
  const made = lines.flatMap((line) => argumentIn(line, { spans, thesis }, losses));
  const premiseOf = new Map(made.map(({ key, premises }) => [key, premises[0] ?? '']));
  for (const line of lines) {
    if (!line.id.startsWith('#')) continue;
    const [, of = ''] = line.what.split(' ');
    // A note on a relation goes to the claim that it starts from.
    const span = spans.get(of) ?? spans.get(premiseOf.get(of) ?? '');
    if (span && line.rest !== '') span.claim.comments.push({ text: line.rest });
    else losses.add('unknown', line.where);
  }
  const title = name.replace(/\.\w+$/, '');
  return {
    claims: [...spans.values()].map(({ claim }) => claim),
    arguments: made,
    ...(spans.size > 0 && { sources: [{ key: TEXT, title: title || 'brat', text }] }),
  };
}

/** `Claim 0 5;8 10`: offsets count code points, as Python does; parts of a span are joined by blanks. */
function spanIn(
  { id, what, rest, where }: BratLine,
  slice: Slice | undefined,
  most: number,
): Span | undefined {
  const blank = what.indexOf(' ');
  const type = what.slice(0, blank);
  const given = what.slice(blank + 1).split(';', MOST_PARTS + 1);
  if (blank < 1 || given.length > MOST_PARTS || !given.every((one) => /^\d{1,20} \d{1,20}$/.test(one)))
    return undefined;
  const places = given
    .map((one) => one.split(' ').map(Number))
    .map(([start = 0, end = 0]) => ({ start, end }));
  const length = places.reduce((all, { start, end }) => all + Math.max(0, end - start), 0);
  // Where the offsets mean something else, the words count; and where they mean too much, nothing is looked up.
  const isLikely = slice && length <= (rest === '' ? most : 2 * rest.length);
  const parts = places.map(({ start, end }) => ({ start, exact: isLikely ? slice(start, end) : '' }));
  const seen = parts.map(({ exact }) => exact).join(' ');
  // brat writes line breaks within a span as blanks.
  const isThere = seen !== '' && (rest === '' || oneLine(seen) === oneLine(rest));
  const quoted = isThere ? parts : rest === '' ? [] : [{ start: places[0]?.start, exact: rest }];
  const relation = quoted.length === 1 ? 'verbatim' : 'paraphrase';
  const quotations = quoted.map((part): GraphQuotation => ({ source: TEXT, ...part, relation }));
  return { type, claim: { key: id, where, text: isThere ? seen : rest, comments: [], quotations } };
}

/** Parts of a span. */
const MOST_PARTS = 100;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Slice = (start: number, end: number) => string;

/** Between two code points. */
function slicer(text: string): Slice {
  if (!/[\ud800-\udbff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = [...text];
  return (start, end) => points.slice(start, end).join('');
}

interface Known {
  readonly spans: ReadonlyMap<string, Span>;
  readonly thesis: Span | undefined;
}

function argumentIn(line: BratLine, { spans, thesis }: Known, losses: Losses): GraphArgument[] {
  const { id, what, where } = line;
  const kind = id[0];
  if (kind === 'T' || kind === '#') return [];
  if (kind === '*') losses.add('rephrases', where);
  if (kind === 'E' || kind === 'N') losses.add('unknown', where);
  if (kind === 'R') return relationIn(line, spans, losses);
  if (kind !== 'A' && kind !== 'M') return [];
  const [name = '', of = '', value = ''] = what.split(' ');
  const span = spans.get(of);
  const direction = /^(for|pro|support)$/i.test(value) ? 'support' : /^(against|con|attack)$/i.test(value) ? 'rebut' : undefined; // prettier-ignore
  if (!/^stance$/i.test(name) || !direction || !span) losses.add('unknown', where);
  else if (!thesis || span === thesis) losses.add('dangling', where);
  else return [{ key: id, where, direction, premises: [span.claim.key], targets: [thesis.claim.key] }];
  return [];
}

const SUPPORTS = /^(supports?|pro|for|backs?|entails?)$/i;
const ATTACKS = /^(attacks?|contradicts?|rebuts?|refutes?|con|against|undercuts?)$/i;
const SAME = /^(semantically_same|rephrases?|restates?|equivalent)$/i;

function relationIn({ id, what, where }: BratLine, spans: Known['spans'], losses: Losses): GraphArgument[] {
  const [, type = '', from = '', to = ''] = /^(\S+) \w+:(\S+) \w+:(\S+)$/.exec(what) ?? [];
  const direction = SUPPORTS.test(type) ? 'support' : ATTACKS.test(type) ? 'rebut' : undefined;
  if (!direction) losses.add(SAME.test(type) ? 'rephrases' : 'relations', where);
  else if (!spans.has(from) || !spans.has(to)) losses.add('dangling', where);
  else return [{ key: id, where, direction, premises: [from], targets: [to] }];
  return [];
}
