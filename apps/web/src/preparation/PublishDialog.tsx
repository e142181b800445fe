import { waiting } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { describe } from '../open/describe.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import './preparation.css';

/** [D15] What all will see: there is no way back, so it is shown and asked once more. */
export function PublishDialog({ asking: { drafts }, onClose }: DialogProps<'publish'>) {
  const { t } = useTranslation('preparation');
  const { t: edits } = useTranslation('edits');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  // Somebody of the side may have published or thrown away one of them meanwhile.
  const left = useDocList((doc) => drafts.flatMap((id) => doc.view.proposals.get(id) ?? []).filter(({ state }) => state === 'draft')); // prettier-ignore
  const publish = (): void =>
    void askFor(session, { kind: 'publish', proposals: left.map(({ id }) => id) }, onClose);
  return (
    <Dialog
      open
      title={t('dialog.title', { count: left.length })}
      about={t('dialog.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <ol className="drafts-listed">
        {left.map((draft) => {
          const { text, sentence } = describe(edits, view, waiting(draft));
          return <li key={draft.id}>{text ?? sentence}</li>;
        })}
      </ol>
      <DialogActions>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="solid" disabled={left.length === 0} onClick={publish}>
          {t('dialog.publish', { count: left.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
