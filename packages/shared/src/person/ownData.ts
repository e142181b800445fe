// [Z-12] All that a server keeps about one person, as they may take it along.
import type { AccountSession } from '../answers.ts';
import type { Id } from '../map/id.ts';
import type { MapInfo } from '../map/info.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { OwnRows } from './ownRows.ts';

export interface OwnMap {
  readonly id: Id;
  readonly title: MapInfo['title'];
  readonly question: MapInfo['question'];
  /** How they stand in it: name, role, side, since when. */
  readonly as: Participant;
  /** ms since 1970: when they were last there; null where that is not known. */
  readonly seen: number | null;
  readonly rows: OwnRows;
}

export interface OwnData {
  readonly format: 'counterpoint-person';
  readonly version: 1;
  /** ms since 1970. */
  readonly at: number;
  readonly account: {
    readonly id: Id;
    readonly name: string;
    /** What they sign in with; null for guests. */
    readonly login: string | null;
    readonly since: number;
    readonly admin: boolean;
  };
  readonly mail: { readonly address: string; readonly confirmed: boolean; readonly digest: boolean } | null;
  readonly sessions: readonly Omit<AccountSession, 'id'>[];
  readonly maps: readonly OwnMap[];
}
