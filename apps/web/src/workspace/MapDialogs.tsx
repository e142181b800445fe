import { backToView } from '../open/backToView.ts';
import { useHouse, type DialogProps } from '../open/house.ts';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import type { Asking } from '../open/screenStore.ts';
import { Fetched } from '../ui/Fetched.tsx';
import type { Load } from '../ui/fetched.ts';

/** The one dialog that was asked for, from wherever; beneath it the one that it came up over, with all that was typed there. */
export function MapDialogs() {
  const { dialogs } = useHouse();
  const { screen } = useOpenMap();
  const asking = useScreen((state) => state.asking);
  const ask = useScreen((state) => state.ask);
  if (!asking) return null;
  const over = asking.for === 'first-proposal' ? asking.over : null;
  const closing = (one: Asking) => (): void => {
    const left = one === asking ? over : null;
    ask(left);
    if (!left) backToView(screen);
  };
  return [over, asking].map((one: Asking | null) => {
    if (!one) return null;
    // What is asked and who answers go together by their name, which the compiler cannot follow.
    const load = dialogs[one.for] as Load<DialogProps>;
    const onClose = closing(one);
    return <Fetched key={one.for} load={load} props={{ asking: one, onClose }} onMissing={onClose} />;
  });
}
