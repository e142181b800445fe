// What stands above the map in a picture and below it: title and question; legend, date, version, address, people.
import type { Box, Point } from './boxes.ts';
import type { ArgumentKind, MapLayout } from './boxes.ts';
import type { Drawing } from './pictureCard.ts';
import { fontIn } from './measure.ts';
import { EDGE_WIDTH, strokeOf } from './pictureLines.ts';
import type { Part, Shape, TextShape, TextStyle } from './pictureShapes.ts';
import { signOf, SIGN_SIZE } from './pictureSigns.ts';
import { baseline, linesOf, widthOf } from './pictureText.ts';

/** Longer lines are hard to read. */
const WIDEST = 1000;
/** A map of one card still has a head that is wider than the card. */
export const NARROWEST = 480;
const NOTE: TextStyle = { font: 'sans', size: 12, weight: 400, lineHeight: 20 };
const noteStyle = (language: string): TextStyle => ({ ...NOTE, font: fontIn(language, 'sans') });
const questionStyle = (language: string): TextStyle => ({
  font: fontIn(language, 'sans'),
  size: 15,
  weight: 400,
  lineHeight: 24,
});
const titleStyle = (language: string): TextStyle => ({
  font: fontIn(language, 'serif'),
  size: 26,
  weight: /^zh\b/.test(language) ? 700 : 600, // as the web has it: the Chinese serif is lighter than the Latin one
  lineHeight: 36,
});

/** Ends at `below`. */
export function headPart(
  { palette, language }: Drawing,
  { title, question }: { readonly title: string; readonly question: string },
  below: number,
  room: number,
): Part {
  const blocks = [
    { style: titleStyle(language), text: title, fill: palette.ink, gap: 6 },
    { style: questionStyle(language), text: question, fill: palette.ink2, gap: 0 },
  ].filter(({ text }) => text !== '');
  const set = blocks.map((block) => ({ ...block, lines: linesOf(block.text, block.style, widest(room)) }));
  const height = set.reduce((sum, { lines, style, gap }) => sum + lines.length * style.lineHeight + gap, 0);
  let y = below - height;
  const shapes = set.map(({ lines, style, fill, gap }): TextShape => {
    const shape: TextShape = { kind: 'text', lines, x: 0, y: y + baseline(style), ...style, fill };
    y += lines.length * style.lineHeight + gap;
    return shape;
  });
  const box = { x: 0, y: below - height, width: widthOfAll(shapes), height };
  return { kind: 'head', label: title, box, shapes };
}

/** Begins at `top`. */
export function footPart(
  drawing: Drawing,
  layout: MapLayout,
  notes: readonly string[],
  top: number,
  room: number,
): Part {
  const { palette } = drawing;
  const legend = legendShapes(drawing, layout, { x: 0, y: top + 17 }, room);
  let y = legend.bottom + (legend.shapes.length > 0 ? 8 : 0);
  const style = noteStyle(drawing.language);
  const texts = notes
    .filter((note) => note !== '')
    .map((note): TextShape => {
      const lines = linesOf(note, style, widest(room));
      const shape = { lines, x: 0, y: y + baseline(style), ...style, fill: palette.ink3 };
      y += lines.length * style.lineHeight;
      return { kind: 'text', ...shape };
    });
  const shapes = [...legend.shapes, ...texts];
  // No wider than what stands beneath it: on tiles it would fill sheets of its own.
  const width = widthOfAll(shapes.filter((shape) => shape.kind === 'text'));
  const rule: Shape = { kind: 'rect', x: 0, y: top, width, height: 1, radius: 0, fill: palette.line };
  return {
    kind: 'foot',
    label: '',
    box: { x: 0, y: top, width, height: y - top },
    shapes: [rule, ...shapes],
  };
}

const widest = (room: number): number => Math.min(room, WIDEST);

const widthOfAll = (texts: readonly TextShape[]): number =>
  Math.ceil(
    Math.max(
      0,
      ...texts.map((shape) => shape.x + Math.max(...shape.lines.map((line) => widthOf(line, shape)))),
    ),
  );

interface Entry {
  readonly sample: (corner: Point) => Shape[];
  readonly sampleWidth: number;
  readonly word: string;
}

const ROW = 24;
const SAMPLE = { width: 26, height: 14 };

/** A row of what occurs in the picture, in several rows where it is narrow. */
function legendShapes(
  drawing: Drawing,
  layout: MapLayout,
  corner: Point,
  width: number,
): { shapes: Shape[]; bottom: number } {
  const shapes: Shape[] = [];
  let { x, y } = corner;
  const entries = entriesOf(drawing, layout);
  for (const { sample, sampleWidth, word } of entries) {
    const wide = sampleWidth + 6 + widthOf(word, NOTE);
    if (x > corner.x && x + wide > corner.x + width) [x, y] = [corner.x, y + ROW];
    shapes.push(...sample({ x, y: y + (ROW - SAMPLE.height) / 2 }));
    const style = { ...NOTE, lineHeight: ROW };
    const place = { x: x + sampleWidth + 6, y: y + baseline(style) };
    shapes.push({ kind: 'text', lines: [word], ...place, ...style, fill: drawing.palette.ink2 });
    x += wide + 22;
  }
  return { shapes, bottom: entries.length > 0 ? y + ROW : corner.y };
}

function entriesOf({ palette, words }: Drawing, { cards, edges, groups }: MapLayout): Entry[] {
  const kinds = new Set(edges.map(({ kind }) => kind));
  const relations = (['support', 'rebut', 'undercut'] as const).filter((kind) => kinds.has(kind));
  const entries = relations.map((kind): Entry => {
    return {
      sample: lineSample(kind),
      sampleWidth: SAMPLE.width + 6 + SIGN_SIZE,
      word: words.relation[kind],
    };
  });
  const [group] = groups;
  if (group) entries.push({ sample: frameSample(group.kind), sampleWidth: SAMPLE.width, word: words.joint });
  if (cards.some(({ reference }) => reference))
    entries.push({ sample: referenceSample, sampleWidth: SAMPLE.width, word: words.reference });
  if (cards.some(({ hidden }) => hidden > 0))
    entries.push({ sample: pillSample, sampleWidth: SAMPLE.width, word: words.folded });
  return entries;

  function lineSample(kind: ArgumentKind): Entry['sample'] {
    return ({ x, y }) => {
      const middle = y + SAMPLE.height / 2;
      const stroke = strokeOf(palette, kind);
      const sign = { x: x + SAMPLE.width + 6, y: middle - SIGN_SIZE / 2 };
      return [
        { kind: 'path', d: `M${x} ${middle}H${x + SAMPLE.width}`, stroke },
        signOf(kind, sign, palette.relation[kind]),
      ];
    };
  }
  function frameSample(kind: ArgumentKind): Entry['sample'] {
    const stroke = { colour: palette.frameLine[kind], width: palette.plain ? 1 : 1.5 };
    return (corner) => [{ kind: 'rect', ...sampleBox(corner), radius: 4, fill: palette.frame[kind], stroke }];
  }
  function referenceSample(corner: Point): Shape[] {
    const stroke = { colour: palette.lineStrong, width: 1, dash: [1.5, 2] };
    return [{ kind: 'rect', ...sampleBox(corner), radius: 3, fill: palette.sunk, stroke }];
  }
  function pillSample(corner: Point): Shape[] {
    const box = sampleBox(corner);
    const style = { font: 'sans', size: 9, weight: 600, lineHeight: SAMPLE.height } as const;
    const text = { x: corner.x + SAMPLE.width / 2, y: corner.y + baseline(style), anchor: 'middle' as const };
    const stroke = { colour: palette.lineStrong, width: 1 };
    return [
      { kind: 'rect', ...box, radius: box.height / 2, fill: palette.surface, stroke },
      { kind: 'text', lines: ['+n'], ...text, ...style, fill: palette.ink2 },
    ];
  }
}

const sampleBox = ({ x, y }: Point): Box => ({
  x: x + EDGE_WIDTH / 2,
  y: y + 0.5,
  width: SAMPLE.width - EDGE_WIDTH,
  height: SAMPLE.height - 1,
});
