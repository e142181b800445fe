import { RejectDialog } from '../relation/Verdict.tsx';
import { Palette } from './Palette.tsx';
import type { Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { backToView } from '../open/backToView.ts';
import { KeysDialog } from './KeysDialog.tsx';
import type { Slots } from './slots.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { TrayDialog } from './TrayDialog.tsx';

type Dialogs = Pick<Slots, 'PlaceDialog' | 'ClaimPicker' | 'Export' | 'Import'>;

/** The one dialog that was asked for, from wherever. */
export function MapDialogs({ PlaceDialog, Export, Import }: Dialogs) {
  const session = useOpenMap();
  const asking = useScreen((state) => state.asking);
  const ask = useScreen((state) => state.ask);
  const view = useDoc((state) => state.view);
  const close = (): void => {
    ask(null);
    backToView(session.screen);
  };
  if (!asking) return null;
  switch (asking.for) {
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'tray':
      return <TrayDialog onClose={close} />;
    case 'search':
      return <Palette first="claims" onClose={close} />;
    case 'palette':
      return <Palette first="commands" onClose={close} />;
    case 'reject':
      return <Reject proposal={asking.id} onClose={close} />;
    case 'removed':
      return null;
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

function Reject({ proposal, onClose }: { proposal: Id; onClose: () => void }) {
  const { t } = useTranslation('commands');
  const session = useOpenMap();
  return (
    <RejectDialog
      proposal={proposal}
      onReject={(reason) =>
        askFor(session, { kind: 'decide', proposal, verdict: 'rejected', reason }, t('done.reject'))
      }
      onClose={onClose}
    />
  );
}
