// From annotations to a graph: each is a claim that rests on the words that it is about, replies to it are comments. In a
// file of ours, the annotations of one claim come together again, and the texts are those that rode along.
import { generateNKeysBetween } from 'fractional-indexing';
import { Language, type Id } from '../../map/id.ts';
import { MapInfo, NEW_SETTINGS } from '../../map/info.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Edition } from '../../map/tables/editions.ts';
import type { Gloss, Quotation } from '../../map/tables/quotations.ts';
import { listed } from '../csv/csvKeys.ts';
import type { Graph, GraphClaim, GraphComment, GraphQuotation, GraphSource } from '../graph/graph.ts';
import { rowIn } from '../graph/growRows.ts';
import type { Losses } from '../loss.ts';
import { partsOf, recordIn, type Fields } from './webAnnotationItems.ts';
import type { Made, Note, NotePassage } from './webAnnotationNote.ts';
import { anchored } from './webAnnotationPassage.ts';

export interface Annotated {
  readonly notes: readonly Note[];
  readonly title: string;
  /** What rode along; undefined in files of others. */
  readonly carried: Fields | undefined;
}

export const annotationGraph = (annotated: Annotated, at: number, losses: Losses): Graph =>
  new Reader(annotated, at, losses).graph();

/** A claim, and the annotations that speak of it. */
interface Spoken {
  readonly key: string;
  readonly notes: readonly Note[];
}

class Reader {
  private readonly editions = new Map<Id, Edition>();
  private readonly participants: readonly unknown[];
  private readonly members = new Set<Id>();
  private readonly sources = new Map<string, GraphSource>();
  private readonly quotations: Quotation[] = [];
  private readonly used = new Set<Id>();

  constructor(
    private readonly annotated: Annotated,
    private readonly at: number,
    private readonly losses: Losses,
  ) {
    const { carried = {} } = annotated;
    for (const raw of partsOf(carried['editions'])) {
      const edition = rowIn('editions', raw);
      if (edition) this.editions.set(edition.id, edition);
    }
    this.participants = withoutSides(partsOf(carried['participants']), losses);
    for (const raw of this.participants) {
      const person = rowIn('participants', raw);
      if (person) this.members.add(person.id);
    }
  }

  graph(): Graph {
    const { notes, title, carried } = this.annotated;
    const { spoken, comments } = this.threads();
    const orders = generateNKeysBetween(null, null, spoken.length);
    const claims = spoken.map((one, i) => this.claim(one, orders[i] ?? '', comments.get(one.key) ?? []));
    const whole = carried && infoIn(carried);
    return {
      ...(!whole && title !== '' && { info: { title } }),
      claims,
      arguments: [],
      people: notes.flatMap(({ person, claim }) => [person ?? [], claim?.person ?? []].flat()),
      sources: [...this.sources.values()],
      ...(carried && {
        carried: {
          info: whole,
          sources: carried['sources'],
          editions: [...this.editions.values()],
          quotations: this.quotations,
          participants: this.participants,
        },
      }),
    };
  }

  /** Replies are comments on the claim at the beginning of their thread. */
  private threads(): { spoken: Spoken[]; comments: Map<string, GraphComment[]> } {
    const byId = new Map(this.annotated.notes.map((note) => [note.id || note.where, note]));
    const keys = new Map<Note, string>();
    const spoken = new Map<string, Note[]>();
    const begin = (note: Note): void => {
      const key = this.keyOf(note, spoken);
      keys.set(note, key);
      listed(spoken, key, note);
    };
    const replies: { readonly note: Note; readonly to: Note }[] = [];
    for (const note of this.annotated.notes) {
      const to = beginningOf(note, byId);
      if (to) replies.push({ note, to });
      else {
        if (note.repliesTo !== undefined) this.losses.add('dangling', note.where);
        begin(note);
      }
    }
    const comments = new Map<string, GraphComment[]>();
    for (const { note, to } of replies) {
      const text = note.text || note.passages.map(({ exact }) => exact).join('\n');
      listed(comments, keys.get(to) ?? '', { text, by: note.person?.key, at: note.at });
    }
    return { spoken: [...spoken].map(([key, notes]) => ({ key, notes })), comments };
  }

  private keyOf(note: Note, spoken: ReadonlyMap<string, readonly Note[]>): string {
    const key = note.claim?.id ?? note.id;
    const [first] = spoken.get(key) ?? [];
    if (first === undefined && key !== '') return key;
    if (note.claim && first?.text === note.text) return key;
    if (key !== '') this.losses.add('duplicates', note.where);
    return note.where;
  }

  private claim({ key, notes }: Spoken, order: string, comments: readonly GraphComment[]): GraphClaim {
    const [note] = notes;
    if (!note) throw new Error('a claim is spoken of');
    const text = note.text || (note.passages[0]?.exact ?? '');
    const made = note.claim ?? note;
    const language = Language.safeParse(note.language).data;
    const row = note.claim && this.rowOf({ id: key, language, order, made });
    const passages = notes.flatMap((each) => each.passages.map((passage) => ({ note: each, passage })));
    const quotations = passages.flatMap(({ note: each, passage }) => {
      const carried = row && this.carriedQuotation(each, passage, row);
      if (carried) this.quotations.push(carried);
      if (carried) return [];
      if (each.gloss) this.losses.add('glosses', each.where);
      if (each.carried) this.losses.add('carried', each.where);
      return [this.graphQuotation(each, passage, text)];
    });
    const by = made.person?.key;
    return { key, where: note.where, text, language, by, at: made.at, row, comments, quotations };
  }

  /** The row of a claim of ours, as long as who made it is one of those who rode along. */
  private rowOf({
    id,
    language,
    order,
    made,
  }: {
    id: string;
    language: Language | undefined;
    order: string;
    made: Made;
  }): Claim | undefined {
    const by = this.memberOf(made);
    if (by === undefined || !this.annotated.carried) return undefined;
    const rest = { home: null, order, reworded: null, beside: [], removed: null };
    return rowIn('claims', {
      id,
      text: '.',
      language: language ?? 'en',
      ...rest,
      by,
      at: made.at ?? this.at,
    });
  }

  private carriedQuotation(note: Note, passage: NotePassage, claim: Claim): Quotation | undefined {
    const edition = this.editions.get(passage.edition);
    const by = this.memberOf(note);
    const place = edition && anchored(edition, passage);
    if (by === undefined || !place || this.used.has(note.id)) return undefined;
    this.used.add(note.id);
    const bearing = note.bearing ?? 'paraphrase';
    const made = { removed: null, by, at: note.at ?? this.at };
    const bare = { id: note.id, claim: claim.id, edition: edition.id, bearing, ...place, ...made };
    const { stands = null, rule = '' } = note.carried ?? {};
    const whole = rowIn('quotations', { ...bare, gloss: this.glossIn(note), stands, rule });
    if (!whole) this.losses.add('carried', note.where);
    return whole ?? rowIn('quotations', bare);
  }

  private glossIn({ gloss, where }: Note): Gloss | null {
    const by = gloss && this.memberOf(gloss);
    if (gloss && by === undefined) this.losses.add('glosses', where);
    return gloss && by !== undefined
      ? { text: gloss.text, language: gloss.language, by, at: gloss.at ?? this.at }
      : null;
  }

  private graphQuotation({ bearing }: Note, passage: NotePassage, text: string): GraphQuotation {
    const { source, title, exact, prefix, suffix, start } = passage;
    const edition = this.editions.get(passage.edition);
    const key = edition?.id ?? (source || 'source');
    const url = /^https?:/.test(source) ? source : undefined;
    if (!this.sources.has(key)) this.sources.set(key, { key, title: title || key, text: edition?.text, url });
    return {
      source: key,
      exact,
      prefix,
      suffix,
      start,
      relation: bearing ?? (exact === text ? 'verbatim' : undefined),
    };
  }

  /** Null for nobody, undefined for somebody else. */
  private memberOf({ person }: Made): Id | null | undefined {
    if (!person) return null;
    return this.members.has(person.key) ? person.key : undefined;
  }
}

/** The annotation at the beginning of a thread, if this is a reply and the file has it. */
function beginningOf(note: Note, byId: ReadonlyMap<string, Note>): Note | undefined {
  const way = new Set<Note>([note]);
  let at = note;
  while (at.repliesTo !== undefined) {
    const next = byId.get(at.repliesTo);
    if (!next || way.has(next)) return undefined;
    way.add(next);
    at = next;
  }
  return at === note ? undefined : at;
}

/** The debate that a side belongs to stays behind; files from before that was seen name sides all the same. */
function withoutSides(participants: readonly unknown[], losses: Losses): unknown[] {
  return participants.map((raw, i) => {
    const person = recordIn(raw);
    if ((person?.['side'] ?? null) === null) return raw;
    losses.add('sides', `participants.${i}`);
    return { ...person, side: null };
  });
}

function infoIn(carried: Fields): MapInfo | undefined {
  return MapInfo.safeParse({ ...recordIn(carried['info']), ...NEW_SETTINGS }).data;
}
