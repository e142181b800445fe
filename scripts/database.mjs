// The database of a command: that of DATABASE_URL, or the built-in one, whether the server runs at the moment or not.
import path from 'node:path';
import { runningPostgres, startPostgres } from './embedded-postgres.mjs';
import { onEnd } from './processes.mjs';
import { fail, root } from './steps.mjs';

/** @param {boolean} mayMake whether a built-in one that is not there yet is made */
export async function lendDatabase(mayMake) {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, giveBack: async () => {} };
  const dataDir = path.join(path.resolve(root, process.env.DATA_DIR ?? 'data'), 'postgres');
  const found = await runningPostgres(dataDir);
  if (found.url) return { url: found.url, giveBack: async () => {} };
  if (!found.exists && !mayMake)
    fail(`There is no database in ${path.dirname(dataDir)}: DATA_DIR or DATABASE_URL say where it is.`);
  try {
    const started = await startPostgres({ dataDir, log: (line) => console.error(`  (${line})`) });
    onEnd(async () => {
      await started.stop();
      process.exit(1);
    });
    return { url: started.url, giveBack: started.stop };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
