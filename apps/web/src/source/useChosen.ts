import type { Span } from '@counterpoint/shared';
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { snapped, type Reading } from './reading.ts';
import { drawnIn, rangeOf, unitOf } from './ranges.ts';
import { lastLine, spotUnder, type Spot } from './spot.ts';

export interface Chosen extends Span {
  readonly spot: Spot;
}

/**
 * The passage that is selected in the text. The selection of the page is the one truth: pointer, touch and keys set it, and
 * it stays what it was while the focus is in a bar or a dialog, which have no selection of the page's.
 */
export function useChosen(
  words: RefObject<HTMLElement | null>,
  reading: Reading,
): { readonly chosen: Chosen | null; readonly select: (span: Span) => void } {
  const [chosen, setChosen] = useState<{ readonly reading: Reading; readonly at: Chosen } | null>(null);
  const look = useCallback((): void => {
    const root = words.current;
    const selection = getSelection();
    if (!root || !selection) return;
    const at = chosenIn(root, reading, selection);
    if (at !== undefined) setChosen(at && { reading, at });
  }, [words, reading]);
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    document.addEventListener('selectionchange', soon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', soon);
    };
  }, [look]);
  /** The browser tells of a selection later: the next key must not come before. */
  const select = (span: Span): void => {
    if (words.current) choose(words.current, reading, span);
    look();
  };
  return { chosen: chosen?.reading === reading ? chosen.at : null, select };
}

/** Null where nothing is chosen; undefined where the selection is somewhere else. */
function chosenIn(root: HTMLElement, reading: Reading, selection: Selection): Chosen | null | undefined {
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed, rangeCount } = selection;
  if (rangeCount === 0) return null;
  if (!anchorNode || !focusNode || !root.contains(anchorNode)) return undefined;
  const from = unitOf(root, anchorNode, anchorOffset);
  const to = unitOf(root, focusNode, focusOffset) ?? reading.text.length;
  const span = isCollapsed || from === undefined ? undefined : snapped(reading.text, from, to);
  const range = span && rangeOf(drawnIn(root), reading, span);
  return span && range ? { ...span, spot: spotUnder(root, lastLine(range)) } : null;
}

/** Selects a passage, and brings it into sight. */
function choose(root: HTMLElement, reading: Reading, span: Span): void {
  const range = rangeOf(drawnIn(root), reading, span);
  if (!range) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  intoSight(root, range);
}

export const clearChosen = (): void => getSelection()?.removeAllRanges();

const MARGIN_PX = 60;

/** Scrolls only as far as it must; a passage longer than the window begins at its top. */
export function intoSight(root: HTMLElement, range: Range): void {
  const scroller = root.closest<HTMLElement>('.source-scroll');
  if (!scroller) return;
  // Paragraphs that were never drawn have a guessed height until they are near.
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  const [box, sight] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const over = box.top - (sight.top + MARGIN_PX);
  const under = box.bottom - (sight.bottom - MARGIN_PX);
  if (over < 0) scroller.scrollTop += over;
  else if (under > 0) scroller.scrollTop += Math.min(under, over);
}
