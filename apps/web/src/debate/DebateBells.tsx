import { debateOf, type Debate } from '@counterpoint/shared';
import { useDoc } from '../open/openMap.ts';
import { Rings } from './Rings.tsx';
import { useStand } from './useMoment.ts';

/** [D6] The bells of the debate and what they say, where nothing else of the strip is shown: on a wall. */
export function DebateBells() {
  const debate = useDoc(({ view }) => debateOf(view));
  return debate ? <Bells debate={debate} /> : null;
}

const Bells = ({ debate }: { debate: Debate }) => <Rings stand={useStand(debate)} />;
