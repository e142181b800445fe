// From rows to a graph. Rows that still say all that a file of ours says of a thing ride along as they are (carried.ts);
// what people added or changed in a spreadsheet is read like any table.
import { Id, Language } from '../../map/id.ts';
import { MapInfo, NEW_SETTINGS } from '../../map/info.ts';
import type { Comment } from '../../map/tables/comments.ts';
import type { Quotation } from '../../map/tables/quotations.ts';
import type { Reference } from '../../map/tables/references.ts';
import type { Stamp } from '../../map/stamp.ts';
import type { Wording } from '../../map/tables/claims.ts';
import { OrderKey } from '../../map/order.ts';
import { LONGEST, personText, shortLine } from '../../map/text.ts';
import { momentIn } from './csvCell.ts';
import { silentIn, type Column, type Kind } from './csvColumns.ts';
import { CsvPeople } from './csvPeople.ts';
import { keyed, kindOf, listed } from './csvKeys.ts';
import { CsvSources } from './csvSources.ts';
import type { CsvRow, CsvTable } from './csvTable.ts';
import { CsvTree, type CsvArgument, type CsvNode } from './csvTree.ts';
import type { Reading } from '../format.ts';
import type { Graph, GraphArgument, GraphClaim, GraphComment } from '../graph/graph.ts';
import { rowIn } from '../graph/growRows.ts';
import type { Losses, LossKind } from '../loss.ts';

export function csvGraph({ rows, unknown }: CsvTable, reading: Reading, losses: Losses): Graph {
  for (const heading of unknown) losses.add('unknown', shortLine(heading, 60));
  const byKind = new Map<string, CsvRow[]>();
  const silent = new Set<Column>();
  for (const row of rows) {
    const kind = kindOf(row, losses);
    listed(byKind, kind, row);
    for (const column of silentIn(kind)) if (row.get(column).trim() !== '') silent.add(column);
  }
  for (const column of silent) losses.add('unknown', column);
  return new CsvReader(byKind, reading, losses).graph();
}

const WordingText = personText(LONGEST.claim);
const MOST_SCHEME = 200;
const SchemeText = personText(MOST_SCHEME);

class CsvReader {
  private readonly nodes: readonly CsvNode[];
  private readonly tree: CsvTree;
  private readonly people: CsvPeople;
  private readonly language: Language;
  private readonly taken: Set<string>;
  /** Ids of claims and arguments whose rows ride along. */
  private readonly kept = new Set<Id>();
  private readonly stamps = new Map<CsvRow, Stamp>();
  // Most rows say the same.
  private readonly isOrder = remembered((key) => OrderKey.safeParse(key).success);
  private readonly languageNamed = remembered((name) => Language.safeParse(name).data);

  constructor(
    private readonly rows: ReadonlyMap<string, readonly CsvRow[]>,
    private readonly reading: Reading,
    private readonly losses: Losses,
  ) {
    this.nodes = keyed(rows, losses);
    this.taken = new Set(this.nodes.map(({ key }) => key));
    this.tree = new CsvTree(this.nodes, losses);
    this.people = new CsvPeople(this.rowsOf('person'), reading, losses);
    this.language = Language.safeParse(this.rowsOf('title')[0]?.get('language')).data ?? 'en';
  }

  graph(): Graph {
    const all = this.tree.arguments.map((argument) => this.argument(argument));
    const bare = this.claims();
    const { sources, editions, quotations, comments } = this.said(new Set(bare.map(({ key }) => key)));
    const claims = bare.map((claim) => ({ ...claim, comments: comments.graph.get(claim.key) ?? [] }));
    const info = this.info();
    return {
      ...(!info.whole && { info: info.said }),
      claims,
      arguments: all,
      people: this.people.all.map(({ id, name }) => ({ key: id, name })),
      carried: {
        info: info.whole,
        references: this.references(),
        comments: comments.rows,
        sources,
        editions,
        quotations,
        participants: this.people.all,
      },
    };
  }

  private claims(): GraphClaim[] {
    const reworded = this.rewordings();
    const beside = this.wordings();
    return this.nodes.flatMap((node): GraphClaim[] => {
      if (node.kind !== 'claim') return [];
      const { key, row } = node;
      const { by, at } = this.stampOf(row);
      const home = this.tree.home.get(key);
      const language = this.languageNamed(row.get('language'));
      const whole = this.isWhole(key, row) && {
        id: key,
        language: language ?? this.language,
        // What is no argument with a row leaves it to the first use.
        home: home === null ? null : this.kept.has(home ?? '') ? home : key,
        order: row.get('order'),
        reworded: reworded.get(key) ?? null,
        beside: beside.get(key) ?? [],
        by,
        at,
        removed: null,
      };
      if (whole) this.kept.add(key);
      const said = { text: row.get('text'), home, language, by: by ?? undefined, at };
      return [{ key, where: row.where, ...said, ...(whole && { row: whole }) }];
    });
  }

  private argument({ key, row, direction, target, premises }: CsvArgument): GraphArgument {
    const stamp = this.stampOf(row);
    const scheme = row.get('scheme');
    const isNamed = scheme === '' || SchemeText.safeParse(scheme).success;
    const whole = isNamed &&
      this.isWhole(key, row) && {
        id: key,
        direction,
        // What the row is under is taken anyway.
        target: { kind: 'claim', id: key },
        order: row.get('order'),
        scheme: scheme === '' ? null : scheme,
        removed: null,
        ...stamp,
      };
    if (whole) this.kept.add(key);
    return {
      key,
      where: row.where,
      direction,
      premises: premises.map(({ claim }) => claim),
      targets: target === '' ? [] : [target],
      ...(!whole && scheme !== '' && { scheme: shortLine(scheme, MOST_SCHEME) }),
      by: stamp.by ?? undefined,
      at: stamp.at,
      ...(whole && { row: whole }),
    };
  }

  private references(): Reference[] {
    return this.nodes.flatMap(({ kind, key, row }) => {
      const [argument, claim] = [row.get('under'), row.get('refers to')];
      if (kind !== 'reference' || !this.kept.has(argument) || !this.kept.has(claim)) return [];
      return (
        rowIn('references', { id: key, argument, claim, order: row.get('order'), ...this.stampOf(row) }) ?? []
      );
    });
  }

  /** Comments, and what claims rest on. */
  private said(claims: ReadonlySet<string>) {
    const { losses } = this;
    const rows: Comment[] = [];
    const graph = new Map<string, GraphComment[]>();
    const comment = (row: CsvRow, text: string): void => {
      const claim = this.tree.keyOf(row.get('under'));
      const stamp = this.stampOf(row);
      const isKept = claim !== undefined && this.kept.has(claim);
      const full = isKept
        ? rowIn('comments', { id: this.idOf(row), claim, text, removed: null, ...stamp })
        : undefined;
      if (full) rows.push(full);
      else if (claim !== undefined && claims.has(claim))
        listed(graph, claim, { text, by: stamp.by ?? undefined, at: stamp.at });
      else losses.add('comments', row.where);
    };
    for (const row of this.rowsOf('comment')) comment(row, row.get('text'));
    const texts = new CsvSources({
      rowsOf: (kind) => this.rowsOf(kind),
      idOf: (row) => this.idOf(row),
      stampOf: (row) => this.stampOf(row),
      language: this.language,
      losses,
    });
    const quotations: Quotation[] = [];
    for (const row of this.rowsOf('quotation')) {
      const claim = this.tree.keyOf(row.get('under'));
      const isKept = claim !== undefined && this.kept.has(claim);
      const quotation = isKept ? texts.quotation(row, claim) : undefined;
      if (quotation) quotations.push(quotation);
      else {
        losses.add('unanchored', row.where);
        comment(row, `“${row.get('text')}”`);
      }
    }
    texts.tellRest();
    return { sources: texts.sources, editions: texts.editions, quotations, comments: { rows, graph } };
  }

  private rewordings(): Map<string, Stamp> {
    return new Map(this.onClaims('rewording', 'rewordings').map(([key, row]) => [key, this.stampOf(row)]));
  }

  private wordings(): Map<string, Wording[]> {
    const wordings = new Map<string, Wording[]>();
    for (const [key, row] of this.onClaims('wording', 'beside')) {
      const text = WordingText.safeParse(row.get('text')).data;
      if (text === undefined) this.losses.add('beside', row.where);
      else listed(wordings, key, { text, ...this.stampOf(row) });
    }
    return wordings;
  }

  /** Rows of a kind with the keys of what they are under. */
  private onClaims(kind: Kind, lost: LossKind): (readonly [string, CsvRow])[] {
    return this.rowsOf(kind).flatMap((row): (readonly [string, CsvRow])[] => {
      const key = this.tree.keyOf(row.get('under'));
      if (key === undefined) this.losses.add(lost, row.where);
      return key === undefined ? [] : [[key, row]];
    });
  }

  private info(): { readonly whole: MapInfo | undefined; readonly said: Graph['info'] } {
    const textOf = (kind: Kind): string => this.rowsOf(kind)[0]?.get('text') ?? '';
    const language = Language.safeParse(this.rowsOf('title')[0]?.get('language')).data;
    const said = { title: textOf('title'), question: textOf('question'), about: textOf('about') };
    const whole = MapInfo.safeParse({ ...said, language, ...NEW_SETTINGS }).data;
    return { whole, said: { ...said, ...(language !== undefined && { language }) } };
  }

  /** Whether a row of ours still has what makes it one; all else is made to fit. */
  private isWhole(key: string, row: CsvRow): boolean {
    return Id.safeParse(key).success && this.isOrder(row.get('order'));
  }

  private rowsOf(kind: Kind): readonly CsvRow[] {
    return this.rows.get(kind) ?? [];
  }

  private stampOf(row: CsvRow): Stamp {
    const known = this.stamps.get(row);
    const stamp = known ?? {
      by: this.people.authorOf(row),
      at: momentIn(row.get('created')) ?? this.reading.at,
    };
    this.stamps.set(row, stamp);
    return stamp;
  }

  private idOf(row: CsvRow): Id {
    const given = Id.safeParse(row.get('id')).data;
    if (given !== undefined && this.taken.has(given)) this.losses.add('duplicates', row.where);
    const id = given === undefined || this.taken.has(given) ? this.reading.newId() : given;
    this.taken.add(id);
    return id;
  }
}

function remembered<V>(work: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const value = work(word);
    known.set(word, value);
    return value;
  };
}
