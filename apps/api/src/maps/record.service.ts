// Reads the record of a map for one viewer (M-08): what rows there are, shared/record says.
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { may, namedIn, recordHead, recordLine, rowsOf, viewerIn, waiting, type ArgumentMap, type Id, type RecordFilter, type RecordPage, type RecordQuery, type RecordRow, type RecordTableQuery, type Viewer } from '@counterpoint/shared'; // prettier-ignore
import type { EntityManager } from 'typeorm';
import { pieceOfLog, withBefore, type RecordPlace } from './record.queries.ts';
import { RoomsService } from './rooms.service.ts';
import { indexLog } from './touched.ts';

/** Pieces of the log that are read for one page: who may see little of it asks on. */
const MOST_PIECES = 10;

interface Piece {
  readonly reasons: ArgumentMap['reasons'];
  readonly version: number;
  readonly rows: readonly RecordRow[];
  readonly next: RecordPlace | null;
}

@Injectable()
export class RecordService {
  constructor(
    private readonly rooms: RoomsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async page(
    map: Id,
    viewer: Viewer,
    { before, limit, ...filter }: RecordQuery,
  ): Promise<RecordPage | undefined> {
    const rows: RecordRow[] = [];
    let read = 0;
    for await (const piece of this.pieces(map, viewer, filter, placeIn(before))) {
      const next = taken(rows, piece, limit);
      if (next === null || rows.length >= limit || ++read === MOST_PIECES)
        return { version: piece.version, rows, older: next && `${next.version}-${next.part}` };
    }
    return undefined;
  }

  /** The whole record, a piece at a time; undefined where there is no such map. */
  async table(map: Id, viewer: Viewer, { language, ...filter }: RecordTableQuery) {
    const current = await this.rooms.current(map);
    if (!current) return undefined;
    const { title, language: own } = current.map.info;
    return { title, text: this.lines(map, viewer, filter, language ?? own) };
  }

  private async *lines(
    map: Id,
    viewer: Viewer,
    filter: RecordFilter,
    language: string,
  ): AsyncGenerator<string> {
    yield recordHead(language);
    for await (const { rows, reasons } of this.pieces(map, viewer, filter, undefined))
      if (rows.length > 0) yield rows.map((row) => recordLine(row, language, reasons)).join('');
  }

  /** What the viewer may see is asked of the map as it is when each piece is read. */
  private async *pieces(
    map: Id,
    { participant }: Viewer,
    { claim, ...filter }: RecordFilter,
    start: RecordPlace | undefined,
  ): AsyncGenerator<Piece> {
    for (let place = start, isFirst = true; place || isFirst; isFirst = false) {
      const room = await this.rooms.room(map);
      if (!room) return;
      const { map: now, version } = room.current;
      const viewer = viewerIn(now, participant);
      if (!may(viewer.role, 'read', now.info.access)) return;
      if (isFirst) await indexLog((text, values) => this.manager.query(text, [...values]), map);
      const things = claim === undefined ? undefined : thingsOf(now, claim);
      const from = place ?? { version, part: 0 };
      const { changes, next } = await pieceOfLog(this.manager, map, { ...filter, things }, from);
      const rows = (await withBefore(this.manager, map, changes)).flatMap((change) =>
        rowsOf(change, viewer, now),
      );
      yield { version, reasons: now.reasons, rows: rows.filter((row) => isWanted(row, filter)), next };
      place = next ?? undefined;
    }
  }
}

/** Takes rows of a piece until there are enough, those of one change together; answers where the rest begins. */
function taken(rows: RecordRow[], { rows: more, next }: Piece, limit: number): RecordPlace | null {
  for (const row of more) {
    const last = rows.at(-1);
    if (last && rows.length >= limit && last.version !== row.version)
      return { version: last.version - 1, part: 0 };
    rows.push(row);
  }
  return next;
}

function placeIn(before: string | undefined): RecordPlace | undefined {
  const [version, part] = before?.split('-').map(Number) ?? [];
  return version === undefined || part === undefined ? undefined : { version, part };
}

const isWanted = ({ by, proposedBy, kind, verdict }: RecordRow, wanted: RecordFilter): boolean =>
  (wanted.by === undefined || by?.id === wanted.by || proposedBy?.id === wanted.by) &&
  (wanted.kind === undefined || wanted.kind.includes(kind) || (verdict === 'accepted' && wanted.kind.includes('decide'))); // prettier-ignore

/** All by which something is done to a claim. */
function thingsOf(now: ArgumentMap, claim: Id): Id[] {
  const { claims, index, flags, proposals } = now;
  const home = claims.get(claim)?.home;
  const own = [claim, ...(home ? [home] : []), ...(index.uses.get(claim) ?? [])];
  const said = [...(index.comments.get(claim) ?? []), ...(index.quotations.get(claim) ?? [])];
  const things = new Set([...own, ...said]);
  for (const { id, about } of flags.values()) if (about === claim || things.has(about)) things.add(id);
  for (const proposal of proposals.values())
    if ([...namedIn(waiting(proposal))].some((id) => things.has(id))) things.add(proposal.id);
  return [...things];
}
