import { aif } from './aif.ts';
import { argdown } from './argdown.ts';
import { argunet } from './argunet.ts';
import { brat } from './brat.ts';
import { csv } from './csv.ts';
import { dot } from './dot.ts';
import type { Format } from './format.ts';
import { graphml } from './graphml.ts';
import { json } from './json.ts';
import { kialo } from './kialo.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { microtext } from './microtext.ts';
import { opml } from './opml.ts';
import { plainText } from './plainText.ts';
import { sadface } from './sadface.ts';
import { webAnnotation } from './webAnnotation.ts';
import { xaif } from './xaif.ts';

/** Every text format of the product. A file is read by the first that knows it, so the surer ones come first. */
export const FORMATS: readonly Format[] = [
  json, xaif, aif, sadface, webAnnotation, argunet, graphml, opml, microtext, brat, kialo, argdown, csv, markdown,
  plainText, dot, mermaid,
]; // prettier-ignore
export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);

/** The format of a file, from its content and its name. */
export function detected(text: string, name = ''): Format | undefined {
  const start = text.slice(0, START);
  return FORMATS.find(({ read, looksLike }) => read && looksLike?.(start, name.toLowerCase()));
}

const START = 20_000;

export type PaperId = 'svg' | 'png' | 'pdf' | 'docx' | 'html';
export type Paper = Pick<Format, 'name' | 'mediaType' | 'extension'> & { readonly id: PaperId };

/** What is drawn or set for people; packages/convert makes them, since they need fonts. */
export const PAPERS: readonly Paper[] = [
  { id: 'pdf', name: 'PDF', mediaType: 'application/pdf', extension: 'pdf' },
  {
    id: 'docx',
    name: 'Word (DOCX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  { id: 'html', name: 'HTML', mediaType: 'text/html', extension: 'html' },
  { id: 'svg', name: 'SVG', mediaType: 'image/svg+xml', extension: 'svg' },
  { id: 'png', name: 'PNG', mediaType: 'image/png', extension: 'png' },
];
