import { useScreen } from '../open/openMap.ts';
import { Preparation } from './Preparation.tsx';

/** The drafts beside the map. */
export function PreparationSide() {
  const openSide = useScreen((state) => state.openSide);
  return (
    <div className="preparation-side">
      <Preparation onClose={() => openSide(false)} />
    </div>
  );
}
