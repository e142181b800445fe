// One story of the simulator, and what was wrong with it.
import * as door from '../Door.ts';
import { MapRoom } from '../MapRoom.ts';
import { SyncClient } from '../SyncClient.ts';
import { check } from './check.ts';
import { Random } from './random.ts';
import { World, type Parts, type Settle } from './World.ts';
import { Writer } from './writer.ts';

export { Random, Writer };

const REAL: Parts = {
  door,
  openRoom: (id, log, host) => MapRoom.open(id, log, host),
  createClient: (identity, host) => new SyncClient(identity, host),
};

export interface Outcome {
  /** What went wrong; empty when all is well. */
  readonly faults: readonly string[];
  readonly changes: number;
  readonly refused: number;
}

/** Plays one story to its end and tells what was wrong with it. */
export async function play(seed: number, settle: Settle, parts: Partial<Parts> = {}): Promise<Outcome> {
  const world = new World(seed, { ...REAL, ...parts });
  await world.play(settle);
  const { disk, history, tabs } = world;
  if (!history.isHopeless) check(world);
  const refused = tabs.reduce((sum, tab) => sum + tab.tray.size, 0);
  return { faults: history.faults, changes: disk.log.version, refused };
}
