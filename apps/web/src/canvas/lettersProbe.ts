// Whether letters are drawn as packages/shared measures them. A browser may have a least size for them, and a reader a font or
// spaces of their own (WCAG 1.4.12): a line of known words, out of sight, tells. Only then is anything measured in the page.
import { CARD, type Lettering, type Voice } from '@counterpoint/shared';
import type { Probe } from './drawnLettering.ts';

/** As canvas.css and base.css have it for what stands above and beneath the words. */
const SMALL = { size: 12, lineHeight: 1.55, weight: 400, voice: 'sans' } as const;
/** Full-width characters are an em wide in whatever font: they tell before ours are here. */
const HAN = '字字字字';
const LATIN = 'two words';
/** So much may come from rounding. */
const SLACK = 1.02;

/** Tells whenever it changes how letters are drawn: undefined where as they are measured. Answers how to stop. */
export function watchLetters(tell: (lettering: Lettering | undefined) => void): () => void {
  const probes = {
    sans: probe({ ...CARD.claim, lineHeight: CARD.claim.lineHeight / CARD.claim.size }),
    serif: probe({ ...CARD.thesis, lineHeight: CARD.thesis.lineHeight / CARD.thesis.size }),
    small: probe(SMALL),
  };
  const all = Object.values(probes);
  let isOver = false;
  const look = async (): Promise<void> => {
    const found = all.every(isDrawnAsAsked)
      ? undefined
      : (await import('./drawnLettering.ts')).drawnLettering(probes);
    if (!isOver) tell(found);
  };
  const lookAgain = (): void => void look().catch(() => undefined);
  // It calls once at the beginning, and then whenever a style changes what is drawn. Without a network the script for it may
  // not come: cards then stay as they are. A font comes in parts: what was measured before its part was here is measured anew.
  const observer = new ResizeObserver(lookAgain);
  for (const { box } of all) observer.observe(box);
  document.fonts.addEventListener('loadingdone', lookAgain);
  return () => {
    isOver = true;
    observer.disconnect();
    document.fonts.removeEventListener('loadingdone', lookAgain);
    for (const { box } of all) box.remove();
  };
}

interface Asked {
  readonly voice: Voice;
  readonly size: number;
  readonly weight: number;
  /** As a multiple, which a least size enlarges as well. */
  readonly lineHeight: number;
}

function probe({ voice, size, weight, lineHeight }: Asked): Probe {
  const box = document.createElement('div');
  box.className = 'letters-probe';
  box.lang = 'zh';
  box.ariaHidden = 'true';
  box.style.font = `${weight} ${size}px / ${lineHeight} var(--${voice})`;
  const [han, latin] = [document.createElement('span'), document.createElement('span')];
  han.textContent = HAN;
  latin.textContent = LATIN;
  box.append(han, ' ', latin); // side by side they would be a little apart
  document.body.append(box);
  return { voice, size, lineHeight: lineHeight * size, box, han, latin };
}

function isDrawnAsAsked({ voice, size, lineHeight, box, han }: Probe): boolean {
  const style = getComputedStyle(box);
  return (
    box.getBoundingClientRect().height < lineHeight * SLACK &&
    han.getBoundingClientRect().width < HAN.length * size * SLACK &&
    parseFloat(style.fontSize) < size * SLACK &&
    (parseFloat(style.wordSpacing) || 0) <= 0 &&
    style.fontFamily.includes(voice === 'sans' ? 'Noto Sans SC' : 'Noto Serif SC')
  );
}
