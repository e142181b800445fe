/**
 * Loads the page anew, where its server answers; says whether it does. Nothing else helps who has an older page than the server, which
 * has its scripts no more, or a browser that remembers for as long as a page is there that a script could not be had (whatwg/html#6768;
 * Chromium did so up to 150 at least).
 */
export async function reloadWhereReached(): Promise<boolean> {
  const isReached = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isReached) location.reload();
  return isReached;
}
