// The words in a text at which rules fire, sentence by sentence.
import { lexiconOf, type Hit, type Lexicon, type Place } from './cueWords.ts';
import type { Rule } from './rule.ts';
import { past } from './sentenceEnds.ts';
import { blockUnits, sentenceUnits, type Units } from './sentences.ts';

export interface Cue extends Hit {
  /** Where the clause begins that it makes a statement about; before its words when those follow the subject. */
  readonly start: number;
}

export interface Sentence extends Units {
  /** Its place among the sentences, and that of its paragraph. */
  readonly index: number;
  readonly block: number;
  /** Whether it begins its paragraph. */
  readonly opens: boolean;
  /** Whether it asks; so does a heading without a mark that begins like a question. */
  readonly asks: boolean;
  readonly cues: readonly Cue[];
}

const CLAUSE = /(?:[，；：]|[,;](?!\d)|:(?![\d/])|—+)[\s“‘「『"']*/g;
/** What may stand before the first word of a sentence, and between two cues. */
const BEFORE = /(?:[\s“‘「『"'*•·]|-\s)*/y;
const BETWEEN = /[\s，,、：:“‘「『"]*/y;
const IN_BRACKETS = /[（(][^（()）\n]{3,}[)）]/g;
const LONGEST_HEADING = 60;
const ASKS = /[？?][”’」』"）)]*\s*$/;
const BEGINS_TO_ASK = /^(?:为什么|为何|什么是|如何|怎样|怎么)|^(?:why|how|what|who|should)\b/i;
/** Asks nothing: what it says is meant. Nor is a tag a question of its own. */
const RHETORICAL = /难道|岂|何尝|何必|怎么能|谁不|不是吗|对吗|好吗|是吧|为什么呢|\b(?:isn’t|isn't|aren’t|aren't|don’t|don't|right|who knows)\b/i; // prettier-ignore

const NOWHERE: Place = { line: false, sentence: false, clause: false };

/** Two halves of one statement, the second of which turns or adds nothing: 不但…而且. */
const JOINED = [
  { opens: /不[但仅只光单]/, role: 'addition' },
  { opens: /\bnot (?:only|just|merely)\b/i, role: 'contrast' },
] as const;

/** Of two languages in a text, the rules of the one that has more in its beginning go first. */
function ordered(rules: readonly Rule[], text: string): readonly Rule[] {
  const beginning = text.slice(0, 5_000);
  const han = beginning.length - beginning.replace(/\p{Script=Han}/gu, '').length;
  const latin = beginning.length - beginning.replace(/[a-z]/gi, '').length;
  const main = han * 3 >= latin ? 'zh' : 'en';
  return rules.toSorted((a, b) => Number(b.language === main) - Number(a.language === main));
}

export const isRhetorical = (words: string): boolean => RHETORICAL.test(words);

export function readSentences(text: string, rules: readonly Rule[]): readonly Sentence[] {
  const inOrder = ordered(rules, text);
  const lexicon = lexiconOf(inOrder);
  const asking = inOrder.filter(({ where }) => where === 'line-final');
  const lines = blockUnits(text);
  let block = 0;
  let last = -1;
  return sentenceUnits(text).map((units, index) => {
    while (block < lines.length - 1 && units.from >= (lines[block]?.to ?? 0)) block++;
    const opens = block !== last;
    last = block;
    const words = text.slice(units.from, units.to);
    const cues = cuesIn(text, units, opens, lexicon);
    const whole = opens && units.to >= (lines[block]?.to ?? 0) && block < lines.length - 1;
    const heading = whole && words.trim().length <= LONGEST_HEADING;
    const asks = ASKS.test(words) || (heading && asksUnmarked(text, units, cues));
    const question = heading && cues.length === 0 && !isRhetorical(words) && questionIn(text, units, asking);
    return { ...units, index, block, opens, asks, cues: question ? [question] : cues };
  });
}

function asksUnmarked(text: string, { from, to }: Units, cues: readonly Cue[]): boolean {
  const words = text.slice(past(BETWEEN, text, cues[0]?.to ?? from), to).trim();
  return BEGINS_TO_ASK.test(words) && !/[。.！!]$/.test(words);
}

/** The sign that makes a whole line a heading that asks. */
function questionIn(text: string, { from, to }: Units, rules: readonly Rule[]): Cue | undefined {
  const words = text.slice(from, to).trimEnd();
  for (const rule of rules) {
    const word = rule.words.find((sign) => words.endsWith(sign));
    const end = from + words.length;
    if (word)
      return { from: end - word.length, to: end, start: from, rule, word, ordinal: null, second: null };
  }
  return undefined;
}

/** Whether a word announces one of a row, or a level: 第二， or #. */
export const counts = ({ ordinal, word }: Hit): boolean => ordinal !== null || word === '#';

function cuesIn(text: string, units: Units, opens: boolean, lexicon: Lexicon): readonly Cue[] {
  const clauses = clausesIn(text, units);
  const initial: Cue[] = [];
  clauses.forEach((clause, i) => {
    if (clause < (initial.at(-1)?.to ?? 0)) return;
    const place = { line: opens && i === 0, sentence: i === 0, clause: true };
    initial.push(...cuesFrom(text, { from: clause, to: units.to }, place, lexicon));
  });
  const cues = [...initial, ...cuesWithin(text, units, lexicon, clauses, initial)];
  return meant(
    text,
    units,
    cues.toSorted((a, b) => a.from - b.from),
  );
}

function clausesIn(text: string, { from, to }: Units): readonly number[] {
  const found = [past(BEFORE, text, from)];
  CLAUSE.lastIndex = from;
  while (CLAUSE.test(text) && CLAUSE.lastIndex < to) found.push(CLAUSE.lastIndex);
  return found;
}

/** One cue may follow on another: 但是，例如. Of two that count, the first does: “1. 首先，”. */
function cuesFrom(text: string, { from, to }: Units, place: Place, lexicon: Lexicon): readonly Cue[] {
  const cues: Cue[] = [];
  let at = from;
  for (let hit = lexicon.at(text, at, place); hit && hit.to <= to; hit = lexicon.at(text, at, place)) {
    const before = cues.at(-1);
    if (before && counts(before) && counts(hit)) cues[cues.length - 1] = { ...before, to: hit.to };
    else cues.push({ ...hit, start: at });
    at = past(BETWEEN, text, hit.to);
  }
  return cues;
}

/** Those that may stand within a clause, between the ones that begin one. */
function cuesWithin(
  text: string,
  { from, to }: Units,
  lexicon: Lexicon,
  clauses: readonly number[],
  initial: readonly Cue[],
): readonly Cue[] {
  const cues: Cue[] = [];
  const { within } = lexicon;
  if (!within) return cues;
  let [clause, cue] = [0, 0];
  /** Where the last cue before ends, and the words after it begin. */
  let [covered, free] = [from, from];
  const cover = (hit: Units): void => {
    [covered, free] = [hit.to, past(BETWEEN, text, hit.to)];
  };
  within.lastIndex = from;
  for (let found = within.exec(text); found && found.index < to; found = within.exec(text)) {
    const { index } = found;
    while ((clauses[clause + 1] ?? Infinity) <= index) clause++;
    for (let next = initial[cue]; next && next.from <= index; next = initial[++cue]) cover(next);
    const hit = index < covered ? undefined : lexicon.at(text, index, NOWHERE);
    if (!hit) continue;
    const begin = Math.min(index, Math.max(clauses[clause] ?? from, free));
    cues.push({ ...hit, start: hit.rule.where === 'in-clause' ? begin : index });
    cover(hit);
  }
  return cues;
}

/** Without what stands in brackets, and without the second half of a statement that goes on: 不但…而且. */
function meant(text: string, { from, to }: Units, cues: readonly Cue[]): readonly Cue[] {
  if (cues.length === 0) return cues;
  const words = text.slice(from, to);
  const brackets = [...words.matchAll(IN_BRACKETS)].map(({ 0: inner, index }) => [
    index,
    index + inner.length,
  ]);
  const outside = cues.filter(
    (cue) => !brackets.some(([begin = 0, end = 0]) => cue.from - from > begin && cue.from - from < end),
  );
  const halves = JOINED.map(({ opens, role }) => {
    const begin = words.search(opens);
    return begin < 0 ? undefined : outside.find((cue) => cue.rule.role === role && cue.from - from > begin);
  });
  return outside.filter((cue) => !halves.includes(cue));
}
