// Argunet's GraphML (argunet.org, "argml"), to be read. What an argument says stands in its propositions; one that was
// never worked out is a claim.
import { ok } from '../../result.ts';
import { ArgunetGraph } from './argunetGraph.ts';
import type { Format } from '../format.ts';
import { tellPlaces } from './graphmlHead.ts';
import { graphmlParts } from './graphmlParts.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { childrenOf, rootName, type XmlElement } from './xml.ts';
import { readXml } from './xmlReader.ts';
import type { Graph } from '../graph/graph.ts';

/** Told from other GraphML by its namespace or its keys. */
export const isArgunet = (start: string): boolean =>
  /argunet\.org\/xml\/argml|attr\.name\s*=\s*["']arg\.node["']/.test(start);

export const argunet: Format = {
  id: 'argunet',
  name: 'Argunet GraphML',
  mediaType: 'application/graphml+xml',
  extension: 'graphml',
  read(text, reading) {
    const root = readXml(text, 'graphml');
    if (!root.ok) return root;
    const losses = new Losses();
    const parts = graphmlParts(root.value);
    tellPlaces(parts, losses);
    const read = grown(
      { ...new ArgunetGraph(parts, losses).graph(), info: infoIn(parts.head.elements) },
      reading,
    );
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) => rootName(start) === 'graphml' && isArgunet(start),
};

function infoIn(elements: readonly XmlElement[]): Graph['info'] {
  const textIn = (name: string, within: readonly XmlElement[]): string =>
    within
      .flatMap((one) => childrenOf(one, name))
      .map(({ text }) => text.trim())
      .find(Boolean) ?? '';
  const debate = elements.flatMap((map) => childrenOf(map, 'debate'));
  const title = textIn('mapTitle', elements);
  const debateTitle = textIn('title', debate);
  const about = [
    title === debateTitle ? '' : debateTitle,
    textIn('subtitle', debate),
    textIn('mapDescription', elements),
  ];
  const language = /^[a-z]{2,3}\b/.exec(textIn('language', debate))?.[0];
  return {
    ...((title || debateTitle) && { title: title || debateTitle }),
    about: (title === '' ? about.slice(1) : about).filter(Boolean).join('\n'),
    ...(language !== undefined && { language }),
  };
}
