import type { ComponentType } from 'react';
import { isLineLost } from './line.ts';
import { missingStyles } from './missingStyles.ts';
import { isReached } from './reload.ts';

/** Fetches the script of a component. */
export type Load<P> = () => Promise<ComponentType<P>>;

const here = new WeakMap<Load<never>, ComponentType<never>>();

/** The component, where its script is here already. */
export const fetchedBy = <P>(load: Load<P>): ComponentType<P> | undefined =>
  here.get(load as Load<never>) as ComponentType<P> | undefined;

/** What came is remembered, a failure is not: the next time asks anew. React's `lazy` remembers both; so do browsers, see reload.ts. */
export async function fetched<P>(load: Load<P>): Promise<ComponentType<P>> {
  const known = fetchedBy(load);
  if (known) return known;
  if (isLineLost() && !(await isReached())) throw new Error('unreached');
  await missingStyles();
  const Component = await load();
  here.set(load as Load<never>, Component as ComponentType<never>);
  return Component;
}

/** One after the other, once the page is drawn and whenever it has nothing else to do. What cannot be had is told when it is shown. */
export function fetchAhead(all: Iterable<() => Promise<unknown>>): () => void {
  const stop = new AbortController();
  void (async () => {
    await drawn();
    for (const one of all) {
      await idle();
      if (stop.signal.aborted || isLineLost()) return;
      await one().catch(() => undefined);
    }
  })();
  return () => stop.abort();
}

/** What is measured first stands in the frame after; a page in the background has no frames. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3 && !document.hidden; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Safari has no such call. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, 1),
  );
