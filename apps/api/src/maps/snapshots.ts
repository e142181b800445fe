import type { Id } from '@counterpoint/shared';
import type { Encoded } from '../zipped.ts';

/** A snapshot as it goes out. */
export interface EncodedMap extends Encoded {
  readonly version: number;
}

const MOST_BYTES = 128 * 1024 * 1024;

/** A character takes two bytes at most, and less than one more when it is zipped. */
const bytesOf = (encoded: EncodedMap | undefined): number => 3 * (encoded?.body.length ?? 0);

/** Snapshots by map and audience. Of all maps together so many bytes: the map that was asked for longest ago goes first. */
export class Snapshots {
  private readonly maps = new Map<Id, Map<string, EncodedMap>>();
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  find(map: Id, audience: string, version: number): EncodedMap | undefined {
    const known = this.touch(map)?.get(audience);
    return known?.version === version ? known : undefined;
  }

  keep(map: Id, audience: string, encoded: EncodedMap): void {
    const audiences = this.touch(map) ?? new Map<string, EncodedMap>();
    this.maps.set(map, audiences);
    this.bytes += bytesOf(encoded) - bytesOf(audiences.get(audience));
    audiences.set(audience, encoded);
    for (const [oldest] of this.maps) {
      if (this.bytes <= this.most) break;
      this.forget(oldest);
    }
  }

  forget(map: Id): void {
    for (const encoded of this.maps.get(map)?.values() ?? []) this.bytes -= bytesOf(encoded);
    this.maps.delete(map);
  }

  /** Those of the map, which is now the last that was asked for. */
  private touch(map: Id): Map<string, EncodedMap> | undefined {
    const audiences = this.maps.get(map);
    if (audiences) {
      this.maps.delete(map);
      this.maps.set(map, audiences);
    }
    return audiences;
  }
}
