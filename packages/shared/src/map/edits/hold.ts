import { z } from 'zod';
import { isClockRunning } from '../../debate/sides.ts';
import { ok, refuse } from '../../result.ts';
import { MapInfo } from '../info.ts';
import { applyPatches } from '../patch.ts';
import { pausedClock } from './clock.ts';
import { kind } from './kind.ts';

const Hold = MapInfo.pick({ hold: true, slow: true });

/** [P23] [P24] Stops those who do not decide, or slows them down, or lets them go on; [P27] stops everybody. */
export const SetHold = Hold.extend({ kind: z.literal('set-hold') });
export type SetHold = z.infer<typeof SetHold>;

export const setHold = kind({
  schema: SetHold,
  act: () => null,
  verb: ({ info }, { hold }) =>
    hold === 'archived' ? 'open' : info.hold === 'archived' ? 'unarchive' : 'manage',
  rule(map, { hold, slow }, context) {
    if (map.info.hold === hold && map.info.slow === slow)
      return refuse('no-change', 'The map is held so already.');
    // Nobody is there to let it run out.
    const paused = hold === 'archived' ? pausedClock(map, context) : [];
    const { info } = applyPatches(map, paused);
    return ok([...paused, { table: 'info', put: { ...info, hold, slow } }]);
  },
  undo({ hold, slow }, before, { info: is }) {
    const { info: was } = before;
    if (is.hold !== hold || is.slow !== slow) return undefined;
    // The time for which a clock stood does not come back.
    if (hold === 'archived' && isClockRunning(before)) return undefined;
    return { kind: 'set-hold', hold: was.hold, slow: was.slow };
  },
});
