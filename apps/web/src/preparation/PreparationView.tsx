import { Preparation } from './Preparation.tsx';

/** The drafts with all the room there is: on a phone, where nothing stands beside the map. */
export function PreparationView() {
  return (
    <div className="preparation-view">
      <Preparation />
    </div>
  );
}
