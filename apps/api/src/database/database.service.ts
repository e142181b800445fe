import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.ts';

@Injectable()
export class DatabaseService {
  private checking: Promise<unknown> | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'healthMs'>,
  ) {}

  /** TypeORM's own pool, for libraries that speak to pg directly. */
  get pool(): Pool {
    return (this.database.driver as unknown as { readonly master: Pool }).master;
  }

  /** Throws when the database does not answer at once. However many ask, the database is asked once at a time. */
  async check(): Promise<void> {
    this.checking ??= this.database.query('select 1').finally(() => (this.checking = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = Object.assign(new Error('The database does not answer at once.'), { code: 'ETIMEDOUT' });
      // An answer that came while this process was busy still counts.
      timer = setTimeout(() => setImmediate(reject, error), this.config.healthMs);
    });
    await Promise.race([this.checking, late]).finally(() => clearTimeout(timer));
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
