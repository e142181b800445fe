// A map as one HTML page that holds everything it needs: no script, nothing fetched, at home under a strict CSP.
import { documentLosses, documentOf, reportLines, svgOf, type ExportOptions, type Fact, type MapContent, type MapDocument, type Origin, type Told } from '@counterpoint/shared'; // prettier-ignore
import type { Progress } from './paper.ts';
import { fontCss, usedIn } from './fonts.ts';
import { usedInPage } from './htmlFonts.ts';
import { anchor, HtmlOutline } from './htmlOutline.ts';
import { STYLE } from './htmlStyle.ts';
import { escaped, lang, said, spaceAfter } from './htmlText.ts';
import { pictureFor } from './svg.ts';

/** Nothing but the page's own style, and pictures and fonts that stand in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** UTF-8. The content is what is to be shown. `progress` hears the share that is done, from 0 to 1. */
export async function writeHtml(
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress: Progress = () => undefined,
): Promise<Told<Uint8Array>> {
  const document = documentOf(content, origin);
  progress(0.1, 'picture');
  const picture = pictureFor(content, origin, options);
  const svg = svgOf(picture);
  progress(0.4, 'fonts');
  const fonts = await fontCss([...usedIn(picture), ...usedInPage(document)]);
  progress(0.8, 'outline');
  const losses = documentLosses(content).list();
  const style = `${fonts}${STYLE}.picture .scroll{background:${picture.paper}}`;
  const html = page(document, { svg, style, report: reportLines(losses, document.language) });
  progress(1, 'done');
  return { value: new TextEncoder().encode(html), losses };
}

interface Parts {
  readonly svg: string;
  readonly style: string;
  readonly report: readonly string[];
}

function page(document: MapDocument, { svg, style, report }: Parts): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(document.language)}">`,
    ...head(document, style),
    '<body>',
    ...(document.parts.length > 0
      ? [`<a class="skip" href="#outline">${escaped(document.words.skip)}</a>`]
      : []),
    ...opening(document),
    ...figure(document, svg),
    '<main>',
    ...section('outline', document.words.outline, new HtmlOutline(document).parts()),
    ...section('sources', document.words.sources, sources(document)),
    '</main>',
    '<footer class="end">',
    ...section('legend', document.words.legend, legend(document)),
    '</footer>',
    '</body>',
    '</html>',
    // Its own words and numbers only: nothing of the map can end the comment.
    ...(report.length > 0 ? ['<!--', ...report, '-->'] : []),
    '',
  ].join('\n');
}

function head({ title }: MapDocument, style: string): string[] {
  return [
    '<head>',
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    '<meta name="referrer" content="no-referrer" />',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
  ];
}

function opening({ title, question, about, facts, words }: MapDocument): string[] {
  return [
    '<header>',
    said('h1', title),
    question &&
      `<p class="question"><strong>${escaped(words.question)}</strong>${spaceAfter(words.question)}${said('span', question)}</p>`,
    about && said('p', about, ' class="about"'),
    `<dl class="facts">${facts.map(fact).join('')}</dl>`,
    '</header>',
  ].filter(Boolean);
}

const fact = ({ label, text, link }: Fact): string =>
  `<dt>${escaped(label)}</dt><dd>${link ? linked(link, text) : said('bdi', text)}</dd>`;

const linked = (address: string, text: string): string =>
  `<a href="${escaped(address)}" rel="noopener noreferrer">${said('bdi', text)}</a>`;

/** As a whole at first; in full size a large one is scrolled, by the keyboard too. A box to tick needs no script. */
function figure({ title, words }: MapDocument, picture: string): string[] {
  return [
    '<figure class="picture">',
    `<input type="checkbox" id="full-size" autocomplete="off" /><label for="full-size">${escaped(words.fullSize)}</label>`,
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(words.picture)}">${picture}</div>`,
    `<figcaption>${escaped(words.picture + words.colon)}${spaceAfter(words.colon)}${said('bdi', title)}</figcaption>`,
    '</figure>',
  ];
}

function section(id: string, title: string, body: readonly string[]): string[] {
  if (body.length === 0) return [];
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}" tabindex="-1">${escaped(title)}</h2>`,
    ...body,
    '</section>',
  ];
}

function sources({ sources: all, language, words }: MapDocument): string[] {
  if (all.length === 0) return [];
  const items = all.flatMap((source, i) => [
    `<li id="source-${i + 1}">${said('cite', source.title, lang(source.language, language))}`,
    source.url && `<p>${source.link ? linked(source.link, source.url) : said('bdi', source.url)}</p>`,
    ...source.passages.map(({ exact, place, claims }) => {
      // The words around the numbers are ours: nothing in them needs escaping.
      const numbers = words.for(claims.map((claim) => `<a href="#${anchor(claim)}">${escaped(claim)}</a>`));
      const where = [place && said('bdi', place), numbers].filter(Boolean).join(' · ');
      const cite = source.link ? ` cite="${escaped(source.link)}"` : '';
      return `<blockquote${cite}>${said('p', exact, lang(source.language, language))}<footer>${where}</footer></blockquote>`;
    }),
    '</li>',
  ]);
  return ['<ol class="sources">', ...items.filter(Boolean), '</ol>'];
}

function legend({ legend: entries }: MapDocument): string[] {
  if (entries.length === 0) return [];
  return [
    '<dl class="legend">',
    ...entries.map(
      ({ kind, sign, word, meaning }) =>
        `<div class="${kind}"><dt><b><span aria-hidden="true">${sign}</span> ${escaped(word)}</b></dt><dd>${escaped(meaning)}</dd></div>`,
    ),
    '</dl>',
  ];
}
