// Highlights by the CSS Custom Highlight API: nothing is added to the page for them.
import type { Span } from '@counterpoint/shared';
import type { Sign } from '../relation/Relation.tsx';
import type { Reading } from './reading.ts';
import { drawnIn, rangeOf } from './ranges.ts';

/** How a passage is marked; source.css has a rule for each, `::highlight(source-…)`. */
export type Paint =
  Sign | 'note' | 'mark' | 'by-few' | 'by-most' | 'by-all' | 'changed' | 'selected' | 'suggested' | 'shown';

/** Later ones lie on top. */
const ORDER: readonly Paint[] = [
  'suggested', 'by-few', 'by-most', 'by-all', 'note', 'mark', 'thesis', 'support', 'rebut', 'undercut', 'pending', 'changed', 'selected', 'shown',
]; // prettier-ignore

export interface Painted extends Span {
  readonly paint: Paint;
}

const nameOf = (paint: Paint): string => `source-${paint}`;

/** What each reader on the page has painted: the browser keeps one set of highlights for all. */
const painted = new Map<ParentNode, ReadonlyMap<Paint, readonly Range[]>>();

/** Where the browser cannot, the text is read without marks, and the list of claims stays. */
export function paint(root: ParentNode, reading: Reading, marks: readonly Painted[]): () => void {
  if (typeof Highlight === 'undefined') return () => undefined;
  const drawn = drawnIn(root);
  const ranges = new Map<Paint, Range[]>();
  for (const one of marks) {
    const range = rangeOf(drawn, reading, one);
    const like = ranges.get(one.paint);
    if (range && like) like.push(range);
    else if (range) ranges.set(one.paint, [range]);
  }
  painted.set(root, ranges);
  show();
  return () => {
    painted.delete(root);
    show();
  };
}

function show(): void {
  for (const [priority, name] of ORDER.entries()) {
    const highlight = new Highlight(...[...painted.values()].flatMap((ranges) => ranges.get(name) ?? []));
    highlight.priority = priority;
    CSS.highlights.set(nameOf(name), highlight);
  }
}
