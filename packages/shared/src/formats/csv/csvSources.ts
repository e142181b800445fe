// The texts of a file and the passages that claims rest on. A passage is looked up by its words where its place no longer
// fits; where they are gone, it becomes a comment.
import { normalText } from '../../source/passage.ts';
import { Bearing, type Quotation } from '../../map/tables/quotations.ts';
import { Language, type Id } from '../../map/id.ts';
import type { Edition, SpeechMark } from '../../map/tables/editions.ts';
import type { Source } from '../../map/tables/sources.ts';
import type { Stamp } from '../../map/stamp.ts';
import { storable } from '../../map/text.ts';
import { countIn } from './csvCell.ts';
import type { Kind } from './csvColumns.ts';
import { listed } from './csvKeys.ts';
import type { CsvRow } from './csvTable.ts';
import { rowIn } from '../graph/growRows.ts';
import type { Losses, LossKind } from '../loss.ts';
import { anchored } from '../annotation/webAnnotationPassage.ts';

export interface SourceReading {
  readonly rowsOf: (kind: Kind) => readonly CsvRow[];
  /** The row's own id, or a fresh one where it has none or one that is taken. */
  readonly idOf: (row: CsvRow) => Id;
  readonly stampOf: (row: CsvRow) => Stamp;
  /** Of sources that name none. */
  readonly language: Language;
  readonly losses: Losses;
}

export class CsvSources {
  readonly sources: Source[] = [];
  readonly editions: Edition[] = [];
  /** By what the file calls them. */
  private readonly sourceIds = new Map<string, Id>();
  private readonly named = new Map<string, Edition>();
  /** By the quotation that they are under, as the file calls it. */
  private readonly glosses: Map<string, CsvRow>;
  private readonly anchors: Map<string, CsvRow>;

  constructor(private readonly from: SourceReading) {
    const { rowsOf, stampOf, losses } = from;
    const removals = new Map(rowsOf('removal').map((row) => [row.get('under'), stampOf(row)]));
    this.glosses = this.under('gloss', 'glosses');
    this.anchors = this.under('anchor', 'anchors');
    const marks = this.marks();
    for (const row of rowsOf('source')) {
      if (!this.addSource(row, removals.get(row.get('id')) ?? null)) losses.add('sources', row.where);
    }
    for (const row of rowsOf('edition')) {
      if (!this.addEdition(row, marks.get(row.get('id')) ?? [])) losses.add('sources', row.where);
    }
    for (const edition of marks.keys()) if (!this.named.has(edition)) losses.add('dangling', edition);
  }

  /** Undefined where its text does not have the words. */
  quotation(row: CsvRow, claim: Id): Quotation | undefined {
    const { idOf, stampOf } = this.from;
    const edition = this.named.get(row.get('refers to'));
    const [exact, prefix, suffix] = [row.get('text'), row.get('prefix'), row.get('suffix')];
    const place = { start: countIn(row.get('start')), end: countIn(row.get('end')) };
    const passage = edition && anchored(edition, { exact, prefix, suffix, ...place });
    if (!passage) return undefined;
    const bearing = Bearing.safeParse(row.get('relation')).data ?? 'paraphrase';
    const places = { claim, edition: edition.id, bearing, ...passage };
    let quotation = rowIn('quotations', { id: idOf(row), ...places, removed: null, ...stampOf(row) });
    for (const { kind, where, more } of this.besideWords(row)) {
      const fuller = rowIn('quotations', { ...quotation, ...more });
      if (!fuller) this.from.losses.add(kind, where);
      quotation = fuller ?? quotation;
    }
    return quotation;
  }

  /** To be called when all quotations were asked for: rows under none of them are told. */
  tellRest(): void {
    for (const row of this.glosses.values()) this.from.losses.add('glosses', row.where);
    for (const row of this.anchors.values()) this.from.losses.add('anchors', row.where);
  }

  private besideWords(row: CsvRow): { kind: LossKind; where: string; more: object }[] {
    const [gloss, anchor, rule] = [taken(this.glosses, row), taken(this.anchors, row), row.get('reason')];
    const text = gloss && {
      text: gloss.get('text'),
      language: gloss.get('language'),
      ...this.from.stampOf(gloss),
    };
    const stands = anchor && {
      edition: this.named.get(anchor.get('refers to'))?.id,
      status: anchor.get('relation'),
      start: countIn(anchor.get('start')),
      end: countIn(anchor.get('end')),
    };
    return [
      ...(gloss ? [{ kind: 'glosses', where: gloss.where, more: { gloss: text } } as const] : []),
      ...(anchor ? [{ kind: 'anchors', where: anchor.where, more: { stands } } as const] : []),
      ...(rule === '' ? [] : [{ kind: 'suggestions', where: row.where, more: { rule } } as const]),
    ];
  }

  private addSource(row: CsvRow, removed: Stamp | null): boolean {
    const { idOf, stampOf } = this.from;
    const language = Language.safeParse(row.get('language')).data ?? this.from.language;
    const [id, title, url] = [idOf(row), row.get('text'), row.get('url')];
    const source = rowIn('sources', { id, title, url, language, removed, ...stampOf(row) });
    if (!source) return false;
    this.sources.push(source);
    this.sourceIds.set(row.get('id'), source.id);
    return true;
  }

  private addEdition(row: CsvRow, marks: readonly SpeechMark[]): boolean {
    const { idOf, stampOf } = this.from;
    const source = this.sourceIds.get(row.get('under'));
    const text = normalText(storable(row.get('text')));
    const given = { id: idOf(row), source, text, marks, reason: row.get('reason'), ...stampOf(row) };
    const edition = rowIn('editions', given);
    if (!edition) return false;
    this.editions.push(edition);
    this.named.set(row.get('id'), edition);
    return true;
  }

  /** One of a kind for each; of further ones it is told. */
  private under(kind: Kind, lost: LossKind): Map<string, CsvRow> {
    const rows = new Map<string, CsvRow>();
    for (const row of this.from.rowsOf(kind)) {
      if (rows.has(row.get('under'))) this.from.losses.add(lost, row.where);
      else rows.set(row.get('under'), row);
    }
    return rows;
  }

  private marks(): Map<string, SpeechMark[]> {
    const { rowsOf, losses } = this.from;
    const marks = new Map<string, SpeechMark[]>();
    for (const row of rowsOf('mark')) {
      const start = countIn(row.get('start'));
      const mark = {
        start: start ?? 0,
        speaker: row.get('text'),
        time: countIn(row.get('milliseconds')) ?? null,
      };
      if (start === undefined) losses.add('unknown', row.where);
      else listed(marks, row.get('under'), mark);
    }
    return marks;
  }
}

function taken(rows: Map<string, CsvRow>, quotation: CsvRow): CsvRow | undefined {
  const id = quotation.get('id');
  const row = rows.get(id);
  rows.delete(id);
  return row;
}
