// Addresses in files: only those of the web are kept, since whatever shows a source makes a link of its address.
import type { MapContent } from '../../map/map.ts';
import { isWebAddress } from '../../map/text.ts';
import { ok, type Result } from '../../result.ts';
import { Losses, together, type Told } from '../loss.ts';

/** What a reader read, without the addresses of sources that are none of the web. */
export function webAddressed(read: Result<Told<MapContent>>): Result<Told<MapContent>> {
  if (!read.ok) return read;
  const { value, losses } = read.value;
  const dropped = new Losses();
  const sources = value.sources.map((source) => {
    if (source.url === '' || isWebAddress(source.url)) return source;
    dropped.add('addresses', source.id);
    return { ...source, url: '' };
  });
  const told = dropped.list();
  return told.length === 0 ? read : ok({ value: { ...value, sources }, losses: together(losses, told) });
}

/** The same for an edit as it stands in a file, which a schema is yet to check. */
export function webAddressedEdit(edit: unknown, where: string, losses: Losses): unknown {
  if (typeof edit !== 'object' || edit === null) return edit;
  if ('edits' in edit && Array.isArray(edit.edits)) {
    const edits = (edit.edits as readonly unknown[]).map((one) => webAddressedEdit(one, where, losses));
    return { ...edit, edits };
  }
  if (!('url' in edit) || typeof edit.url !== 'string' || edit.url === '' || isWebAddress(edit.url))
    return edit;
  losses.add('addresses', where);
  return { ...edit, url: '' };
}
