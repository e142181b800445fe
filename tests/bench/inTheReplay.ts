// What runs within the page of a replay, and its clock. Each function goes there alone: it can use nothing outside itself.

/** The ms between pictures while the slider, held by the mouse, goes to the end and back in so many seconds. */
export async function dragging(
  seconds: number,
): Promise<{ readonly frames: number[]; readonly shown: number }> {
  const slider = document.querySelector<HTMLElement>('[role=slider]');
  if (!slider) throw new Error('no slider');
  const { left, width } = slider.getBoundingClientRect();
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  const shown = new Set<string | null>();
  const begin = await frame();
  for (
    let last = begin, now = await frame();
    last < begin + seconds * 1_000;
    last = now, now = await frame()
  ) {
    frames.push(now - last);
    const share = (now - begin) / (seconds * 1_000);
    const at = share < 0.5 ? share * 2 : Math.max(0, 2 - share * 2);
    slider.dispatchEvent(new PointerEvent('pointermove', { clientX: left + at * width, bubbles: true }));
    shown.add(slider.getAttribute('aria-valuenow'));
  }
  return { frames, shown: shown.size };
}

/** The same while the canvas is panned to and fro. */
export async function panning(seconds: number): Promise<number[]> {
  const pane = document.querySelector<HTMLElement>('.react-flow__pane');
  if (!pane) throw new Error('no canvas');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  const begin = await frame();
  for (
    let last = begin, now = await frame();
    last < begin + seconds * 1_000;
    last = now, now = await frame()
  ) {
    frames.push(now - last);
    const deltaY = Math.floor((now - begin) / 1_000) % 2 === 0 ? 20 : -20;
    pane.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true, clientX: 500, clientY: 400 })); // prettier-ignore
  }
  return frames;
}
