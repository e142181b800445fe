// A DOCX that is the same for the same map: the library stamps files with the clock and makes up ids for links.
import type { MapDocument, Origin } from '@counterpoint/shared';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first moment that a zip can hold, in whichever time zone this runs. */
const NO_TIME = new Date(1980, 0, 1);

const FIRST = '[Content_Types].xml';

/** `remarks` go to where Word keeps its remarks on a file. */
export function settled(
  docx: Uint8Array,
  document: MapDocument,
  origin: Origin,
  remarks: string,
): Uint8Array {
  const ids = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!ids.has(id)) ids.set(id, ids.size + 1);
    return ids.get(id) ?? 0;
  };
  // Within tags only: the text of a claim, in which no `<` stays bare, may look like an id.
  const renamed = (xml: string): string =>
    xml
      .replace(
        /(<w:hyperlink\b[^<>]*?\br:id="|<Relationship Id=")(rId[\w-]{10,})"/g,
        (_, before: string, id: string) => `${before}rIdLink${numberOf(id)}"`,
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^<>]*?\bw:id=")(\d+)"/g,
        (_, before: string, id: string) => `${before}${numberOf(id)}"`,
      );
  const files = Object.entries(unzipSync(docx)).map(([path, bytes]): [string, Uint8Array] => {
    if (path === 'docProps/core.xml') return [path, strToU8(core(document, origin, remarks))];
    return [path, /\.(xml|rels)$/.test(path) ? strToU8(renamed(strFromU8(bytes))) : bytes];
  });
  // Readers that do not look into the zip tell a DOCX by its first file.
  files.sort(([a], [b]) => Number(b === FIRST) - Number(a === FIRST));
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME });
}

/** Title, language and times; nobody is named who did not write it. */
function core({ title, language }: MapDocument, { at }: Origin, remarks: string): string {
  const date = new Date(at);
  const time = Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+/, '');
  const times = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    remarks && `<dc:description>${escaped(remarks)}</dc:description>`,
    `<dc:language>${escaped(language)}</dc:language>`,
    ...(time ? times : []),
    '</cp:coreProperties>',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
