// Letters typed on a row find the next one that begins with them, as in any list (WAI-ARIA tree).
import { useRef } from 'react';
import type { Row } from './outlineRows.ts';

const PAUSE_MS = 700;

export function useTypeAhead() {
  const typed = useRef({ text: '', at: -Infinity });
  const isFinding = (now: number): boolean => typed.current.text !== '' && now - typed.current.at < PAUSE_MS;
  return {
    isFinding,
    /** The row that the letters typed so far lead to, from `from` on and around. */
    find(rows: readonly Row[], from: number, character: string, now: number): Row | undefined {
      const text = (isFinding(now) ? typed.current.text : '') + character;
      typed.current = { text, at: now };
      return rowBeginningWith(rows, text, text.length > 1 ? from : from + 1);
    },
  };
}

export function rowBeginningWith(rows: readonly Row[], text: string, from: number): Row | undefined {
  const wanted = folded(text);
  const around = [...rows.slice(from), ...rows.slice(0, from)];
  return around.find((row) => folded(row.claim.text.slice(0, 80)).startsWith(wanted));
}

/** Case, width and leading quotation marks do not count. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');
