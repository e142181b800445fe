// Who is here and where they look. Lives in memory only: last value wins, one coalesced frame per room and tick.
import type { Id, Present, PresenceFrame } from '@counterpoint/shared';

interface Room {
  readonly here: Map<Id, Present>;
  readonly moved: Set<Id>;
  readonly gone: Set<Id>;
}

export class PresenceHub {
  private readonly rooms = new Map<Id, Room>();

  /** Everyone in a map, for one who just came. */
  of(map: Id): PresenceFrame {
    return { here: [...(this.rooms.get(map)?.here.values() ?? [])], gone: [] };
  }

  set(map: Id, present: Present): void {
    const room = this.rooms.get(map) ?? {
      here: new Map<Id, Present>(),
      moved: new Set<Id>(),
      gone: new Set<Id>(),
    };
    this.rooms.set(map, room);
    room.here.set(present.client, present);
    room.moved.add(present.client);
    room.gone.delete(present.client);
  }

  leave(map: Id, client: Id): void {
    const room = this.rooms.get(map);
    if (!room?.here.delete(client)) return;
    room.moved.delete(client);
    room.gone.add(client);
  }

  /** People in a map; two tabs of one person count once. */
  count(map: Id): number {
    const here = [...(this.rooms.get(map)?.here.values() ?? [])];
    return new Set(here.map(({ participant, client }) => participant ?? client)).size;
  }

  /** The frames due now; each room's news is told once. */
  *tick(): Generator<{ map: Id; frame: PresenceFrame }> {
    for (const [map, room] of this.rooms) {
      if (room.moved.size > 0 || room.gone.size > 0) {
        const here = [...room.moved].flatMap((client) => room.here.get(client) ?? []);
        yield { map, frame: { here, gone: [...room.gone] } };
        room.moved.clear();
        room.gone.clear();
      }
      if (room.here.size === 0) this.rooms.delete(map);
    }
  }
}
