// People's text on a line of a Kialo file, where brackets are Markdown's and a line begins with a number and a stance.

/** How a claim is led to that stands elsewhere: `-> See 1.2.` */
export const LINK = /^->\s*See\s+((?:\d{1,9}\.)*\d{1,9})\.?\s*$/i;

/** The text in one line. What would be read as the grammar of a line is written with a backslash. */
export const kialoLine = (text: string): string =>
  kialoTitle(text)
    .replace(/^(?:Pro|Con)\s*(?=:)/i, '$&\\')
    .replace(/^\d+(?=\.(?:\d+\.)*(?:\s|$))/, '$&\\')
    .replace(/^(?=->\s*See)/i, '\\');

/** The title of a discussion, in which only brackets mean something. */
export const kialoTitle = (text: string): string => oneLine(text).replace(/[\\()[\]]/g, '\\$&');

/** As it comes back. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Deepest claim that is written or read as such: numbers grow with every level. Real discussions have 19 levels. */
export const MOST_LEVELS = 200;
