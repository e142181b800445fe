// Where a quotation stands in its source, in words: "edition 2, Ms Li, 12:30, ¶ 4".
import type { Edition, SpeechMark } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import { isUnsettled, type Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import { byAge } from '../../map/tree.ts';
import { blocks } from '../../source/sentences.ts';
import { listed } from '../csv/csvKeys.ts';
import type { Words } from '../words.ts';
import type { DocumentWords } from './mapDocumentWords.ts';

/** A text, with what is looked up for each passage of it. */
export interface QuotedText {
  readonly edition: Edition;
  /** Place of its source in the list. */
  readonly source: number;
  /** From 1, among the texts of its source. */
  readonly nth: number;
  readonly isOnly: boolean;
}

export class QuotationPlaces {
  private readonly texts: ReadonlyMap<Id, QuotedText>;
  /** Where the paragraphs of a text end, in code points. */
  private readonly ends = new Map<Id, readonly number[]>();

  constructor(
    sources: readonly Source[],
    editions: readonly Edition[],
    private readonly words: Words & DocumentWords,
  ) {
    const bySource = new Map<Id, Edition[]>();
    for (const edition of editions.toSorted(byAge)) listed(bySource, edition.source, edition);
    const texts = sources.flatMap(({ id }, source) =>
      (bySource.get(id) ?? []).map((edition, i, all): [Id, QuotedText] => {
        return [edition.id, { edition, source, nth: i + 1, isOnly: all.length === 1 }];
      }),
    );
    this.texts = new Map(texts);
  }

  readonly textOf = ({ edition }: Pick<Quotation, 'edition'>): QuotedText | undefined =>
    this.texts.get(edition);

  /** Which text, if there are several, who speaks there and when, and the paragraph. */
  placeOf(quotation: Quotation): string {
    const text = this.textOf(quotation);
    if (!text) return '';
    const mark =
      text.edition.marks[countUpTo(text.edition.marks, ({ start }) => start <= quotation.start) - 1];
    return this.joined([
      text.isOnly ? '' : this.words.edition(text.nth),
      mark?.speaker ?? '',
      clockOf(mark),
      this.paragraphOf(text, quotation),
    ]);
  }

  /** The same, and that its words are others in the latest text or gone from it, while nobody has settled that. */
  standingOf(quotation: Quotation): string {
    const { stands } = quotation;
    const latest = stands && isUnsettled(quotation) ? this.texts.get(stands.edition) : undefined;
    const edition = latest && this.words.edition(latest.nth);
    const change =
      edition && stands && this.words[stands.status === 'changed' ? 'changedIn' : 'goneIn'](edition);
    return this.joined([this.placeOf(quotation), change ?? '']);
  }

  private joined(parts: readonly string[]): string {
    return parts.filter((part) => part !== '').join(this.words.comma);
  }

  /** The one in which it begins; none for a text without words. */
  private paragraphOf({ edition }: QuotedText, { start }: Quotation): string {
    const ends = this.ends.get(edition.id) ?? blocks(edition.text).map(({ end }) => end);
    this.ends.set(edition.id, ends);
    const number = Math.min(countUpTo(ends, (end) => end <= start) + 1, ends.length);
    return number === 0 ? '' : `¶ ${number}`;
  }
}

/** How many at the beginning of an ascending list are so. */
function countUpTo<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** 754_000 ms as 12:34, an hour more as 1:12:34; empty without a time. */
function clockOf(mark: SpeechMark | undefined): string {
  if (typeof mark?.time !== 'number') return '';
  const seconds = Math.floor(mark.time / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
