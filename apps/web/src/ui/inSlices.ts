const SLICE_MS = 6;

/** Takes steps as long as nobody notices, and goes on after what the page has to do meanwhile. */
export async function inSlices(steps: Iterator<unknown>): Promise<void> {
  for (let end = performance.now() + SLICE_MS; !steps.next().done;)
    if (performance.now() >= end) {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + SLICE_MS;
    }
}
