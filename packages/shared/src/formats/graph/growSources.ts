// The texts that claims of a file rest on. Quotations are anchored by their words: offsets of other tools count other
// units, or count in another version of the text.
import { findQuote, normalText } from '../../source/passage.ts';
import { LONGEST, MOST_TEXT_BYTES, shortLine, storable, utf8Length } from '../../map/text.ts';
import type { Comment } from '../../map/tables/comments.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import { UNTOUCHED, type Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import type { Graph, GraphQuotation, GraphSource } from './graph.ts';
import type { Making } from './growRows.ts';

export interface Rested {
  readonly sources: Source[];
  readonly editions: Edition[];
  readonly quotations: Quotation[];
  /** Quotations that their source does not have. */
  readonly comments: Comment[];
}

/** A claim's words that were too long for a claim. */
export interface LongText {
  readonly claim: Id;
  readonly text: string;
}

export function restedOn(
  graph: Graph,
  {
    idOf,
    longTexts,
  }: { readonly idOf: (claim: string) => Id | undefined; readonly longTexts: readonly LongText[] },
  making: Making,
): Rested {
  const rested: Rested = { sources: [], editions: [], quotations: [], comments: [] };
  const quoted = new Map<string, string[]>();
  for (const { quotations = [] } of graph.claims) {
    for (const { source, exact } of quotations) {
      const passages = quoted.get(source);
      if (passages) passages.push(exact);
      else quoted.set(source, [exact]);
    }
  }
  const editions = new Map<string, Edition>();
  for (const source of graph.sources ?? []) {
    const edition = added(source, quoted.get(source.key) ?? [], rested, making);
    if (edition) editions.set(source.key, edition);
  }
  for (const { key, where, quotations = [] } of graph.claims) {
    const claim = idOf(key);
    for (const quotation of quotations) {
      if (claim !== undefined)
        rest(claim, quotation, { edition: editions.get(quotation.source), where, rested }, making);
    }
  }
  for (const { claim, text } of longTexts) {
    const edition = added({ key: '', title: text.slice(0, 60), text }, [], rested, making);
    if (edition) rest(claim, { source: '', exact: edition.text }, { edition, where: claim, rested }, making);
  }
  return rested;
}

function added(
  source: GraphSource,
  quoted: readonly string[],
  rested: Rested,
  making: Making,
): Edition | undefined {
  const { info, newId, at, by, losses } = making;
  const whole = source.text ?? [...new Set(quoted)].join('\n\n');
  if (source.text === undefined) losses.add('quoted-sources', source.key);
  const normal = normalText(storable(whole));
  const text = normalText(fitting(normal));
  if (text.length < normal.length) losses.add('truncated', source.key);
  if (text.trim() === '') return undefined;
  const stamp = { by: by(undefined), at: at(undefined) };
  const row: Source = {
    id: newId(),
    title: shortLine(source.title, LONGEST.title) || '…',
    url: shortLine(source.url ?? '', LONGEST.url),
    language: info.language,
    removed: null,
    ...stamp,
  };
  const edition: Edition = { id: newId(), source: row.id, text, marks: [], reason: '', ...stamp };
  rested.sources.push(row);
  rested.editions.push(edition);
  return edition;
}

/** As much of a text as a source may have. */
function fitting(text: string): string {
  if (utf8Length(text) <= MOST_TEXT_BYTES) return text;
  let [bytes, units] = [0, 0];
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > MOST_TEXT_BYTES) break;
    units += character.length;
  }
  return text.slice(0, units);
}

function rest(
  claim: Id,
  quotation: GraphQuotation,
  { edition, where, rested }: { edition: Edition | undefined; where: string; rested: Rested },
  { newId, at, by, losses }: Making,
): void {
  const stamp = { by: by(undefined), at: at(undefined) };
  const exact = normalText(storable(quotation.exact));
  const passage = edition && findQuote(edition.text, { ...quotation, exact });
  if (edition && passage) {
    const bearing = quotation.relation ?? 'paraphrase';
    rested.quotations.push({
      ...UNTOUCHED,
      id: newId(),
      claim,
      edition: edition.id,
      bearing,
      ...passage,
      ...stamp,
    });
    return;
  }
  losses.add('unanchored', where);
  const text = [...exact].slice(0, LONGEST.comment - 2).join('');
  if (text.trim() !== '')
    rested.comments.push({ id: newId(), claim, text: `“${text}”`, removed: null, ...stamp });
}
