// The rows of a map: the claims as people read them, each with what is said about it, then the texts and the people.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Reference } from '../../map/tables/references.ts';
import type { Source } from '../../map/tables/sources.ts';
import type { Stamp } from '../../map/stamp.ts';
import { scoreOf, type Scores } from '../../strength/scores.ts';
import { relationOf } from '../../map/relation.ts';
import { byAge, type Premise } from '../../map/tree.ts';
import { isoOf } from './csvCell.ts';
import { listed } from './csvKeys.ts';
import type { Cells } from './csvTable.ts';
import type { Shown } from '../document/mapDocumentPeople.ts';
import { documentWordsFor } from '../document/mapDocumentWords.ts';
import { numbered } from '../document/numbering.ts';
import { QuotationPlaces } from '../document/quotationPlaces.ts';
import { isClaim } from '../shownTree.ts';
import { wordsFor, type Words } from '../words.ts';

export function csvRows(content: MapContent, shown: Shown, scores?: Scores): Cells[] {
  return [...headRows(content), ...new Writing(content, shown, scores).rows()];
}

function headRows({ info: { title, question, about, language } }: MapContent): Cells[] {
  return [
    { kind: 'title', text: title, language },
    ...(question === '' ? [] : [{ kind: 'question', text: question }]),
    ...(about === '' ? [] : [{ kind: 'about', text: about }]),
  ];
}

type Below = Claim | Argument | Reference;

class Writing {
  private readonly names: ReadonlyMap<Id, string>;
  private readonly numberOf: ReadonlyMap<Id, string>;
  private readonly words: Words;
  private readonly quotationsOn: ReadonlyMap<Id, readonly Quotation[]>;
  private readonly editionsOf: ReadonlyMap<Id, readonly Edition[]>;
  private readonly places: QuotationPlaces;

  constructor(
    private readonly content: MapContent,
    private readonly shown: Shown,
    private readonly scores: Scores | undefined,
  ) {
    this.names = new Map(content.participants.map(({ id, name }) => [id, name]));
    this.numberOf = numbered(shown.tree).numberOf;
    const { language } = content.info;
    this.words = wordsFor(language);
    const words = { ...this.words, ...documentWordsFor(language) };
    this.places = new QuotationPlaces(shown.sources, content.editions, words);
    this.quotationsOn = oldestFirst(shown.quotations, ({ claim }) => claim);
    this.editionsOf = oldestFirst(content.editions, ({ source }) => source);
  }

  *rows(): Generator<Cells> {
    const { theses, premisesOf, repliesTo } = this.shown.tree;
    const stack: Below[] = [...theses].reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if ('claim' in next) {
        yield this.reference(next);
        continue;
      }
      yield* isClaim(next) ? this.claimRows(next) : [this.argument(next)];
      const premises = isClaim(next) ? [] : premisesOf(next.id).map(belowOf);
      for (const below of [...premises, ...repliesTo(next.id)].reverse()) stack.push(below);
    }
    for (const source of this.shown.sources) yield* this.sourceRows(source);
    for (const { id, name, role, at } of this.content.participants)
      yield { kind: 'person', id, text: name, relation: role ?? '', created: isoOf(at) };
  }

  private *claimRows(claim: Claim): Generator<Cells> {
    const { id, text, language, home, order, reworded, beside } = claim;
    const place = home === null ? { relation: 'thesis' } : { relation: 'premise', under: home };
    yield {
      kind: 'claim',
      id,
      number: this.numberOf.get(id) ?? '',
      ...place,
      text,
      language,
      order,
      ...this.made(claim),
      ...scoredCells(this.scores, id),
    };
    if (reworded) yield { kind: 'rewording', under: id, ...this.made(reworded) };
    for (const wording of beside)
      yield { kind: 'wording', under: id, text: wording.text, ...this.made(wording) };
    for (const quotation of this.quotationsOn.get(id) ?? []) yield* this.quotation(quotation);
    for (const comment of this.shown.tree.commentsOn(id))
      yield { kind: 'comment', id: comment.id, under: id, text: comment.text, ...this.made(comment) };
  }

  private argument(argument: Argument): Cells {
    const { id, target, order, scheme } = argument;
    return {
      kind: 'argument',
      id,
      number: this.numberOf.get(id) ?? '',
      relation: relationOf(argument),
      under: target.id,
      order,
      scheme: scheme ?? '',
      ...this.made(argument),
    };
  }

  /** Its text is for people. */
  private reference(reference: Reference): Cells {
    const { id, argument, claim, order } = reference;
    const text = this.words.see(this.numberOf.get(claim) ?? '');
    return {
      kind: 'reference',
      id,
      relation: 'premise',
      under: argument,
      'refers to': claim,
      text,
      order,
      ...this.made(reference),
    };
  }

  private *quotation(quotation: Quotation): Generator<Cells> {
    const { id, claim, edition, bearing, exact, prefix, suffix, rule, gloss, stands } = quotation;
    yield {
      kind: 'quotation',
      id,
      number: this.places.placeOf(quotation),
      relation: bearing,
      under: claim,
      'refers to': edition,
      text: exact,
      ...placed(quotation),
      prefix,
      suffix,
      reason: rule,
      ...this.made(quotation),
    };
    if (gloss)
      yield { kind: 'gloss', under: id, text: gloss.text, language: gloss.language, ...this.made(gloss) };
    if (stands) {
      const { status, edition: latest } = stands;
      yield { kind: 'anchor', under: id, relation: status, 'refers to': latest, ...placed(stands) };
    }
  }

  private *sourceRows(source: Source): Generator<Cells> {
    const { id, title, url, language, removed } = source;
    yield { kind: 'source', id, text: title, language, url, ...this.made(source) };
    if (removed) yield { kind: 'removal', under: id, ...this.made(removed) };
    for (const edition of this.editionsOf.get(id) ?? []) yield* this.editionRows(edition);
  }

  private *editionRows(edition: Edition): Generator<Cells> {
    const { id, source, text, reason, marks } = edition;
    yield { kind: 'edition', id, under: source, text, reason, ...this.made(edition) };
    for (const { start, speaker, time } of marks)
      yield {
        kind: 'mark',
        under: id,
        text: speaker,
        start: String(start),
        milliseconds: time === null ? '' : String(time),
      };
  }

  private made({ by, at }: Stamp): Cells {
    return by === null
      ? { created: isoOf(at) }
      : { author: this.names.get(by) ?? '', 'author id': by, created: isoOf(at) };
  }
}

/** [G15] */
function scoredCells(scores: Scores | undefined, claim: Id): Cells {
  const shown = scores?.byClaim.get(claim);
  if (!scores || !shown) return {};
  return {
    strength: String(scoreOf(shown)),
    'strength method': scores.method,
    'strength prior': String(scores.prior),
    'strength relevance prior': String(scores.relevance),
    'strength prior weight': String(scores.weight),
    'strength counted': isoOf(scores.at),
    'strength map version': String(scores.version),
  };
}

const placed = ({ start, end }: Pick<Quotation, 'start' | 'end'>): Cells => {
  return { start: String(start), end: String(end) };
};

const belowOf = ({ claim, reference }: Premise): Below => reference ?? claim;

function oldestFirst<T extends Stamp & { readonly id: Id }>(
  all: readonly T[],
  keyOf: (one: T) => Id,
): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const one of [...all].sort(byAge)) listed(groups, keyOf(one), one);
  return groups;
}
