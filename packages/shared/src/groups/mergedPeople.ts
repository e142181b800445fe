// Who is named in the map that groups were merged into: each author once for each group, so that the groups are named.
import type { Id } from '../map/id.ts';
import type { Participant } from '../map/tables/participants.ts';
import { LONGEST, shortLine } from '../map/text.ts';

export class MergedPeople {
  private readonly known = new Map<string, Participant>();

  /** `self` is who the owner was in the template; nobody where that would tell who is behind a pseudonym [A6]. */
  constructor(
    private readonly owner: Participant,
    private readonly self: Id | null,
    private readonly newId: () => Id,
    private readonly hear: (was: Id, as: Id) => void = () => undefined,
  ) {}

  /** Under which id somebody of the template, or of a group, stands in the merged map. */
  idOf(person: Participant | undefined, group: string | null): Id | null {
    if (!person) return null;
    if (person.id === this.self) return this.owner.id;
    const name = group === null ? person.name : withGroup(person.name, group);
    const id = this.named(`${group ?? ''}\n${person.id}`, { ...person, name });
    if (!person.pseudonym) this.hear(person.id, id);
    return id;
  }

  /** Who says what became of things in a group: the group itself. */
  groupItself(group: string): Id {
    return this.named(group, { ...this.owner, name: shortLine(group, LONGEST.name), pseudonym: false });
  }

  all(): Participant[] {
    return [this.owner, ...this.known.values()];
  }

  private named(key: string, like: Participant): Id {
    const known = this.known.get(key) ?? { ...like, id: this.newId(), role: null, side: null };
    this.known.set(key, known);
    return known.id;
  }
}

function withGroup(name: string, group: string): string {
  const tail = ` · ${group}`;
  return `${shortLine(name, LONGEST.name - [...tail].length)}${tail}`;
}
