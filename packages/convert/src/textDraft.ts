// What a reader of texts finds, and how it becomes a text with marks at offsets in code points.
import {
  isVisible,
  LONGEST,
  Marks,
  MOST_TEXT_BYTES,
  normalText,
  ok,
  refuse,
  shortLine,
  storable,
  utf8Length,
  type LeftKind,
  type ReadText,
  type Refused,
  type Result,
  type SpeechMark,
} from '@counterpoint/shared';

/** A line, or several, in one voice. */
export interface Part {
  readonly text: string;
  /** Who speaks from here on. */
  readonly speaker?: string | undefined;
  /** When, in ms. */
  readonly time?: number | null | undefined;
  /** Goes on in the line of the part before. */
  readonly flows?: boolean;
}

export type Left = ReadonlyMap<LeftKind, number>;

export interface Draft {
  /** Its own, or its first heading. */
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly parts: readonly Part[];
  readonly left?: Left;
}

/** What a reader cannot go on with; only `read` in text.ts catches it. */
export class Unreadable extends Error {
  constructor(readonly refused: Refused) {
    super(refused.refusal.message);
  }
}

export const TOO_LONG = refuse('too-large', `A text has at most ${MOST_TEXT_BYTES} bytes.`);
export const TOO_DEEP = refuse('too-large', 'The file is nested too deeply.');

/** Counts what is left out. */
export class Counts extends Map<LeftKind, number> {
  add(kind: LeftKind, count = 1): void {
    if (count > 0) this.set(kind, (this.get(kind) ?? 0) + count);
  }
}

/** What turns letters around so that they read as others. */
const OVERRIDES = /[\u202d\u202e]/g;
/** White space in a line, which a new line takes the place of. */
const PAGE_ENDS = /[\f\v]/g;

const TITLE_OF_WORDS = 60;
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
const ENDS_CJK = new RegExp(`[${CJK}]$`, 'u');
const BEGINS_CJK = new RegExp(`^[${CJK}“”‘’…—]`, 'u');

/** What stands between two lines of one paragraph: nothing in Chinese, where words are not parted. */
export const seam = (before: string, after: string): '' | ' ' =>
  ENDS_CJK.test(before) && BEGINS_CJK.test(after) ? '' : ' ';

/** The lines of one paragraph as one line. */
export function flowing(lines: readonly string[]): string {
  const pieces: string[] = [];
  let last = '';
  for (const line of lines) {
    const bare = line.trim();
    if (bare === '') continue;
    if (last !== '') pieces.push(seam(last, bare));
    pieces.push(bare);
    last = bare.slice(-2);
  }
  return pieces.join('');
}

/** The text of a draft: empty parts are left out, a part begins a line unless it flows. */
export function made(draft: Draft, format: ReadText['format'], name: string): Result<ReadText> {
  const left = new Counts(draft.left);
  const pieces: string[] = [];
  const marks: SpeechMark[] = [];
  let last = '';
  let points = 0;
  for (const { text, speaker, time, flows } of draft.parts) {
    const words = kept(text, left);
    if (!isVisible(words)) continue;
    const before = last === '' ? '' : flows ? seam(last, words) : '\n';
    const start = points + before.length;
    if (speaker !== undefined) marks.push({ start, speaker, time: time ?? null });
    pieces.push(before, words);
    points = start + pointsOf(words);
    last = words.slice(-2);
  }
  const text = pieces.join('');
  if (last === '') return refuse('empty', 'There is no text in it.');
  if (utf8Length(text) > MOST_TEXT_BYTES) return TOO_LONG;
  const language = languageOf(draft.language, text);
  return ok({
    title: titleOf([draft.title, nameAlone(name)], text, language),
    language,
    text,
    marks: fitting(marks, left),
    format,
    left: [...left].map(([kind, count]) => ({ kind, count })),
  });
}

/** In NFC with plain line ends and nothing that cannot be kept. No part that begins a line joins with the one before. */
function kept(text: string, left: Counts): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(PAGE_ENDS, '\n')
    .replace(/^\ufeff/, '');
  const words = storable(lines).replace(OVERRIDES, '');
  left.add('controls', lines.length - words.length);
  return normalText(words);
}

function pointsOf(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) points += 1;
  }
  return points;
}

/** As many marks as an edition holds: first those go that only tell the time, then the last. */
function fitting(all: readonly SpeechMark[], left: Counts): SpeechMark[] {
  const marks = all.flatMap(({ speaker, ...mark }) => {
    const name = shortLine(speaker.normalize('NFC').replace(OVERRIDES, ''), LONGEST.title);
    return isVisible(name) ? [{ ...mark, speaker: name }] : [];
  });
  const fits = (some: readonly SpeechMark[]): boolean => Marks.safeParse(some).success;
  if (fits(marks)) return marks;
  const turns = marks.filter(({ speaker }, i) => speaker !== marks[i - 1]?.speaker);
  let [most, tooMany] = [0, turns.length + 1];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (fits(turns.slice(0, middle))) most = middle;
    else tooMany = middle;
  }
  left.add('marks', marks.length - most);
  return turns.slice(0, most);
}

/** The name of a file without folders and ending. */
const nameAlone = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.[^.\s]{1,8}$/, '');

function titleOf(offered: readonly (string | undefined)[], text: string, language: string): string {
  for (const title of offered) {
    const line = shortLine((title ?? '').normalize('NFC').replace(OVERRIDES, ''), LONGEST.title);
    if (isVisible(line)) return line;
  }
  const first = text.split('\n').find(isVisible) ?? '';
  return atBoundary(shortLine(first, LONGEST.title), language);
}

/** At most 60 characters, cut between words; within a word that is longer than that. */
function atBoundary(line: string, language: string): string {
  if ([...line].length <= TITLE_OF_WORDS) return line;
  const head = [...line].slice(0, TITLE_OF_WORDS).join('');
  let cut = '';
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(line)) {
    if (index + segment.length > head.length) break;
    cut = line.slice(0, index + segment.length);
  }
  return isVisible(cut) ? cut.trim() : head;
}

/** As the file says, unless its letters are of another part of the world: forms and programs name their own language. */
function languageOf(said: string | undefined, text: string): string {
  const tag = said
    ?.trim()
    .replace(/_/g, '-')
    .replace(/^[A-Za-z]+/, (letters) => letters.toLowerCase());
  const told = languageByLetters(text);
  const isTag = tag !== undefined && tag.length <= 35 && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
  const contradicts = isTag && told !== 'und' && isEastern(tag) !== isEastern(told);
  return isTag && !contradicts ? tag : told;
}

const isEastern = (tag: string): boolean => /^(zh|ja|ko|yue|wuu|lzh|cmn)\b/.test(tag);

function languageByLetters(text: string): string {
  const sample = text.slice(0, 20_000);
  const count = (script: string): number =>
    sample.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
  const [han, latin] = [count('Han'), count('Latin')];
  if (count('Hangul') > han) return 'ko';
  const kana = count('Hiragana') + count('Katakana');
  if (kana > han / 10 && kana + han > latin / 5) return 'ja';
  // A word of Latin letters says about as much as two characters.
  if (han > latin / 5) return 'zh';
  return latin > sample.length / 4 ? 'en' : 'und';
}
