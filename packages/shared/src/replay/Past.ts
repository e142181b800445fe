import { emptyMap, type ArgumentMap } from '../map/map.ts';
import { applyPatches } from '../map/patch.ts';
import type { Change } from '../sync/protocol.ts';

/** From one kept map to the next; what lies between is made in well under a ms. */
const EVERY = 16;
/** Patches that are applied in one step: a change that brought a file in may have thousands. */
const AT_ONCE = 64;

/**
 * [S-26] The maps that a log made, each at hand. Maps share what they have in common, so that many can be kept. Of a log as a
 * viewer is told of it they are what that viewer is told of the past.
 */
export class Past {
  /** The maps after every so many changes, the empty one first. */
  private readonly kept: ArgumentMap[] = [emptyMap];
  private last: { readonly version: number; readonly map: ArgumentMap } = { version: 0, map: emptyMap };

  /** All changes, from the first on: version n is the nth [S1]. */
  constructor(readonly changes: readonly Change[]) {}

  get version(): number {
    return this.changes.length;
  }

  /** Makes the maps that are kept, a little with each step; what is asked for before is made when it is. */
  *keep(): Generator<void> {
    while (this.kept.length * EVERY <= this.version) {
      const from = (this.kept.length - 1) * EVERY;
      let map = this.kept.at(-1) ?? emptyMap;
      for (const { patches } of this.changes.slice(from, from + EVERY))
        for (let i = 0; i < patches.length; i += AT_ONCE) {
          map = applyPatches(map, patches.slice(i, i + AT_ONCE));
          yield;
        }
      // Somebody may have asked meanwhile.
      if (this.kept.length * EVERY === from + EVERY) this.kept.push(map);
    }
  }

  /** The map as it was at a version of the log. */
  at(version: number): ArgumentMap {
    if (this.last.version !== version) this.last = { version, map: this.made(version) };
    return this.last.map;
  }

  private made(version: number): ArgumentMap {
    while (this.kept.length <= Math.floor(version / EVERY)) {
      const from = (this.kept.length - 1) * EVERY;
      this.kept.push(this.moved(this.kept.at(-1) ?? emptyMap, from, from + EVERY));
    }
    const from = Math.floor(version / EVERY) * EVERY;
    return this.moved(this.kept[from / EVERY] ?? emptyMap, from, version);
  }

  private moved(map: ArgumentMap, from: number, to: number): ArgumentMap {
    return this.changes.slice(from, to).reduce((next, { patches }) => applyPatches(next, patches), map);
  }
}
