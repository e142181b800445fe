import { z } from 'zod';
import { ok, refuse, type Refused } from '../../result.ts';
import { isUntold } from '../faces.ts';
import { isSameSetting, MapInfo } from '../info.ts';
import { kind } from './kind.ts';

/** Whatever is set for good: to stop a map is an edit of its own, see hold.ts. */
const Settings = MapInfo.omit({ hold: true, slow: true });
type Settings = z.infer<typeof Settings>;

export const ChangeSettings = z.object({ kind: z.literal('change-settings'), set: Settings.partial() });
export type ChangeSettings = z.infer<typeof ChangeSettings>;

export const changeSettings = kind({
  schema: ChangeSettings,
  act: () => null,
  // [P10] Who may read, and on whose pages, is the owner's.
  verb: (_map, { set }) => (set.access !== undefined || set.embeds !== undefined ? 'open' : 'manage'),
  rule(map, { set }) {
    const changed = keysOf(set).filter((key) => !isSameSetting(set[key], map.info[key]));
    if (changed.length === 0) return refuse('no-change', 'The settings are so already.');
    // [A5] A name that was told cannot be untold, nor a promise that was made.
    if (changed.includes('faces') && !isUntold(map))
      return refuse(
        'faces-fixed',
        'People are in the map already, or wrote what is in it, under the names that it has.',
      );
    const secret = isTelling({ ...map.info, ...set }, map.info);
    if (secret) return secret;
    return ok([
      { table: 'info', put: { ...map.info, ...Object.fromEntries(changed.map((key) => [key, set[key]])) } },
    ]);
  },
  undo({ set }, before, now) {
    const mine = keysOf(set).filter(
      (key) => isSameSetting(now.info[key], set[key]) && !isSameSetting(before.info[key], set[key]),
    );
    if (mine.length === 0) return undefined;
    return { kind: 'change-settings', set: Object.fromEntries(mine.map((key) => [key, before.info[key]])) };
  },
});

/** [C5] Why the votes of a map whose people nobody can look behind cannot be shown so. */
function isTelling({ votes, faces }: Pick<MapInfo, 'votes' | 'faces'>, was: MapInfo): Refused | undefined {
  if (faces !== 'anonymous' || (was.votes === votes && was.faces === faces)) return undefined;
  return votes === 'own' || (was.votes === 'open' && votes !== 'open')
    ? refuse(
        'invalid',
        'votes: where nobody can be looked behind, they are shown to all at once, and for good',
      )
    : undefined;
}

function keysOf(set: Partial<Settings>): (keyof Settings)[] {
  return (Object.keys(set) as (keyof Settings)[]).filter((key) => set[key] !== undefined);
}
