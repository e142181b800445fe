// GraphML both ways: files of ours give back the whole map, and files of other tools are read by the words they use.
import { ok } from '../../result.ts';
import { isArgunet } from './argunet.ts';
import type { Format } from '../format.ts';
import { graphOfGraphml } from './graphmlReader.ts';
import { graphmlOf } from './graphmlWriter.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { rootName } from './xml.ts';
import { readXml } from './xmlReader.ts';
import { xmlRemark } from './xmlText.ts';

export const graphml: Format = {
  id: 'graphml',
  name: 'GraphML',
  mediaType: 'application/graphml+xml',
  extension: 'graphml',
  lossless: true,
  write: (content, origin) => ({ value: graphmlOf(content, origin), losses: [] }),
  read(text, reading) {
    const root = readXml(text, 'graphml');
    if (!root.ok) return root;
    const losses = new Losses();
    const read = grown(graphOfGraphml(root.value, losses), reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) => rootName(start) === 'graphml' && !isArgunet(start),
  remark: xmlRemark,
};
