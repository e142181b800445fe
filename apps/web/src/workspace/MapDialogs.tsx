import { backToView } from '../open/backToView.ts';
import { useHouse, type DialogProps } from '../open/house.ts';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';
import type { Load } from '../ui/fetched.ts';

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
  if (!asking) return null;
  // What is asked and who answers go together by their name, which the compiler cannot follow.
  const load = dialogs[asking.for] as Load<DialogProps>;
  return <Fetched load={load} props={{ asking, onClose: close }} onMissing={close} />;
}
