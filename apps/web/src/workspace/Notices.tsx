// What others do, told politely: at most one sentence in five seconds (U-06); and at once what became of my own words.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../ui/toast.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { counted } from '../open/describe.ts';
import type { Changed } from '../open/newsStore.ts';
import { useOpenMap } from '../open/openMap.ts';
import { useLostPlace } from './useLostPlace.ts';
import { usePreference } from '../open/preferences.ts';
import { showClaim } from '../open/showClaim.ts';

const PAUSE_MS = 5_000;

export function Notices() {
  const said = useSpokenNews();
  useWordingNews();
  useLostPlace();
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{said}</VisuallyHidden>
    </div>
  );
}

function useSpokenNews(): string {
  const { t } = useTranslation('edits');
  const { news } = useOpenMap();
  const on = usePreference('spokenNews');
  const [said, say] = useState('');
  useEffect(() => {
    if (!on) return undefined;
    let heard: Changed[] = [];
    let wait: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      wait = undefined;
      const parts = counted(heard.map(({ deed }) => deed));
      const isOfOneKind = new Set(heard.map(({ deed }) => deed)).size === 1;
      say(isOfOneKind ? parts : t('summary', { count: heard.length, parts }));
      heard = [];
    };
    const stop = news.listen((fresh) => {
      heard.push(...fresh.filter((one) => one.kind === 'changed'));
      if (heard.length > 0) wait ??= setTimeout(tell, PAUSE_MS);
    });
    return () => {
      stop();
      clearTimeout(wait);
    };
  }, [news, on, t]);
  return on ? said : '';
}

function useWordingNews(): void {
  const { t } = useTranslation('map');
  const { news, screen, doc } = useOpenMap();
  useEffect(
    () =>
      news.listen((fresh) => {
        for (const one of fresh) {
          if (one.kind === 'changed') continue;
          const text =
            one.kind === 'merged'
              ? t('wording.merged')
              : t(one.mine ? 'wording.collidedMine' : 'wording.collidedTheirs');
          const look = (): void => {
            screen.getState().openPanel(true);
            showClaim(screen, doc.getState().view, one.claim);
          };
          toast(text, { action: { text: t('wording.look'), onSelect: look } });
        }
      }),
    [news, screen, doc, t],
  );
}
