import type { Id, ImportedFile } from '@counterpoint/shared';
import i18next from 'i18next';
import { toast } from '../ui/toast.ts';

/** Says which maps were made; answers the only one, to go to. */
export function toldOfMaps(files: readonly ImportedFile[]): Id | null {
  const made = files.flatMap((file) => ('map' in file ? file.map : []));
  const [first] = made;
  if (first) toast(i18next.t('import.made', { ns: 'exchange', count: made.length, title: first.info.title }));
  return first && made.length === 1 ? first.id : null;
}
