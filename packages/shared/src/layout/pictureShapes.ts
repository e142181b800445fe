// What a picture of a map is made of, before it is written as SVG, PNG or PDF. Everything is in CSS px.
import type { Id, Language } from '../map/id.ts';
import type { Box } from './boxes.ts';
import type { Font } from './measure.ts';
import type { Colour, Look } from './palette.ts';

export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  /** Dash, gap …; absent for a line without gaps. */
  readonly dash?: readonly number[];
}

export interface Paint {
  readonly fill?: Colour;
  readonly stroke?: Stroke;
}

export interface RectShape extends Paint, Box {
  readonly kind: 'rect';
  readonly radius: number;
}

export interface CircleShape extends Paint {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** An SVG path of absolute commands M L H V C Z, each written out, moved to `x`, `y` and drawn `scale` times as large. */
export interface PathShape extends Paint {
  readonly kind: 'path';
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
}

export interface TextStyle {
  readonly font: Font;
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
}

/** Lines below each other. A line that ends with a space goes on in the next one as another word. */
export interface TextShape extends TextStyle {
  readonly kind: 'text';
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor?: 'middle' | 'end';
  readonly fill: Colour;
  /** Undefined for the language of the picture. */
  readonly language?: Language | undefined;
}

export type Shape = RectShape | CircleShape | PathShape | TextShape;

/** Shapes that belong together. */
export interface Part {
  readonly kind: 'head' | 'frame' | 'edge' | 'card' | 'foot';
  /** What it is, for who cannot see it; null for what only the eye needs. */
  readonly label: string | null;
  /** The claim of a card. */
  readonly claim?: Id;
  /** Around all its shapes. */
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

export interface Picture {
  /** What is to be seen; its corner need not be at 0, 0. */
  readonly box: Box;
  readonly title: string;
  /** Empty for none. */
  readonly description: string;
  readonly language: Language;
  readonly look: Look;
  readonly paper: Colour;
  /** In the order of drawing, which for all that has text is the order of reading. */
  readonly parts: readonly Part[];
}
