// The passages that an outline quotes, and the texts they stand in, numbered in the order in which they come.
import type { Bearing, Quotation } from '../../map/tables/quotations.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { Source } from '../../map/tables/sources.ts';
import { bearingOf, byAge } from '../../map/tree.ts';
import type { Shown } from './mapDocumentPeople.ts';
import { isClaim } from '../shownTree.ts';

export interface Quoted {
  readonly quotation: Quotation;
  readonly bearing: Bearing;
  readonly source: Source;
  /** From 1, of the source. */
  readonly number: number;
}

export interface QuotedTexts {
  readonly on: (claim: Id) => readonly Quoted[];
  readonly sources: readonly Source[];
}

export function quotedTexts({ tree, quotations, sources }: Shown, editions: readonly Edition[]): QuotedTexts {
  const sourceOf = new Map(editions.map(({ id, source }) => [id, source]));
  const byId = new Map(sources.map((source) => [source.id, source]));
  const found = new Map<Id, Quotation[]>();
  for (const quotation of [...quotations].sort(byAge)) {
    const list = found.get(quotation.claim);
    if (list) list.push(quotation);
    else found.set(quotation.claim, [quotation]);
  }
  const numbers = new Map<Source, number>();
  const byClaim = new Map<Id, Quoted[]>();
  for (const claim of tree.inOrder.filter(isClaim)) {
    const quoted = (found.get(claim.id) ?? []).flatMap((quotation): Quoted[] => {
      const source = byId.get(sourceOf.get(quotation.edition) ?? '');
      if (!source) return [];
      const number = numbers.get(source) ?? numbers.size + 1;
      numbers.set(source, number);
      return [{ quotation, bearing: bearingOf(quotation, claim), source, number }];
    });
    byClaim.set(claim.id, quoted);
  }
  return { on: (claim) => byClaim.get(claim) ?? [], sources: [...numbers.keys()] };
}
