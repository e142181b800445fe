import { noticesFor, unreadClaims, type Notice } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lasting } from '../i18n/inWords.ts';
import { at, run } from '../open/command.ts';
import { nextUnreadCommand } from '../open/commands/read.ts';
import type { MapSession } from '../open/mapSession.ts';
import { useDoc, useOpenMap, useReading } from '../open/openMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';

/** [M-09] One quiet line for who comes back after long: what is new, and the way through it. */
export function SinceYouLeft() {
  const left = useReading((state) => state.left);
  return left === null ? null : <News key={left} left={left} />;
}

function News({ left }: { left: number }) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const [{ claims, answers, decisions, now }] = useState(() => newsOf(session));
  const reading = useReading((state) => state.reading);
  const unread = useDoc(({ view }) => (reading ? unreadClaims(view, reading).length : 0));
  if (claims + answers + decisions === 0 || (claims > 0 && unread === 0)) return null;
  const parts = [
    ...(claims > 0 ? [t('left.claims', { count: claims })] : []),
    ...(answers > 0 ? [t('left.answers', { count: answers })] : []),
    ...(decisions > 0 ? [t('left.decisions', { count: decisions })] : []),
  ];
  return (
    <section className="since-you-left" aria-label={t('left.label')}>
      <p role="status">{t('left.since', { time: lasting(now - left), parts: parts.join(t('left.and')) })}</p>
      <div>
        {unread > 0 && (
          <>
            <Button
              look="solid"
              onClick={() => run(nextUnreadCommand, session, at(session, null).screen.selected)}
            >
              {t('left.next', { count: unread })}
            </Button>
            <Button look="plain" onClick={() => session.reading.readAll()}>
              {t('left.all')}
            </Button>
          </>
        )}
        <IconButton icon="close" label={t('left.close')} onClick={() => session.reading.putAside()} />
      </div>
    </section>
  );
}

const isAnswer = ({ kind }: Notice): boolean =>
  kind === 'reply' || kind === 'reworded' || kind === 'comment' || kind === 'talk' || kind === 'mention';

/** As it was when one came. */
function newsOf({ doc, reading }: MapSession) {
  const { view, confirmed, participant, role } = doc.getState();
  const read = reading.getState().reading;
  const now = Date.now();
  const told = read
    ? noticesFor(confirmed, { participant, role }, now).filter((one) => one.at > read.since)
    : [];
  return {
    claims: read ? unreadClaims(view, read).length : 0,
    answers: told.filter(isAnswer).length,
    decisions: told.filter(({ kind }) => kind === 'verdict' || kind === 'repair').length,
    now,
  };
}
