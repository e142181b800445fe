// Styles that could not be had. Vite asks for each of them once, and then takes it for there: what asks again would come without. Which
// style is whose is not known, so that nothing more comes until all of them do.
const missing = new Set<string>();

export function noteMissingStyles(): void {
  const note = ({ target }: Event): void => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    missing.add(target.href);
    target.remove();
  };
  addEventListener('error', note, true);
}

/** Asks for them again. Rejects where one cannot be had still. */
export async function missingStyles(): Promise<void> {
  await Promise.all([...missing].map(style));
}

function style(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href });
    link.addEventListener('load', () => {
      missing.delete(href);
      resolve();
    });
    link.addEventListener('error', () => reject(new Error(`no style: ${href}`)));
    document.head.append(link);
  });
}
