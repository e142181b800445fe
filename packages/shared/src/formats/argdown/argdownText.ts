// People's text and our data inside Argdown. The parser's own rules are in @argdown/core, lexer.ts.

// Found by feeding the parser of @argdown/core 1.7.5 with fuzzed texts. It gives escaped characters back without the
// backslash; `=` is among them because three in a row end the document as front matter does.
const signs = /[\\/[\]<>{}#@*_:.=]/g;

/** One line that the parser gives back as it was but for white space, each run of which becomes one space. */
export const argdownText = (text: string): string => shownText(text).replace(signs, '\\$&');

/** The name of a rule between the dashes of an inference, where commas part rules and dashes end them. */
export const argdownRule = (text: string): string => argdownText(text).replace(/[,-]/g, '\\$&');

/** What a reader of the file sees of a text. */
export const shownText = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Titles cannot be escaped: they keep letters and digits only. */
export function argdownTitle(text: string, most = 32): string {
  const words = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const points = [...words];
  return points.length <= most ? words : `${points.slice(0, most).join('').trim()}…`;
}

// A `}` in a string would end the data, `===` the front matter, `>:` makes a definition of the title before the data, and
// the others end a line for YAML or for a regular expression.
const dataSigns = /[}=\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\]>](?=:)/g;

/** JSON in one line that YAML reads too, with no `}` but its own. */
export function argdownData(value: unknown): string {
  const unsafe = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(ordered(value)).replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, (string) =>
    string.replace(dataSigns, unsafe),
  );
}

/** Fields by name, `id` first: rows that came from a file and back are written as they were before. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (name: string): string => (name === 'id' ? '' : name);
  const fields = Object.entries(value).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]: [string, unknown]) => [name, ordered(part)]));
}
