// Where the claims of a document rest on texts: the notes to its lines, and the passages in its list of sources.
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition, SpeechMark } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import { bearingOf, byAge } from '../../map/tree.ts';
import { type DocumentPassage, type DocumentQuotation, type DocumentSource } from './mapDocument.ts';
import type { Shown } from './mapDocumentPeople.ts';
import { httpLink } from './mapDocumentText.ts';
import type { DocumentWords } from './mapDocumentWords.ts';
import type { Words } from '../words.ts';

/** A text, with what is looked up for each passage of it. */
interface Text {
  readonly marks: readonly SpeechMark[];
  /** Place of its source in the list. */
  readonly source: number;
  /** From 1, among the texts of its source. */
  readonly nth: number;
  readonly isOnly: boolean;
}

export class DocumentQuotations {
  private readonly sources: readonly Source[];
  private readonly texts: ReadonlyMap<Id, Text>;
  private readonly byClaim: ReadonlyMap<Id, readonly Quotation[]>;
  private readonly bySource: ReadonlyMap<number, readonly Quotation[]>;
  private notes = 0;

  constructor(
    shown: Shown,
    editions: readonly Edition[],
    private readonly words: Words & DocumentWords,
  ) {
    this.sources = shown.sources;
    this.texts = textsOf(shown.sources, editions);
    const quotations = [...shown.quotations].sort(byAge);
    this.byClaim = groupedBy(quotations, ({ claim }) => claim);
    this.bySource = groupedBy(quotations, ({ edition }) => this.texts.get(edition)?.source ?? -1);
  }

  /** To be asked once for each claim, in the order of the outline: notes are numbered as they are given. */
  notesOf(claim: Claim): DocumentQuotation[] {
    return (this.byClaim.get(claim.id) ?? []).flatMap((quotation) => {
      const text = this.texts.get(quotation.edition);
      const source = text && this.sources[text.source];
      if (!source) return [];
      const place = this.placeIn(text, quotation);
      return {
        note: ++this.notes,
        exact: quotation.exact,
        language: source.language,
        bearing: this.words.bearing[bearingOf(quotation, claim)],
        source: text.source,
        place: place ? `${source.title}${this.words.comma}${place}` : source.title,
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

  /** In the order of the texts; claims that rest on the same words share a line. */
  private passagesOf(quotations: readonly Quotation[], numberOf: (claim: Id) => string): DocumentPassage[] {
    const nth = ({ edition }: Quotation): number => this.texts.get(edition)?.nth ?? 0;
    const ordered = [...quotations].sort((a, b) => nth(a) - nth(b) || a.start - b.start || a.end - b.end);
    const same = groupedBy(ordered, ({ edition, start, end }) => `${edition} ${start} ${end}`);
    return [...same.values()].flatMap((group) => {
      const [first] = group;
      const text = first && this.texts.get(first.edition);
      if (!text) return [];
      const claims = [...new Set(group.map(({ claim }) => numberOf(claim)))];
      return { exact: first.exact, place: this.placeIn(text, first), claims };
    });
  }

  private placeIn({ marks, nth, isOnly }: Text, { start }: Quotation): string {
    const mark = lastUpTo(marks, start);
    const time = mark?.time ?? null;
    return [isOnly ? '' : this.words.edition(nth), mark?.speaker ?? '', time === null ? '' : clockOf(time)]
      .filter(Boolean)
      .join(this.words.comma);
  }
}

function textsOf(sources: readonly Source[], editions: readonly Edition[]): Map<Id, Text> {
  const bySource = groupedBy([...editions].sort(byAge), ({ source }) => source);
  const texts = sources.flatMap(({ id }, source) =>
    (bySource.get(id) ?? []).map((edition, i, all): [Id, Text] => {
      return [edition.id, { marks: edition.marks, source, nth: i + 1, isOnly: all.length === 1 }];
    }),
  );
  return new Map(texts);
}

/** Marks ascend within their text; the last that begins at or before an offset is who speaks there. */
function lastUpTo(marks: readonly SpeechMark[], start: number): SpeechMark | undefined {
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((marks[middle]?.start ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  return marks[from - 1];
}

/** 754_000 ms as 12:34, an hour more as 1:12:34. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
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
