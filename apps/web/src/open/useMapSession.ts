import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery } from '../api.ts';
import { openSession, type MapSession } from './mapSession.ts';

/**
 * The session of a map for whoever is signed in now; another one when the person or the map changes. Whoever was signed
 * out elsewhere keeps the page that says so, and that knows of their words, until somebody signs in.
 */
export function useMapSession(map: string): MapSession | null {
  const me = useQuery(meQuery);
  // Words that wait on the device are of one person: of an account, or of the faces that this browser has.
  const here = me.data ? (me.data.account?.id ?? me.data.faces ?? 'anyone') : undefined;
  const [person, setPerson] = useState(here);
  if (here !== undefined && here !== person && (here !== 'anyone' || person === undefined)) setPerson(here);
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
