import i18next from 'i18next';
import { useEffect, useEffectEvent, useState, type ComponentType } from 'react';
import { toast } from './toast.ts';

interface FetchedProps<P> {
  load: () => Promise<ComponentType<P>>;
  props: P;
  /** Called when the script could not be had, which the person has been told. */
  onMissing: () => void;
}

/**
 * A component whose script is fetched when it is first shown; nothing is seen until then. Not React's `lazy`, which remembers
 * a failure: here the next time asks anew.
 */
export function Fetched<P extends object>({ load, props, onMissing }: FetchedProps<P>) {
  const [fetched, setFetched] = useState<{
    readonly by: typeof load;
    readonly Component: ComponentType<P>;
  }>();
  const missing = useEffectEvent(() => {
    // The device is offline, or the server has a newer version of the page, whose scripts have other names.
    toast(i18next.t('missing'), { problem: true });
    onMissing();
  });
  useEffect(() => {
    let over = false;
    load().then(
      (Component) => over || setFetched({ by: load, Component }),
      () => over || missing(),
    );
    return () => {
      over = true;
    };
  }, [load]);
  return fetched?.by === load ? <fetched.Component {...props} /> : null;
}
