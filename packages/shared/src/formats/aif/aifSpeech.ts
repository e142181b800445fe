// Who said a claim, and when (Budzynska and Reed, "Inference Anchoring Theory"): a locution L, "Ana : we should",
// anchors a claim through an illocution YA. A transition TA from one locution to the next anchors arguments, which
// says nothing that claims and arguments do not say.
import { idIn, textIn, type AifEdge, type AifNode, type Fields, type Rows } from './aifJson.ts';
import { momentOf } from './aifTime.ts';
import { CARRIED } from '../graph/carried.ts';
import type { GraphPerson } from '../graph/graph.ts';
import type { Losses } from '../loss.ts';

export interface Voice {
  /** The nodeID of the locution. */
  readonly id: string;
  /** What was said, without the name of the speaker. */
  readonly words: string;
  /** Keys of the claims that it anchors. */
  readonly claims: readonly string[];
}

interface Said {
  readonly by: string | undefined;
  readonly at: number | undefined;
}

export interface Speech {
  /** By the key of a claim. */
  readonly said: ReadonlyMap<string, Said>;
  readonly people: readonly GraphPerson[];
  /** Ids of participants that rode along, by the key of the person. */
  readonly ids: ReadonlyMap<string, string>;
  readonly voices: readonly Voice[];
}

export interface Utterances {
  readonly aif: Fields;
  /** Where the lists stand in the file, '' or 'AIF.'. */
  readonly path: string;
  readonly nodes: readonly AifNode[];
  /** Edges from or to a locution, an illocution or a transition. */
  readonly edges: readonly AifEdge[];
}

/** Illocutions of which nothing is lost when the claim has its author and the argument its direction. */
const PLAIN = /^(?:asserting|arguing|disagreeing|analysing|(?:default[\s_-]*)?illocuting|ya|)$/i;
const AGREEING = /^agreeing$/i;

export function speechOf(utterances: Utterances, rows: Rows, losses: Losses): Speech {
  const { nodes, edges } = utterances;
  const speakers = new Speakers(utterances, rows);
  const anchored = anchorsOf(nodes, edges, losses);
  const said = new Map<string, Said>();
  const anchors = new Map<string, string[]>();
  for (const { locution, claims, where } of anchored) {
    const saying = { by: speakers.of(locution), at: speakers.at(locution) };
    for (const claim of claims) {
      // A claim has one author; that others say it too has no place.
      if (said.has(claim)) losses.add('locutions', where);
      else said.set(claim, saying);
    }
    const list = anchors.get(locution.id);
    if (list) for (const claim of claims) list.push(claim);
    else anchors.set(locution.id, [...claims]);
  }
  const voices: Voice[] = [];
  for (const node of nodes) {
    if (node.type !== 'L') continue;
    const claims = anchors.get(node.id);
    if (!claims) losses.add('locutions', node.where);
    voices.push({ id: node.id, words: speakers.wordsOf(node), claims: claims ?? [] });
  }
  const used = new Set([...said.values()].map(({ by }) => by));
  for (const { key, where } of speakers.listed) if (!used.has(key)) losses.add('people', where);
  return { said, people: speakers.people(), ids: speakers.ids, voices };
}

interface Anchor {
  readonly locution: AifNode;
  readonly claims: readonly string[];
  readonly where: string;
}

/** Which locution stands for which claims; who merely agrees comes last. */
function anchorsOf(nodes: readonly AifNode[], edges: readonly AifEdge[], losses: Losses): Anchor[] {
  const acts = new Map<string, { readonly from: AifNode[]; readonly claims: string[]; isAimed: boolean }>();
  for (const { id, type } of nodes)
    if (type === 'YA' && !acts.has(id)) acts.set(id, { from: [], claims: [], isAimed: false });
  const direct: Anchor[] = [];
  for (const { from, to, where } of edges) {
    const [act, doing] = [acts.get(to.id), acts.get(from.id)];
    if (act && (from.type === 'L' || from.type === 'TA')) act.from.push(from);
    if (doing && to.type === 'I') doing.claims.push(to.id);
    if (doing) doing.isAimed = true;
    if (from.type === 'L' && to.type === 'I') direct.push({ locution: from, claims: [to.id], where });
    // Nothing speaks of speech but speech itself.
    if (!/^(?:L|TA|YA)$/.test(from.type)) losses.add('locutions', where);
  }
  const sayings: Anchor[] = [];
  const agreements: Anchor[] = [];
  const told = new Set<string>();
  for (const { id, type, text, where } of nodes) {
    const act = acts.get(id);
    if (type !== 'YA' || !act || told.has(id)) continue;
    told.add(id);
    const name = text.trim();
    const isPlain = PLAIN.test(name) || AGREEING.test(name);
    if (!isPlain || act.from.length === 0 || !act.isAimed) losses.add('locutions', where);
    const locutions = act.from.filter((node) => node.type === 'L');
    const [locution, ...others] = /^disagreeing$/i.test(name) ? [] : locutions;
    if (locution && act.claims.length > 0)
      (AGREEING.test(name) ? agreements : sayings).push({ locution, claims: act.claims, where });
    for (const other of others) losses.add('locutions', other.where);
  }
  return [...sayings, ...direct, ...agreements];
}

const PREFIX = /^\s*([^:：\n]{0,79}[^:：\s])(\s*)[:：]\s*/;

/** Speakers by `locutions` and `participants`, else by the name before what they said. */
class Speakers {
  /** Participants of the file, by key. */
  readonly listed: { readonly key: string; readonly where: string }[] = [];
  readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly called = new Map<string, ReadonlySet<string>>();
  private readonly byName = new Map<string, string>();
  private readonly locutions = new Map<string, Said>();

  constructor({ aif, path, nodes }: Utterances, rows: Rows) {
    for (const { fields, where } of rows.of(aif, path, 'participants', PARTICIPANT)) {
      const key = idIn(fields, 'participantID') || where;
      const [first, last] = [textIn(fields, 'firstname').trim(), textIn(fields, 'surname').trim()];
      const name = [first, last].filter(Boolean).join(' ');
      if (this.names.has(key) || name === '') continue;
      this.listed.push({ key, where });
      const id = textIn(fields, CARRIED);
      if (id !== '') this.ids.set(key, id);
      this.name(key, name, [first, last]);
    }
    for (const { fields } of rows.of(aif, path, 'locutions', LOCUTION)) {
      const at = momentOf(textIn(fields, 'start')) ?? momentOf(textIn(fields, 'timestamp'));
      const id = idIn(fields, 'nodeID');
      if (!this.locutions.has(id)) this.locutions.set(id, { by: idIn(fields, 'personID') || undefined, at });
    }
    for (const node of nodes) if (node.type === 'L') this.meet(node);
  }

  of({ id, text }: AifNode): string | undefined {
    return this.locutions.get(id)?.by ?? this.byName.get(prefixOf(text).name.toLowerCase());
  }

  at({ id, fields }: AifNode): number | undefined {
    return this.locutions.get(id)?.at ?? momentOf(textIn(fields, 'timestamp'));
  }

  wordsOf(node: AifNode): string {
    const { name, length } = prefixOf(node.text);
    const isName = this.called.get(this.of(node) ?? '')?.has(name.toLowerCase());
    return isName ? node.text.slice(length) : node.text;
  }

  people(): GraphPerson[] {
    return [...this.names].map(([key, name]) => ({ key, name }));
  }

  /** Someone whom only a locution names. */
  private meet({ id, text }: AifNode): void {
    const { name, isSpaced } = prefixOf(text);
    const key = this.locutions.get(id)?.by;
    if (key === undefined) {
      // "Ana : we should" is how tools write it; "Note: it rains" may be anything.
      if (isSpaced && !this.byName.has(name.toLowerCase())) this.name(`${id} ${name}`, name, []);
    } else if (!this.names.has(key)) this.name(key, name || `Speaker ${key}`, []);
  }

  private name(key: string, name: string, parts: readonly string[]): void {
    const called = new Set([name, ...parts.filter(Boolean)].map((one) => one.toLowerCase()));
    this.names.set(key, name);
    this.called.set(key, called);
    for (const one of called) if (!this.byName.has(one)) this.byName.set(one, key);
  }
}

const PARTICIPANT = new Set(['participantID', 'firstname', 'surname', CARRIED]);
const LOCUTION = new Set(['nodeID', 'personID', 'timestamp', 'start']);

function prefixOf(text: string): {
  readonly name: string;
  readonly length: number;
  readonly isSpaced: boolean;
} {
  const [all = '', name = '', space = ''] = PREFIX.exec(text.slice(0, 200)) ?? [];
  return { name, length: all.length, isSpaced: space !== '' };
}
