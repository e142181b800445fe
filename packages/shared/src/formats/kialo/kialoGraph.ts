// From the numbered lines of a Kialo file to claims and arguments: the number says what a claim hangs under.
import { LONGEST } from '../../map/text.ts';
import type { Graph, GraphArgument, GraphClaim } from '../graph/graph.ts';
import type { Losses } from '../loss.ts';

/** A numbered line with all that follows up to the next. */
export interface Entry {
  /** The parts of its number. */
  readonly place: readonly number[];
  /** Line of the file, from 1. */
  readonly line: number;
  readonly stance: 'pro' | 'con' | undefined;
  readonly text: string;
  /** The number that it leads to, if it is a link. */
  readonly link: string | undefined;
}

export class KialoGraph {
  private readonly claims: GraphClaim[] = [];
  private readonly arguments: GraphArgument[] = [];
  private readonly byNumber = new Map<string, Entry>();
  /** What a link leads to in the end; nothing for one that leads nowhere. */
  private readonly ends = new Map<Entry, Entry | undefined>();

  constructor(
    private readonly entries: readonly Entry[],
    private readonly losses: Losses,
  ) {
    for (const entry of entries) {
      const number = entry.place.join('.');
      if (!this.byNumber.has(number)) this.byNumber.set(number, entry);
    }
  }

  graph(): Graph {
    const question = this.question();
    // Siblings come in the order of their numbers, wherever in the file they stand.
    const above: Entry[] = [];
    for (const entry of [...this.entries].sort((a, b) => byPlace(a.place, b.place))) {
      const same = closeTo(above, entry);
      if (entry !== question) this.add(entry, this.parent(entry, above), question);
      above.push(same ?? entry);
    }
    return {
      claims: this.claims,
      arguments: this.arguments,
      ...(question && { info: { question: question.text } }),
    };
  }

  /** A discussion of several theses asks a question, and has the theses one level down, with no stance towards it. */
  private question(): Entry | undefined {
    const [root, ...others] = this.entries.filter(({ place }) => place.length === 1);
    const theses = this.entries.filter(({ place }) => place.length === 2);
    const asks =
      root && others.length === 0 && theses.length > 0 && [...root.text].length <= LONGEST.question &&
      theses.every(({ stance, link }) => stance === undefined && link === undefined) &&
      this.entries.some(({ stance }) => stance !== undefined); // prettier-ignore
    return asks ? root : undefined;
  }

  private add(entry: Entry, parent: Entry | undefined, question: Entry | undefined): void {
    const { line, text, stance, link } = entry;
    const where = `line ${line}`;
    const claim = this.end(entry);
    const isThesis = parent === undefined || parent === question;
    if (link === undefined) {
      this.claims.push({ key: claimKey(entry), where, text, home: isThesis ? null : `a${line}` });
      if (isThesis) return;
    } else if (claim === undefined || claim === question || isThesis) {
      this.losses.add(claim === undefined ? 'dangling' : 'references', where);
      return;
    }
    if (stance === undefined) this.losses.add('edges', where);
    this.arguments.push({
      key: `a${line}`,
      where,
      direction: stance === 'con' ? 'rebut' : 'support',
      premises: claim ? [claimKey(claim)] : [],
      targets: [claimKey(parent)],
    });
  }

  /** The claim that the entry hangs under. What hangs under a link hangs under the claim that the link leads to. */
  private parent({ place, line }: Entry, above: readonly Entry[]): Entry | undefined {
    const nearest = above.findLast((entry) => this.end(entry) !== undefined);
    if ((nearest?.place.length ?? 0) < place.length - 1) this.losses.add('dangling', `line ${line}`);
    return nearest && this.end(nearest);
  }

  private end(entry: Entry): Entry | undefined {
    const way = new Set<Entry>();
    let at: Entry | undefined = entry;
    while (at?.link !== undefined && !this.ends.has(at)) {
      way.add(at);
      const next = this.byNumber.get(at.link);
      at = next && way.has(next) ? undefined : next;
    }
    const end = at && this.ends.has(at) ? this.ends.get(at) : at;
    for (const one of way) this.ends.set(one, end);
    return end;
  }
}

const claimKey = ({ line }: Entry): string => `c${line}`;

/** Leaves those in the list that an entry hangs under; answers the one before it with the same number. */
function closeTo(above: Entry[], { place }: Entry): Entry | undefined {
  for (let last = above.at(-1); last; last = above.at(-1)) {
    const shared = last.place.every((part, i) => part === place[i]);
    if (shared && last.place.length < place.length) return undefined;
    above.pop();
    if (shared) return last;
  }
  return undefined;
}

/** What is higher up comes before what hangs under it, then smaller numbers. */
function byPlace(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
