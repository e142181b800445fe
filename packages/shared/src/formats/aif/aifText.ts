// Texts of AIF nodes: written by web pages, so they may hold entities and tags of HTML (HTML Living Standard 13.5).

/** Names of the characters from U+00A0 on. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹',
  rsaquo: '›', ndash: '–', mdash: '—', hellip: '…', bull: '•', euro: '€', trade: '™', minus: '−', rarr: '→', larr: '←', ensp: '\u2002',
  emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d',
}; // prettier-ignore
const NAMED = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries(OTHERS),
]);

/** The character that an entity names, `&amp;` or `&#38;`; what names none stays as it is. */
export function characterOf(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return NAMED.get(name) ?? entity;
  const point = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isScalar = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isScalar ? String.fromCodePoint(point) : entity;
}

const TAGS =
  'a|abbr|b|big|blockquote|br|center|cite|code|div|em|font|h[1-6]|hr|i|img|ins|del|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|td|tr|tt|u|ul';
const ENTITY = '&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});';
const MARKUP = new RegExp(`${ENTITY}|<(/?)(${TAGS})(?:\\s+[a-zA-Z-]+\\s*=[^<>]*)?\\s*/?>`, 'gi');

/** A tag that begins a line. */
export const isBreak = (name: string): boolean =>
  /^(?:br|p|div|h[1-6]|hr|li|blockquote|tr|ol|ul|pre)$/i.test(name);

/** The text as people read it: entities and tags are undone once; `x < y` and `<name>` stay. */
export function decoded(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const plain = text.replace(MARKUP, (markup, slash?: string, name?: string) =>
    name === undefined ? characterOf(markup) : slash === '' && isBreak(name) ? '\n' : '',
  );
  return plain === text ? text : plain.trim();
}

/** Whether a text has tags that say more than line breaks do. */
export function isFormatted(text: string): boolean {
  if (!text.includes('<')) return false;
  for (const [, , name] of text.matchAll(MARKUP)) if (name !== undefined && !isBreak(name)) return true;
  return false;
}
