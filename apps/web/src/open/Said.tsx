import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { useScreen } from './openMap.ts';

/** What was done last, for those who hear the page. */
export function Said() {
  const said = useScreen((state) => state.said);
  return (
    <VisuallyHidden>
      <p role="status">{said}</p>
    </VisuallyHidden>
  );
}
