import { z } from 'zod';

/** Longest texts, in Unicode code points (a Chinese character counts one, as a Latin letter does). */
export const LONGEST = {
  claim: 10_000,
  comment: 4_000,
  reason: 1_000,
  /** A reason out of the list that a map offers. */
  listed: 100,
  policy: 2_000,
  title: 200,
  question: 500,
  /** What a round marks passages as. */
  label: 40,
  about: 2_000,
  name: 40,
  /** The name of a group: it stands behind people's names and the title of the map. */
  group: 20,
  /** The translation of a quotation. */
  gloss: 10_000,
  /** The text of a source; it has MOST_TEXT_BYTES besides. */
  source: 2_000_000,
  url: 2_000,
};

/** Longest text of a source, as UTF-8: a book (A-10). */
export const MOST_TEXT_BYTES = 2_000_000;

/** Bytes of a text as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

// NUL and lone surrogates cannot be stored as UTF-8; other controls have no meaning in a statement.
const unstorable = /(?![\n\t])[\p{Control}\p{Surrogate}]/u;
// Braille's empty pattern is drawn as nothing, and is neither white space nor ignorable.
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
/** The text without what cannot be stored; CR LF and CR become LF. */
export const storable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(new RegExp(unstorable, 'gu'), '');

/** One line of at most so many code points. */
export const shortLine = (text: string, most: number): string =>
  [...storable(text).replace(/\s+/g, ' ').trim()].slice(0, most).join('');

export const isVisible = (text: string): boolean => visible.test(text);

// Zero-width and bidirectional controls let one name pass for another (Z-17). An emoji keeps the selector that colours it.
const deceptive = /(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Default_Ignorable_Code_Point}\u2800]/u;

const withinPoints = (text: string, most: number): boolean =>
  text.length <= most || (text.length <= 2 * most && [...text].length <= most);

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * How much a field has room for, by the same count that the schemas refuse by: what is left is told in code points, what
 * is too much as a negative number of the characters that a reader would take off its end until it fits.
 */
export const roomFor =
  (most: number) =>
  (text: string): number => {
    const written = text.trim();
    if (withinPoints(written, most)) return most - [...written].length;
    let points = 0;
    let over = 0;
    for (const { segment } of segmenter.segment(written)) {
      points += [...segment].length;
      if (points > most) over++;
    }
    return -over;
  };

/** Text of people: at least one visible character, at most `most` code points, nothing a database cannot hold. */
export const personText = (most: number) =>
  z
    .string()
    .refine((text) => withinPoints(text, most), { error: `at most ${most} characters` })
    .refine((text) => visible.test(text), { error: 'must not be blank' })
    .refine((text) => !unstorable.test(text), { error: 'holds a control character' });

/** As `personText`, but may be empty. */
export const optionalText = (most: number) =>
  z
    .string()
    .refine((text) => withinPoints(text, most), { error: `at most ${most} characters` })
    .refine((text) => !unstorable.test(text), { error: 'holds a control character' });

/** An http or https address, whole: nobody can tell where another scheme would lead. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/<>"'`\\][^\s<>"'`\\]*$/i.test(text) && !unstorable.test(text) && !deceptive.test(text);

/** Where something stands on the web; may be empty. */
export const WebAddress = optionalText(LONGEST.url).refine((text) => text === '' || isWebAddress(text), {
  error: 'must begin with http:// or https://',
});

/** A display name: NFC, one line, no character that hides or turns text. */
export const PersonName = personText(LONGEST.name)
  .transform((name) => name.normalize('NFC').trim().replace(/\s+/g, ' '))
  .refine((name) => !deceptive.test(name), { error: 'holds an invisible character' });
