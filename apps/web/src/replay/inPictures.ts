// While the slider is dragged, its thumb moves with every picture, and the map as often as there is time for it.
import type { Player } from './player.ts';

/** A map that takes longer to draw would make the thumb stutter, in ms: it is drawn when the hand rests for a picture, */
const DEAR = 10;
/** or when none was for so long. */
const LATEST = 350;

/** Calls `turn` with the version that is to be drawn, at most once for each picture: those between are passed over. */
export function inPictures(player: Player, turn: (version: number) => void): () => void {
  let frame = 0;
  let shown = player.getState().version;
  let seen = shown;
  let isDear = false;
  let last = 0;
  const look = (now: number): void => {
    frame = 0;
    const { version, dragging } = player.getState();
    const rests = version === seen;
    seen = version;
    if (version === shown) return;
    if (dragging && isDear && !rests && now - last < LATEST) {
      frame = requestAnimationFrame(look);
      return;
    }
    shown = version;
    last = now;
    const begin = performance.now();
    turn(version);
    // What is drawn anew is drawn in the microtask that comes first.
    queueMicrotask(() => (isDear = performance.now() - begin > DEAR));
  };
  const stop = player.subscribe(({ version }) => {
    if (version !== shown) frame ||= requestAnimationFrame(look);
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
