// The text of a microtext: its segments, and the claims that they are joined to.
import { pointsIn } from '../../source/passage.ts';
import type { GraphClaim, GraphQuotation } from '../graph/graph.ts';
import type { Losses } from '../loss.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml.ts';

export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly where: string;
}

/** Key of the only source. */
export const TEXT = 'text';

export interface Segment {
  readonly text: string;
  /** In code points; undefined for a segment that the text only implies. */
  readonly start: number | undefined;
}

/** Where segments that the text only implies are put. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The text is its segments in order, one blank between. */
export function segmentsIn(root: XmlElement): {
  readonly text: string;
  readonly segments: ReadonlyMap<string, Segment>;
} {
  const segments = new Map<string, Segment>();
  const parts: string[] = [];
  let start = 0;
  for (const edu of childrenOf(root, 'edu')) {
    const text = edu.text.trim();
    const isImplicit = attributeOf(edu, 'implicit') === 'true' || text === '';
    segments.set(attributeOf(edu, 'id') ?? '', { text, start: isImplicit ? undefined : start });
    if (isImplicit) continue;
    parts.push(text);
    start += pointsIn(text) + 1;
  }
  return { text: parts.join(' '), segments };
}

/** What segmentation edges bring to a joint or a claim. */
export function joiningIn(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, string[]>();
  for (const { from, to, type } of edges) {
    if (type !== 'seg') continue;
    const list = joined.get(to);
    if (list) list.push(from);
    else joined.set(to, [from]);
  }
  return joined;
}

/** How long all claims become together. A small file can join one text to many claims. */
export function lengthOfAll(
  adus: readonly XmlElement[],
  joined: ReadonlyMap<string, readonly string[]>,
  segments: ReadonlyMap<string, Segment>,
): number {
  const lengthOf = (id: string): number => (segments.get(id)?.text.length ?? 0) + 1;
  const sum = (ids: readonly string[], length: (id: string) => number): number =>
    ids.reduce((all, id) => all + length(id), 0);
  const joints = new Map([...joined].map(([id, parts]) => [id, sum(parts, lengthOf)]));
  return adus.reduce((all, adu) => {
    const parts = joined.get(attributeOf(adu, 'id') ?? '') ?? [];
    return all + sum(parts, (id) => (segments.has(id) ? lengthOf(id) : (joints.get(id) ?? 1)));
  }, 0);
}

/** Segments of a joint are one statement; several segments or joints of one claim restate it. */
export function claimOf(
  adu: XmlElement,
  joined: ReadonlyMap<string, readonly string[]>,
  segments: ReadonlyMap<string, Segment>,
  losses: Losses,
): GraphClaim {
  const key = attributeOf(adu, 'id') ?? '';
  const where = `line ${adu.line}`;
  const statements = (joined.get(key) ?? []).map((one) => {
    const ids = segments.has(one) ? [one] : (joined.get(one) ?? []);
    return ids.flatMap((id) => segments.get(id) ?? []).sort((a, b) => (a.start ?? LAST) - (b.start ?? LAST));
  });
  for (let more = 1; more < statements.length; more++) losses.add('rephrases', where);
  const [first = []] = statements;
  return {
    key,
    where,
    text: first.map(({ text }) => text).join(' '),
    quotations: statements.flatMap((statement, i) => quotationsOf(statement, i === 0)),
  };
}

/** Segments that follow each other are quoted as one passage. */
function quotationsOf(statement: readonly Segment[], isWording: boolean): GraphQuotation[] {
  const passages: { exact: string; start: number; end: number }[] = [];
  for (const { text, start } of statement) {
    if (start === undefined) continue;
    const last = passages.at(-1);
    const end = start + pointsIn(text);
    if (last?.end === start - 1) Object.assign(last, { exact: `${last.exact} ${text}`, end });
    else passages.push({ exact: text, start, end });
  }
  const relation = isWording && passages.length === 1 ? 'verbatim' : 'paraphrase';
  return passages.map(({ exact, start }) => ({ source: TEXT, exact, start, relation }));
}
