// Rows in a text: what is counted together, 一是…；二是…, hangs beneath what was open when the count began.
import { counts, readSentences, type Cue, type Sentence } from './cues.ts';
import { wordsAt } from './passage.ts';
import { RULES } from './rules.ts';
import type { Span } from './sentences.ts';

/** A cue that counts, where it stands. */
interface Counted {
  readonly cue: Cue;
  readonly sentence: Sentence;
  /** Whether it begins a paragraph: then it holds what follows up to the next one, else only the rest of its own. */
  readonly line: boolean;
}

export interface Member extends Counted {
  readonly row: Row;
}

export interface Row {
  /** 首先 其二 最后 count in one family; “一、” and “1.” do not, though one rule knows both. */
  readonly family: string;
  /** How many # a heading of Markdown has; 0 for all else. */
  readonly rank: number;
  /** The member that was open when it began. */
  parent: Member | null;
  readonly members: Member[];
  /** The number that its last member has. */
  last: number;
}

const familyOf = ({ rule, word }: Cue): string =>
  rule.where === 'line-initial' ? `${rule.id} ${word}` : rule.id;

/** Whether a row may be a single heading. */
const alone = ({ members: [first], rank }: Row): boolean =>
  rank > 0 || first?.cue.rule.where === 'line-final';

/** The members of all rows, by their cues; what is counted alone is no row. */
export function rowsIn(text: string, sentences: readonly Sentence[]): ReadonlyMap<Cue, Member> {
  const rows: Row[] = [];
  const open: Row[] = [];
  for (const sentence of sentences)
    for (const cue of sentence.cues) {
      if (!counts(cue) && cue.rule.where !== 'line-final') continue;
      const counted = { cue, sentence, line: sentence.opens && cue === sentence.cues[0] };
      const rank = cue.word === '#' ? (/^#+/.exec(text.slice(cue.from, cue.to))?.[0].length ?? 1) : 0;
      const row =
        rank > 0 ? ranked(open, rank, counted) : (goneOnWith(open, counted) ?? begun(open, counted));
      if (!row) continue;
      if (row.members.length === 0) rows.push(row);
      row.last = typeof cue.ordinal === 'number' ? cue.ordinal : row.last + 1;
      row.members.push({ ...counted, row });
    }
  const sound = new Set(rows.filter((row) => row.members.length > 1 || alone(row)));
  for (const row of sound)
    while (row.parent && !sound.has(row.parent.row)) row.parent = row.parent.row.parent;
  return new Map([...sound].flatMap(({ members }) => members.map((member) => [member.cue, member])));
}

function rowIn(open: Row[], family: string, rank = 0): Row {
  const row: Row = { family, rank, parent: open.at(-1)?.members.at(-1) ?? null, members: [], last: 0 };
  open.push(row);
  return row;
}

/** The row of a heading of Markdown, beneath which only headings of a higher rank stay open. */
function ranked(open: Row[], rank: number, { cue }: Counted): Row {
  open.length = open.findLastIndex((row) => row.rank > 0 && row.rank <= rank) + 1;
  const last = open.at(-1);
  return last?.rank === rank ? last : rowIn(open, familyOf(cue), rank);
}

/** The open row that a cue goes on with, rather one at the like place; what is open within it is at its end. */
function goneOnWith(open: Row[], { cue, sentence, line }: Counted): Row | undefined {
  const family = familyOf(cue);
  const { ordinal } = cue;
  const takes = (row: Row): boolean => {
    if (row.family !== family || ordinal === null) return row.family === family;
    const last = row.members.at(-1);
    const near = last?.line === true || sentence.block - (last?.sentence.block ?? 0) <= 1;
    return near && (ordinal === 'next' || ordinal === row.last + 1);
  };
  const alike = open.findLastIndex((row) => takes(row) && row.members.at(-1)?.line === line);
  const index = alike < 0 ? open.findLastIndex(takes) : alike;
  if (index < 0) return undefined;
  open.length = index + 1;
  return open[index];
}

/** The row that a cue begins, if it may be a first one. One that begins a paragraph ends such a row of its family. */
function begun(open: Row[], { cue, sentence, line }: Counted): Row | undefined {
  if (cue.ordinal !== null && cue.ordinal !== 1) return undefined;
  const family = familyOf(cue);
  const same = open.findLastIndex((row) => row.family === family && row.members.at(-1)?.line === true);
  if (line && same >= 0) open.length = same;
  while (open.length > 0 && !isOpen(open.at(-1)?.members.at(-1), sentence)) open.pop();
  return rowIn(open, family);
}

const isOpen = (member: Member | undefined, { block }: Sentence): boolean =>
  member !== undefined && (member.line || member.sentence.block === block);

/** The innermost member that holds a later sentence. A row within one sentence ends with it. */
export function openAt(member: Member | null, sentence: Sentence): Member | null {
  for (let at = member; at; at = at.row.parent) {
    const long = at.row.members[0]?.sentence !== at.row.members.at(-1)?.sentence;
    if (isOpen(at, sentence) && (at.line || long || at.sentence === sentence)) return at;
  }
  return null;
}

/** The items that are counted within a sentence, 一是…；二是…, each up to the next one; none where nothing is counted. */
export function items(text: string, { start, end }: Span): readonly Span[] {
  const words = wordsAt(text, start, end);
  if (words === undefined) return [];
  const [first] = rowsIn(words, readSentences(words, RULES)).values();
  if (!first || first.row.members.length < 2) return [];
  const starts = first.row.members.map(({ cue }) => start + [...words.slice(0, cue.from)].length);
  return starts.map((from, i) => ({ start: from, end: starts[i + 1] ?? end }));
}
