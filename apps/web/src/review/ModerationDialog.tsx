import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../open/house.ts';
import { useDoc } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ListedReasons } from './ListedReasons.tsx';
import { OwnReasons } from './OwnReasons.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { TrustedPeople } from './TrustedPeople.tsx';
import './policy.css';

/** [P17] How this map is moderated, for whoever manages it. */
export function ModerationDialog({ onClose }: DialogProps<'moderation'>) {
  const { t } = useTranslation('review');
  const { policy, quota, trust } = useDoc(({ view }) => view.info);
  return (
    <Dialog
      open
      wide
      title={t('moderation.title')}
      about={t('moderation.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="moderation">
        <PolicyForm key={`${quota} ${trust} ${policy}`} />
        <ListedReasons />
        <OwnReasons />
        {trust > 0 && <TrustedPeople />}
      </div>
    </Dialog>
  );
}
