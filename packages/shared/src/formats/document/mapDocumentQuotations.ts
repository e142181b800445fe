// Where the claims of a document rest on texts: the notes to its lines, and the passages in its list of sources.
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { Gloss, Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import { bearingOf, byAge } from '../../map/tree.ts';
import type { DocumentGloss, DocumentPassage, DocumentQuotation, DocumentSource } from './mapDocument.ts';
import type { Shown } from './mapDocumentPeople.ts';
import { httpLink } from './mapDocumentText.ts';
import type { DocumentWords } from './mapDocumentWords.ts';
import { QuotationPlaces } from './quotationPlaces.ts';
import type { Words } from '../words.ts';

interface Speaking {
  readonly words: Words & DocumentWords;
  /** Of those who are named with what they wrote. */
  readonly names: ReadonlyMap<Id, string>;
}

export class DocumentQuotations {
  private readonly sources: readonly Source[];
  private readonly places: QuotationPlaces;
  private readonly byClaim: ReadonlyMap<Id, readonly Quotation[]>;
  private readonly bySource: ReadonlyMap<number, readonly Quotation[]>;
  private notes = 0;

  constructor(
    shown: Shown,
    editions: readonly Edition[],
    private readonly speaking: Speaking,
  ) {
    this.sources = shown.sources;
    this.places = new QuotationPlaces(shown.sources, editions, speaking.words);
    const quotations = [...shown.quotations].sort(byAge);
    this.byClaim = groupedBy(quotations, ({ claim }) => claim);
    this.bySource = groupedBy(quotations, (quotation) => this.places.textOf(quotation)?.source ?? -1);
  }

  /** To be asked once for each claim, in the order of the outline: notes are numbered as they are given. */
  notesOf(claim: Claim): DocumentQuotation[] {
    const { words } = this.speaking;
    return (this.byClaim.get(claim.id) ?? []).flatMap((quotation) => {
      const text = this.places.textOf(quotation);
      const source = text && this.sources[text.source];
      if (!source) return [];
      const place = this.places.standingOf(quotation);
      return {
        note: ++this.notes,
        exact: quotation.exact,
        language: source.language,
        bearing: words.bearing[bearingOf(quotation, claim)],
        source: text.source,
        place: place ? `${source.title}${words.comma}${place}` : source.title,
        gloss: quotation.gloss && this.gloss(quotation.gloss),
      };
    });
  }

  list(numberOf: (claim: Id) => string): DocumentSource[] {
    return this.sources.map(({ title, url, language }, i) => ({
      title,
      url,
      link: httpLink(url),
      language,
      passages: this.passagesOf(this.bySource.get(i) ?? [], numberOf),
    }));
  }

  private gloss({ text, language, by }: Gloss): DocumentGloss {
    const { words, names } = this.speaking;
    return { text: words.quoted(text), language, by: words.translated((by && names.get(by)) ?? '') };
  }

  /** In the order of the texts; claims that rest on the same words share a line. */
  private passagesOf(quotations: readonly Quotation[], numberOf: (claim: Id) => string): DocumentPassage[] {
    const nth = (quotation: Quotation): number => this.places.textOf(quotation)?.nth ?? 0;
    const ordered = [...quotations].sort((a, b) => nth(a) - nth(b) || a.start - b.start || a.end - b.end);
    const same = groupedBy(ordered, ({ edition, start, end }) => `${edition} ${start} ${end}`);
    return [...same.values()].flatMap((group) => {
      const [first] = group;
      if (!first || !this.places.textOf(first)) return [];
      const claims = [...new Set(group.map(({ claim }) => numberOf(claim)))];
      return { exact: first.exact, place: this.places.placeOf(first), claims };
    });
  }
}

function groupedBy<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
