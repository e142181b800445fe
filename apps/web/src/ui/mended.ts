// What was copied out of a page: lines end there where the paper ended. Only for what is pasted, never for what is typed.
import { cleaned } from './cleaned.ts';

/** What stands before an item of a list: a bullet, a number, a letter, in Latin or in Chinese. */
const ALONE =
  '[•‣◦▪●○■□①-⑳]|\\d{1,3}[、．）]|[（(](?:\\d{1,3}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、';
const WITH_BLANK = '[-*+·]|\\d{1,3}[.)]|(?:[a-zA-Z]|[ivx]{2,4})\\)';
export const LIST_MARK = new RegExp(
  `^(?:${ALONE}|(?:${WITH_BLANK})(?=\\s|$)|\\d{1,3}[.)](?=\\p{Script=Han}))`,
  'u',
);

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
/** Has its blank within itself. */
const WIDE = /[\u3000-\u303f\uff00-\uffef]/u;
/** Full-width spaces and tabs at the start of a line begin a paragraph. */
const INDENTED = /^[ ]*[\t\u3000]/u;

/** Soft line ends of a paragraph are gone, and so are the hyphens that a word was broken by; blank lines and lists stay. */
export function mended(pasted: string): string {
  const lines = cleaned(pasted.replace(/\u00ad\r?\n[ \t]*/g, '')).split('\n');
  return lines.reduce((text, line, i) => (i === 0 ? line : joined(text, line)), '');
}

function joined(text: string, line: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const begins =
    line.trim() === '' || last.trim() === '' || INDENTED.test(line) || LIST_MARK.test(line.trim());
  if (begins) return `${text}\n${line}`;
  const before = text.trimEnd();
  const after = line.trimStart();
  if (/[\p{L}\p{N}][-\u2010]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after))
    return withoutHyphen(before, after);
  const blank = blankBetween(before, after);
  // A mark on a line of its own stays one.
  const isLost = LIST_MARK.test(last.trim()) && !LIST_MARK.test(last.trim() + blank + after);
  return before + (isLost ? ' ' : blank) + after;
}

/** "argu-ment" was broken by its hyphen, "well-Known" and a web address had it before. */
function withoutHyphen(before: string, after: string): string {
  const isBroken = /\p{Script=Latin}.$/u.test(before) && /^(?=\p{Script=Latin})\p{Ll}/u.test(after);
  const isAddress = /:\/\/\S*$/.test(before);
  return (isBroken && !isAddress ? before.slice(0, -1) : before) + after;
}

function blankBetween(before: string, after: string): string {
  const [left, right] = [[...before].at(-1) ?? '', [...after][0] ?? ''];
  if (WIDE.test(left) || WIDE.test(right)) return '';
  const isSign = (sign: string) => /[“”‘’—…]/u.test(sign);
  const isCjk = (sign: string, other: string) => CJK.test(sign) || (isSign(sign) && CJK.test(other));
  return isCjk(left, right) && isCjk(right, left) ? '' : ' ';
}
