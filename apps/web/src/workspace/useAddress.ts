// Ties the address of the browser to what is open; see open/AddressFollower.ts.
import i18next from 'i18next';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { interfaceLanguage } from '../i18n/i18n.ts';
import type { Places } from '../open/address.ts';
import { askFor } from '../open/askFor.ts';
import { AddressFollower, type Browser } from '../open/AddressFollower.ts';
import { startOf } from '../open/firstView.ts';
import { useHouse, type House } from '../open/house.ts';
import type { MapSession } from '../open/mapSession.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { toast } from '../ui/toast.ts';
import { home, within } from '../base.ts';

/** Narrower than this, a page begins without a pane. */
const ROOM_PX = 1100;

/** Whether the page shows what its address says; before, there is nothing to show. */
export function useAddress(narrow: boolean): boolean {
  const session = useOpenMap();
  const house = useHouse();
  const loaded = useDoc((state) => state.version !== null);
  const { id } = useParams();
  const navigate = useNavigate();
  const here = useLocation();
  const places = useMemo(() => placesIn(house, narrow), [house, narrow]);
  const followed = useRef<AddressFollower | null>(null);
  useEffect(() => {
    const path = pathOf(session);
    const follower = new AddressFollower(session, {
      push: (search) => void (isAt(path) && navigate(path + search, { preventScrollReset: true })),
      // Not by the router: the page need not be drawn again because its own address follows it.
      replace: (search) => isAt(path) && history.replaceState(history.state, '', home + path + search),
      tell: (target, claim) => tell(session, target, claim),
    });
    followed.current = follower;
    return () => follower.stop();
  }, [session, navigate]);
  useEffect(() => {
    if (!loaded || id !== session.id) return;
    const arrive = (): void => followed.current?.arrive(location.search, places);
    arrive();
    // Who goes back before the page has drawn where they were has not moved, as far as what is drawn goes.
    const back = (): void => {
      if (isAt(pathOf(session))) arrive();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [loaded, id, session, here, places]);
  return useScreen((state) => state.view !== null);
}

const pathOf = ({ id }: MapSession): string => `/maps/${id}`;
const isAt = (path: string): boolean => within(location.pathname) === path;

/** A phone begins with a view of its own and no pane. */
function placesIn({ views, panes }: House, narrow: boolean): Places {
  const pane = !narrow && innerWidth >= ROOM_PX ? (panes[0]?.id ?? null) : null;
  return {
    views: views.map(({ id }) => id),
    panes: panes.map(({ id }) => id),
    start: { view: startOf(views, narrow).id, pane },
  };
}

function tell(session: MapSession, target: Parameters<Browser['tell']>[0], claim: string | null): void {
  const t = i18next.getFixedT(null, 'map', 'address');
  if (target.is === 'nowhere') {
    toast(t('nowhere'), { problem: true });
    return;
  }
  const { removal, restore } = target;
  const { by, at } = removal.purged ?? removal;
  const { view } = session.doc.getState();
  const when = new Intl.DateTimeFormat(interfaceLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
  const name = view.participants.get(by ?? '')?.name ?? t('someone');
  const bringBack = (): void => {
    askFor(session, restore, () => {
      if (claim !== null) showClaim(session.screen, session.doc.getState().view, claim);
    });
  };
  toast(t(removal.purged ? 'purged' : 'removed', { name, when }), {
    problem: true,
    ...(restore ? { action: { text: t('restore'), onSelect: bringBack } } : {}),
  });
}
