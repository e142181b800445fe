import i18next from 'i18next';
import { createElement, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import './Fetched.css';
import { fetched, fetchedBy, type Load } from './fetched.ts';
import { toast } from './toast.ts';

interface FetchedProps<P> {
  load: Load<P>;
  props: P;
  /** Called when the script could not be had, which the person has been told; left out, it is told here, with a way to try again. */
  onMissing?: () => void;
  /** Drawn with it, or with what is told in its place. */
  children?: ReactNode;
}

/** A component whose script may have to be fetched; nothing is seen until then. */
export function Fetched<P extends object>({ load, props, onMissing, children }: FetchedProps<P>) {
  const [came, setCame] = useState<{ readonly by: Load<P>; readonly isMissing: boolean }>();
  const missing = useEffectEvent(() => {
    // The device is offline, or the server has a newer version of the page, whose scripts have other names.
    if (!onMissing) {
      setCame({ by: load, isMissing: true });
      return;
    }
    toast(i18next.t('missing'), { problem: true });
    onMissing();
  });
  const Component = fetchedBy(load);
  const isAsked = !Component && came?.by !== load;
  useEffect(() => {
    let over = false;
    if (isAsked)
      fetched(load).then(
        () => over || setCame({ by: load, isMissing: false }),
        () => over || missing(),
      );
    return () => {
      over = true;
    };
  }, [load, isAsked]);
  if (Component)
    return (
      <>
        {createElement(Component, props) /* the same one each time it is drawn */}
        {children}
      </>
    );
  if (!came?.isMissing || isAsked) return null;
  return (
    <>
      <Missing onRetry={() => setCame(undefined)} />
      {children}
    </>
  );
}

function Missing({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('common');
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    const again = (): void => retry();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  return (
    <div className="missing" role="alert">
      <p>{t('missing')}</p>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  );
}
