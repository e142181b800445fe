// A map as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark. What its rows and columns mean: csvColumns.ts.
import { ok } from '../../result.ts';
import { csvGraph } from './csvReader.ts';
import { csvTable, csvText, namesColumns } from './csvTable.ts';
import { csvRows } from './csvWriter.ts';
import type { Format } from '../format.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { shownOf, type Shown } from '../document/mapDocumentPeople.ts';
import { isSet } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import { settled } from '../document/numberingSettled.ts';
import { countHidden, shownTree } from '../shownTree.ts';

export const csv: Format = {
  id: 'csv',
  name: 'CSV',
  mediaType: 'text/csv',
  extension: 'csv',
  write(given, { scores }) {
    const losses = new Losses();
    // A claim has its row where it is first used, if what it hangs under is not shown.
    const { content, became } = settled(given);
    losses.addAll('references', became);
    const shown = shownOf(content, shownTree(content));
    countUnsaid(content, shown, losses);
    return { value: csvText(csvRows(content, shown, scores), scores !== undefined), losses: losses.list() };
  },
  read(text, reading) {
    const table = csvTable(text);
    if (!table.ok) return table;
    const losses = new Losses();
    const read = grown(csvGraph(table.value, reading, losses), reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start, name) => /\.(csv|tsv)$/.test(name) || namesColumns(start),
};

function countUnsaid(content: MapContent, { tree, quotations, sources }: Shown, losses: Losses): void {
  countHidden(content, tree, losses, ['glosses', 'anchors', 'suggestions']);
  const seen = new Set([...quotations, ...sources].map(({ id }) => id));
  for (const things of [content.quotations, content.sources])
    losses.addAll(
      'removed',
      things.filter(({ id }) => !seen.has(id)),
    );
  if (isSet(content.info)) losses.add('settings', 'info');
}
