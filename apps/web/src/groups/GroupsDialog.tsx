import { useTranslation } from 'react-i18next';
import { problemText } from '../i18n/refusalText.ts';
import type { DialogProps } from '../open/house.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { MadeGroups } from './MadeGroups.tsx';
import { MakeGroups } from './MakeGroups.tsx';
import './groups.css';
import { useGroups } from '../open/useGroups.ts';

/** [S-14] Divides the people of the map, or shows how the groups do; for whoever manages the map. */
export function GroupsDialog({ onClose }: DialogProps<'groups'>) {
  const { t } = useTranslation('groups');
  const { data, error } = useGroups();
  const made = data?.groups ?? [];
  return (
    <Dialog
      wide
      open
      title={t('title')}
      about={data && t(made.length > 0 ? 'aboutMade' : 'aboutMake')}
      onOpenChange={(open) => !open && onClose()}
    >
      {error && <p role="alert">{problemText(error)}</p>}
      {!data && !error && <Spinner />}
      {data && (made.length > 0 ? <MadeGroups groups={made} /> : <MakeGroups />)}
    </Dialog>
  );
}
