import i18next from 'i18next';
import { createElement, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import './Fetched.css';
import { fetched, fetchedBy, type Load } from './fetched.ts';
import { onLineBack } from './line.ts';
import { reloadWhereReached } from './reload.ts';
import { toast } from './toast.ts';

interface FetchedProps<P> {
  load: Load<P>;
  props: P;
  /** Called when the script could not be had, which the person has been told; left out, it is told here, with a way to try again. */
  onMissing?: () => void;
  /** Nobody asked for it: nothing is told where it cannot be had, and it comes once the line is back. */
  unasked?: boolean;
  /** Drawn with it, or with what is told in its place. */
  children?: ReactNode;
}

/** A component whose script may have to be fetched; nothing is seen until then. */
export function Fetched<P extends object>({
  load,
  props,
  onMissing,
  unasked = false,
  children,
}: FetchedProps<P>) {
  const [came, setCame] = useState<{ readonly by: Load<P>; readonly isMissing: boolean }>();
  /** Whether the person asked for it again, having been told. */
  const isPressed = useRef(false);
  const missing = useEffectEvent(() => {
    // The device is offline, or the server has a newer version of the page, whose scripts have other names.
    if (onMissing) {
      const action = { text: i18next.t('broken.reload'), onSelect: () => void reloadWhereReached() };
      toast(i18next.t('missing'), { problem: true, action });
      onMissing();
      return;
    }
    setCame({ by: load, isMissing: true });
    if (isPressed.current) void reloadWhereReached();
    isPressed.current = false;
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
      <Missing
        told={!unasked}
        onRetry={(byHand) => {
          isPressed.current = byHand;
          setCame(undefined);
        }}
      />
      {children}
    </>
  );
}

function Missing({ told, onRetry }: { told: boolean; onRetry: (byHand: boolean) => void }) {
  const { t } = useTranslation('common');
  const retry = useEffectEvent(onRetry);
  useEffect(() => onLineBack(() => retry(false)), []);
  if (!told) return null;
  return (
    <div className="missing" role="alert">
      <p>{t('missing')}</p>
      <Button onClick={() => onRetry(true)}>{t('retry')}</Button>
    </div>
  );
}
