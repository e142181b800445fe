// The picture of a map as an SVG file that brings its fonts along, so that it looks everywhere as it does here.
import { drawnLosses, mapOf, pictureOf, shownTree, svgOf, type ExportOptions, type Loss, type MapContent, type Origin, type Picture, type Told } from '@counterpoint/shared'; // prettier-ignore
import type { Progress } from './paper.ts';
import { fontCss, usedIn } from './fonts.ts';

/** UTF-8. The content is what is to be shown. */
export async function writeSvg(
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress: Progress = () => undefined,
): Promise<Told<Uint8Array>> {
  const picture = pictureFor(content, origin, options);
  progress(0.3, 'fonts');
  const css = await fontCss(usedIn(picture));
  progress(0.8, 'picture');
  const value = new TextEncoder().encode(svgOf(picture, { fontCss: css }));
  progress(1, 'done');
  return { value, losses: pictureLosses(content) };
}

export function pictureFor(content: MapContent, origin: Origin, options: ExportOptions): Picture {
  const { look, folded, authors } = options;
  return pictureOf(mapOf(content), origin, { look, folded: new Set(folded), authors });
}

type Losses = ReturnType<typeof drawnLosses>;

/** What a document does not say, and what a picture leaves out beyond: of comments and quotations it has the number.
 *  `tell` adds what else there is to tell. */
export function pictureLosses(content: MapContent, tell?: (losses: Losses) => void): Loss[] {
  const losses = drawnLosses(content);
  const { has } = shownTree(content);
  const quotations = content.quotations.filter(({ claim, removed }) => !removed && has(claim));
  const quoted = new Set(quotations.map(({ edition }) => edition));
  const from = new Set(content.editions.filter(({ id }) => quoted.has(id)).map(({ source }) => source));
  losses.addAll(
    'comments',
    content.comments.filter(({ claim, removed }) => !removed && has(claim)),
  );
  losses.addAll('quotations', quotations);
  losses.addAll(
    'sources',
    content.sources.filter(({ id }) => from.has(id)),
  );
  losses.addAll(
    'schemes',
    content.arguments.filter(({ id, scheme }) => scheme !== null && has(id)),
  );
  if (content.info.about !== '') losses.add('about', 'info');
  tell?.(losses);
  return losses.list().filter(({ kind }) => kind !== 'quoted-sources'); // none of their words is there
}
