import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { MapInfo } from '../info.ts';
import { kind } from './kind.ts';

const Hold = MapInfo.pick({ hold: true, slow: true });

/** [P23] [P24] Stops those who do not decide, or slows them down, or lets them go on. */
export const SetHold = Hold.extend({ kind: z.literal('set-hold') });
export type SetHold = z.infer<typeof SetHold>;

export const setHold = kind({
  schema: SetHold,
  act: () => null,
  verb: () => 'manage',
  rule({ info }, { hold, slow }) {
    if (info.hold === hold && info.slow === slow) return refuse('no-change', 'The map is held so already.');
    return ok([{ table: 'info', put: { ...info, hold, slow } }]);
  },
  undo({ hold, slow }, { info: was }, { info: is }) {
    if (is.hold !== hold || is.slow !== slow) return undefined;
    return { kind: 'set-hold', hold: was.hold, slow: was.slow };
  },
});
