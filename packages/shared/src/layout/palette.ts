// The colours and line styles of a map on paper: the light and dark tokens of the web app as plain values, and a look
// for printers without colour, in which line style, sign and word alone tell one relation from another.
import type { Relation } from '../map/relation.ts';

export type Look = 'light' | 'dark' | 'print';
/** As `#rrggbb`. */
export type Colour = string;

export interface Palette {
  /** The ground everything stands on. */
  readonly paper: Colour;
  readonly surface: Colour;
  /** The ground of a card that is a reference. */
  readonly sunk: Colour;
  readonly line: Colour;
  readonly lineStrong: Colour;
  readonly ink: Colour;
  readonly ink2: Colour;
  readonly ink3: Colour;
  readonly relation: Readonly<Record<Relation, Colour>>;
  /** Ground of the frame around joint premises, and its border: tints laid over the paper. */
  readonly frame: Readonly<Record<Relation, Colour>>;
  readonly frameLine: Readonly<Record<Relation, Colour>>;
  /** Whether relations are told apart without colour. */
  readonly plain: boolean;
}

type Tokens = Omit<Palette, 'frame' | 'frameLine' | 'plain'> & { readonly tint: Palette['relation'] };

const light: Tokens = {
  paper: '#f7f5f1',
  surface: '#ffffff',
  sunk: '#fbfaf7',
  line: '#e5e0d8',
  lineStrong: '#cfc8bc',
  ink: '#1d1b18',
  ink2: '#5d584f',
  ink3: '#6f695c',
  relation: { thesis: '#29335c', support: '#0b6e63', rebut: '#b23a12', undercut: '#6d3a93' },
  tint: { thesis: '#eaecf4', support: '#e4f3f0', rebut: '#fbebe4', undercut: '#f2eaf7' },
};

const dark: Tokens = {
  paper: '#171512',
  surface: '#211e1a',
  sunk: '#1c1916',
  line: '#38332c',
  lineStrong: '#514a40',
  ink: '#f1ece3',
  ink2: '#c4bcaf',
  ink3: '#a0978a',
  relation: { thesis: '#a9b8f2', support: '#56c7b6', rebut: '#ff9a6e', undercut: '#cfa5f0' },
  tint: { thesis: '#262b42', support: '#14332e', rebut: '#42231a', undercut: '#34243f' },
};

const BLACK = '#000000';
const WHITE = '#ffffff';
const channels = (colour: Colour): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

const by = (colourOf: (relation: Relation) => Colour): Palette['relation'] => ({
  thesis: colourOf('thesis'),
  support: colourOf('support'),
  rebut: colourOf('rebut'),
  undercut: colourOf('undercut'),
});

const print: Palette = {
  paper: WHITE,
  surface: WHITE,
  sunk: WHITE,
  line: BLACK,
  lineStrong: BLACK,
  ink: BLACK,
  ink2: BLACK,
  ink3: BLACK,
  relation: by(() => BLACK),
  frame: by(() => WHITE),
  frameLine: by(() => BLACK),
  plain: true,
};

export const PALETTES: Readonly<Record<Look, Palette>> = { light: mixed(light), dark: mixed(dark), print };

/** Lengths of dash and gap of the line of a relation, in px; empty for a line without gaps. */
export const DASHES: Readonly<Record<Relation, readonly number[]>> = {
  thesis: [],
  support: [],
  rebut: [7, 4],
  undercut: [2, 4],
};

/** The canvas lays translucent tints over the paper. On paper they are colours of their own: not every reader of a
 *  file blends alike. */
function mixed({ tint, ...tokens }: Tokens): Palette {
  const frame = by((relation) => blend(tint[relation], tokens.paper, 0.7));
  const frameLine = by((relation) => blend(tokens.relation[relation], frame[relation], 0.45));
  return { ...tokens, frame, frameLine, plain: false };
}

function blend(over: Colour, under: Colour, share: number): Colour {
  const [top, ground] = [channels(over), channels(under)];
  const parts = top.map((value, i) => Math.round(value * share + (ground[i] ?? 0) * (1 - share)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
