import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { OpenMapContext } from '../open/openMap.ts';
import { HouseContext, type House } from '../open/house.ts';
import { TypedContext } from '../open/useTyped.ts';
import { useMapSession } from '../open/useMapSession.ts';
import { LoadingMap } from './MapStates.tsx';
import { Workspace } from './Workspace.tsx';

interface MapPageProps {
  house: House;
  menu: ReactNode;
}

export function MapPage({ house, menu }: MapPageProps) {
  const { id = '' } = useParams();
  const session = useMapSession(id);
  if (!session) return <LoadingMap />;
  return (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <HouseContext value={house}>
          <Workspace menu={menu} />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>
  );
}
