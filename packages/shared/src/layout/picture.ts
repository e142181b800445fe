// A whole map as a picture for paper: what the canvas shows, from the same layout and measures, with nothing cut, and
// with what a sheet needs that leaves the place where it was made: title, legend, date, version, address, people.
import type { Origin } from '../formats/format.ts';
import { documentWordsFor } from '../formats/document/mapDocumentWords.ts';
import { contributorsTo, shownOf } from '../formats/document/mapDocumentPeople.ts';
import { shownTree } from '../formats/shownTree.ts';
import { dateOf, wordsFor } from '../formats/words.ts';
import { TABLES } from '../map/tables/tables.ts';
import type { ArgumentMap, MapContent } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { commentsOn, quotationsOf } from '../map/tree.ts';
import type { Box, MapLayout } from './boxes.ts';
import { PALETTES, type Look } from './palette.ts';
import { cardPart, type CardFacts, type Drawing } from './pictureCard.ts';
import { footPart, headPart, NARROWEST } from './pictureEnds.ts';
import { edgeParts, frameParts, junctionParts } from './pictureLines.ts';
import type { Part, Picture } from './pictureShapes.ts';
import { pictureWordsFor } from './pictureWords.ts';
import { layoutMap } from './tree.ts';

export interface PictureOptions {
  readonly look?: Look;
  /** Claims whose replies are not drawn. */
  readonly folded?: ReadonlySet<Id>;
  /** Draw only this claim, what it hangs on up to the thesis, and what hangs on it. */
  readonly focus?: Id | undefined;
  /** False names nobody. */
  readonly authors?: boolean;
}

/** Around everything, in px. */
const MARGIN = 40;
const HEAD_GAP = 32;
const FOOT_GAP = 36;
const NONE: ReadonlySet<Id> = new Set();

export function pictureOf(map: ArgumentMap, origin: Origin, options: PictureOptions = {}): Picture {
  const { look = 'light', folded = NONE, focus, authors = true } = options;
  const { title, question, language } = map.info;
  const words = {
    ...wordsFor(language),
    ...documentWordsFor(language),
    ...pictureWordsFor(language),
  };
  const drawing = { palette: PALETTES[look], words, language };
  const layout = layoutMap(map, { folded, focus, whole: true });
  const { bounds } = layout;
  const width = Math.max(NARROWEST, bounds.x + bounds.width);
  const head = headPart(drawing, { title, question }, bounds.y - HEAD_GAP, width);
  const notes = notesOf(map, origin, authors);
  const foot = footPart(drawing, layout, notes, bounds.y + bounds.height + FOOT_GAP, width);
  const parts = [
    head,
    ...frameParts(drawing.palette, layout),
    ...edgeParts(drawing.palette, layout),
    ...junctionParts(drawing.palette, layout),
    ...cardParts(drawing, layout, map, authors),
    foot,
  ];
  const box = framed({
    x: Math.min(0, bounds.x),
    y: head.box.y,
    width,
    height: bottomOf(foot.box) - head.box.y,
  });
  return { box, title, description: question, language, look, paper: drawing.palette.paper, parts };
}

const bottomOf = ({ y, height }: Box): number => y + height;

const framed = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: Math.ceil(width - x + 2 * MARGIN),
  height: Math.ceil(height + 2 * MARGIN),
});

/** A fold button or the frame of joint premises may stand out to the right by so much at most: see the margin. */
function cardParts(drawing: Drawing, layout: MapLayout, map: ArgumentMap, authors: boolean): Part[] {
  const strips = new Map<string, Box>();
  for (const { id, strips: all } of layout.groups) {
    for (const strip of all) strips.set(`${id} ${strip.y + strip.height}`, strip);
  }
  return layout.cards.flatMap((card) => {
    const claim = map.claims.get(card.claim);
    if (!claim) return [];
    const strip = card.argument === null ? undefined : strips.get(`${card.argument} ${card.y}`);
    return cardPart(drawing, card, claim, factsOf(map, claim.id, authors), strip);
  });
}

function factsOf(map: ArgumentMap, claim: Id, authors: boolean): CardFacts {
  const by = map.claims.get(claim)?.by ?? null;
  return {
    author: (authors && by !== null && map.participants.get(by)?.name) || '',
    comments: commentsOn(map, claim).length,
    quotations: quotationsOf(map, claim).length,
  };
}

function notesOf(map: ArgumentMap, { at, version, permalink }: Origin, authors: boolean): string[] {
  const { language } = map.info;
  const words = wordsFor(language);
  const facts = [dateOf(at), words.version(version), permalink ?? ''].filter(Boolean).join(' · ');
  if (!authors) return [facts];
  // As contentOf, but in any order: sorting ten thousand rows takes longer than finding who wrote them.
  const rows = TABLES.map((table) => [table, [...map[table].values()]]);
  const content = { info: map.info, ...Object.fromEntries(rows) } as MapContent;
  const people = contributorsTo(shownOf(content, shownTree(content)), content.participants);
  if (people.length === 0) return [facts];
  const label = documentWordsFor(language).fact.contributors + pictureWordsFor(language).says;
  return [facts, label + people.map(({ name }) => name).join(words.comma)];
}
