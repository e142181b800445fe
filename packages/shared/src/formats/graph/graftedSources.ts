import type { SingleEdit } from '../../map/edit.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Source } from '../../map/tables/sources.ts';
import { bearingOf, byAge } from '../../map/tree.ts';
import { pointsIn } from '../../source/passage.ts';
import type { ShownTree } from '../shownTree.ts';

export interface SourceEdits {
  /** Sources and editions, before any claim. */
  readonly before: readonly SingleEdit[];
  /** Quotations, once the claims are there. */
  readonly after: readonly SingleEdit[];
  /** The sources alone, without their texts. Those of several editions are left to whoever takes the rest back. */
  readonly upper: readonly SingleEdit[];
}

/** The texts of a content as edits: sources still offered, and those that shown claims quote. */
export function sourceEdits(content: MapContent, tree: ShownTree): SourceEdits {
  const claims = new Map(content.claims.map((claim) => [claim.id, claim]));
  const quotations = content.quotations
    .filter(({ claim, removed }) => !removed && tree.has(claim))
    .sort(byAge);
  const quoted = new Set(quotations.map(({ edition }) => edition));
  const editions = new Map<Id, Edition[]>();
  for (const edition of content.editions.toSorted(byAge)) {
    const list = editions.get(edition.source) ?? [];
    list.push(edition);
    editions.set(edition.source, list);
  }
  const sameText = new Map<Id, Id>();
  const kept = content.sources.filter(
    ({ id, removed }) => !removed || (editions.get(id) ?? []).some((edition) => quoted.has(edition.id)),
  );
  const before = kept.flatMap((source) => editionEdits(source, editions.get(source.id) ?? [], sameText));
  const after = quotations.flatMap((quotation): SingleEdit[] => {
    const claim = claims.get(quotation.claim);
    if (!claim) return [];
    const { id, start, end, edition, rule, gloss } = quotation;
    const passage = { edition: sameText.get(edition) ?? edition, start, end };
    const bearing = bearingOf(quotation, claim);
    const from = rule === '' ? {} : { rule };
    const quote: SingleEdit = { kind: 'quote', quotation: id, claim: claim.id, ...passage, bearing, ...from };
    return gloss
      ? [quote, { kind: 'gloss', quotation: id, text: gloss.text, language: gloss.language }]
      : [quote];
  });
  return { before, after, upper: withoutTexts(before) };
}

function withoutTexts(edits: readonly SingleEdit[]): SingleEdit[] {
  const corrected = new Set(edits.flatMap((edit) => (edit.kind === 'add-edition' ? [edit.source] : [])));
  return edits.flatMap((edit) =>
    edit.kind === 'add-source' && !corrected.has(edit.source) ? [{ ...edit, text: '…', marks: [] }] : [],
  );
}

/** A source with its first edition, then the others: a text it has already is not one more. */
function editionEdits(source: Source, editions: readonly Edition[], sameText: Map<Id, Id>): SingleEdit[] {
  const byText = new Map<string, Id>();
  return editions.flatMap((edition): SingleEdit[] => {
    const known = byText.get(edition.text);
    if (known !== undefined) {
      sameText.set(edition.id, known);
      return [];
    }
    const isFirst = byText.size === 0;
    byText.set(edition.text, edition.id);
    const { id, text, reason } = edition;
    const words = { edition: id, source: source.id, text, marks: ascending(edition) };
    const { title, url, language } = source;
    return isFirst
      ? [{ kind: 'add-source', title, url, language, ...words }]
      : [{ kind: 'add-edition', ...words, reason: reason.trim() || '…' }];
  });
}

/** Files may hold marks that the rule would not take. */
function ascending({ text, marks }: Edition): Edition['marks'][number][] {
  const length = pointsIn(text);
  const kept: Edition['marks'][number][] = [];
  for (const mark of marks)
    if (mark.start < length && mark.start > (kept.at(-1)?.start ?? -1)) kept.push(mark);
  return kept;
}
