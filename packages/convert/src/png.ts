// The picture of a map as a PNG file, drawn from the same shapes and fonts as the SVG.
import { svgOf, type ExportOptions, type MapContent, type Origin, type Picture, type Told } from '@counterpoint/shared'; // prettier-ignore
import { renderAsync } from '@resvg/resvg-js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from './paper.ts';
import { fontBook, type FontBook } from './fontBook.ts';
import { claimsWithBoxes, usedIn } from './fonts.ts';
import { pictureFor, pictureLosses } from './svg.ts';

/** Longest side and most pixels: beyond, programs refuse to open a picture, and drawing takes more than 600 MB. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;
/** Scale below which nobody reads a letter, and letters are not drawn. */
const LEGIBLE = 0.15;

/** The content is what is to be shown. A picture that would be too large comes smaller than `scale` asks, and that is told. */
export async function writePng(
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress: Progress = () => undefined,
): Promise<Told<Uint8Array>> {
  const whole = pictureFor(content, origin, options);
  const scale = possibleScale(whole, options.scale);
  const picture = scale < LEGIBLE ? withoutText(whole) : whole;
  progress(0.1, 'fonts');
  const book = await fontBook(usedIn(picture));
  progress(0.3, 'picture');
  const value = await drawn(picture, book, scale);
  progress(1, 'done');
  const illegible = scale < LEGIBLE ? content.claims : claimsWithBoxes(content, picture, book);
  return {
    value,
    losses: pictureLosses(content, (losses) => {
      losses.addAll('texts', illegible);
      if (scale < options.scale) losses.add('layout', `scale ${scale}`);
    }),
  };
}

function withoutText(picture: Picture): Picture {
  const parts = picture.parts.map((part) => {
    return { ...part, shapes: part.shapes.filter(({ kind }) => kind !== 'text') };
  });
  return { ...picture, parts };
}

/** `scale`, or the largest below it at which the picture keeps to the limits, in hundredths. */
export function possibleScale({ box }: Pick<Picture, 'box'>, scale: number): number {
  const bySide = MOST_SIDE / Math.max(box.width, box.height);
  const byPixels = Math.sqrt(MOST_PIXELS / (box.width * box.height));
  const most = Math.min(bySide, byPixels);
  if (scale <= most) return scale;
  return most > 0.02 ? Math.floor(most * 100) / 100 : most;
}

/** Fonts are read from files only, so they lie in a folder of their own while it draws. */
async function drawn(picture: Picture, book: FontBook, scale: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-fonts-'));
  try {
    const fontFiles = book.faces.map(({ name }) => join(folder, `${name}.ttf`));
    await Promise.all(book.faces.map(({ file }, i) => writeFile(fontFiles[i] ?? '', file)));
    const svg = svgOf(picture, {
      spans: (line, style) => book.spans(line, style).map(({ face, text }) => ({ family: face.name, text })),
    });
    const image = await renderAsync(svg, {
      font: { loadSystemFonts: false, fontFiles },
      fitTo: { mode: 'zoom', value: scale },
      textRendering: 2,
      logLevel: 'off',
    });
    return image.asPng();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
