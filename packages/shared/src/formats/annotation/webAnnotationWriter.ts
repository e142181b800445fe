// Quotations as a page of the Web Annotation Data Model (W3C Recommendation, 2017): the claim annotates the passage that it
// rests on. Offsets count code points, as section 4.2.5 asks. Under a key of ours the texts ride along.
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Participant } from '../../map/tables/participants.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import type { Stamp } from '../../map/stamp.ts';
import { byAge } from '../../map/tree.ts';
import { CARRIED } from '../graph/carried.ts';
import { isoOf } from '../csv/csvCell.ts';
import { listed } from '../csv/csvKeys.ts';
import type { Origin } from '../format.ts';
import type { Shown } from '../document/mapDocumentPeople.ts';
import { isClaim } from '../shownTree.ts';
import { glossOf } from './webAnnotationItems.ts';

/** Each annotation and each text in a line of its own. */
export function annotationPage(
  content: MapContent,
  shown: Shown,
  { at, version, permalink }: Origin,
): string {
  const { title, question, about, language } = content.info;
  const items = new Writing(content, shown, permalink).annotations();
  const home = permalink ?? '';
  const texts = new Set(shown.sources.map(({ id }) => id));
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${home}#quotations`,
    type: 'AnnotationPage',
    partOf: {
      id: home,
      type: 'AnnotationCollection',
      label: title,
      modified: isoOf(at),
      total: items.length,
    },
    startIndex: 0,
  };
  const carried = { version, info: { title, question, about, language } };
  const rows = {
    sources: shown.sources.map(sourceRow),
    editions: content.editions.filter(({ source }) => texts.has(source)).map(editionRow),
    participants: content.participants.map(personRow),
  };
  const lists = Object.entries(rows).map(([name, list]) => listOf(name, list));
  return `{\n${fieldsOf(head)},\n${listOf('items', items)},\n"${CARRIED}": {\n${fieldsOf(carried)},\n${lists.join(',\n')}\n}\n}\n`;
}

const fieldsOf = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
    .join(',\n');

const listOf = (name: string, list: readonly object[]): string =>
  `"${name}": [${list.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]`;

// Fields in one order, so that the same map is the same file.
const stampOf = ({ by, at }: Stamp): Stamp => ({ by, at });
const sourceRow = ({ id, title, url, language, removed, ...made }: Source): Source => {
  return { id, title, url, language, ...stampOf(made), removed: removed && stampOf(removed) };
};
const editionRow = ({ id, source, text, marks, reason, ...made }: Edition): Edition => {
  const voices = marks.map(({ start, speaker, time }) => ({ start, speaker, time }));
  return { id, source, text, marks: voices, reason, ...stampOf(made) };
};
/** The debate stays behind, and with it who is on which side. */
const personRow = ({ id, name, role, pseudonym, at }: Participant): Omit<Participant, 'side'> => {
  return { id, name, role, pseudonym, at };
};

class Writing {
  private readonly names: ReadonlyMap<Id, string>;
  private readonly sources: ReadonlyMap<Id, Source>;
  private readonly editions: ReadonlyMap<Id, Edition>;

  constructor(
    content: MapContent,
    private readonly shown: Shown,
    private readonly permalink: string | null,
  ) {
    this.names = new Map(content.participants.map(({ id, name }) => [id, name]));
    this.sources = new Map(content.sources.map((source) => [source.id, source]));
    this.editions = new Map(content.editions.map((edition) => [edition.id, edition]));
  }

  /** In the order in which people read the claims. */
  annotations(): object[] {
    const on = new Map<Id, Quotation[]>();
    for (const quotation of [...this.shown.quotations].sort(byAge)) listed(on, quotation.claim, quotation);
    return this.shown.tree.inOrder
      .filter(isClaim)
      .flatMap((claim) => (on.get(claim.id) ?? []).map((quotation) => this.annotation(claim, quotation)));
  }

  private annotation(claim: Claim, quotation: Quotation): object {
    const { id, text, language } = claim;
    const said = { purpose: 'describing', value: text, format: 'text/plain', language };
    return {
      id: urn(quotation.id),
      type: 'Annotation',
      ...this.made(quotation),
      body: [
        {
          type: 'SpecificResource',
          purpose: 'linking',
          source: this.permalink === null ? urn(id) : `${this.permalink}#${id}`,
        },
        { id: urn(id), type: 'TextualBody', ...said, ...this.made(claim) },
        { type: 'TextualBody', purpose: 'classifying', value: quotation.bearing },
        ...this.gloss(quotation),
      ],
      target: this.target(quotation),
      ...carriedOf(quotation),
    };
  }

  /** The model has no purpose for translations: others show it as a remark on the words, we know it by its name. */
  private gloss({ id, gloss }: Quotation): object[] {
    if (!gloss) return [];
    const said = { purpose: 'commenting', value: gloss.text, format: 'text/plain', language: gloss.language };
    return [{ id: glossOf(urn(id)), type: 'TextualBody', ...said, ...this.made(gloss) }];
  }

  private target({ edition: id, exact, prefix, suffix, start, end }: Quotation): object {
    const edition = this.editions.get(id);
    const source = this.sources.get(edition?.source ?? '');
    return {
      type: 'SpecificResource',
      source: isAddress(source?.url ?? '') ? source?.url : urn(source?.id ?? ''),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
      state: { type: 'TimeState', sourceDate: isoOf(edition?.at ?? 0), cached: urn(id) },
    };
  }

  private made({ by, at }: Stamp): object {
    const creator =
      by === null ? {} : { creator: { id: urn(by), type: 'Person', name: this.names.get(by) ?? '' } };
    return { ...creator, created: isoOf(at) };
  }
}

/**
 * Where the words stand in a later edition rides along unseen. A second target would say that the claim rests on those
 * words too (section 3.2.6), a state that the same words are found there (4.3); they may be changed or gone.
 */
function carriedOf({ stands, rule }: Quotation): object {
  if (stands === null && rule === '') return {};
  const place = stands && {
    edition: stands.edition,
    status: stands.status,
    start: stands.start,
    end: stands.end,
  };
  return { [CARRIED]: { stands: place, rule } };
}

const urn = (id: Id): string => `urn:uuid:${id}`;

const isAddress = (url: string): boolean => /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url);
