// `counterpoint backup` and `counterpoint restore`. scripts/counterpoint.mjs calls `run`.
import { parseArgs } from 'node:util';
import { migrations } from '../index.ts';
import { Refused } from '../refused.ts';
import { backUp } from './backup.ts';
import { codeOf, type Head } from './backupFile.ts';
import { restore } from './restore.ts';

export const HELP = `counterpoint backup <file>          writes all maps and accounts into one file, also while the server runs
counterpoint restore <file>         puts a backup into an empty database; stop the server first
  --replace          into one that is not empty: what it holds is gone

The database is that of DATABASE_URL, or else the built-in one in DATA_DIR.`;

/** A database as long as the command needs it. */
export interface Lent {
  readonly url: string;
  readonly giveBack: () => Promise<void>;
}

/** Answers the exit code: 0, or 1 after one sentence about what is wrong. `lend` may make a database for a restore only. */
export async function run(
  args: readonly string[],
  lend: (mayMake: boolean) => Promise<Lent>,
  say: (line: string) => void,
): Promise<number> {
  try {
    const { command, file, replace } = askedIn(args);
    const database = await lend(command === 'restore');
    try {
      if (command === 'backup') say(`Wrote ${file}: ${contents(await backUp(database.url, file))}.`);
      else {
        const { head, leftOut } = await restore(database.url, file, { replace, migrations, at: Date.now() });
        say(`Restored the backup of ${head.at}: ${contents(head)}.`);
        if (leftOut.length > 0) say(`Left out, for these tables are not ours: ${leftOut.join(', ')}.`);
      }
    } finally {
      await database.giveBack();
    }
    return 0;
  } catch (error) {
    say(sentenceOf(error));
    return 1;
  }
}

function askedIn(args: readonly string[]): { command: 'backup' | 'restore'; file: string; replace: boolean } {
  const options = { replace: { type: 'boolean', default: false } } as const;
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch {
      return undefined;
    }
  })();
  const [command, file, ...more] = parsed?.positionals ?? [];
  const replace = parsed?.values.replace ?? false;
  const isKnown = command === 'restore' || (command === 'backup' && !replace);
  if (!isKnown || file === undefined || more.length > 0)
    throw new Refused(
      'Say: counterpoint backup <file>, or counterpoint restore <file> [--replace]; --help tells more.',
    );
  return { command, file, replace };
}

function contents({ tables }: Head): string {
  const count = (name: string): string => `${tables.find((table) => table.name === name)?.rows ?? 0} ${name}`;
  return `${count('maps')}, ${count('accounts')}, ${count('changes')}`;
}

/** A bug keeps its trace; what a person can mend is said in a sentence. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const path =
    typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : 'the file';
  switch (codeOf(error)) {
    case 'ENOENT':
      return `${path} cannot be reached: there is no such file or folder.`;
    case 'EACCES':
    case 'EISDIR':
    case 'ENOTDIR':
      return `${path} cannot be used: it is a folder, or not allowed.`;
    case 'ENOSPC':
      return 'There is no room left for the file.';
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case '28P01':
    case '3D000':
      return 'The database of DATABASE_URL cannot be reached.';
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
