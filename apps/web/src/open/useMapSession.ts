import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '../api.ts';
import { openSession, type MapSession } from './mapSession.ts';

/** The session of a map for whoever is signed in now; another one when the person or the map changes. */
export function useMapSession(map: string): MapSession | null {
  const me = useQuery(meQuery);
  const person = me.data ? (me.data.account?.id ?? 'anyone') : undefined;
  const [session, setSession] = useState<MapSession | null>(null);
  useEffect(() => {
    if (person === undefined) return undefined;
    let open: MapSession | undefined;
    let gone = false;
    void openSession({ person, map }).then((opened) => {
      if (gone) {
        opened.close();
        return;
      }
      open = opened;
      setSession(opened);
    });
    return () => {
      gone = true;
      open?.close();
      setSession(null);
    };
  }, [map, person]);
  return session;
}
