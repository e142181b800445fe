// Whether a sentence ends at a sign that may end one.

/** Signs that belong to the character before them: nothing may begin with one. For the class of a regular expression. */
export const CLINGING = '\\p{M}\\p{Emoji_Modifier}\\p{Join_Control}\\u0e33\\u0eb3\\u{e0020}-\\u{e007f}';

/** Where the last quotation of the sentence began, and whether it is open still. */
export interface Opened {
  readonly quote: number | undefined;
  readonly open: boolean;
}

const MARKS = new RegExp(`(?:[。！？!?…‥｡．.][${CLINGING}]*)+`, 'uy');
const STRAIGHT = new RegExp(`"[${CLINGING}]*`, 'uy');
const CLOSERS = new RegExp(`(?:[”’」』）)》〉】\\]][${CLINGING}]*)+`, 'uy');

/** A full stop after these ends nothing; after those of NUMBERED when a number follows. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st rev gen sen rep gov hon capt col lt sgt cf vs viz approx ca e.g i.e'.split(' '),
);
const NUMBERED = new Set(
  'no nos fig figs eq vol ch sec p pp art jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);
const WORD = /(?:^|[^\p{L}.])((?:\p{L}\.)*\p{L}+)$/u;
/** "U.S." and "J." end a sentence only before a word that hardly ever follows them within one. */
const OPENER =
  /^(?:the|this|that|these|it|he|she|we|they|but|and|so|however|then|in|if|there|what|when)(?!\p{L})/iu;
const NUMBERING = /^\s*[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/;

/** Who said it stands behind the quotation, in the same sentence. */
const SAID = new RegExp(
  `(?:${[
    '(?:(?:他|她|它)们?|有人|人们|大家|对方)?(?:又|还|也|就|便|曾|接着|这样)?(?:说|问|答|道|表示|指出|认为|写道)',
    '(?:我|你)们?(?:又|还|也|就|便)?[说问答]',
    '[\\p{Script=Han}·]{1,10}?(?:说|问|答|道|表示|指出|认为|写道|回答|强调|补充)[道着]?(?=[，。：！？,.:!?\\n]|$)',
    "\\s?(?:[A-Z][\\w’'-]*\\s){1,3}(?:said|says|asked|asks|replied|wrote|writes|added|argued|argues)\\b",
  ].join('|')})(?![明法服话题理路德])`,
  'uy',
);
const SPEECH_VERB = /(?:说|道|问|答|喊|叫|称|写|表示|指出|认为|强调)$/;

/** The end of what a sticky expression finds at an index; the index itself where it finds nothing. */
export function past(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

/** What a mark at an index comes to: the end of the sentence that begins at `first`, or where to read on. */
export function endAt(
  text: string,
  first: number,
  at: number,
  { quote, open }: Opened,
): { readonly end: boolean; readonly after: number } {
  const marked = past(MARKS, text, at);
  const marks = text.slice(at, marked);
  let after = marked;
  for (let to = after, straight = open; ; after = to) {
    to = past(CLOSERS, text, to);
    if (straight && text[to] === '"') [to, straight] = [past(STRAIGHT, text, to), false];
    to = past(MARKS, text, to);
    if (to === after) break;
  }
  const end =
    /^[^，、；：,;:]?$/u.test(text.charAt(after)) &&
    !(after === marked && goesOn(text, first, at, marks)) &&
    !(isAscii(marks) && /^[^\S\n]*\p{Ll}/u.test(text.slice(after, after + 8))) &&
    !(/[”」』"]/.test(text.slice(marked, after)) && isPart(text, first, after, quote));
  return { end, after };
}

const isAscii = (marks: string): boolean => /^[.!?…‥]+$/.test(marks);

/** Whether the words behind bare marks still belong to the sentence. */
function goesOn(text: string, first: number, at: number, marks: string): boolean {
  const after = at + marks.length;
  const next = text.charAt(after);
  if (/^[…‥]/.test(marks)) return /^等/.test(next);
  if (/^[!?]+$/.test(marks)) return /[\w=/&#]/.test(next) && /[\w/]/.test(text.charAt(at - 1));
  if (marks !== '.') return false;
  if (/[^\s\p{Script=Han}“「『（《]/u.test(next)) return true;
  const before = text.slice(Math.max(first, at - 16), at);
  if (NUMBERING.test(text.slice(Math.max(first, at - 8), at)) && at - first < 8) return true;
  return isAbbreviation(WORD.exec(before)?.[1] ?? '', text.slice(after, after + 16));
}

function isAbbreviation(word: string, behind: string): boolean {
  const next = behind.trimStart();
  if (next === '' || /^[^\S\n]*\n/.test(behind)) return false;
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  if (NUMBERED.has(word.toLowerCase())) return /^\d/.test(next);
  return /^(?:[A-Z]\.)*[A-Z]$/.test(word) && /^[^\S\n]/.test(behind) && !OPENER.test(next);
}

/** Whether a quotation that was just closed is a part of a longer sentence: “…？”的问题, or “…。”他说. */
function isPart(text: string, first: number, after: number, quote: number | undefined): boolean {
  if (past(SAID, text, after) > after && (quote === undefined || quote === first)) return true;
  if (quote === undefined || quote === first) return false;
  const before = text.slice(Math.max(first, quote - 8), quote);
  const within = /\p{Script=Han}$/u.test(before) && !SPEECH_VERB.test(before);
  return within && /^\p{Script=Han}/u.test(text.slice(after, after + 2));
}
