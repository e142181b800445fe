import type { Id, Invite, InviteRole, MapInfo, Thumbnail } from '@counterpoint/shared';
import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** pg answers bigint as text, because it may exceed what a number holds exactly; ours never does. */
const asNumber: ValueTransformer = { from: Number, to: (value: unknown) => value };
/** The wire counts ms since 1970. */
const asMilliseconds: ValueTransformer = {
  from: (value: Date) => value.getTime(),
  to: (value: unknown) => (typeof value === 'number' ? new Date(value) : value),
};

/** A map's heading. Written by the sequencer alone (commit-statement.ts). */
@Entity('maps')
export class MapRow implements MapInfo {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('bigint', { transformer: asNumber })
  version: number;

  @Column('boolean')
  sample: boolean;

  @Column('bigint', { name: 'changed_at', transformer: asNumber })
  changedAt: number;

  @Column('text')
  title: string;

  @Column('text')
  question: string;

  @Column('text')
  about: string;

  @Column('text')
  language: string;

  @Column('text')
  access: MapInfo['access'];

  @Column('text')
  editing: MapInfo['editing'];

  @Column('text')
  embeds: string;

  @Column('text')
  policy: string;

  @Column('int')
  quota: number;

  @Column('int')
  trust: number;

  @Column('text')
  hold: MapInfo['hold'];

  @Column('int')
  slow: number;

  @Column('text')
  joining: MapInfo['joining'];

  @Column('text')
  faces: MapInfo['faces'];

  @Column('text')
  votes: MapInfo['votes'];

  @Column('text')
  strength: MapInfo['strength'];

  @Column('jsonb')
  tasks: MapInfo['tasks'];
}

/** What a list shows of a map besides its heading, as it was at a version. */
@Entity('drawings')
export class DrawingRow {
  @PrimaryColumn('uuid', { name: 'map_id' })
  map: Id;

  @Column('bigint', { transformer: asNumber })
  version: number;

  @Column('int')
  claims: number;

  @Column('jsonb')
  thumbnail: Thumbnail;
}

@Entity('invites')
export class InviteRow implements Omit<Invite, 'revoked' | 'stoppedAt'> {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'map_id' })
  map: Id;

  @Column('text')
  role: InviteRole;

  @Column('uuid', { name: 'made_by', nullable: true })
  by: Id | null;

  @Column('text')
  code: string;

  @Column('text')
  token: string;

  @Column('timestamptz', { name: 'expires_at', transformer: asMilliseconds })
  expiresAt: number;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('int')
  uses: number;

  @Column('int', { nullable: true })
  most: number | null;
}
