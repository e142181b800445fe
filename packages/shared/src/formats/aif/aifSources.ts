// Sources and quotations of a file that shows them and of which a copy rides along: the copy holds ids, authors and
// times, the file shows what is quoted now. Used by xAIF and SADFace.
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Source } from '../../map/tables/sources.ts';
import { byAge } from '../../map/tree.ts';
import { isFields, textIn, type Fields } from './aifJson.ts';
import type { GraphClaim, GraphQuotation, GraphSource } from '../graph/graph.ts';
import { rowIn } from '../graph/growRows.ts';

/** An edition with the quotations of it that a file can show. */
export interface Shown {
  readonly edition: Edition;
  readonly quotations: readonly Quotation[];
}

/** The newest edition of each source, and the others that shown claims quote. */
export function shownSources(content: MapContent, isShown: (claim: Id) => boolean): Shown[] {
  const editions = content.editions.toSorted(byAge);
  const newest = new Map(editions.map(({ id, source }) => [source, id]));
  const quotations = grouped(
    content.quotations.filter(({ removed, claim }) => !removed && isShown(claim)),
    ({ edition }) => edition,
  );
  const sources = content.sources.filter(({ removed }) => !removed).sort(byAge);
  const bySource = grouped(editions, ({ source }) => source);
  return sources.flatMap(({ id }) =>
    (bySource.get(id) ?? []).flatMap((edition) => {
      const quoted = (quotations.get(edition.id) ?? []).toSorted(byAge);
      return newest.get(id) === edition.id || quoted.length > 0 ? { edition, quotations: quoted } : [];
    }),
  );
}

/** A text of a file, and which claims quote which words of it. */
export interface SeenText {
  readonly key: string;
  /** The id of the edition that it is, in a file of ours. */
  readonly edition: string | undefined;
  readonly text: string | undefined;
  readonly title: string;
  readonly url?: string | undefined;
  readonly quotes: readonly SeenQuote[];
}

export interface SeenQuote {
  /** Key of a claim. */
  readonly claim: string;
  readonly exact: string;
  /** In code points. */
  readonly start: number | undefined;
}

export interface Settled {
  readonly claims: readonly GraphClaim[];
  readonly sources: readonly GraphSource[];
  /** What rode along, without the quotations that the file shows no more. */
  readonly carried: unknown;
}

/**
 * Tells what rode along from what is new. `choose` picks, of the quotations of an edition that are to be shown, those
 * that the format can show.
 */
export function settled(
  claims: readonly GraphClaim[],
  seen: readonly SeenText[],
  carried: unknown,
  choose: (quotations: readonly Quotation[]) => readonly Quotation[],
): Settled {
  const along = new Along(carried, claims);
  const fresh = new Map<string, GraphQuotation[]>();
  const sources: GraphSource[] = [];
  const gone = new Set<Id>();
  for (const text of seen) {
    const edition = along.editionOf(text);
    const source = along.sourceOf(text);
    const known = edition ? choose(along.quotationsOf(edition.id)) : [];
    const left = grouped(known, keyOf);
    const added = new Map<string, SeenQuote>();
    for (const quote of text.quotes) {
      const key = keyOf({ ...quote, claim: along.idOf(quote.claim) });
      if (left.get(key)?.pop() === undefined) added.set(`${quote.claim} ${key}`, quote);
    }
    for (const { id } of [...left.values()].flat()) gone.add(id);
    if (edition && added.size === 0) continue;
    sources.push({
      key: text.key,
      title: source?.title ?? text.title,
      text: text.text,
      url: source?.url ?? text.url,
    });
    for (const { claim, exact, start } of added.values()) {
      const list = fresh.get(claim) ?? [];
      list.push({ source: text.key, exact, start });
      fresh.set(claim, list);
    }
  }
  const quoting = claims.map((claim) => {
    const quotations = fresh.get(claim.key);
    fresh.delete(claim.key);
    return quotations ? { ...claim, quotations } : claim;
  });
  return { claims: quoting, sources, carried: along.without(gone) };
}

class Along {
  private readonly fields: Fields;
  private readonly sources: ReadonlyMap<Id, Source>;
  private readonly editions: ReadonlyMap<string, Edition>;
  private readonly quotations: ReadonlyMap<Id, readonly Quotation[]>;
  private readonly ids: ReadonlyMap<string, string>;

  constructor(
    private readonly carried: unknown,
    claims: readonly GraphClaim[],
  ) {
    this.fields = isFields(carried) ? carried : {};
    const [sources, editions] = [rowsIn(this.fields, 'sources'), rowsIn(this.fields, 'editions')];
    this.sources = new Map(sources.map((source) => [source.id, source]));
    this.editions = new Map(
      editions.flatMap((one) => [
        [one.id, one],
        [one.text, one],
      ]),
    );
    const hidden = new Set(rowsIn(this.fields, 'claims').map(({ id }) => id));
    const shown = rowsIn(this.fields, 'quotations').filter(
      ({ claim, removed }) => !removed && !hidden.has(claim),
    );
    this.quotations = grouped(shown.sort(byAge), ({ edition }) => edition);
    const idIn = (row: unknown): string => (isFields(row) && typeof row['id'] === 'string' ? row['id'] : '');
    this.ids = new Map(claims.map(({ key, row }) => [key, idIn(row)]));
  }

  /** The edition that the text still is, word for word. */
  editionOf({ edition, text }: SeenText): Edition | undefined {
    const found = this.editions.get(edition ?? text ?? '');
    return found?.text === text ? found : undefined;
  }

  sourceOf({ edition, text }: SeenText): Source | undefined {
    return this.sources.get(this.editions.get(edition ?? text ?? '')?.source ?? '');
  }

  quotationsOf(edition: Id): readonly Quotation[] {
    return this.quotations.get(edition) ?? [];
  }

  idOf(claim: string): string {
    return this.ids.get(claim) ?? '';
  }

  without(gone: ReadonlySet<Id>): unknown {
    const list = this.fields['quotations'];
    if (gone.size === 0 || !Array.isArray(list)) return this.carried;
    const kept = (list as readonly unknown[]).filter((row) => !isFields(row) || !gone.has(textIn(row, 'id')));
    return { ...this.fields, quotations: kept };
  }
}

function rowsIn<T extends 'sources' | 'editions' | 'quotations' | 'claims'>(
  fields: Fields,
  table: T,
): MapContent[T][number][] {
  const list = fields[table];
  return (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((raw) => rowIn(table, raw) ?? []);
}

const keyOf = ({ claim, start, exact }: SeenQuote): string => `${claim} ${start ?? ''} ${exact}`;

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
