// Letters as this browser draws them, measured one by one when a text first has them: the rare way, see lettersProbe.ts.
import {
  isChinese,
  lettered,
  voiceOf,
  widthOf,
  type Font,
  type Lettering,
  type Voice,
} from '@counterpoint/shared';

/** A line of known words, in Chinese and in Latin letters, drawn out of sight. */
export interface Probe {
  readonly voice: Voice;
  readonly size: number;
  readonly lineHeight: number;
  readonly box: HTMLElement;
  readonly han: HTMLElement;
  readonly latin: HTMLElement;
}
export type Probes = Readonly<Record<Voice | 'small', Probe>>;

export function drawnLettering(probes: Probes): Lettering {
  const known: Record<Font, Map<string, number>> = {
    sans: new Map(),
    'sans-zh': new Map(),
    serif: new Map(),
    'serif-zh': new Map(),
  };
  const { small } = probes;
  const drawn = {
    lineHeight: { sans: heightOf(probes.sans), serif: heightOf(probes.serif) },
    small: {
      width: Math.max(1, widthOfLatin(small)),
      height: Math.max(1, heightOf(small) / small.lineHeight),
    },
  };
  return {
    ruler(font, text, at, end) {
      const grapheme = text.slice(at, end);
      const advance = known[font].get(grapheme) ?? advanceIn(probes[voiceOf(font)], font, grapheme);
      known[font].set(grapheme, advance);
      return advance;
    },
    measure: (asked) => lettered(asked, drawn),
  };
}

/** In 1/1000 of the size that was asked for. */
function advanceIn({ box, size }: Probe, font: Font, grapheme: string): number {
  const letter = document.createElement('span');
  letter.lang = isChinese(font) ? 'zh' : 'en';
  letter.style.fontFamily = `var(--${voiceOf(font)})`;
  letter.style.position = 'absolute';
  letter.textContent = grapheme;
  box.append(letter);
  const { width } = letter.getBoundingClientRect();
  letter.remove();
  return (width / size) * 1000;
}

/** Of what was asked for. */
const widthOfLatin = ({ latin, voice, size, lineHeight }: Probe): number =>
  latin.getBoundingClientRect().width /
  widthOf(latin.textContent, { font: voice, size, weight: 400, lineHeight });

const heightOf = ({ box }: Probe): number => Math.ceil(box.getBoundingClientRect().height);
