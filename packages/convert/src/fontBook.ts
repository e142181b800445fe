// The fonts of one document: for each style the faces that hold its characters and no others, and which face draws what.
import { graphemeEnds, isChinese, SHARED_MARKS, voiceOf, type Font, type Voice } from '@counterpoint/shared';
import { MARKS, STACKS, type Family } from './fontsFiles.ts';
import { merged } from './fontsMerge.ts';
import { cutDown } from './fontsSubset.ts';
import { readCmap, readNames, sfntOf, tablesOf, writeNames } from './fontsSfnt.ts';

export interface FontStyle {
  readonly font: Font;
  /** From 200 to 900. */
  readonly weight: number;
}

/** Text that is to be drawn in a style; which characters it has is all that counts. */
export interface Used extends FontStyle {
  readonly text: string;
}

export interface Face {
  /** The styles that it is for: whether a text is Chinese is of account for marks alone. */
  readonly fonts: readonly Font[];
  readonly weight: number;
  /** As `NotoSansSC-600`; the family and the PostScript name in the file. */
  readonly name: string;
  /** As style sheets call it. */
  readonly family: string;
  /** One glyph per character, whatever stands beside it. */
  readonly isPlain: boolean;
  /** A TrueType font without variations. */
  readonly file: Buffer;
  readonly glyphs: ReadonlyMap<number, number>;
}

/** A piece of a line that one face draws. */
export interface Span {
  readonly face: Face;
  readonly text: string;
  /** What is really said, where `text` is only a box that stands for it. */
  readonly actual?: string;
}

/** Stands for what no font of ours has. */
const BOX = '\u25a1';
/** Drawn as nothing. */
const nothing = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Surrogate}\u2028\u2029]/gu;

export async function fontBook(used: Iterable<Used>): Promise<FontBook> {
  const gathered = new Map<string, Gathered>();
  for (const { font, weight, text } of used) {
    const voice = voiceOf(font);
    const key = `${voice} ${weight}`;
    const known = gathered.get(key) ?? { voice, weight, characters: new Set([' ', BOX]), marks: new Set() };
    gathered.set(key, known);
    for (const one of joining.test(text) ? text.normalize('NFC') : text)
      (isChinese(font) && SHARED_MARKS.includes(one) ? known.marks : known.characters).add(one);
  }
  const faces: Face[] = [];
  let lacks = false;
  for (const { voice, weight, characters, marks } of gathered.values()) {
    const [chinese, points] = [pointsOf(marks), pointsOf(characters)];
    faces.push(...(await facesOf({ fonts: [`${voice}-zh`], weight }, [MARKS[voice]], chinese)));
    faces.push(...(await facesOf({ fonts: [voice, `${voice}-zh`], weight }, STACKS[voice], points)));
    lacks ||= points.size > 0;
  }
  return new FontBook(faces, lacks);
}

interface Gathered {
  readonly voice: Voice;
  readonly weight: number;
  readonly characters: Set<string>;
  /** Those that are Chinese. */
  readonly marks: Set<string>;
}

const pointsOf = (characters: ReadonlySet<string>): Set<number> =>
  new Set([...drawable([...characters].join('\n'))].map((one) => one.codePointAt(0) ?? 0));

interface Known {
  readonly faceOf: Map<number, Face>;
  /** A face where it draws the grapheme as it is. */
  readonly spansOf: Map<string, Face | readonly Span[]>;
}

export class FontBook {
  private readonly byStyle = new Map<string, Known>();

  /** Where two faces have a character, the first one draws it. */
  constructor(
    readonly faces: readonly Face[],
    /** Whether there are characters that no face has. */
    readonly lacks: boolean,
  ) {
    for (const face of faces) {
      for (const font of face.fonts) {
        const key = keyOf({ font, weight: face.weight });
        const known = this.byStyle.get(key) ?? { faceOf: new Map(), spansOf: new Map() };
        this.byStyle.set(key, known);
        for (const point of face.glyphs.keys()) if (!known.faceOf.has(point)) known.faceOf.set(point, face);
      }
    }
  }

  /** A line as the faces draw it, from left to right. Its style must be among those the book was made for. */
  spans(line: string, style: FontStyle): Span[] {
    const known = this.byStyle.get(keyOf(style));
    if (!known) throw new Error(`no fonts were gathered for ${keyOf(style)}`);
    const spans: Span[] = [];
    const endOf = graphemeEnds(line);
    let face: Face | undefined;
    let begin = 0;
    const flush = (at: number): void => {
      if (face && at > begin) append(spans, { face, text: line.slice(begin, at) });
    };
    for (let at = 0, end: number; at < line.length; at = end) {
      end = endOf(at);
      const drawn = drawnBy(line.slice(at, end), known);
      if (drawn === face) continue;
      flush(at);
      begin = at;
      if (!Array.isArray(drawn)) face = drawn as Face;
      else {
        face = undefined;
        for (const span of drawn as readonly Span[]) append(spans, span);
      }
    }
    flush(line.length);
    return spans;
  }
}

const keyOf = ({ font, weight }: FontStyle): string => `${font} ${weight}`;

/** What may become one with the character in front of it. */
const joining = /[\p{M}\u1100-\u11ff]/u;

/** As it is looked up in fonts: letters and their marks in one, tabs as spaces, without what is not seen. */
const drawable = (text: string): string => text.normalize('NFC').replaceAll('\t', ' ').replace(nothing, '');

function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.face === span.face && last.actual === undefined && span.actual === undefined)
    spans[spans.length - 1] = { face: last.face, text: last.text + span.text };
  else spans.push(span);
}

function drawnBy(grapheme: string, { faceOf, spansOf }: Known): Face | readonly Span[] {
  const known = spansOf.get(grapheme);
  if (known) return known;
  const spans = graphemeSpans(grapheme, faceOf);
  const [only] = spans;
  const asItIs = spans.length === 1 && only?.text === grapheme && only.actual === undefined;
  const drawn = asItIs ? only.face : spans;
  spansOf.set(grapheme, drawn);
  return drawn;
}

function graphemeSpans(grapheme: string, faceOf: ReadonlyMap<number, Face>): Span[] {
  const spans: Span[] = [];
  for (const character of drawable(grapheme)) {
    const face = faceOf.get(character.codePointAt(0) ?? 0);
    if (face) append(spans, { face, text: character });
    else return replaced(grapheme, faceOf);
  }
  return spans;
}

function replaced(grapheme: string, faceOf: ReadonlyMap<number, Face>): Span[] {
  const text = /^\s+$/.test(grapheme) ? ' ' : BOX;
  const face = faceOf.get(text.codePointAt(0) ?? 0);
  if (!face) throw new Error('the fonts lack the sign that stands for what they lack');
  return [text === BOX ? { face, text, actual: grapheme } : { face, text }];
}

type FaceStyle = Pick<Face, 'fonts' | 'weight'>;

/** A face for each Latin piece, whose lookups pair its letters; one for all Chinese pieces. Takes out of `left` what
 *  they have. */
async function facesOf(style: FaceStyle, families: readonly Family[], left: Set<number>): Promise<Face[]> {
  const faces: Face[] = [];
  for (const family of families) {
    const parts: { name: string; file: Buffer }[] = [];
    for (const piece of await family.pieces()) {
      const points = piece.points.filter((point) => left.has(point));
      if (points.length === 0) continue;
      const text = String.fromCodePoint(...points);
      const file = await cutDown(await piece.file(), { text, weight: style.weight, isPlain: family.isPlain });
      const glyphs = readCmap(tablesOf(file).get('cmap') ?? Buffer.alloc(4));
      if (glyphs.size === 0) continue;
      for (const point of glyphs.keys()) left.delete(point);
      parts.push({ name: piece.name, file });
    }
    if (parts.length === 0) continue;
    const files = family.isPlain
      ? [{ name: `${family.shortName}-${style.weight}`, file: merged(parts.map(({ file }) => file)) }]
      : parts.map(({ name, file }) => ({ name: `${family.shortName}-${style.weight}-${name}`, file }));
    for (const { name, file } of files) faces.push(faceOf(style, family, name, file));
  }
  return faces;
}

/** fontkit reads the head of a glyph even where it is empty, and beyond the end of the file where it is the last. */
const AFTER_LAST = Buffer.alloc(12);

/** The file under a name of its own: the pieces of a family all have the same. */
function faceOf(style: FaceStyle, family: Family, name: string, file: Buffer): Face {
  const tables = tablesOf(file);
  const names = readNames(tables.get('name') ?? Buffer.alloc(6));
  tables.set(
    'name',
    writeNames(
      new Map([
        [0, names.get(0) ?? ''],
        [1, name],
        [2, 'Regular'],
        [4, name],
        [6, name],
        [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
      ]),
    ),
  );
  tables.set('glyf', Buffer.concat([tables.get('glyf') ?? Buffer.alloc(0), AFTER_LAST]));
  const glyphs = readCmap(tables.get('cmap') ?? Buffer.alloc(4));
  return { ...style, name, family: family.name, isPlain: family.isPlain, file: sfntOf(tables), glyphs };
}
