// The styles of a DOCX: Word's own headings and notes, so that its navigation, contents and other programs know them.
import type { IFontAttributesProperties, IParagraphStyleOptions, IStylesOptions } from 'docx';
import { PALETTES, type Relation } from '@counterpoint/shared';
import { languageOf } from './docxText.ts';

/** As Word writes it, without the hash. */
const colour = (value: string): string => value.slice(1).toUpperCase();

const { relation, ink2, lineStrong } = PALETTES.light;
export const COLOURS: Readonly<Record<Relation, string>> & { readonly quiet: string } = {
  thesis: colour(relation.thesis),
  support: colour(relation.support),
  rebut: colour(relation.rebut),
  undercut: colour(relation.undercut),
  quiet: colour(ink2),
};

// Fonts that come with Office on every system; LibreOffice has replacements for each of them.
const font = (latin: string, eastAsia: string): IFontAttributesProperties => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
});
export const SERIF = font('Cambria', 'SimSun');
export const SANS = font('Calibri', 'Microsoft YaHei');

/** Word has nine levels of headings. */
export const MOST_HEADINGS = 9;
/** Further in than this a line has no room; its number says the rest. */
const MOST_STEPS = 10;
/** In twips, a twentieth of a point. */
const STEP = 260;
export const indentOf = (depth: number): number => Math.min(depth, MOST_STEPS) * STEP;

/** In half points, by level from 1. */
const SIZES = [28, 24, 23] as const;
const BODY_SIZE = 22;
const LINE_SPACING = { before: 120, after: 60, line: 290 };

export const stylesFor = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: SERIF, size: BODY_SIZE, language: languageOf(language) },
      paragraph: { spacing: { after: 100, line: 290 } },
    },
    title: { run: { font: SANS, size: 44, bold: true }, paragraph: { spacing: { after: 200, line: 264 } } },
    footnoteText: { run: { font: SERIF, size: 18 }, paragraph: { spacing: { after: 40, line: 250 } } },
  },
  paragraphStyles: [
    ...Array.from({ length: MOST_HEADINGS }, (_, i) => heading(i + 1)),
    {
      id: 'Claim',
      name: 'Claim',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: LINE_SPACING },
    },
    {
      id: 'Comment',
      name: 'Claim comment',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { border: { left: { style: 'single', size: 6, space: 6, color: colour(lineStrong) } } },
    },
    {
      id: 'Passage',
      name: 'Passage',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { indent: { left: 2 * STEP } },
    },
  ],
});

/** The levels of the outline are told apart by their steps and numbers, so that only the first ones need to be large. */
const heading = (level: number): IParagraphStyleOptions => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  uiPriority: 9,
  run: { size: SIZES[level - 1] ?? BODY_SIZE, bold: level === 1 },
  paragraph: {
    outlineLevel: level - 1,
    indent: { left: indentOf(level - 1) },
    spacing: level === 1 ? { ...LINE_SPACING, before: 320 } : LINE_SPACING,
  },
});
