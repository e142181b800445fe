// `counterpoint admin …`. scripts/counterpoint.mjs calls `run`.
import { listed, shownDay } from './words.ts';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import type { AdminService, Listed } from './admin.service.ts';

export const HELP = `counterpoint admin list              who has an account here
  --guests           guests, too, whom nobody can write to: they have no username
counterpoint admin reset <name>      makes a link by which <name> chooses a new password: once, within 24 hours
counterpoint admin delete <name>     deletes the account; what <name> wrote stays, by a former participant
  --yes              does it; without, it is only said what would become of the maps
  --with-maps        deletes the maps, too, that others are in and only <name> owns
counterpoint admin make-admin <name> lets <name> make such links on the account page
  --no               lets them no longer

<name> is the username, or the id that \`list\` tells. The database is that of DATABASE_URL, or else the built-in one in DATA_DIR;
the server may run or not.`;

/** A database as long as the command needs it. */
interface Lent {
  readonly url: string;
  readonly giveBack: () => Promise<void>;
}

/** A sentence for who gave the command. */
class Wrong extends Error {}

const OPTIONS = {
  guests: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  'with-maps': { type: 'boolean', default: false },
  no: { type: 'boolean', default: false },
} as const;
type Options = { readonly [K in keyof typeof OPTIONS]: boolean };
type Say = (line: string) => void;

/** Where a command is given. */
interface Terminal {
  /** For what was asked for. */
  readonly say: Say;
  /** For what is wrong. */
  readonly warn: Say;
  /** As the server's own, see config.ts. */
  readonly environment: Record<string, string | undefined>;
}

interface Asked {
  readonly account: Listed;
  readonly options: Options;
  readonly say: Say;
  readonly config: Config;
}
type Task = (admin: AdminService, asked: Asked) => Promise<void>;

/** Answers the exit code: 0, or 1 after one sentence about what is wrong. */
export async function run(
  args: readonly string[],
  lend: (mayMake: boolean) => Promise<Lent>,
  { say, warn, environment }: Terminal,
): Promise<number> {
  try {
    const { task, name, options } = askedIn(args);
    // Half a server, which nobody waits for who only said something wrong.
    const { onServer } = await import('./onServer.ts');
    const database = await lend(false);
    try {
      const config = readConfig({ ...environment, DATABASE_URL: database.url });
      await onServer(config, async (admin) => {
        if (task === 'list') return tellAll(admin, options, say);
        const account = await admin.find(name);
        if (!account)
          throw new Wrong(
            `Nobody here has the username ${JSON.stringify(name)}: \`counterpoint admin list\` tells all.`,
          );
        await TASKS[task](admin, { account, options, say, config });
      });
    } finally {
      await database.giveBack();
    }
    return 0;
  } catch (error) {
    warn(error instanceof Wrong ? error.message : sentenceOf(error));
    return 1;
  }
}

type TaskName = 'reset' | 'delete' | 'make-admin';

/** Which options go with which task. */
const TAKES: Readonly<Record<TaskName | 'list', readonly (keyof Options)[]>> = {
  list: ['guests'],
  reset: [],
  delete: ['yes', 'with-maps'],
  'make-admin': ['no'],
};

function askedIn(args: readonly string[]): { task: TaskName | 'list'; name: string; options: Options } {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [, task = '', name, ...more] = positionals;
    const takes = Object.entries(TAKES).find(([known]) => known === task)?.[1];
    const given = (Object.keys(OPTIONS) as (keyof Options)[]).filter((option) => values[option]);
    const isWhole = task === 'list' ? name === undefined : name !== undefined && more.length === 0;
    if (takes && isWhole && given.every((option) => takes.includes(option)))
      return { task: task as TaskName | 'list', name: name ?? '', options: values };
  } catch {
    // said below
  }
  throw new Wrong(
    'Say: counterpoint admin list, reset <name>, delete <name> or make-admin <name>; --help tells more.',
  );
}

async function tellAll(admin: AdminService, { guests }: Options, say: Say): Promise<void> {
  const all = await admin.list(guests);
  if (all.length === 0) say('Nobody has an account here yet.');
  else for (const line of listed(all)) say(line);
}

const TASKS: Readonly<Record<TaskName, Task>> = {
  async reset(admin, { account, say, config: { publicUrl, port } }) {
    const made = await admin.makeReset(account);
    if (!made.ok) throw new Wrong('This is a guest, who has no password: there is nothing to sign in with.');
    const address = (publicUrl ?? `http://localhost:${port}`).replace(/\/$/, '');
    say(`${address}/reset#${made.value.key}`);
    say(
      `Give this link to nobody but ${shown(account)}: whoever opens it gets into the account. It works once, until ${shownDay(made.value.expiresAt)}.`,
    );
    if (publicUrl === undefined)
      say('PUBLIC_URL is not set: put the address that people use in the place of the first part.');
  },
  async delete(admin, { account, options, say }) {
    const { deleted, held, kept } = await admin.departure(account);
    for (const { title } of deleted)
      say(`Deleted with it, for nobody else is in it: ${JSON.stringify(title)}`);
    for (const { title } of held)
      say(`Others are in it, and only ${shown(account)} owns it: ${JSON.stringify(title)}`);
    say(`What ${shown(account)} wrote stays in ${kept} ${kept === 1 ? 'map' : 'maps'}, without the name.`);
    if (!options.yes) {
      say('Nothing was done yet: say --yes to delete the account for good.');
      return;
    }
    const gone = await admin.delete(account, options['with-maps']);
    if (!gone.ok)
      throw new Wrong(
        'Nothing was deleted: let somebody own these maps first, or say --with-maps to delete them, too.',
      );
    say('The account is deleted. Backups that were made before still hold it.');
  },
  async 'make-admin'(admin, { account, options: { no }, say }) {
    if (account.login === null) throw new Wrong('This is a guest: only who has a username runs a server.');
    await admin.setAdmin(account, !no);
    say(
      no
        ? `${shown(account)} no longer makes links for others.`
        : `${shown(account)} can make links for who forgot their password, on the account page.`,
    );
  },
};

/** A name is somebody's words: no sign in it moves the cursor. */
const shown = ({ login, name }: Listed): string => JSON.stringify(login ?? name);

const AWAY = /^(ECONNREFUSED|ENOTFOUND|28P01|3D000|ETIMEDOUT)$/;

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (AWAY.test(code)) return 'The database of DATABASE_URL cannot be reached.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
