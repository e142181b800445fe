// Which characters the page sets in which font, so that it brings those along and no others: see htmlStyle.ts.
import type { DocumentLine, DocumentSource, MapDocument } from '@counterpoint/shared';
import type { Used } from './fontBook.ts';

/** Of what is set bold, apart from the title. */
const BOLD = 600;

export function* usedInPage(document: MapDocument): Generator<Used> {
  const { title, question, about, facts, parts, sources, legend, words } = document;
  yield* inFont('serif', 700, [title]);
  yield* inFont('serif', BOLD, [words.question, ...parts.map(({ heading }) => heading)]);
  yield* inFont('serif', 400, [question, about]);
  yield* inFont('sans', BOLD, [words.outline, words.sources, words.legend, words.colon]);
  yield* inFont('sans', 400, ['—·', title, words.picture, words.colon, words.skip, words.fullSize]);
  for (const { label, text } of facts) {
    yield* inFont('sans', BOLD, [label]);
    yield* inFont('sans', 400, [text]);
  }
  for (const { lines } of parts) for (const line of lines) yield* usedInLine(line);
  for (const source of sources) yield* usedInSource(source, words);
  for (const { sign, word, meaning } of legend) {
    yield* inFont('sans', BOLD, [sign, word]);
    yield* inFont('sans', 400, [meaning]);
  }
}

function* usedInLine(line: DocumentLine): Generator<Used> {
  const { relation, text, number, sign, label, author, see, continued, quotations, comments } = line;
  yield* inFont('sans', BOLD, [number, sign, label]);
  yield* inFont('sans', 400, [author]);
  yield* inFont('serif', relation === 'thesis' ? BOLD : 400, [text]);
  yield* inFont('serif', 400, [see?.text ?? '', continued?.text ?? '']);
  for (const quotation of quotations) {
    const { exact, gloss } = quotation;
    yield* inFont('serif', 400, [exact, gloss?.text ?? '', gloss?.by ?? '']);
    yield* inFont('sans', 400, [quotation.bearing, quotation.place]);
  }
  for (const comment of comments) {
    yield* inFont('serif', 400, [comment.text]);
    yield* inFont('sans', 400, [comment.label]);
  }
}

function* usedInSource(
  { title, url, passages }: DocumentSource,
  words: MapDocument['words'],
): Generator<Used> {
  yield* inFont('serif', 400, [title, url, '0123456789.']);
  for (const { exact, place, claims } of passages) {
    yield* inFont('serif', 400, [exact]);
    yield* inFont('sans', 400, [place, words.for(claims)]);
  }
}

function* inFont(font: Used['font'], weight: number, texts: readonly string[]): Generator<Used> {
  for (const text of texts) if (text !== '') yield { font, weight, text };
}
