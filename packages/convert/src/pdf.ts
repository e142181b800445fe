// A map as a PDF file: its picture, on one page or on tiles, then all it says as text: outline, sources, legend, people.
// Text can be searched, copied and read aloud: fonts are embedded, headings and lists are tagged, bookmarks lead there.
import { documentLosses, documentOf, fontIn, lineOf, settled, xmlShown, type Claim, type ExportOptions, type MapContent, type Origin, type Told } from '@counterpoint/shared'; // prettier-ignore
import { setImmediate } from 'node:timers/promises';
import { realClock, type Clock } from './clock.ts';
import type { Progress } from './paper.ts';
import { fontBook, type FontBook, type Used } from './fontBook.ts';
import { usedIn } from './fonts.ts';
import { PdfFile } from './pdfFile.ts';
import { drawPages, FURNITURE_STYLE } from './pdfPages.ts';
import { PdfPen } from './pdfPen.ts';
import { PdfText } from './pdfText.ts';
import { drawPicture, MARK_LETTERS, picturePages } from './pdfPicture.ts';
import { BODY, setPages } from './pdfSetting.ts';
import { oneSheet, PAPER, tiles } from './pdfSheets.ts';
import { pictureFor } from './svg.ts';

/** The content is what is to be shown. */
export async function writePdf(
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress: Progress = () => undefined,
  now = realClock.now,
): Promise<Told<Uint8Array>> {
  const document = documentOf(content, origin, options);
  const { paper, look } = options;
  const picture = pictureFor(content, origin, options);
  progress(0.1, 'outline');
  const sheets = paper === 'one' ? oneSheet(picture.box) : tiles(picture.box, paper);
  const pages = picturePages(picture, sheets, document.words.picture);
  const flow = setPages(
    document,
    paper === 'Letter' ? PAPER.Letter : PAPER.A4,
    look === 'print' ? 'print' : 'light',
  );
  progress(0.2, 'fonts');
  const total = pages.pages.length + flow.pages;
  const title = lineOf(document.title, FURNITURE_STYLE, flow.width);
  const folio = (page: number): string => document.words.page(page, total);
  const edges: Used[] = [
    MARK_LETTERS,
    { ...FURNITURE_STYLE, text: title },
    { ...FURNITURE_STYLE, text: folio(1_234_567_890) },
  ];
  const book = await fontBook([...usedIn(picture), ...flow.used(), ...edges]);
  progress(0.3, 'picture');
  const people = document.facts.find(({ label }) => label === document.words.fact.contributors);
  const facts = { title: document.title, subject: document.question, author: people?.text ?? '' };
  const file = new PdfFile({ ...facts, language: document.language, at: origin.at }, book);
  const pen = new PdfPen(file, new PdfText(file, book));
  await inTurns(
    drawPicture(file, pen, pages),
    pages.pages.length,
    (part) => progress(0.3 + 0.35 * part, 'picture'),
    now,
  );
  const furniture = { title, folio, before: pages.pages.length };
  await inTurns(
    drawPages(file, pen, flow, furniture),
    flow.blocks.length,
    (part) => progress(0.65 + 0.25 * part, 'outline'),
    now,
  );
  const value = await file.bytes();
  progress(1, 'done');
  const losses = documentLosses(content);
  losses.addAll('texts', boxedIn(content, book));
  return { value, losses: losses.list() };
}

/** Claims that have what no font of ours has, those too that the picture leaves out; without those that no XML could
 *  hold, since documentLosses tells of them. */
function boxedIn(content: MapContent, book: FontBook): Claim[] {
  if (!book.lacks) return [];
  const { has } = settled(content).tree;
  const lacks = (line: string, language: string): boolean =>
    book.spans(line, { ...BODY, font: fontIn(language, 'sans') }).some(({ actual }) => actual !== undefined);
  return content.claims.filter(
    ({ id, text, language }) =>
      has(id) && xmlShown(text) === text && text.split('\n').some((line) => lacks(line, language)),
  );
}

/** Lets others work every 50 ms. */
async function inTurns(
  steps: Iterator<void>,
  count: number,
  tell: (part: number) => void,
  now: Clock['now'],
): Promise<void> {
  let since = now();
  for (let done = 0; !steps.next().done; done++) {
    if (now() - since < 50) continue;
    tell(Math.min(1, done / count));
    await setImmediate();
    since = now();
  }
}
