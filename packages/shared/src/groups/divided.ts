// Who works with whom: by chance, or as a list says that a teacher keeps elsewhere. What comes out is shown before it is done.
import { fold } from '../search/fold.ts';
import type { Id } from '../map/id.ts';

/** [J1] By chance, in groups whose sizes differ by one at most. `random` answers 0 to 1, without 1. */
export function divided(people: readonly Id[], count: number, random: () => number): Id[][] {
  const left = [...people];
  const groups = Array.from({ length: count }, (): Id[] => []);
  for (let n = 0; left.length > 0; n++) {
    const [drawn] = left.splice(Math.floor(random() * left.length), 1);
    if (drawn !== undefined) groups[n % count]?.push(drawn);
  }
  return groups;
}

interface Named {
  readonly id: Id;
  readonly name: string;
}

export interface Roster {
  /** In the order in which the list names them first. */
  readonly groups: readonly { readonly name: string; readonly people: readonly Id[] }[];
  /** Names that nobody bears. */
  readonly unknown: readonly string[];
  /** Names that several bear, or that stand twice in the list. */
  readonly unclear: readonly string[];
  /** Lines without a name and a group. */
  readonly unread: readonly string[];
}

const HEADINGS = ['name', 'names', 'student', 'person', '姓名', '名字', '学生', '人'].map(fold);
const BETWEEN = /\t|[,;]|、/u;

/** [J1] Case, width and spaces do not count in names. A line: a name, a tab or comma, a group. */
export function fromRoster(text: string, people: readonly Named[]): Roster {
  const groups = new Map<string, { name: string; people: Id[] }>();
  const placed = new Set<Id>();
  const [unknown, unclear, unread]: [string[], string[], string[]] = [[], [], []];
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  for (const [n, line] of lines.entries()) {
    const [name = '', group = ''] = cellsOf(line);
    if (n === 0 && HEADINGS.includes(known(name))) continue;
    if (name === '' || group === '') {
      unread.push(line.trim());
      continue;
    }
    const [found, ...others] = people.filter((person) => known(person.name) === known(name));
    if (!found) unknown.push(name);
    else if (others.length > 0 || placed.has(found.id)) unclear.push(name);
    else {
      placed.add(found.id);
      const into = groups.get(known(group)) ?? { name: group, people: [] };
      groups.set(known(group), into);
      into.people.push(found.id);
    }
  }
  return { groups: [...groups.values()], unknown, unclear, unread };
}

const known = (name: string): string => fold(name).replace(/\s/g, '');

/** Spreadsheets put cells in quotation marks; a list typed in Chinese has commas of full width. */
const cellsOf = (line: string): string[] =>
  line
    .normalize('NFKC')
    .split(BETWEEN)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim()); // prettier-ignore
