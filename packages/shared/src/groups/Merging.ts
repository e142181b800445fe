// One map after another is put beside what is there. What is there already stays where it stands: what a group made of it is
// told beside it.
import { withPeople } from '../map/fields.ts';
import type { Id } from '../map/id.ts';
import { rowsIn, type ArgumentMap, type MapContent, type Row } from '../map/map.ts';
import { mapOf } from '../map/patch.ts';
import type { Argument } from '../map/tables/arguments.ts';
import { MOST_BESIDE, type Claim, type Wording } from '../map/tables/claims.ts';
import type { Comment } from '../map/tables/comments.ts';
import type { Merger } from '../map/tables/mergers.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Quotation } from '../map/tables/quotations.ts';
import type { Reference } from '../map/tables/references.ts';
import { TABLES, type Entities, type TableName } from '../map/tables/tables.ts';
import { LONGEST } from '../map/text.ts';
import { hasPremise, isLive } from '../map/tree.ts';
import type { MergedPeople } from './mergedPeople.ts';
import { quotedShort, type MergedWords } from './mergedWords.ts';

interface Tools {
  readonly people: MergedPeople;
  readonly words: MergedWords;
  readonly newId: () => Id;
  readonly at: number;
}

type Rows = { readonly [T in TableName]: Map<Id, Entities[T]> };

export class Merging {
  private readonly rows: Rows;
  /** Which argument has which claim as a premise, by a reference. */
  private readonly premises = new Set<string>();
  private group: string | null = null;
  private persons: ReadonlyMap<Id, Participant> = new Map();
  /** Claims of the present map, and arguments that it brought. */
  private here: ReadonlySet<Id> = new Set();
  private brought: ReadonlySet<Id> = new Set();

  constructor(
    private readonly start: MapContent,
    private readonly tools: Tools,
  ) {
    this.rows = Object.fromEntries(TABLES.map((table) => [table, new Map()])) as unknown as Rows;
  }

  content(): MapContent {
    const lists = Object.fromEntries(TABLES.map((table) => [table, [...this.rows[table].values()]]));
    return { ...this.start, ...(lists as unknown as Omit<MapContent, 'info'>) };
  }

  /** `group` is null for the template. */
  add(content: MapContent, people: readonly Participant[], group: string | null): void {
    this.group = group;
    this.persons = new Map(people.map((person) => [person.id, person]));
    this.brought = new Set(content.arguments.flatMap(({ id }) => this.rows.arguments.has(id) ? [] : [id])); // prettier-ignore
    this.here = new Set(content.claims.map(({ id }) => id));
    const own = new Map(content.claims.map((claim) => [claim.id, claim]));
    const texts: Texts = (id) => quotedShort(own.get(id)?.text ?? this.claim(id)?.text ?? '');
    const shown = (id: Id): string => texts(content.arguments.find((one) => one.id === id)?.target.id ?? id);
    const elsewhere = this.elsewhere(content);
    for (const claim of content.claims) this.addClaim(claim, shown);
    for (const merger of content.mergers) this.addMerger(merger, texts, elsewhere);
    for (const argument of content.arguments) this.addArgument(argument, shown);
    const premised = this.premised();
    for (const claim of content.claims) this.keepPremise(claim, premised);
    for (const reference of content.references) this.addReference(reference);
    for (const comment of content.comments) this.addOn('comments', comment);
    for (const quotation of content.quotations) this.addQuotation(quotation);
    const handled: readonly TableName[] = ['claims', 'mergers', 'arguments', 'references', 'comments', 'quotations']; // prettier-ignore
    for (const row of rowsIn(content)) if (!handled.includes(row.table)) this.addRow(row);
  }

  private addClaim(claim: Claim, shown: (argument: Id) => string): void {
    const known = this.rows.claims.get(claim.id);
    const { words } = this.tools;
    if (known) {
      const { home } = claim;
      this.keepWordings(claim);
      if (claim.removed && !known.removed) this.note(claim.id, words.removed);
      else if (home !== known.home) this.note(claim.id, words.moved(home === null ? '' : shown(home)));
      this.bringBack('claims', claim);
    } else if (this.rows.mergers.has(claim.id)) this.keepWordings(claim);
    else this.rows.claims.set(claim.id, this.signed(claim));
  }

  private addMerger(merger: Merger, texts: Texts, elsewhere: ReadonlySet<Id>): void {
    const into = this.standing(merger.into);
    const known = this.rows.mergers.get(merger.id);
    if (known && elsewhere.has(merger.id)) {
      const { reference, moved, emptied } = merger;
      this.rows.mergers.set(merger.id, { ...known, into, reference, moved, emptied });
    }
    if (this.rows.claims.has(merger.id)) {
      this.keepWordings(merger);
      if (into !== merger.id) this.note(merger.id, this.tools.words.into(texts(merger.into)));
    } else if (!known) this.rows.mergers.set(merger.id, { ...this.signed(merger), into });
    else {
      this.keepWordings(merger);
      this.bringBack('mergers', merger);
    }
  }

  private addArgument(argument: Argument, shown: (target: Id) => string): void {
    const known = this.rows.arguments.get(argument.id);
    const { target } = argument;
    const aimed = target.kind === 'claim' ? { ...target, id: this.standing(target.id) } : target;
    if (!known) {
      this.rows.arguments.set(argument.id, { ...this.signed(argument), target: aimed });
      return;
    }
    const { words } = this.tools;
    if (argument.removed && !known.removed) this.noteOn(known, words.removed);
    else {
      if (aimed.id !== known.target.id) this.noteOn(known, words.aimed(shown(target.id)));
      if (argument.direction !== known.direction) this.noteOn(known, words[argument.direction]);
    }
    this.bringBack('arguments', argument);
  }

  /** What the group merged into a claim that stands there, and others into one that is away by now. */
  private elsewhere(content: MapContent): ReadonlySet<Id> {
    const [map, there] = [mapOf(this.content()), mapOf(content)];
    const isStanding = (at: ArgumentMap, merger: Merger | undefined) => !!merger && isLive(at, merger.into);
    const mergers = content.mergers.filter(({ id, removed }) => !removed && this.rows.mergers.has(id));
    return new Set(mergers.flatMap((one) => isStanding(there, one) && !isStanding(map, map.mergers.get(one.id)) ? [one.id] : [])); // prettier-ignore
  }

  /** Arguments that say something by now. */
  private premised(): ReadonlySet<Id> {
    const map = mapOf(this.content());
    return new Set([...map.arguments.keys()].filter((id) => hasPremise(map, id)));
  }

  /**
   * An argument of the group keeps the premise that stands elsewhere for the others: as a reference to it. So does one
   * that has no other, or what the group says against it would be out of sight.
   */
  private keepPremise({ id, home, order, removed }: Claim, premised: ReadonlySet<Id>): void {
    const claim = this.standing(id);
    if (removed || home === null || (premised.has(home) && !this.brought.has(home))) return;
    if (this.rows.claims.get(claim)?.home === home) return;
    const reference = { id: this.tools.newId(), argument: home, claim, order, ...this.stamp() };
    this.addPremise(reference);
  }

  /** To a claim that stands in the group: where that went into another one here, to that. */
  private addReference(reference: Reference): void {
    const { id, argument } = reference;
    const known = this.rows.references.get(id);
    const isStanding = this.group !== null && this.here.has(reference.claim);
    const claim = isStanding ? this.standing(reference.claim) : reference.claim;
    if (known?.argument === argument && known.claim === claim) return;
    this.addPremise({ ...this.signed(reference), id: known ? this.tools.newId() : id, claim });
  }

  private addPremise(reference: Reference): void {
    const { argument, claim } = reference;
    if (this.rows.claims.get(claim)?.home === argument || this.premises.has(argument + claim)) return;
    this.premises.add(argument + claim);
    this.rows.references.set(reference.id, reference);
  }

  private addOn<T extends 'comments' | 'quotations'>(table: T, row: Entities[T]): void {
    if (this.rows[table].has(row.id)) this.bringBack(table, row);
    else this.rows[table].set(row.id, { ...this.signed(row), claim: this.standing(row.claim) });
  }

  /** One that the group aimed elsewhere, or translated, stands beside the one that was. */
  private addQuotation(quotation: Quotation): void {
    const known = this.rows.quotations.get(quotation.id);
    const isOther = known && !quotation.removed && !this.isAlike(known, quotation);
    if (isOther) this.addOn('quotations', { ...quotation, id: this.tools.newId() });
    this.addOn('quotations', quotation);
  }

  private isAlike(known: Quotation, quotation: Quotation): boolean {
    const { edition, start, end, bearing, gloss } = quotation;
    return (
      this.standing(quotation.claim) === known.claim &&
      edition === known.edition &&
      start === known.start &&
      end === known.end &&
      bearing === known.bearing &&
      (gloss === null || gloss.text === known.gloss?.text)
    );
  }

  private addRow(row: Row): void {
    const rows: Map<Id, Row['entity']> = this.rows[row.table];
    if (rows.has(row.entity.id)) this.bringBack(row.table, row.entity);
    else rows.set(row.entity.id, this.signed(row.entity));
  }

  /** Put away is what is put away wherever it is. */
  private bringBack<T extends TableName>(table: T, row: Entities[T]): void {
    const known = this.rows[table].get(row.id);
    if (known && 'removed' in known && known.removed && 'removed' in row && !row.removed)
      this.rows[table].set(row.id, { ...known, removed: null });
  }

  /** What it says here is a wording beside the one it has, see reword.ts; in a comment where there are too many. */
  private keepWordings(said: Claim | Merger): void {
    const claim = this.claim(said.id);
    if (!claim) return;
    const { text, by, at, reworded } = said;
    const known = new Set([claim, ...claim.beside, this.rows.mergers.get(said.id)].map((one) => one?.text));
    const wordings: Wording[] = [{ text, by: reworded?.by ?? by, at: reworded?.at ?? at }, ...said.beside];
    const fresh = wordings.filter((wording) => !known.has(wording.text));
    const room = MOST_BESIDE - claim.beside.length;
    const beside = [...claim.beside, ...fresh.slice(0, room).map((wording) => this.signed(wording))];
    if (fresh.length > 0) this.rows.claims.set(claim.id, { ...claim, beside });
    for (const wording of fresh.slice(room)) this.note(claim.id, this.tools.words.wording(wording.text));
  }

  /** The claim, or the one that it went into. */
  private claim(id: Id): Claim | undefined {
    return this.rows.claims.get(this.standing(id));
  }

  /** [E18] Where a claim stands in what is there. */
  private standing(id: Id): Id {
    let at = id;
    for (let next = this.rows.mergers.get(at); next && !this.rows.claims.has(at); next = this.rows.mergers.get(at)) at = next.into; // prettier-ignore
    return at;
  }

  /** On its first premise, else on what it is about. */
  private noteOn(argument: Argument, text: string): void {
    const premise = [...this.rows.claims.values()].find(({ home }) => home === argument.id);
    const target = this.rows.arguments.get(argument.target.id);
    if (premise) this.note(premise.id, text);
    else if (argument.target.kind === 'claim') this.note(argument.target.id, text);
    else if (target) this.noteOn(target, text);
  }

  private note(claim: Id, text: string): void {
    const points = [...text];
    for (let from = 0; from < points.length; from += LONGEST.comment) {
      const part = points.slice(from, from + LONGEST.comment).join('');
      const comment: Comment = { id: this.tools.newId(), claim, text: part, ...this.stamp(), removed: null };
      this.rows.comments.set(comment.id, comment);
    }
  }

  private stamp(): { by: Id | null; at: number } {
    const { people, at } = this.tools;
    return { by: this.group === null ? null : people.groupItself(this.group), at };
  }

  /** By the person of this group. */
  private signed<T>(row: T): T {
    return withPeople(row, (by) => this.tools.people.idOf(by === null ? undefined : this.persons.get(by), this.group)); // prettier-ignore
  }
}

type Texts = (claim: Id) => string;
