// People's text inside Markdown: shown as it was written, never read as Markdown or HTML.
import { isWebAddress } from '../../map/text.ts';

// Everything that CommonMark and the dialects of GitHub, Pandoc and Obsidian may take for a sign of theirs.
const signs = /[\\`*_[\]<>&~|$#^{}]|==+/g;
// What makes a list, a rule, a heading or a definition at the start of a line.
const opening = /^([-+:=]|\d+(?=[.)]))/;

/** The lines of a text as they are shown: white space runs are one space, blank lines are left out. */
const shownLines = (text: string): string[] =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** The lines of a text, each safe anywhere in a line. */
export function markdownLines(text: string): string[] {
  return shownLines(text).map((line) => {
    const escaped = line.replace(signs, (found) => `\\${[...found].join('\\')}`);
    return escaped.replace(opening, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
  });
}

/** The text in one line, for headings. */
export const markdownLine = (text: string): string => markdownLines(shownLine(text)).join(' ');

/** The text within a paragraph or list item: its own line breaks stay, and every line begins with `indent`. */
export const markdownBlock = (text: string, indent = ''): string => markdownLines(text).join(`\\\n${indent}`);

/** What comes back of `markdownLine`. */
export const shownLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What comes back of `markdownBlock`. */
export const shownBlock = (text: string): string => shownLines(text).join('\n');

/** A link, if it leads into the web; else as the words it is. */
export const markdownUrl = (url: string): string =>
  isWebAddress(shownUrl(url)) ? `<${shownUrl(url)}>` : markdownLine(url);
export const shownUrl = (url: string): string => url.trim().replace(/[<>\s]/g, encodeURIComponent);
