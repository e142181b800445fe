// One claim of two that say the same.
import { mergeInto, wentTo, type Claim } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askWithUndo } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { short } from '../ui/short.ts';
import './parting.css';

export function MergeDialog({ asking: { id }, onClose }: DialogProps<'merge'>) {
  const { t } = useTranslation('parting');
  const session = useOpenMap();
  const claim = useDoc(({ view }) => view.claims.get(id));
  const merge = (into: Claim): void => {
    askWithUndo(session, mergeInto(id, into.id, newId), () => {
      onClose();
      // Where it waits for a moderator, the claim stays where it is.
      const { view } = session.doc.getState();
      if (view.mergers.has(id)) showClaim(session.screen, view, wentTo(view, id));
    });
  };
  return (
    <Dialog
      wide
      open
      title={t('merge.title')}
      about={t('merge.about', { text: short(claim?.text ?? '', 80) })}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <div className="parting">
        <p className="parting-means">{t('merge.means')}</p>
        <ClaimPicker without={id} isFit={() => true} onChoose={merge} />
      </div>
    </Dialog>
  );
}
