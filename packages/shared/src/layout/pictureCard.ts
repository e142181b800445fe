// A claim's card as shapes: the same measures, wraps and rows as the card on the canvas (ClaimCard.tsx and map.css).
import type { Claim } from '../map/tables/claims.ts';
import type { Relation } from '../map/relation.ts';
import type { Box, CardBox } from './boxes.ts';
import { CARD, textTop, type CardMeasure } from './card.ts';
import { DASHES, type Palette } from './palette.ts';
import type { Part, PathShape, Shape, TextShape, TextStyle } from './pictureShapes.ts';
import { ICONS, SIGN_SIZE, signOf } from './pictureSigns.ts';
import { fontIn } from './measure.ts';
import { baseline, lineOf, widthOf, withSpaces } from './pictureText.ts';
import type { PictureWords } from './pictureWords.ts';

export interface Drawing {
  readonly palette: Palette;
  readonly words: PictureWords & {
    readonly relation: Readonly<Record<Relation, string>>;
    readonly reference: string;
    readonly joint: string;
  };
  /** BCP 47, of the map. */
  readonly language: string;
}

/** What the foot of a card says. */
export interface CardFacts {
  /** Empty where nobody is named. */
  readonly author: string;
  readonly comments: number;
  readonly quotations: number;
}

/** `--text-xs` */
export const SMALL = { font: 'sans', size: 11.5, weight: 400, lineHeight: 18 } as const satisfies TextStyle;
export const SMALL_BOLD: TextStyle = { ...SMALL, weight: 600 };
const RADIUS = 10;
const BAR = 4;
/** From the corner, as a share of the radius. */
const HANDLE = 0.45;

/** `strip` is the room above it in which joint premises are joined by words. */
export function cardPart(
  drawing: Drawing,
  card: CardBox,
  claim: Claim,
  facts: CardFacts,
  strip: Box | undefined,
): Part {
  const { words } = drawing;
  const measure = CARD[card.kind === 'thesis' ? 'thesis' : card.reference ? 'reference' : 'claim'];
  const shapes = [
    ...(strip ? [andAlso(drawing, card, strip)] : []),
    ...ground(drawing, card),
    ...kicker(drawing, card, measure),
    wordsOf(drawing, card, claim, measure),
    ...(card.reference ? [] : footer(drawing, card, measure, facts)),
    ...(card.hidden > 0 ? pill(drawing, card) : []),
  ];
  return {
    kind: 'card',
    label: `${words.relation[card.kind]}${words.says}${claim.text}`,
    claim: card.claim,
    box: boxOf(card, strip),
    shapes,
  };
}

function boxOf({ x, y, width, height, hidden }: CardBox, strip: Box | undefined): Box {
  const above = strip?.height ?? 0;
  return { x, y: y - above, width: width + (hidden > 0 ? PILL.most : 0), height: height + above };
}

function andAlso({ palette, words }: Drawing, { kind }: CardBox, { x, y, width, height }: Box): TextShape {
  const style = { ...SMALL_BOLD, lineHeight: height };
  const middle = { x: x + width / 2, y: y + baseline(style), anchor: 'middle' as const };
  return { kind: 'text', lines: [words.andAlso], ...middle, ...style, fill: palette.relation[kind] };
}

function ground({ palette }: Drawing, card: CardBox): Shape[] {
  const { x, y, width, height, kind, reference } = card;
  const heavy = palette.plain && kind === 'thesis' ? 1 : 0.5;
  const box = { x: x + heavy, y: y + heavy, width: width - 2 * heavy, height: height - 2 * heavy };
  const line = { colour: reference ? palette.lineStrong : palette.line, width: 2 * heavy };
  const stroke = reference ? { ...line, dash: [1.5, 2] } : line;
  const fill = reference ? palette.sunk : palette.surface;
  return [
    { kind: 'rect', ...box, radius: RADIUS - heavy, fill, stroke },
    (palette.plain ? plainBar : bar)(palette, card),
  ];
}

/** The left border, which tapers into the corners as CSS draws a border that only one side has. */
function bar(palette: Palette, { x, y, height, kind }: CardBox): PathShape {
  const [r, inner, end] = [RADIUS, RADIUS - BAR, height - RADIUS];
  // Where the handles of a quarter of a circle lie, and of the ellipse inside of it.
  const [k, i] = [r * HANDLE, BAR + inner * HANDLE];
  const outside = `M${r} 0C${k} 0 0 ${k} 0 ${r}V${end}C0 ${height - k} ${k} ${height} ${r} ${height}`;
  const inside = `C${i} ${height} ${BAR} ${height - k} ${BAR} ${end}V${r}C${BAR} ${k} ${i} 0 ${r} 0Z`;
  return { kind: 'path', d: outside + inside, x, y, fill: palette.relation[kind] };
}

/** Without colour the bar has the line style of the relation, where the side is straight. */
function plainBar(palette: Palette, card: CardBox): PathShape {
  const { x, y, height, kind } = card;
  const dash = DASHES[kind];
  if (dash.length === 0) return bar(palette, card);
  const d = `M${BAR / 2} ${RADIUS - 2}V${height - RADIUS + 2}`;
  return { kind: 'path', d, x, y, stroke: { colour: palette.relation[kind], width: BAR, dash } };
}

function kicker({ palette, words }: Drawing, card: CardBox, measure: CardMeasure): Shape[] {
  const { border, padding, kicker: height } = measure;
  const colour = palette.relation[card.kind];
  const left = card.x + border + padding.left;
  const top = card.y + border + padding.top;
  const style = { ...SMALL_BOLD, lineHeight: height };
  const y = top + baseline(style);
  const word: TextShape = {
    kind: 'text',
    lines: [words.relation[card.kind]],
    x: left + SIGN_SIZE + 6,
    y,
    ...style,
    fill: colour,
  };
  const sign = signOf(card.kind, { x: left, y: top + (height - SIGN_SIZE) / 2 }, colour);
  if (!card.reference) return [sign, word];
  const right = card.x + card.width - border - padding.right;
  const fill = palette.ink3;
  const end: TextShape = { ...word, lines: [words.reference], x: right, anchor: 'end', weight: 400, fill };
  const icon = { x: right - widthOf(words.reference, end) - 15, y: top + (height - 12) / 2 };
  return [sign, word, { ...ICONS.link(icon, 12, fill) }, end];
}

function wordsOf(
  { palette, language }: Drawing,
  card: CardBox,
  claim: Claim,
  measure: CardMeasure,
): TextShape {
  const { voice, size, weight, lineHeight, border, padding } = measure;
  const style = { font: fontIn(card.language, voice), size, weight, lineHeight };
  return {
    kind: 'text',
    lines: withSpaces(claim.text.trim(), card.lines),
    x: card.x + border + padding.left,
    y: card.y + textTop(measure) + baseline(style),
    ...style,
    fill: palette.ink,
    language: card.language === language ? undefined : card.language,
  };
}

function footer({ palette }: Drawing, card: CardBox, measure: CardMeasure, facts: CardFacts): Shape[] {
  const { border, padding, footer: height } = measure;
  const top = card.y + card.height - border - padding.bottom - height;
  const style = { ...SMALL, lineHeight: height };
  const y = top + baseline(style);
  const text = (x: number, line: string): TextShape => {
    return { kind: 'text', lines: [line], x, y, ...style, fill: palette.ink3 };
  };
  const counts = [
    { icon: ICONS.quotation, count: facts.quotations },
    { icon: ICONS.comment, count: facts.comments },
  ].filter(({ count }) => count > 0);
  const widths = counts.map(({ count }) => GAP + ICON + 4 + widthOf(String(count), style));
  const left = card.x + border + padding.left;
  const room = card.width - 2 * border - padding.left - padding.right;
  const author = facts.author && lineOf(facts.author, style, room - widths.reduce((a, b) => a + b, 0));
  const shapes: Shape[] = author ? [text(left, author)] : [];
  let x = author ? left + widthOf(author, style) + GAP : left;
  for (const [i, { icon, count }] of counts.entries()) {
    shapes.push(icon({ x, y: top + (height - ICON) / 2 }, ICON, palette.ink3));
    shapes.push(text(x + ICON + 4, String(count)));
    x += widths[i] ?? 0;
  }
  return shapes;
}

const GAP = 9;
const ICON = 13;
const PILL = { height: 24, padding: 6, least: 24, most: 30 };

/** How many claims are hidden, on the right side as the button that unfolds them. */
function pill({ palette }: Drawing, { x, y, width, height, hidden }: CardBox): Shape[] {
  const style: TextStyle = { font: 'sans', size: 11, weight: 600, lineHeight: PILL.height };
  const label = `+${hidden}`;
  const wide = Math.max(PILL.least, Math.ceil(widthOf(label, style)) + 2 * PILL.padding);
  const left = x + width - 1 - 0.4 * wide;
  const top = y + (height - PILL.height) / 2;
  const box = { x: left + 0.5, y: top + 0.5, width: wide - 1, height: PILL.height - 1 };
  const stroke = { colour: palette.lineStrong, width: 1 };
  const text = { x: left + wide / 2, y: top + baseline(style), anchor: 'middle' as const };
  return [
    { kind: 'rect', ...box, radius: PILL.height / 2 - 0.5, fill: palette.surface, stroke },
    { kind: 'text', lines: [label], ...text, ...style, fill: palette.ink2 },
  ];
}
