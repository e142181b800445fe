// In words, how safe my work is: synced, being saved, kept here until the network is back, or refused.
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toast.ts';
import { statusNow } from '../open/mapStore.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { useWaitingWords } from '../open/useWaitingWords.ts';

export function ConnectionState() {
  const { t } = useTranslation('map');
  const ask = useScreen((state) => state.ask);
  const lost = useWaitingWords().filter((words) => words.lost !== null).length;
  const refused = useDoc((state) => state.tray.length);
  const tray = refused + lost;
  const inTray = t(lost === 0 ? 'state.tray' : 'state.left', { count: tray });
  const { text, look } = useWords();
  return (
    <div className="connection">
      <span className={`connection-state ${look}`} role="status">
        {look === 'offline' && <Icon name="offline" size={14} />}
        <span>{text}</span>
      </span>
      <SlowState />
      {tray > 0 && (
        // On a phone the words are hidden: the name stays.
        <Button
          look="danger"
          icon="warning"
          className="tray-button"
          aria-label={inTray}
          onClick={() => ask({ for: 'tray' })}
        >
          <span className="in-words">{inTray}</span>
          <span className="in-short">{tray}</span>
        </Button>
      )}
    </div>
  );
}

/** That nothing is heard by itself, and why: told once, and again when asked for. */
function SlowState() {
  const { t } = useTranslation('map');
  const slow = useDoc((state) => state.slow);
  const words = slow && [t('slow.why', { seconds: slow.seconds }), slow.fault && refusalText(slow.fault)].filter(Boolean).join(' '); // prettier-ignore
  const tell = (): void => toast(words ?? '', { lasts: TOLD_MS });
  const tellOnce = useEffectEvent(tell);
  useEffect(() => {
    if (slow) tellOnce();
  }, [slow]);
  if (!slow) return null;
  return (
    <Button
      icon="clock"
      className="slow-button"
      aria-label={t('slow.short', { seconds: slow.seconds })}
      onClick={tell}
    >
      <span className="in-words">{t('slow.short', { seconds: slow.seconds })}</span>
    </Button>
  );
}

/** Two sentences are read in this time. */
const TOLD_MS = 30_000;

type Look = 'good' | 'busy' | 'offline' | 'bad';

function useWords(): { readonly text: string; readonly look: Look } {
  const { t } = useTranslation('map');
  const status = useDoc(statusNow);
  const pending = useDoc((state) => state.pending);
  const refusal = useDoc((state) => state.refusal);
  const slow = useLate(pending > 0 || status === 'connecting');
  const kept = (): string => (pending > 0 ? t('state.offlineKept', { count: pending }) : t('state.offline'));
  switch (status) {
    case 'refused':
      return { text: refusal ? refusalText(refusal) : t('state.refused'), look: 'bad' };
    case 'offline':
      return { text: kept(), look: 'offline' };
    case 'connecting':
      return slow
        ? { text: pending > 0 ? kept() : t('state.connecting'), look: 'busy' }
        : { text: t('state.synced'), look: 'good' };
    case 'live':
      return slow && pending > 0
        ? { text: t('state.saving', { count: pending }), look: 'busy' }
        : { text: t('state.synced'), look: 'good' };
  }
}

const PATIENCE_MS = 700;

/** True once something has been so for a while: what is over at once is not worth a word. */
function useLate(so: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!so) return undefined;
    const wait = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(wait);
      setLate(false);
    };
  }, [so]);
  return late;
}
