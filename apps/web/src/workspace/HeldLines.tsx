// What one line over the map says to everyone while a moderator holds it, and to a person who was muted.
import { useTranslation } from 'react-i18next';
import { day } from '../i18n/inWords.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useScreen, useStanding } from '../open/openMap.ts';
import { stoppedIn } from '../open/stopped.ts';
import { useArchiving } from '../open/useArchiving.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const FREE = { kind: 'set-hold', hold: 'none', slow: 0 } as const;

/** [P23] [P24] */
export function Held() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const hold = useDoc(({ view }) => view.info.hold);
  const slow = useDoc(({ view }) => view.info.slow);
  const manages = useStanding(FREE) === 'change';
  const ask = useScreen((state) => state.ask);
  if (hold === 'none' && slow === 0) return null;
  if (hold === 'archived') return <Archived mayReopen={manages} />;
  return (
    <section className="map-line" aria-label={t('hold.label')} data-hold={hold}>
      <p role="status">
        <Icon name="pause" />
        {hold !== 'none' && (
          <>
            <b>{t(`hold.${hold}`)}</b> {t(manages ? `hold.${hold}Manages` : `hold.${hold}About`)}{' '}
          </>
        )}
        {slow > 0 &&
          (hold === 'none' ? <b>{t('hold.slow', { seconds: slow })}</b> : t('hold.slow', { seconds: slow }))}
      </p>
      {manages && (
        <div>
          <Button look="plain" onClick={() => ask({ for: 'hold' })}>
            {t('hold.change')}
          </Button>
          <Button onClick={() => askFor(session, FREE)}>{t('hold.end')}</Button>
        </div>
      )}
    </section>
  );
}

/** [P27] */
function Archived({ mayReopen }: { mayReopen: boolean }) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const ask = useScreen((state) => state.ask);
  const archiving = useArchiving();
  const name = archiving?.by?.name;
  return (
    <section className="map-line" aria-label={t('hold.label')} data-hold="archived">
      <p role="status">
        <Icon name="lock" />
        <b>
          {archiving && name !== undefined
            ? t('hold.archivedOn', { when: day(archiving.at), name })
            : t('hold.archived')}
        </b>{' '}
        {t('hold.archivedAbout')}
      </p>
      <div>
        <Button look="plain" onClick={() => ask({ for: 'archive' })}>
          {t('hold.link')}
        </Button>
        {mayReopen && <Button onClick={() => askFor(session, FREE)}>{t('hold.reopen')}</Button>}
      </div>
    </section>
  );
}

/** [P25] */
export function Muted() {
  const { t } = useTranslation('map');
  const reason = useDoc((doc) => {
    const stopped = stoppedIn(doc);
    return stopped?.by === 'mute' ? stopped.mute.reason : null;
  });
  if (reason === null) return null;
  return (
    <section className="map-line" aria-label={t('mute.label')}>
      <p role="status">
        <Icon name="pause" /> <b>{t('mute.title')}</b> {t('mute.reason', { reason })} {t('mute.about')}
      </p>
    </section>
  );
}
