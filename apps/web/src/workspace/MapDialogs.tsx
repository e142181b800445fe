import { useEffect, type ComponentType } from 'react';
import { backToView } from '../open/backToView.ts';
import { useHouse, type DialogProps, type Dialogs } from '../open/house.ts';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';

/** The one dialog that was asked for, from wherever. */
export function MapDialogs() {
  const { dialogs } = useHouse();
  const { screen } = useOpenMap();
  const asking = useScreen((state) => state.asking);
  const ask = useScreen((state) => state.ask);
  const close = (): void => {
    ask(null);
    backToView(screen);
  };
  useFetchedAhead(dialogs);
  if (!asking) return null;
  // What is asked and who answers go together by their name, which the compiler cannot follow.
  const load = dialogs[asking.for] as () => Promise<ComponentType<DialogProps>>;
  return <Fetched load={load} props={{ asking, onClose: close }} onMissing={close} />;
}

/** Once the map is there, one after the other: offline, too, every dialog must open. */
function useFetchedAhead(dialogs: Dialogs): void {
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      for (const load of Object.values(dialogs)) {
        if (stop.signal.aborted) return;
        await load().catch(() => undefined); // told when it is asked for
      }
    })();
    return () => stop.abort();
  }, [dialogs]);
}
