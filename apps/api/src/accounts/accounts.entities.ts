import type { Id } from '@counterpoint/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('accounts')
export class AccountRow {
  @PrimaryColumn('uuid')
  id: Id;

  @Column('text')
  name: string;

  /** Null for guests, who have no password either. */
  @Column('text', { nullable: true })
  login: string | null;

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  /** Runs this server: said on its command line alone. */
  @Column('boolean', { default: false })
  admin: boolean;
}
