import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

@Injectable()
export class DatabaseService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** TypeORM's own pool, for libraries that speak to pg directly. */
  get pool(): Pool {
    return (this.database.driver as unknown as { readonly master: Pool }).master;
  }

  /** Throws when the database does not answer. */
  async check(): Promise<void> {
    await this.database.query('select 1');
  }

  /** A secret made once for all processes and kept, so that what it signed survives a restart. */
  async secret(name: string): Promise<string> {
    const made = randomBytes(32).toString('base64url');
    await this.database.query('insert into settings (name, value) values ($1, $2) on conflict do nothing', [
      name,
      made,
    ]);
    const [row]: { value: string }[] = await this.database.query(
      'select value from settings where name = $1',
      [name],
    );
    if (!row) throw new Error(`the setting ${name} was not kept`);
    return row.value;
  }
}
