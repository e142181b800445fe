// What the moderator shows to everyone: the view of who follows goes there, and anyone may stop following (D12).
import { debateOf, may, type Claim, type Id } from '@counterpoint/shared';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { showClaim, useShowClaim } from '../open/showClaim.ts';
import { spotlightIn } from '../open/spotlight.ts';
import { useOpenField } from '../open/useOpenField.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { short } from '../ui/short.ts';

const MOST = 40;

/** [S-28] One line over the map, for as long as a claim is shown. */
export function Following() {
  const claim = useDoc(({ view }) => spotlightIn(view));
  useFollowing(claim?.id ?? null);
  return claim && <Line claim={claim} />;
}

function Line({ claim }: { claim: Claim }) {
  const { t } = useTranslation('side');
  const session = useOpenMap();
  const following = useScreen((state) => state.following);
  const follow = useScreen((state) => state.follow);
  const shows = useDoc(({ role }) => may(role, 'manage'));
  const debate = useDoc(({ view }) => debateOf(view)?.id ?? '');
  const show = useShowClaim();
  return (
    <section className="map-line" aria-label={t('follow.label')}>
      <p role="status">
        <Icon name="screen" /> <b>{t(shows ? 'follow.everyone' : following ? 'follow.on' : 'follow.off')}</b>{' '}
        <span lang={claim.language}>{t('follow.words', { text: short(claim.text, MOST) })}</span>
      </p>
      <div>
        <Button look="plain" onClick={() => show(claim.id)}>
          {t('follow.go')}
        </Button>
        {shows ? (
          <Button onClick={() => askFor(session, { kind: 'spotlight', debate, claim: null })}>
            {t('follow.end')}
          </Button>
        ) : (
          <Button onClick={() => follow(!following)}>{t(following ? 'follow.stop' : 'follow.again')}</Button>
        )}
      </div>
    </section>
  );
}

/** Each claim that is shown is gone to once; not away from an open field, which is left first, nor in a view without a map. */
function useFollowing(claim: Id | null): void {
  const { screen, doc } = useOpenMap();
  const following = useScreen((state) => state.following);
  const hasMap = useScreen((state) => state.hands !== null);
  const { draft, editing } = useOpenField();
  const isWriting = draft !== null || editing !== null;
  const gone = useRef<Id | null>(null);
  useEffect(() => {
    if (!following || claim === null) {
      gone.current = null;
      return;
    }
    if (isWriting || !hasMap || gone.current === claim) return;
    gone.current = claim;
    showClaim(screen, doc.getState().view, claim);
  }, [claim, following, hasMap, isWriting, screen, doc]);
}
