import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId, OTHER_PARTICIPANT, PARTICIPANT } from '../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../testing/contents.ts';
import type { ArgumentMap, MapContent } from '../map/map.ts';
import { mapOf } from '../map/patch.ts';
import { sampleContent } from '../samples/sampleContent.ts';
import { speech } from '../samples/speech.ts';
import type { Box } from './boxes.ts';
import { CARD } from './card.ts';
import { DASHES, PALETTES } from './palette.ts';
import { pictureOf, type PictureOptions } from './picture.ts';
import type { Part, Picture, Shape, TextShape } from './pictureShapes.ts';
import { widthOf } from './pictureText.ts';
import { layoutMap } from './tree.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://maps.example/m/1' };

export function sample(language: 'zh' | 'en'): MapContent {
  let made = 0;
  const newId = () => anId(++made);
  const settings = { access: 'anyone', editing: 'all', embeds: '' } as const;
  return sampleContent(speech, { language, newId, at: ORIGIN.at }, settings);
}

const picture = (content: MapContent, options?: PictureOptions): Picture =>
  pictureOf(mapOf(content), ORIGIN, options);

const texts = ({ shapes }: Pick<Part, 'shapes'>): TextShape[] =>
  shapes.filter((shape) => shape.kind === 'text');
const textsOf = ({ parts }: Picture): TextShape[] => parts.flatMap(texts);
const linesOf = (of: Picture): string[] => textsOf(of).flatMap(({ lines }) => lines);

/** Where the lines of a text stand, as the measures of the product have it. */
function lineBoxes(shape: TextShape): Box[] {
  return shape.lines.map((line, i) => {
    const width = widthOf(line, shape);
    const x = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
    return { x, y: shape.y + i * shape.lineHeight - shape.size, width, height: shape.size * 1.3 };
  });
}

function boxesOf(shape: Shape): Box[] {
  switch (shape.kind) {
    case 'rect':
      return [shape];
    case 'circle': {
      const { x, y, radius } = shape;
      return [{ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }];
    }
    case 'text':
      return lineBoxes(shape);
    case 'path':
      return []; // edges are checked in tree.test.ts, bars and signs lie within their cards
  }
}

const within = (inner: Box, outer: Box, slack = 0.01): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The rectangles of cards, as they are drawn. */
const cardRects = ({ parts }: Picture): Box[] =>
  parts
    .filter(({ kind }) => kind === 'card')
    .map(({ shapes }) => shapes.find((shape) => shape.kind === 'rect')!);

function checkGeometry(of: Picture): void {
  const rects = cardRects(of);
  expect(overlaps(rects)).toEqual([]);
  for (const part of of.parts) {
    expect(within(part.box, of.box)).toBe(true);
    expect(part.shapes.flatMap(boxesOf).filter((box) => !within(box, part.box, 1))).toEqual([]);
  }
  for (const [i, part] of of.parts.filter(({ kind }) => kind === 'card').entries())
    checkCard(part, rects[i]!);
}

/** Pairs that share some area; a sweep from top to bottom. */
function overlaps(boxes: readonly Box[]): [Box, Box][] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.flatMap((box, i) => {
    const found: [Box, Box][] = [];
    for (let j = i + 1; j < sorted.length && sorted[j]!.y < box.y + box.height; j++) {
      if (meet(box, sorted[j]!)) found.push([box, sorted[j]!]);
    }
    return found;
  });
}

/** No text of a card reaches over its padding, and none over another one. */
function checkCard(part: Part, rect: Box): void {
  const boxes = texts(part)
    .filter(({ anchor }) => anchor !== 'middle')
    .flatMap(lineBoxes);
  const { right, left } = CARD.claim.padding;
  const room = { ...rect, x: rect.x + left, width: rect.width - left - right };
  expect(boxes.filter((box) => !within(box, room, 1))).toEqual([]);
  expect(overlaps(boxes.map((box) => ({ ...box, height: box.height * 0.75 })))).toEqual([]);
}

describe('geometry of a picture', () => {
  it.each(['zh', 'en'] as const)('of the sample map in %s: nothing overlaps, nothing is cut', (language) => {
    const content = sample(language);
    for (const look of ['light', 'dark', 'print'] as const) checkGeometry(picture(content, { look }));
    checkGeometry(picture(content, { folded: new Set(content.claims.slice(1, 9).map(({ id }) => id)) }));
  });

  it('of random maps, with joint premises, undercuts of undercuts, references and folds', () => {
    fc.assert(
      fc.property(randomContents(60), fc.nat(), (content, step) => {
        const folded = new Set(
          content.claims.filter((_, i) => i % (1 + (step % 7)) === 1).map(({ id }) => id),
        );
        checkGeometry(picture(content, { folded }));
      }),
      { numRuns: 40 },
    );
  });

  it('of hostile texts and long names', () => {
    fc.assert(
      fc.property(hostileContents, hostileTexts, (content, name) => {
        const participants = content.participants.map((one) => ({
          ...one,
          name: name.repeat(9).slice(0, 40),
        }));
        checkGeometry(picture({ ...content, participants }));
      }),
      { numRuns: 40 },
    );
  });

  it('of a map without claims, and of one claim of 10,000 characters', () => {
    checkGeometry(picture({ ...sample('zh'), claims: [], arguments: [], comments: [] }));
    const builder = aMap();
    builder.thesis('论'.repeat(10_000));
    checkGeometry(pictureOf(builder.map, ORIGIN));
    expect(linesOf(pictureOf(builder.map, ORIGIN)).join('')).toContain('论'.repeat(10_000));
  });

  it('has cards and frames where the layout has them', () => {
    const content = sample('zh');
    const { cards, groups } = layoutMap(mapOf(content), { whole: true });
    const drawn = picture(content);
    expect(drawn.parts.filter(({ kind }) => kind === 'card').map(({ claim }) => claim)).toEqual(
      cards.map(({ claim }) => claim),
    );
    expect(drawn.parts.filter(({ kind }) => kind === 'frame').map(({ box }) => box.y)).toEqual(
      groups.map(({ y }) => y),
    );
  });
});

describe('what a picture says', () => {
  it('is every claim to the letter, with its relation in words, for eye and ear', () => {
    for (const language of ['zh', 'en'] as const) {
      const content = sample(language);
      const cards = picture(content).parts.filter(({ kind }) => kind === 'card');
      const textOf = new Map(content.claims.map(({ id, text }) => [id, text]));
      for (const part of cards) {
        const said = texts(part).map(({ lines }) => lines.join(''));
        expect(said).toContain(textOf.get(part.claim!));
        expect(part.label).toContain(textOf.get(part.claim!));
        expect(part.label).toMatch(/^(论题|支持|反驳|削弱推理|Thesis|Support|Rebuttal|Undercut)(：|: )/);
      }
    }
  });

  it('[X-06] is title, question, date, version, address and contributors', () => {
    const said = linesOf(picture(sample('zh'))).join('\n');
    expect(said).toContain(speech.title.zh);
    expect(said).toContain(speech.question.zh);
    expect(said).toContain('2026-01-15 · 第 12 版 · https://maps.example/m/1');
    expect(said).toContain('参与者：讲者（转述）、讨论补充');
  });

  it('[X-05] is no name where none is wanted', () => {
    const said = linesOf(picture(sample('zh'), { authors: false })).join('\n');
    expect(said).not.toMatch(/讲者|讨论补充|参与者/);
  });

  it('is a legend of what occurs, and how much is folded away', () => {
    const { map, thesis } = smallMap();
    const legend = (options: PictureOptions): string =>
      texts(pictureOf(map, ORIGIN, options).parts.at(-1)!)
        .flatMap(({ lines }) => lines)
        .slice(0, -2)
        .join(' ');
    expect(legend({})).toBe('Support Rebuttal Undercut Joint premises Reference');
    expect(legend({ folded: new Set([thesis]) })).toBe('+n Claims not shown');
    expect(linesOf(pictureOf(map, ORIGIN, { folded: new Set([thesis]) }))).toContain('+4');
  });

  it('is the author of a claim, and how many quotations and comments it has', () => {
    const { map, thesis } = smallMap();
    const card = pictureOf(map, ORIGIN).parts.find(({ claim }) => claim === thesis)!;
    expect(texts(card).flatMap(({ lines }) => lines)).toEqual(['Thesis', 'A thesis', 'Pia', '2']);
  });
});

function smallMap(): { map: ArgumentMap; thesis: string } {
  const builder = aMap();
  const thesis = builder.thesis('A thesis', { by: PARTICIPANT });
  const { claim, argument } = builder.support(thesis, 'A reason');
  builder.joint(argument, 'A premise');
  builder.rebut(argument, 'An undercut');
  const rebuttal = builder.rebut(thesis, 'A rebuttal', { by: OTHER_PARTICIPANT });
  builder.refer(claim, rebuttal.argument);
  builder.comment(thesis, 'One');
  builder.comment(thesis, 'Two');
  return { map: builder.map, thesis };
}

describe('looks', () => {
  it('[U-09] tell relations apart without colour by line, bar, sign and word', () => {
    const { map } = smallMap();
    const print = pictureOf(map, ORIGIN, { look: 'print' });
    const colours = print.parts.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => [shape.fill, 'stroke' in shape ? shape.stroke?.colour : undefined]),
    );
    expect(new Set(colours)).toEqual(new Set([undefined, '#000000', '#ffffff']));
    expect(new Set(Object.values(DASHES).map(String)).size).toBe(3);
    const cards = print.parts.filter(({ kind, label }) => kind === 'card' && !label!.includes('premise'));
    const marks = cards.map(({ label, shapes }) => {
      const [bar, sign] = shapes.filter((shape) => shape.kind === 'path');
      return [label!.split(':')[0]!, JSON.stringify([bar?.stroke?.dash, sign?.d])] as const;
    });
    expect(new Set(marks.map(([relation]) => relation)).size).toBe(4);
    expect(new Set(new Map(marks).values()).size).toBe(4);
  });

  it('differ in colours only', () => {
    const shapes = (look: 'light' | 'dark') =>
      JSON.stringify(picture(sample('en'), { look }).parts).replaceAll(/#[0-9a-f]{6}/g, '#');
    expect(shapes('light')).toBe(shapes('dark'));
    expect(PALETTES.light.paper).not.toBe(PALETTES.dark.paper);
  });
});
