// What runs within the page of a text, and its clock. Each function goes there alone: it can use nothing outside itself.

/** The ms between frames while the text is scrolled from top to bottom in so many seconds. */
export async function scrolling(seconds: number): Promise<number[]> {
  const box = document.querySelector('.source-scroll');
  if (!box) throw new Error('no text');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  const begin = await frame();
  for (
    let last = begin, now = await frame();
    last < begin + seconds * 1_000;
    last = now, now = await frame()
  ) {
    frames.push(now - last);
    box.scrollTop = ((now - begin) / (seconds * 1_000)) * (box.scrollHeight - box.clientHeight);
  }
  return frames;
}

/** The highlights taken away, and elements for the very same passages put into the paragraphs. */
export function markInstead(): void {
  const unit = (node: Node, offset: number): number =>
    Number(node.parentElement?.getAttribute('data-from')) + offset;
  const spans = [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => ({
      start: unit(startContainer, startOffset),
      end: unit(endContainer, endOffset),
    })),
  );
  CSS.highlights.clear();
  // The page allows no style of its own making but by script.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.source-words mark { background: var(--support-tint); color: inherit; text-decoration: underline 2px var(--support); }'); // prettier-ignore
  document.adoptedStyleSheets.push(sheet);
  for (const paragraph of document.querySelectorAll('.source-words [data-from]')) {
    const from = Number(paragraph.getAttribute('data-from'));
    const length = paragraph.textContent.length;
    for (const { start, end } of spans) {
      if (start >= from + length || end <= from) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      let at = from;
      for (const node of nodes) {
        const [low, high] = [Math.max(start, at) - at, Math.min(end, at + node.length) - at];
        at += node.length;
        if (low >= high) continue;
        const range = new Range();
        range.setStart(node, low);
        range.setEnd(node, high);
        range.surroundContents(document.createElement('mark'));
      }
    }
  }
}

/** From the press on the view's name, in ms: the first paragraph painted, as many as there are, and the first suggestion. */
export async function opening(
  paragraphs: number,
): Promise<{ readonly first: number; readonly last: number; readonly outline: number }> {
  const painted = () =>
    new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
  const view = [...document.querySelectorAll<HTMLElement>('[role=radio]')].find(({ textContent }) => textContent.trim() === '原文'); // prettier-ignore
  if (!view) throw new Error('no such view');
  const begin = performance.now();
  view.click();
  const until = async (selector: string, count: number): Promise<number> => {
    for (;;) {
      const isThere = document.querySelectorAll(selector).length >= count;
      await painted();
      if (isThere) return performance.now() - begin;
    }
  };
  const words = '.source-view .source-words [data-from]';
  const [first, last, outline] = await Promise.all([until(words, 1), until(words, paragraphs), until('.source-suggestion', 1)]); // prettier-ignore
  return { first, last, outline };
}

/** Sentences chosen one after the other, from that part of the text on: until the bar beside each is painted, in ms. */
export async function pressing({
  times,
  at,
}: {
  times: number;
  at: number;
}): Promise<{ readonly handled: number; readonly painted: number }[]> {
  const box = document.querySelector<HTMLElement>('.source-scroll');
  if (!box) throw new Error('no text');
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  const press = (key: string) => box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); // prettier-ignore
  const bar = () => document.querySelector<HTMLElement>('.source-float:has(.source-bar)');
  box.focus();
  press('Escape');
  box.scrollTop = at * box.scrollHeight;
  for (let i = 0; i < 30; i++) await frame();
  const took: { handled: number; painted: number }[] = [];
  for (let i = 0; i < times; i++) {
    const [text, spot] = [String(getSelection()), bar()?.style.cssText];
    const begin = performance.now();
    press('ArrowDown');
    const handled = performance.now() - begin;
    while (String(getSelection()) === text || (bar()?.style.cssText ?? spot) === spot) {
      if (performance.now() - begin > 60_000) throw new Error('the bar does not come');
      await frame();
    }
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      requestAnimationFrame(() => port2.postMessage(null));
    });
    took.push({ handled, painted: performance.now() - begin });
    for (let n = 0; n < 5; n++) await frame();
  }
  return took;
}
