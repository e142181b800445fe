// Who speaks when in a transcript: lines such as `[00:01:23] 张三：…`, `00:01:23 Name: …`, `张三 00:01:23` above what they
// said, and `Name: …` where it is clear that people take turns.
import type { Draft, Part } from './textDraft.ts';

const NAME = "[\\p{L}][\\p{L}\\p{M}\\p{N}\\x20.·•'’_-]{0,29}(?:[（(][^()（）\\n]{1,20}[)）])?";
const TIME = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?';
const OPEN = '[\\[(（【]';
const CLOSE = '[\\])）】]';

const TIME_FIRST = new RegExp(
  `^\\s*${OPEN}?${TIME}${CLOSE}?[\\s:：-]*(?:(${NAME}?)\\s*[:：](?!//)\\s*)?(.*)$`,
  'u',
);
const TIME_LAST = new RegExp(`^\\s*(${NAME}?)\\s*(?:\\s|${OPEN})${TIME}${CLOSE}?\\s*[:：]?\\s*(.*)$`, 'u');
const NAME_ALONE = new RegExp(`^\\s*(${NAME})\\s*$`, 'u');
const TURN = new RegExp(`^\\s*(${NAME}?)\\s*[:：](?!//)\\s*(\\S.*)$`, 'u');

const SENTENCE = /[。！？!?…]|\.(?=[\s"”’)]|$)/;
/** In UTF-16 units: a longer line under a time is what was said. */
const LONGEST_ALONE = 20;

interface Line {
  readonly words: string;
  readonly speaker?: string | undefined;
  readonly time?: number | undefined;
}

/** A time of a recording in ms, from hours, minutes, seconds and a fraction in digits. */
export function msOf([hours = '0', minutes = '0', seconds = '0', fraction = '']: readonly (
  string | undefined
)[]): number | undefined {
  if (Number(minutes) > 59 && hours !== '0') return undefined;
  if (Number(seconds) > 59) return undefined;
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, '0'))
  );
}

/** Undefined where nothing tells that it is a transcript. */
export function transcript(text: string): Draft | undefined {
  const lines = text.split('\n');
  return timed(lines) ?? turns(lines);
}

/** What is said of the speaker at the beginning of a line, and the rest. */
export function labelled(line: string): { readonly speaker: string; readonly words: string } | undefined {
  const [, speaker, words] = TURN.exec(line) ?? [];
  return speaker !== undefined && words !== undefined ? { speaker: speaker.trim(), words } : undefined;
}

function timed(lines: readonly string[]): Draft | undefined {
  const read = lines.map((line, i) => timedLine(line, lines[i + 1] ?? ''));
  const named = read.filter(({ time, speaker }) => time !== undefined && speaker !== undefined);
  const times = read.flatMap(({ time }) => time ?? []);
  if (named.length < 2 || times.some((time, i) => time < (times[i - 1] ?? 0))) return undefined;
  return { parts: told(read) };
}

/** A name without words has them in the next line; a plan of the day has times behind names, but nobody says anything. */
function timedLine(line: string, next: string): Line {
  const speaks = next.trim() !== '' && !TIME_FIRST.test(next) && !TIME_LAST.test(next);
  const [first, h, m, s, f, speaker, words = ''] = TIME_FIRST.exec(line) ?? [];
  if (first !== undefined) {
    const time = msOf([h, m, s, f]);
    if (time === undefined) return { words: line };
    const alone = speaker === undefined && speaks ? NAME_ALONE.exec(words)?.[1] : undefined;
    return alone === undefined || alone.length > LONGEST_ALONE
      ? { words, speaker: speaker?.trim(), time }
      : { words: '', speaker: alone.trim(), time };
  }
  const [last, name = '', ...rest] = TIME_LAST.exec(line) ?? [];
  const said = rest[4] ?? '';
  const time = last === undefined || (said === '' && !speaks) ? undefined : msOf(rest.slice(0, 4));
  return time === undefined ? { words: line } : { words: said, speaker: name.trim(), time };
}

/** At least two people who speak twice, in sentences, and most lines are theirs. */
function turns(lines: readonly string[]): Draft | undefined {
  const spoken = new Map<string, number>();
  const read = lines.map((line) => labelled(line));
  for (const turn of read) if (turn) spoken.set(turn.speaker, (spoken.get(turn.speaker) ?? 0) + 1);
  const isSpeaker = (name: string | undefined): boolean => name !== undefined && (spoken.get(name) ?? 0) > 1;
  const said = read.filter((turn) => isSpeaker(turn?.speaker));
  const count = said.length;
  // The fields of a record come back, too.
  if (said.filter((turn) => SENTENCE.test(turn?.words ?? '')).length < count / 2) return undefined;
  const speakers = [...spoken.keys()].filter(isSpeaker).length;
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (speakers < 2 || count < filled / 2) return undefined;
  return {
    parts: told(
      lines.map((line, i) => (isSpeaker(read[i]?.speaker) ? (read[i] ?? { words: line }) : { words: line })),
    ),
  };
}

/** A part for each turn; a time without a name is of whoever spoke before. */
function told(lines: readonly Line[]): Part[] {
  const parts: { words: string[]; speaker: string | undefined; time: number | undefined }[] = [];
  let voice: string | undefined;
  for (const { words, speaker, time } of lines) {
    const last = parts.at(-1);
    if (last && speaker === undefined && time === undefined) last.words.push(words);
    else parts.push({ words: [words], speaker: (voice = speaker ?? voice), time });
  }
  return parts.map(({ words, speaker, time }) => ({ text: words.join('\n').trim(), speaker, time }));
}
