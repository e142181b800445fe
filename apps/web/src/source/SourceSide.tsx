import { Aiming } from './Aiming.tsx';
import './source.css';
import { SourceText } from './SourceText.tsx';
import { useShown } from './useShown.ts';

/** The text beside the map. */
export function SourceSide() {
  const shown = useShown();
  return (
    <>
      {shown && <SourceText shown={shown} beside />}
      <Aiming />
    </>
  );
}
