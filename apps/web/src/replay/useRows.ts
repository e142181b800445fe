import { rowsAt, viewerIn, type ArgumentMap, type Id, type Past, type RecordRow } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useDoc } from '../open/openMap.ts';
import type { Log } from '../open/fetchLog.ts';

/** What the record says of each version, once it is asked for. */
export class Rows {
  private readonly known = new Map<number, readonly RecordRow[]>();

  constructor(
    private readonly past: Past,
    private readonly now: ArgumentMap,
    private readonly me: Id | null,
  ) {}

  at(version: number): readonly RecordRow[] {
    const rows = this.known.get(version) ?? rowsAt(this.past, version, viewerIn(this.now, this.me), this.now);
    this.known.set(version, rows);
    return rows;
  }

  /** What a version was about; null for the map as a whole. */
  claimAt(version: number): Id | null {
    return this.at(version).find(({ claim }) => claim !== null)?.claim ?? null;
  }
}

export function useRows({ past }: Log): Rows {
  const now = useDoc(({ confirmed }) => confirmed);
  const me = useDoc(({ participant }) => participant);
  return useMemo(() => new Rows(past, now, me), [past, now, me]);
}
