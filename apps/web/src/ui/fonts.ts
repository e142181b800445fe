const KEY = 'fonts';

/** Words are shown before their fonts are here. These weigh more than all else on a page, and their list more than its styles. */
export async function fetchFonts(): Promise<void> {
  await import('./fonts.css');
  try {
    localStorage.setItem(KEY, 'here');
  } catch {
    // storage may be forbidden: each page then begins without
  }
}

/** On a device that has them they cost nothing, and no word is drawn twice. */
export function fetchKeptFonts(): void {
  try {
    if (localStorage.getItem(KEY) !== null) void fetchFonts().catch(() => undefined);
  } catch {
    // see above
  }
}
