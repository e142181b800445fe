import { useParams } from 'react-router';
import { OpenMapContext } from '../open/openMap.ts';
import { HouseContext, type House } from '../open/house.ts';
import { TypedContext } from '../open/useTyped.ts';
import { useMapSession } from '../open/useMapSession.ts';
import { LoadingMap } from './MapStates.tsx';
import type { Slots } from './slots.ts';
import { Workspace } from './Workspace.tsx';

export function MapPage({ house, ...slots }: Slots & { readonly house: House }) {
  const { id = '' } = useParams();
  const session = useMapSession(id);
  if (!session) return <LoadingMap />;
  return (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <HouseContext value={house}>
          <Workspace {...slots} />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>
  );
}
