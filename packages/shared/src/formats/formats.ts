import { aif } from './aif/aif.ts';
import { argdown } from './argdown/argdown.ts';
import { argunet } from './xml/argunet.ts';
import { brat } from './annotation/brat.ts';
import { csv } from './csv/csv.ts';
import { dot } from './drawing/dot.ts';
import type { Format } from './format.ts';
import { webAddressed } from './graph/addresses.ts';
import { graphml } from './xml/graphml.ts';
import { json } from './json.ts';
import { kialo } from './kialo/kialo.ts';
import { markdown } from './markdown/markdown.ts';
import { mermaid } from './drawing/mermaid.ts';
import { microtext } from './xml/microtext.ts';
import { opml } from './xml/opml.ts';
import { plainText } from './document/plainText.ts';
import { sadface } from './aif/sadface.ts';
import { webAnnotation } from './annotation/webAnnotation.ts';
import { xaif } from './aif/xaif.ts';

const TABLE: readonly Format[] = [
  json, xaif, aif, sadface, webAnnotation, argunet, graphml, opml, microtext, brat, csv, kialo, argdown, markdown,
  plainText, dot, mermaid,
]; // prettier-ignore

/** Every text format of the product. A file is read by the first that knows it, so the surer ones come first. */
export const FORMATS: readonly Format[] = TABLE.map(({ read, ...format }) =>
  read ? { ...format, read: (text, reading) => webAddressed(read(text, reading)) } : format,
);
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
