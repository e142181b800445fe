import { useOpenMap } from '../open/openMap.ts';
import { Aiming } from './Aiming.tsx';
import './source.css';
import { SourceText } from './SourceText.tsx';
import { useNoted, useReading, useResting } from './useReading.ts';
import { useShown } from './useShown.ts';

/** The text beside the map. */
export function SourceSide() {
  const shown = useShown();
  const edition = shown?.edition.id;
  const { reading, retry } = useReading(edition);
  const resting = useResting(edition);
  const noted = useNoted(edition);
  const { screen } = useOpenMap();
  const close = (): void => screen.getState().openSide(false);
  return (
    <>
      {shown && <SourceText {...{ shown, reading, resting, noted }} beside onRetry={retry} onClose={close} />}
      <Aiming />
    </>
  );
}
