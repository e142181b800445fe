// Whose words stand where in a text: of whom a mark tells, or of whom they quote.
import type { SpeechMark } from '../map/tables/editions.ts';
import { pointsIn } from './passage.ts';
import type { Units } from './sentences.ts';

export interface Voice {
  /** Null where nobody tells. */
  readonly speaker: string | null;
  /** The quotation it is in, which has one voice. */
  readonly quotation: Units | null;
}

const QUOTED = /“[^“”\n]*”|「[^「」\n]*」|『[^『』\n]*』|"[^"\n]*"/g;
const HAN = '\\p{Script=Han}·';
const SAYS_ZH = `([${HAN}]{1,12}?)(?:曾|又|还|也|则|就)?(?:说|指出|认为|表示|写道|强调|回答|问)道?`;
const SAYS_EN = "((?:[A-Z][\\w.’'-]*\\s){1,4})(?:said|says|wrote|writes|argued|argues|asked|asks|added|adds)";
const NAMED_BEFORE = new RegExp(`(?:^|[^${HAN}])${SAYS_ZH}[：:，,]?\\s*$|${SAYS_EN}[,:]?\\s*$`, 'u');
const NAMED_BEHIND = new RegExp(`^${SAYS_ZH}(?=[，。：！？,.:!?\\s]|$)|^[,\\s]*${SAYS_EN}\\b`, 'u');
const CONNECTIVE = /^(?:但是|但|然而|不过|因此|所以|而且|而|正如|据)/;
const SELF = /^(?:我们?|I|We)$/;
const PRONOUN = /^(?:[他她它你]们?|有人|人们|大家|对方|He|She|They|It|You)?$/;
/** How far from a quotation its speaker may be named, in UTF-16 units. */
const NEAR = 60;

export interface Voices {
  /** Whose words stand at an index. */
  at(index: number): Voice;
  /** A passage without what is beyond the quotation that it stands in, or that it ends in. */
  within(units: Units): Units;
}

export function voicesOf(text: string, marks: readonly SpeechMark[]): Voices {
  const quotations = [...text.matchAll(QUOTED)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
  }));
  const begins = quotations.map(({ from }) => from);
  const starts = marks.map(({ start }) => start);
  const quotationAt = (index: number): Units | undefined => {
    const found = quotations[lastUpTo(begins, index - 1)];
    return found && index < found.to ? found : undefined;
  };
  return {
    at: (index) => {
      const speaker = marks[lastUpTo(starts, pointsIn(text, 0, index))]?.speaker ?? null;
      const quotation = quotationAt(index);
      if (!quotation) return { speaker, quotation: null };
      const name = nameBeside(text, quotation);
      return { speaker: name !== null && SELF.test(name) ? speaker : name, quotation };
    },
    within: ({ from, to }) => {
      const first = quotationAt(from + 1);
      if (first && (first.from < from || first.to > to))
        return { from: Math.max(from, first.from + 1), to: Math.min(to, first.to - 1) };
      const last = quotationAt(to);
      return last && last.to > to ? { from: last.from + 1, to } : { from, to };
    },
  };
}

function nameBeside(text: string, { from, to }: Units): string | null {
  const before = NAMED_BEFORE.exec(text.slice(Math.max(0, from - NEAR), from));
  const found = before ?? NAMED_BEHIND.exec(text.slice(to, to + NEAR));
  const name = (found?.[1] ?? found?.[2] ?? '').trim().replace(CONNECTIVE, '');
  return PRONOUN.test(name) ? null : name;
}

/** The place of the last of ascending numbers that is not beyond a limit; -1 for none. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
