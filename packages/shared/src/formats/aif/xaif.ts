// xAIF, the AIF that OVA3 and the open argument mining framework exchange: a wrapper with the analysed text beside.
import type { MapContent } from '../../map/map.ts';
import { AifDocument } from './aifDocument.ts';
import { contentOfAif } from './aifFile.ts';
import { byName, listed, namesIn } from './aifJson.ts';
import { shownSources } from './aifSources.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Format } from '../format.ts';
import { htmlOf, nested } from './xaifText.ts';

export const xaif: Format = {
  id: 'xaif',
  name: 'xAIF',
  mediaType: 'application/json',
  extension: 'xaif.json',
  lossless: true,
  write(content) {
    const document = new AifDocument(content);
    const { nodes, edges, locutions, participants } = document;
    const none = { schemefulfillments: [], descriptorfulfillments: [], cqdescriptorfulfillments: [] };
    const lists = Object.entries({ nodes, edges, ...none, participants, locutions });
    const graph = lists.map(([name, rows]) => `    "${name}": ${listed(rows, '    ')}`).join(',\n');
    const others = {
      OVA: { firstname: '', surname: '', url: '', nodes: [], edges: [] },
      dialog: locutions.length > 0,
      text: { txt: textOf(content, document) },
      [CARRIED]: byName(restOf(content, document.has)),
    };
    const lines = Object.entries(others).map(([name, value]) => `,\n  "${name}": ${JSON.stringify(value)}`);
    return { value: `{\n  "AIF": {\n${graph}\n  }${lines.join('')}\n}\n`, losses: [] };
  },
  read: contentOfAif,
  looksLike(start) {
    const { top } = namesIn(start);
    if (top.has('@context') || top.has('format')) return false;
    // A long text may stand before the graph.
    return top.has('AIF') || top.has('OVA') || (top.has('text') && start.includes('class=\\"highlighted\\"'));
  },
};

/** Quotations that cross others in one text have no tags; they ride along like all that does not show. */
function textOf(content: MapContent, { has, voiceOf }: AifDocument): string {
  const texts = shownSources(content, has).map(({ edition, quotations }) => {
    const marks = nested(quotations).map(({ start, end, claim }) => ({
      start,
      end,
      node: voiceOf.get(claim) ?? '',
    }));
    return `<div class="source" id="source-${edition.id}">${htmlOf(edition.text, marks)}</div>`;
  });
  return texts.join('');
}
