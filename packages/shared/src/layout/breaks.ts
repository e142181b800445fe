// Where a line may end: between Han characters but with kinsoku (after UAX 14 and CSS `line-break: strict`), else at
// spaces and after hyphens and slashes.

/** What a character is to a line breaker. Wide ones stand in Han text, the others in words. */
export const CLASS = {
  none: 0,
  space: 1,
  glue: 2,
  word: 3,
  digit: 4,
  wide: 5,
  open: 6,
  wideOpen: 7,
  close: 8,
  wideClose: 9,
  point: 10,
  quote: 11,
  hyphen: 12,
  dash: 13,
  ellipsis: 14,
} as const;
export type Class = (typeof CLASS)[keyof typeof CLASS];

/** May a line end between `last` and `next`, `spaced` when spaces part them? `before` stands in front of `last`. */
export function mayBreak(before: Class, last: Class, next: Class, spaced: boolean): boolean {
  if (last === CLASS.none || last === CLASS.open || last === CLASS.wideOpen) return false;
  if (next === CLASS.close || next === CLASS.wideClose) return false;
  if (spaced) return true;
  if (isGlued(last) || isGlued(next)) return false;
  if (next === CLASS.point || next === CLASS.hyphen || next === CLASS.ellipsis) return false;
  if (last === CLASS.hyphen)
    return next !== CLASS.digit && (before === CLASS.word || before === CLASS.digit || isWide(next));
  if (last === CLASS.dash || last === CLASS.ellipsis) return next !== CLASS.dash;
  return isWide(last) || isWide(next);
}

const isGlued = (kind: Class): boolean => kind === CLASS.glue || kind === CLASS.quote;
const isWide = (kind: Class): boolean =>
  kind === CLASS.wide || kind === CLASS.wideOpen || kind === CLASS.wideClose;

const MEMBERS: readonly (readonly [Class, string])[] = [
  [CLASS.space, ' \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000'],
  [CLASS.glue, '\u00a0\u2007\u202f\u2060\ufeff'],
  [CLASS.digit, '0123456789'],
  [CLASS.open, '([{“‘«‹$£¥€₹₩#@¿¡'],
  [CLASS.wideOpen, '（［｛｟《〈「『【〔〖〘〚〝｢＄￥￡￠'],
  [CLASS.close, ')]}!?%”’»›°‰′″℃℉¢'],
  [CLASS.wideClose, '、。，．！？：；）］｝｠》〉」』】〕〗〙〛〞〟｣｡､･・‧·％～〜'],
  [CLASS.wideClose, 'ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ'],
  [CLASS.point, '.,:;'],
  [CLASS.quote, '"\''],
  [CLASS.hyphen, '-/‐–|'],
  [CLASS.dash, '—―⸺⸻'],
  [CLASS.ellipsis, '…‥⋯'],
];
const QUOTES = '‘’“”';
const WIDE =
  /[\u1100-\u11ff\u2e80-\u2fff\u3000-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uff66-\uffdc\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}\p{Emoji_Presentation}]/u;

const classes = new Map(MEMBERS.flatMap(([kind, characters]) => [...characters].map((one) => [one, kind])));
/** By UTF-16 unit, filled as characters turn up: 0 is not known yet. */
const known = new Uint8Array(0x10000);

/** The class of the grapheme from an index of a text up to another; in Chinese, ‘’ and “” stand in Han text. */
export function classOf(text: string, at: number, end: number, chinese = false): Class {
  const kind = classOfFirst(text, at);
  if (chinese && QUOTES.includes(text.charAt(at)))
    return kind === CLASS.open ? CLASS.wideOpen : CLASS.wideClose;
  // A mark on a space is something to see, so no line may end by leaving it out (UAX 14, LB10).
  return kind === CLASS.space && end > at + 1 ? CLASS.word : kind;
}

function classOfFirst(text: string, at: number): Class {
  const unit = text.charCodeAt(at);
  const kind = known[unit] as Class;
  if (kind !== CLASS.none) return kind;
  const first = String.fromCodePoint(text.codePointAt(at) ?? unit);
  const found = classes.get(first) ?? (WIDE.test(first) ? CLASS.wide : CLASS.word);
  if (first.length === 1) known[unit] = found;
  return found;
}
