import { PersonName } from '../../map/text.ts';
import type { Id } from '../../map/id.ts';
import type { Participant } from '../../map/tables/participants.ts';
import { momentIn } from './csvCell.ts';
import type { CsvRow } from './csvTable.ts';
import type { Reading } from '../format.ts';
import { rowIn } from '../graph/growRows.ts';
import type { Losses } from '../loss.ts';

/** The people of a file: those with a row of their own, and whoever else is named as an author. */
export class CsvPeople {
  readonly all: Participant[] = [];
  private readonly byId = new Map<Id, Participant>();
  private readonly byName = new Map<string, Participant>();

  constructor(
    rows: readonly CsvRow[],
    private readonly reading: Reading,
    private readonly losses: Losses,
  ) {
    for (const row of rows) {
      const role = row.get('relation') || null;
      const at = momentIn(row.get('created')) ?? reading.at;
      const person = rowIn('participants', { id: row.get('id'), name: row.get('text'), role, at });
      if (person && !this.byId.has(person.id)) this.add(person);
      else losses.add('people', row.where);
    }
  }

  /** By the id, as long as the name beside it is still that person's; else by the name. */
  authorOf(row: CsvRow): Id | null {
    const name = row.get('author').trim();
    const known = this.byId.get(row.get('author id'));
    if (known && (name === '' || name === known.name)) return known.id;
    return name === '' ? null : this.named(name, row.where);
  }

  private named(name: string, where: string): Id | null {
    const known = this.byName.get(name);
    if (known) return known.id;
    const valid = PersonName.safeParse(name);
    if (!valid.success) {
      this.losses.add('names', where);
      return null;
    }
    const { newId, at } = this.reading;
    const person = { id: newId(), name: valid.data, role: null, side: null, pseudonym: false, at };
    this.byName.set(name, person);
    this.add(person);
    return person.id;
  }

  private add(person: Participant): void {
    this.all.push(person);
    this.byId.set(person.id, person);
    if (!this.byName.has(person.name)) this.byName.set(person.name, person);
  }
}
