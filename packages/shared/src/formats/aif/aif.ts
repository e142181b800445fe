// AIF JSON as AIFdb keeps it: nodes, edges and locutions. What it has no place for rides along under a name of ours.
import { AifDocument } from './aifDocument.ts';
import { contentOfAif } from './aifFile.ts';
import { byName, listed, namesIn } from './aifJson.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Format } from '../format.ts';

export const aif: Format = {
  id: 'aif',
  name: 'AIF JSON',
  mediaType: 'application/json',
  extension: 'aif.json',
  lossless: true,
  write(content) {
    const document = new AifDocument(content);
    const { nodes, edges, locutions, participants } = document;
    const lists = Object.entries({ nodes, edges, locutions, participants });
    const lines = lists.map(([name, rows]) => `  "${name}": ${listed(rows, '  ')},\n`);
    const rest = JSON.stringify(byName(restOf(content, document.has)));
    return { value: `{\n${lines.join('')}  "${CARRIED}": ${rest}\n}\n`, losses: [] };
  },
  read: contentOfAif,
  looksLike(start) {
    const { top, all } = namesIn(start);
    const isOther = ['@context', 'format', 'AIF', 'OVA'].some((name) => top.has(name));
    if (isOther || !(top.has('nodes') || top.has('edges'))) return false;
    return ['nodeID', 'fromID', 'locutions', 'schemefulfillments'].some((name) => all.has(name));
  },
};
