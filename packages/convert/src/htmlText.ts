// People's text inside HTML: shown as it was written, and nothing else.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fit for element content and for attribute values in quotation marks. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * Text of people. Its direction is its own and ends with it, so that no bidirectional control turns what follows;
 * its line breaks stay by the style sheet.
 */
export const said = (element: string, text: string, attributes = ''): string =>
  `<${element}${attributes} dir="auto">${escaped(text)}</${element}>`;

/** Names the language where it differs from the one around. */
export const lang = (language: string, around: string): string =>
  language === around ? '' : ` lang="${escaped(language)}"`;

/** The space after words that lead to others; a full-width colon has its own. */
export const spaceAfter = (lead: string): string => (lead.endsWith('：') ? '' : ' ');
