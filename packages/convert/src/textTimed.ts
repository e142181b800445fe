// Subtitles: SubRip as it is in use, and WebVTT after W3C's draft (cues, voices, notes, styles).
import { refuse } from '@counterpoint/shared';
import { Counts, flowing, Unreadable, type Draft, type Part } from './textDraft.ts';
import { labelled, msOf } from './textSpoken.ts';

const ARROW = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->/;
const TAG = /<\/?(?:[biu]|c|v|lang|ruby|rt|font|\d[\d:.]*)(?:[.\s][^<>]*)?>|\{\\[^{}]*\}/gi;
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
};
const SENTENCE_ENDS = /[。！？!?….][”’」』"')）]*$/;
/** Where a paragraph ends although no sentence does: after a silence in ms, or at this length. */
const SILENCE = 4_000;
const LONG = 300;

interface Cue {
  readonly time: number | undefined;
  readonly speaker: string | undefined;
  readonly words: string;
}

export function subtitles(text: string, format: 'srt' | 'vtt'): Draft {
  const left = new Counts();
  const cues = cuesIn(text, format, left);
  if (cues.length === 0) throw new Unreadable(refuse('broken', 'There is no subtitle in the file.'));
  const spoken = speakersOf(cues);
  const parts: Part[] = [];
  let voice: string | undefined;
  let line = 0;
  for (const [i, cue] of cues.entries()) {
    const label = cue.speaker === undefined ? labelled(cue.words.replace(/^[-–—]\s*/, '')) : undefined;
    const isNamed = label !== undefined && spoken.has(label.speaker);
    const speaker = cue.speaker ?? (isNamed ? label.speaker : undefined);
    const words = isNamed ? label.words : cue.words;
    const flows = (speaker === undefined || speaker === voice) && goesOn(cues[i - 1], cue, line);
    voice = speaker ?? voice;
    if (voice === undefined && cue.time !== undefined) left.add('times');
    line = flows ? line + words.length : words.length;
    parts.push({ text: words, speaker: voice, time: cue.time, flows });
  }
  return { parts, left };
}

/** Whether a cue is in the same paragraph as the one before. */
const goesOn = (before: Cue | undefined, { time }: Cue, length: number): boolean =>
  before !== undefined &&
  !SENTENCE_ENDS.test(before.words) &&
  length < LONG &&
  !/^[-–—]/.test(before.words) &&
  (time ?? 0) - (before.time ?? 0) < 2 * SILENCE;

function cuesIn(text: string, format: 'srt' | 'vtt', left: Counts): Cue[] {
  const cues: Cue[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const [first = ''] = lines;
    if (format === 'vtt' && /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/.test(first)) {
      if (/^(NOTE|STYLE)/.test(first)) left.add(first.startsWith('NOTE') ? 'comments' : 'styles');
      continue;
    }
    const arrow = lines.findIndex((line) => line.includes('-->'));
    if (arrow < 0 && cues.length === 0) continue;
    const [match, ...digits] = ARROW.exec(lines[arrow] ?? '') ?? [];
    const time = match === undefined ? undefined : msOf(digits);
    if (arrow >= 0 && time === undefined) left.add('times');
    cues.push(...voices(lines.slice(arrow + 1), time));
  }
  return cues;
}

/** A cue may hold several voices, each in a line of its own. */
function voices(lines: readonly string[], time: number | undefined): Cue[] {
  const cues: { speaker: string | undefined; lines: string[] }[] = [];
  for (const line of lines) {
    const speaker = VOICE.exec(line)?.[1]?.trim();
    const last = cues.at(-1);
    const words = bare(line);
    if (last && speaker === undefined && !/^[-–—]\s*\S/.test(words)) last.lines.push(words);
    else cues.push({ speaker, lines: [words] });
  }
  return cues.map(({ speaker, lines: words }) => ({ time, speaker, words: flowing(words) }));
}

const bare = (line: string): string =>
  line.replace(TAG, '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Names before a colon that come back, or all where half of the cues have one. */
function speakersOf(cues: readonly Cue[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { speaker, words } of cues) {
    const label = speaker === undefined ? labelled(words.replace(/^[-–—]\s*/, '')) : undefined;
    if (!label) continue;
    all += 1;
    counts.set(label.speaker, (counts.get(label.speaker) ?? 0) + 1);
  }
  const isUsual = all >= cues.length / 2;
  return new Set([...counts].flatMap(([name, count]) => (isUsual || count > 1 ? name : [])));
}
