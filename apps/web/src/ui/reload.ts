/** Whether the server answers now. */
export const isReached = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );

const PATIENCE_MS = 5_000;

/**
 * Loads the page anew, where its server answers; where it does not, the page stays. Nothing else helps who has an older page than the
 * server, which has its scripts no more, or a browser that remembers for as long as a page is there that a script could not be had
 * (whatwg/html#6768; Chromium did so up to 150 at least).
 */
export async function reloadWhereReached(): Promise<void> {
  if (await isReached()) location.reload();
}
