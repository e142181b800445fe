import { useTranslation } from 'react-i18next';
import { useShowClaim } from '../open/showClaim.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ClaimPicker } from './ClaimPicker.tsx';

/** Any claim of the map, to go to. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('map');
  const showClaim = useShowClaim();
  const goTo = (claim: string): void => {
    onClose();
    showClaim(claim);
  };
  return (
    <Dialog open wide title={t('search.title')} onOpenChange={(open) => !open && onClose()}>
      <ClaimPicker without={null} isFit={() => true} onChoose={(claim) => goTo(claim.id)} />
    </Dialog>
  );
}
