// The fonts of the product as they lie on the disk: each cut into pieces, with a style sheet that says which characters
// a piece is for. The web app loads the same pieces (styles/fonts.css), so paper and screen have the same letters.
import { SHARED_MARKS, type Voice } from '@counterpoint/shared';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface Family {
  /** As style sheets call it. */
  readonly name: string;
  /** Without spaces and without "Variable", for names in files. */
  readonly shortName: string;
  /** One glyph per character, whatever stands beside it. */
  readonly isPlain: boolean;
  readonly pieces: () => Promise<readonly Piece[]>;
}

export interface Piece {
  /** As `inter-latin-ext`. */
  readonly name: string;
  /** Code points it is for; of some it has no glyph. */
  readonly points: readonly number[];
  /** A variable font as WOFF2. */
  readonly file: () => Promise<Buffer>;
}

const family = (name: string, shortName: string, folder: string, isPlain: boolean): Family => ({
  name,
  shortName,
  isPlain,
  pieces: once(() => piecesOf(`@fontsource-variable/${folder}/wght.css`)),
});

/** In the order in which browsers try them, as `--sans` and `--serif` of the web app. */
export const STACKS: Readonly<Record<Voice, readonly Family[]>> = {
  sans: [
    family('Inter Variable', 'Inter', 'inter', false),
    family('Noto Sans SC Variable', 'NotoSansSC', 'noto-sans-sc', true),
  ],
  serif: [
    family('Source Serif 4 Variable', 'SourceSerif4', 'source-serif-4', false),
    family('Noto Serif SC Variable', 'NotoSerifSC', 'noto-serif-sc', true),
  ],
};

/** What comes before them in Chinese text: of the Chinese face what a Latin one has as well. */
export const MARKS: Readonly<Record<Voice, Family>> = {
  sans: marksOf('Noto Sans SC Marks', 'NotoSansSCMarks', 'noto-sans-sc'),
  serif: marksOf('Noto Serif SC Marks', 'NotoSerifSCMarks', 'noto-serif-sc'),
};

/** Not plain, for two dashes are drawn as one. */
function marksOf(name: string, shortName: string, folder: string): Family {
  const points = Array.from(SHARED_MARKS, (mark) => mark.charCodeAt(0));
  const pieces = once(async () => {
    const all = await piecesOf(`@fontsource-variable/${folder}/wght.css`);
    return all.filter((piece) => piece.name === `${folder}-latin`).map((piece) => ({ ...piece, points }));
  });
  return { name, shortName, isPlain: false, pieces };
}

const { resolve } = createRequire(import.meta.url);

async function piecesOf(sheet: string): Promise<Piece[]> {
  const file = resolve(sheet);
  const css = await readFile(file, 'utf8');
  return [...css.matchAll(/url\(\.\/(\S+?)\)[\s\S]+?unicode-range: ([^;]+);/g)].map(
    ([, path = '', ranges = '']) => pieceOf(join(dirname(file), path), ranges),
  );
}

function pieceOf(file: string, ranges: string): Piece {
  const points = ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range
      .trim()
      .slice('U+'.length)
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return { name: basename(file, '-wght-normal.woff2'), points, file: once(() => readFile(file)) };
}

/** Read when first wanted, and kept: all files are 12 MB. They are decoded anew each time, at 3 ms a piece. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
