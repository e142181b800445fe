// Who is here and where they look. Lives in memory only: last value wins, one coalesced frame per room and tick.
import type { Id, Present, PresenceFrame } from '@counterpoint/shared';

interface Room {
  /** By tab: a number for each seat, which says nothing of the client that speaks from it. */
  readonly here: Map<number, Present>;
  readonly moved: Set<number>;
  readonly gone: Set<number>;
}

export class PresenceHub {
  private readonly rooms = new Map<Id, Room>();

  /** Everyone in a map, for one who just came. */
  of(map: Id): PresenceFrame {
    return { here: [...(this.rooms.get(map)?.here.values() ?? [])], gone: [] };
  }

  set(map: Id, present: Present): void {
    const room = this.rooms.get(map) ?? {
      here: new Map<number, Present>(),
      moved: new Set<number>(),
      gone: new Set<number>(),
    };
    this.rooms.set(map, room);
    room.here.set(present.tab, present);
    room.moved.add(present.tab);
    room.gone.delete(present.tab);
  }

  leave(map: Id, tab: number): void {
    const room = this.rooms.get(map);
    if (!room?.here.delete(tab)) return;
    room.moved.delete(tab);
    room.gone.add(tab);
  }

  /** People in a map; two tabs of one person count once. */
  count(map: Id): number {
    const here = [...(this.rooms.get(map)?.here.values() ?? [])];
    return new Set(here.map(({ participant, tab }) => participant ?? tab)).size;
  }

  /** The frames due now; each room's news is told once. */
  *tick(): Generator<{ map: Id; frame: PresenceFrame }> {
    for (const [map, room] of this.rooms) {
      if (room.moved.size > 0 || room.gone.size > 0) {
        const here = [...room.moved].flatMap((tab) => room.here.get(tab) ?? []);
        yield { map, frame: { here, gone: [...room.gone] } };
        room.moved.clear();
        room.gone.clear();
      }
      if (room.here.size === 0) this.rooms.delete(map);
    }
  }
}
