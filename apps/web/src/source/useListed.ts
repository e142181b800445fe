import type { Span } from '@counterpoint/shared';
import { useCallback, useState, type RefObject } from 'react';
import { useOpenMap } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { touching, type Noted, type Resting } from './resting.ts';
import type { Spot } from './spot.ts';

interface Place {
  readonly span: Span;
  readonly spot: Spot;
}

/** What rests on one place, as long as it is listed there. */
export interface Listed {
  readonly resting: readonly Resting[];
  readonly noted: readonly Noted[];
  readonly spot: Spot;
}

/** The claims and notes on one place: a single claim is gone to at once, of several one chooses. */
export function useListed(
  words: RefObject<HTMLElement | null>,
  resting: readonly Resting[],
  noted: readonly Noted[],
) {
  const session = useOpenMap();
  const [place, setPlace] = useState<Place | null>(null);
  const go = useCallback(
    ({ claim }: Resting): void => {
      setPlace(null);
      showClaim(session.screen, session.doc.getState().view, claim.id);
    },
    [session],
  );
  const list = useCallback(
    (span: Span, spot: Spot): void => {
      const claims = touching(resting, span);
      const notes = touching(noted, span);
      const [only] = claims;
      if (only && claims.length === 1 && notes.length === 0) go(only);
      else setPlace(claims.length + notes.length > 0 ? { span, spot } : null);
    },
    [go, resting, noted],
  );
  const close = (): void => {
    setPlace(null);
    words.current?.closest<HTMLElement>('.source-scroll')?.focus({ preventScroll: true });
  };
  const listed: Listed | null = place && {
    resting: touching(resting, place.span),
    noted: touching(noted, place.span),
    spot: place.spot,
  };
  return { listed, list, close, go };
}
