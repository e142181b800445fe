import { useParams } from 'react-router';
import { OpenMapContext } from '../open/openMap.ts';
import { TypedContext } from '../open/useTyped.ts';
import { useMapSession } from '../open/useMapSession.ts';
import { LoadingMap } from './MapStates.tsx';
import type { Slots } from './slots.ts';
import { Workspace } from './Workspace.tsx';

export function MapPage(props: Slots) {
  const { id = '' } = useParams();
  const session = useMapSession(id);
  if (!session) return <LoadingMap />;
  return (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <Workspace {...props} />
      </TypedContext>
    </OpenMapContext>
  );
}
