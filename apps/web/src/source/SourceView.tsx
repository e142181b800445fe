import './source.css';
import { NoText } from './NoText.tsx';
import { SourceText } from './SourceText.tsx';
import { useShown } from './useShown.ts';

/** The text with all the room there is. */
export function SourceView() {
  const shown = useShown();
  return shown ? <SourceText shown={shown} beside={false} /> : <NoText />;
}
