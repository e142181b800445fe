import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { askFor } from '../open/askFor.ts';
import { backToCanvas } from '../open/backToCanvas.ts';
import { KeysDialog } from './KeysDialog.tsx';
import type { Slots } from './slots.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { TrayDialog } from './TrayDialog.tsx';

type Dialogs = Pick<Slots, 'PlaceDialog' | 'ClaimPicker' | 'Export' | 'Import'>;

/** The one dialog that was asked for, from wherever. */
export function MapDialogs({ PlaceDialog, ClaimPicker, Export, Import }: Dialogs) {
  const session = useOpenMap();
  const asking = useScreen((state) => state.asking);
  const ask = useScreen((state) => state.ask);
  const view = useDoc((state) => state.view);
  const close = (): void => {
    ask(null);
    backToCanvas();
  };
  if (!asking) return null;
  switch (asking.for) {
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'tray':
      return <TrayDialog onClose={close} />;
    case 'search':
      return <SearchDialog ClaimPicker={ClaimPicker} onClose={close} />;
    case 'import':
      return <Import onClose={close} />;
    case 'export':
      return <ExportOfMap Export={Export} branch={asking.branch} onClose={close} />;
    default:
      return (
        <PlaceDialog
          asking={asking}
          view={view}
          newId={newId}
          ask={(edit) => askFor(session, edit)}
          onClose={close}
        />
      );
  }
}

interface ExportOfMapProps extends Pick<Slots, 'Export'> {
  branch: string | null;
  onClose: () => void;
}

function ExportOfMap({ Export, ...rest }: ExportOfMapProps) {
  const { id } = useOpenMap();
  const confirmed = useDoc((state) => state.confirmed);
  const version = useDoc((state) => state.version) ?? 0;
  const participant = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const selected = useScreen((state) => state.selected);
  const folded = useScreen((state) => state.folded);
  const me = useMemo(() => ({ participant, role }), [participant, role]);
  return <Export map={id} {...{ confirmed, version, me, selected, folded }} {...rest} />;
}

function SearchDialog({ ClaimPicker, onClose }: Pick<Slots, 'ClaimPicker'> & { onClose: () => void }) {
  const { t } = useTranslation('map');
  const view = useDoc((state) => state.view);
  const { screen } = useOpenMap();
  const goTo = (claim: string): void => {
    onClose();
    showClaim(screen, view, claim);
  };
  return (
    <Dialog open wide title={t('search.title')} onOpenChange={(open) => !open && onClose()}>
      <ClaimPicker view={view} without={null} isFit={() => true} onChoose={(claim) => goTo(claim.id)} />
    </Dialog>
  );
}
