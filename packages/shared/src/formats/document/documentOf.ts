// Makes the document of a map: looks up, numbers and words what it says.
import type { MapContent } from '../../map/map.ts';
import type { Relation } from '../../map/relation.ts';
import type { Origin } from '../format.ts';
import type { ExportOptions } from '../options.ts';
import type { DocumentPart, Fact, LegendEntry, MapDocument } from './mapDocument.ts';
import { DocumentLines } from './mapDocumentLines.ts';
import { markingsOf } from './mapDocumentMarkings.ts';
import { contributorsTo, shownOf, soleVoiceOf } from './mapDocumentPeople.ts';
import { DocumentQuotations } from './mapDocumentQuotations.ts';
import { documentWordsFor, RELATION_SIGNS, type DocumentWords } from './mapDocumentWords.ts';
import { httpLink, printable } from './mapDocumentText.ts';
import { settled } from './numberingSettled.ts';
import { dateOf, wordsFor, type Words } from '../words.ts';

const RELATIONS = ['thesis', 'support', 'rebut', 'undercut'] as const satisfies Relation[];

/** The content is what is to be shown: without comments, quotations or authors where they are not wanted. */
export function documentOf(
  given: MapContent,
  origin: Origin,
  { marking = false }: Partial<Pick<ExportOptions, 'marking'>> = {},
): MapDocument {
  const { content, tree } = settled(printable(given));
  const { title, question, about, language } = content.info;
  const words = { ...wordsFor(language), ...documentWordsFor(language) };
  const shown = shownOf(content, tree);
  const names = new Map(content.participants.map(({ id, name }) => [id, name]));
  if (soleVoiceOf(shown) !== null) names.clear();
  const quotations = new DocumentQuotations(shown, content.editions, { words, names });
  const lines = new DocumentLines(shown.tree, quotations, { words, names, language });
  const parts = lines.parts();
  const sources = quotations.list(lines.numberOf);
  const contributors = contributorsTo(shown, content.participants).map(({ name }) => name);
  const facts = [
    ...factsOf(origin, words),
    { label: words.fact.contributors, text: contributors.join(words.comma), link: null },
  ];
  return {
    title,
    question,
    about,
    language,
    facts: facts.filter(({ text }) => text !== ''),
    parts,
    sources,
    markings: marking ? markingsOf(content, tree, words) : [],
    legend: legendOf(parts, words),
    words,
  };
}

function factsOf({ at, version, permalink }: Origin, words: DocumentWords): Fact[] {
  return [
    { label: words.fact.date, text: dateOf(at), link: null },
    { label: words.fact.version, text: String(version), link: null },
    { label: words.fact.address, text: permalink ?? '', link: httpLink(permalink ?? '') },
  ];
}

function legendOf(parts: readonly DocumentPart[], words: Words & DocumentWords): LegendEntry[] {
  const lines = parts.flatMap((part) => part.lines);
  const relations = new Set(lines.map(({ relation }) => relation));
  const entries = RELATIONS.filter((kind) => relations.has(kind)).map((kind): LegendEntry => {
    return { kind, sign: RELATION_SIGNS[kind], word: words.relation[kind], meaning: words.meaning[kind] };
  });
  if (relations.has(undefined))
    entries.push({ kind: 'joint', sign: 'a b', word: words.joint, meaning: words.meaning.joint });
  if (lines.some(({ see }) => see !== null))
    entries.push({ kind: 'reference', sign: '→', word: words.reference, meaning: words.meaning.reference });
  return entries;
}
