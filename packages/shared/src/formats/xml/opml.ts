// OPML both ways: files of ours give back the whole map, and outlines of other tools are read as theses and replies.
import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { graphOfOpml } from './opmlReader.ts';
import { opmlOf } from './opmlWriter.ts';
import { rootName } from './xml.ts';
import { readXml } from './xmlReader.ts';
import { xmlRemark } from './xmlText.ts';

export const opml: Format = {
  id: 'opml',
  name: 'OPML',
  mediaType: 'text/x-opml',
  extension: 'opml',
  lossless: true,
  write: (content, origin) => ({ value: opmlOf(content, origin), losses: [] }),
  read(text, reading) {
    const root = readXml(text, 'opml');
    if (!root.ok) return root;
    const losses = new Losses();
    const read = grown(graphOfOpml(root.value, losses), reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) => rootName(start) === 'opml',
  remark: xmlRemark,
};
