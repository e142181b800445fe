// What may stand in XML, sign by sign (sections 2.2, 2.3 and 4.1 of the specification).

/** No XML of version 1.0 holds these, not even as references. */
export const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Quick to say that a text has none of them, as most have: no code points, and pairs of surrogates are not told apart. */
export const MAYBE_NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;

const NAME_START = ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'; // prettier-ignore
const NAME_MORE = '\\u{300}-\\u{36f}.0-9\\u{b7}\\u{203f}-\\u{2040}';
/** A name, where the pattern is put. */
export const NAME_HERE = new RegExp(`[${NAME_START}][${NAME_MORE}${NAME_START}-]*`, 'yu');

const VALUE = (name: string, value: string) => `${name}[ \\t\\n]*=[ \\t\\n]*(?:"${value}"|'${value}')`;
/** A declaration at the beginning; its groups are the encoding, within quotes of either kind. */
export const DECLARATION = new RegExp(
  `^<\\?xml[ \\t\\n]+${VALUE('version', '1\\.\\d+')}(?:[ \\t\\n]+${VALUE('encoding', '([A-Za-z][\\w.-]*)')})?(?:[ \\t\\n]+${VALUE('standalone', '(?:yes|no)')})?[ \\t\\n]*\\?>`,
);

const UNKNOWN = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** With references replaced by what they stand for; undefined where one stands for nothing. */
export function resolved(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (UNKNOWN.test(text)) return undefined;
  const result = text.replace(/&#?(\w+);/g, (reference, name: string) => {
    if (reference[1] !== '#') return NAMED[name] ?? '\0';
    const code = name.startsWith('x') ? parseInt(name.slice(1), 16) : Number(name);
    const sign = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
    return NOT_XML.test(sign) ? '\0' : sign;
  });
  return result.includes('\0') ? undefined : result;
}
