// Styles that could not be had. Vite asks for each of them once, and then takes it for there: what asks again would come without. Which
// style is whose is not known, so that nothing more comes until all of them do.
const missing = new Set<HTMLLinkElement>();

export function noteMissingStyles(): void {
  const note = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target);
  };
  addEventListener('error', note, true);
}

let asking: Promise<unknown> | undefined;

/** Asks for them again, once for all who wait. Rejects where one cannot be had still. */
export const missingStyles = (): Promise<unknown> =>
  (asking ??= Promise.all([...missing].map(again)).finally(() => (asking = undefined)));

function again(old: HTMLLinkElement): Promise<unknown> {
  missing.delete(old);
  const link = old.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    old.replaceWith(link);
  });
}
