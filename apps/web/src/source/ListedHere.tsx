import { ClaimsHere } from './ClaimsHere.tsx';
import { NotesHere } from './NotesHere.tsx';
import type { Resting } from './resting.ts';
import type { Listed } from './useListed.ts';

interface ListedHereProps {
  listed: Listed;
  onGo: (resting: Resting) => void;
  onClose: () => void;
}

/** What rests on one place of the text, beside it. */
export function ListedHere({ listed, onGo, onClose }: ListedHereProps) {
  return (
    <div
      className="source-float"
      style={listed.spot}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {listed.resting.length > 0 && <ClaimsHere resting={listed.resting} onGo={onGo} />}
      {listed.noted.length > 0 && <NotesHere noted={listed.noted} />}
    </div>
  );
}
