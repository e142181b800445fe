import type { Edition } from '../../map/tables/editions.ts';
import { findQuote, normalText, pointsIn, type Passage, type Quote } from '../../source/passage.ts';

/**
 * The passage as a file gives it, where the edition has these words at this place; else where it has them. Undefined
 * where it has not. That words begin and end with whole characters, soundness.ts asks.
 */
export function anchored(
  { text }: Edition,
  quote: Quote & { readonly end?: number | undefined },
): Passage | undefined {
  const { exact, prefix = '', suffix = '', start, end } = quote;
  if (exact !== '' && start !== undefined && end === start + pointsIn(exact) && standsAt(text, start, exact))
    return { start, end, exact, prefix, suffix };
  return findQuote(text, { exact: normalText(exact), prefix, suffix, start });
}

function standsAt(text: string, start: number, exact: string): boolean {
  let unit = 0;
  for (let left = start; left > 0 && unit < text.length; left--)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return text.startsWith(exact, unit);
}
