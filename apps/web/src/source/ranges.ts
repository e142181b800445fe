// Between offsets of a text and places in the page: each paragraph is one element with one text node.
import { pointsIn, unitAt, type Span } from '@counterpoint/shared';
import type { Reading } from './reading.ts';

/** Paragraphs are found by this attribute: the UTF-16 unit they begin at. */
export const FROM = 'data-from';

const wordsIn = (element: Element): Text | null =>
  element.firstChild instanceof Text ? element.firstChild : null;

/** The drawn paragraphs, in the order of the reading's. */
export const drawnIn = (root: ParentNode): readonly Element[] => [...root.querySelectorAll(`[${FROM}]`)];

/** The passage as a range of the page; null where its paragraphs are not drawn. */
export function rangeOf(
  drawn: readonly Element[],
  { text, paragraphs }: Reading,
  { start, end }: Span,
): Range | null {
  const from = placeAt(unitAt(text, start) ?? 0, false);
  const to = placeAt(unitAt(text, end) ?? text.length, true);
  if (!from || !to) return null;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;

  /** An end belongs to the paragraph before it, a start to the one after it. */
  function placeAt(
    unit: number,
    isEnd: boolean,
  ): { readonly node: Text; readonly offset: number } | undefined {
    const at = isEnd ? lastWhere(paragraphs, (one) => one.from < unit) : lastWhere(paragraphs, (one) => one.to <= unit) + 1; // prettier-ignore
    const [paragraph, element] = [paragraphs[at], drawn[at]];
    const node = element && wordsIn(element);
    if (!paragraph || !node) return undefined;
    return { node, offset: Math.min(node.length, Math.max(0, unit - paragraph.from)) };
  }
}

/** Of an ordered list that begins with those that are so; -1 when none is. */
function lastWhere<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isSo(one)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The unit of the text at a place of the page; undefined outside the words. */
export function unitOf(root: Element, node: Node, offset: number): number | undefined {
  if (!root.contains(node)) return undefined;
  const element = (node instanceof Element ? node : node.parentElement)?.closest(`[${FROM}]`);
  if (element) {
    const from = Number(element.getAttribute(FROM));
    const words = wordsIn(element);
    if (node === words) return from + offset;
    return from + (offset > 0 ? (words?.length ?? 0) : 0);
  }
  // Between paragraphs: from the next one on.
  const after = node instanceof Element ? (node.childNodes[offset] ?? node) : node;
  for (const one of root.querySelectorAll(`[${FROM}]`)) {
    const place = after.compareDocumentPosition(one);
    if (after === one || after.contains(one) || place & Node.DOCUMENT_POSITION_FOLLOWING)
      return Number(one.getAttribute(FROM));
  }
  return undefined;
}

/** The code point under a point of the window; undefined beside the words. */
export function pointAt(root: Element, { text }: Reading, x: number, y: number): number | undefined {
  // Not in every browser yet: there, the number of the paragraph leads to its claims.
  const place = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  if (!place || !isOver(place.offsetNode, place.offset, x, y)) return undefined;
  const unit = unitOf(root, place.offsetNode, place.offset);
  return unit === undefined ? undefined : pointsIn(text, 0, unit);
}

/** Where the paragraph begins that stands at the top of the window, in code points. */
export function topMost(root: Element, { paragraphs }: Reading): number {
  const top = root.closest('.source-scroll')?.getBoundingClientRect().top ?? 0;
  // To ask where words are that are out of sight would lay them out: their paragraph's box is known without.
  const isAbove = (one: Element): boolean =>
    (one.parentElement ?? one).getBoundingClientRect().bottom <= top + 8;
  return paragraphs[lastWhere(drawnIn(root), isAbove) + 1]?.start ?? 0;
}

/** A press beside the words is given the nearest of them. */
function isOver(node: Node, offset: number, x: number, y: number): boolean {
  if (!(node instanceof Text)) return false;
  const range = new Range();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, Math.min(node.length, offset + 1));
  const near = 2;
  return [...range.getClientRects()].some(
    (box) => x >= box.left - near && x <= box.right + near && y >= box.top - near && y <= box.bottom + near,
  );
}
