import type { TestApp } from './testApp.ts';

const LOCK = 4_711;

/** Stops an import in the middle, for as long as a test wants to look at it. */
export interface HeldMaps {
  /** The map that waits to be founded, if there is one; the next waits again. */
  letOneThrough(): Promise<void>;
  letAllThrough(): Promise<void>;
  oneWaits(): Promise<boolean>;
}

/** From now on every new map waits. */
export async function heldMaps(app: TestApp): Promise<HeldMaps> {
  await app.query(`create function wait_for_test() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${LOCK}); return new; end $$`);
  await app.query(
    'create trigger wait_for_test before insert on maps for each row execute function wait_for_test()',
  );
  const hold = () => app.query(`select pg_advisory_lock(${LOCK})`);
  const letGo = () => app.query(`select pg_advisory_unlock(${LOCK})`);
  await hold();
  return {
    // Postgres serves those who wait in turn: the map, then this test, then the next map.
    async letOneThrough() {
      await letGo();
      await hold();
    },
    async oneWaits() {
      const asked = `select 1 from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`;
      return (await app.query(asked)).length > 0;
    },
    async letAllThrough() {
      await letGo();
      await app.query('drop function wait_for_test cascade');
    },
  };
}
