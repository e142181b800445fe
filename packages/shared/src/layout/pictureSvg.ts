// A picture as SVG 1.1: one file for browsers, drawing programs and pages that allow no script and no inline style.
// Nothing in it is fetched; texts stay texts, in reading order, a group for each card.
import { xmlAttribute, xmlText } from '../formats/xml/xmlText.ts';
import type { Font } from './measure.ts';
import type { Paint, Part, PathShape, Picture, Shape, TextShape, TextStyle } from './pictureShapes.ts';

export interface SvgOptions {
  /** `@font-face` rules with the fonts in them; without it the reader's fonts are used. */
  readonly fontCss?: string;
  /** For programs that do not choose a font for each character as browsers do: the parts of a line, each with the one
   *  family that draws it. */
  readonly spans?: (line: string, style: TextStyle) => readonly FontSpan[];
}

export interface FontSpan {
  readonly family: string;
  readonly text: string;
}

/** The families of the web app (styles/tokens.css): the first two of each are embedded, the others are there or not. */
const SANS = `'Inter Variable','Noto Sans SC Variable','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif`;
const SERIF = `'Source Serif 4 Variable','Noto Serif SC Variable','Songti SC','Noto Serif CJK SC',Georgia,serif`;
const FAMILIES: Readonly<Record<Font, string>> = {
  sans: SANS,
  'sans-zh': `'Noto Sans SC Marks',${SANS}`,
  serif: SERIF,
  'serif-zh': `'Noto Serif SC Marks',${SERIF}`,
};

export function svgOf(picture: Picture, { fontCss = '', spans }: SvgOptions = {}): string {
  const { box, title, description, language, paper, parts } = picture;
  const size = `width="${box.width}" height="${box.height}" viewBox="${box.x} ${box.y} ${box.width} ${box.height}"`;
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" ${size} role="document"${inLanguage(language)} font-family="${FAMILIES.sans}" text-rendering="geometricPrecision">`,
    `<title>${xmlText(title)}</title>`,
  ];
  if (description !== '') out.push(`<desc>${xmlText(description)}</desc>`);
  if (fontCss !== '') out.push(`<style type="text/css">${xmlText(fontCss)}</style>`);
  out.push(`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${paper}"/>`);
  for (const part of parts) out.push(groupOf(part, spans));
  out.push('</svg>', '');
  return out.join('\n');
}

function groupOf({ kind, label, shapes }: Part, spans: SvgOptions['spans']): string {
  const inside = shapes.map((shape) => elementOf(shape, spans)).join('');
  if (label === null) return `<g aria-hidden="true">${inside}</g>`;
  const name = kind === 'card' ? ` role="group"${attribute('aria-label', label)}` : '';
  return `<g${name}>${inside}</g>`;
}

function elementOf(shape: Shape, spans: SvgOptions['spans']): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      const corner = radius > 0 ? ` rx="${n(radius)}"` : '';
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${corner}${paint(shape)}/>`;
    }
    case 'circle':
      return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.radius)}"${paint(shape)}/>`;
    case 'path':
      return `<path d="${shape.d}"${placed(shape)}${paint(shape)}/>`;
    case 'text':
      return textElement(shape, spans);
  }
}

function placed({ x = 0, y = 0, scale = 1 }: PathShape): string {
  if (x === 0 && y === 0 && scale === 1) return '';
  return ` transform="translate(${n(x)} ${n(y)})${scale === 1 ? '' : ` scale(${n(scale)})`}"`;
}

function paint({ fill, stroke }: Paint): string {
  const dash = stroke?.dash && stroke.dash.length > 0 ? ` stroke-dasharray="${stroke.dash.join(' ')}"` : '';
  const line = stroke ? ` stroke="${stroke.colour}" stroke-width="${n(stroke.width)}"${dash}` : '';
  return ` fill="${fill ?? 'none'}"${line}`;
}

function textElement(shape: TextShape, spans: SvgOptions['spans']): string {
  const { lines, x, y, lineHeight, font, size, weight, fill, anchor, language } = shape;
  const family = font !== 'sans' && !spans ? ` font-family="${FAMILIES[font]}"` : '';
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
  const side = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const said = language === undefined ? '' : inLanguage(language);
  const look = `${family} font-size="${n(size)}"${bold}${side} fill="${fill}"${said}`;
  const written = (line: string): string => {
    if (!spans) return xmlText(line);
    const parts = spans(line, shape);
    return parts
      .map((part) => `<tspan${attribute('font-family', part.family)}>${xmlText(part.text)}</tspan>`)
      .join('');
  };
  const [first = ''] = lines;
  if (lines.length === 1)
    return `<text x="${n(x)}" y="${n(y)}"${look}${spaced(first)}>${written(first)}</text>`;
  const all = lines.map((line, i) => {
    return `<tspan x="${n(x)}" y="${n(y + i * lineHeight)}"${spaced(line)}>${written(line)}</tspan>`;
  });
  return `<text${look}>${all.join('')}</text>`;
}

/** Without it, XML readers draw runs of white space as one space and none at the beginning. */
const spaced = (line: string): string => (/^\s|\s\s|\t/.test(line) ? ' xml:space="preserve"' : '');

/** To a hundredth of a px. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** For readers of HTML and of XML. */
const inLanguage = (language: string): string =>
  attribute('lang', language) + attribute('xml:lang', language);

const attribute = (name: string, text: string): string => xmlAttribute(name, text.replace(/\s+/g, ' '));
