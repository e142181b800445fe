// Files into the map that is open, or into maps of their own: exchange reads them, the session takes what came.
import { FIRST_ORDER, may, type Edit, type Placed } from '@counterpoint/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mapsQuery } from '../api.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { toldOfMaps } from './toldOfMaps.ts';
import { isHeldBack, undo } from '../open/askFor.ts';
import { useDoc, useOpenMap, useSelected } from '../open/openMap.ts';
import { toast } from '../ui/toast.ts';

/** What comes in waits where a new claim does. */
const A_CLAIM: Edit = { kind: 'add-claim', claim: '', text: '…', language: 'en', to: { at: 'thesis', order: FIRST_ORDER } }; // prettier-ignore

export function ImportHere({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const session = useOpenMap();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const mayEdit = useDoc((state) => may(state.role, 'edit'));
  const selected = useSelected()?.claim.id ?? '';
  const claim = useDoc(({ confirmed }) => confirmed.claims.get(selected));
  const before = useDoc((state) => state.confirmed);
  const place = {
    map: session.id,
    claim: claim ? { id: claim.id, text: claim.text } : null,
    isHeldBack: (go: () => void) => isHeldBack(session, A_CLAIM, go),
    onPlaced({ id, edit, standing }: Placed) {
      session.doc.getState().did({ id, edit, before });
      const action = { text: t('import.undo'), onSelect: () => undo(session) };
      toast(t(standing === 'proposal' ? 'import.proposed' : 'import.placed'), { action });
    },
  };
  return (
    <ImportDialog
      place={mayEdit ? place : null}
      onClose={onClose}
      onMade={async (files) => {
        await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
        const map = toldOfMaps(files);
        await navigate(map === null ? '/' : `/maps/${map}`);
      }}
    />
  );
}
