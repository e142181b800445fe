// Where the sentences and paragraphs of a Chinese or English text are (P-01). Intl.Segmenter parts an opening quote from
// its sentence, 他说 from what was said, …… from what it ends, and "Dr." from the name; this does not.
import { pointsIn } from './passage.ts';
import { CLINGING, endAt, past, type Opened } from './sentenceEnds.ts';

/** From `start` up to, and without, `end`, in code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same in UTF-16 units, which only the inside of this folder counts in. */
export interface Units {
  readonly from: number;
  readonly to: number;
}

/** What a sentence may end at, or what is to be known about it then: the scan jumps from one to the next. */
const STOP = /[。！？!?…‥｡．.\n（(《〈【[“”「」『』"]/g;
const SPACE = new RegExp(`(?:\\s(?![${CLINGING}]))+`, 'uy');
/** Brackets within a sentence are not looked into. */
const BRACKETED =
  /[（(][^（()）\n]{0,200}[)）]|《[^《》\n]{0,100}》|〈[^〈〉\n]{0,100}〉|【[^【】\n]{0,100}】|\[[^[\]\n]{0,100}\]/y;

/** The sentences of a text. Each has the white space after it, so that all together are the text. */
export const sentences = (text: string): readonly Span[] =>
  sentenceUnits(text).map((units) => inPoints(text, units));

/** The paragraphs of a text: its lines that hold something, without the white space around it. */
export const blocks = (text: string): readonly Span[] =>
  blockUnits(text).map((units) => inPoints(text, units));

export const inPoints = (text: string, { from, to }: Units): Span => {
  const start = pointsIn(text, 0, from);
  return { start, end: start + pointsIn(text, from, to) };
};

export const blockUnits = (text: string): readonly Units[] =>
  [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const from = past(SPACE, text, index);
    const to = index + line.trimEnd().length;
    return from < to ? [{ from, to }] : [];
  });

export function sentenceUnits(text: string): readonly Units[] {
  const found: Units[] = [];
  let start = 0;
  let opened: Opened = { quote: undefined, open: false };
  const cut = (at: number): number => {
    const to = past(SPACE, text, at);
    found.push({ from: start, to });
    opened = { quote: undefined, open: false };
    return (start = to);
  };
  let first = past(SPACE, text, 0);
  let at = first;
  for (let stop = nextStop(text, at); stop; stop = nextStop(text, at)) {
    const { 0: sign, index } = stop;
    at = index + 1;
    if (sign === '\n') first = at = cut(at);
    else if ('“「『'.includes(sign) || (sign === '"' && !opened.open)) opened = { quote: index, open: true };
    else if ('”」』"'.includes(sign)) opened = { ...opened, open: false };
    else if ('（(【['.includes(sign) && index === first) continue;
    else if ('（(《〈【['.includes(sign)) at = Math.max(at, past(BRACKETED, text, index));
    else {
      const { end, after } = endAt(text, first, index, opened);
      if (end) first = at = cut(after);
      else at = after;
    }
  }
  if (start < text.length) found.push({ from: start, to: text.length });
  return found;
}

function nextStop(text: string, from: number): RegExpExecArray | null {
  STOP.lastIndex = from;
  return STOP.exec(text);
}
