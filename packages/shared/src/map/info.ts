import { z } from 'zod';
import { Faces } from './faces.ts';
import { Language } from './id.ts';
import { NO_TASKS, Tasks } from './tasks.ts';
import { LONGEST, optionalText, personText } from './text.ts';

/** Settings and heading of a map. */
export const MapInfo = z.object({
  title: personText(LONGEST.title),
  question: optionalText(LONGEST.question),
  about: optionalText(LONGEST.about),
  language: Language,
  /** Who may read: members only, or anyone with the address. */
  access: z.enum(['members', 'anyone']),
  /** Whose claims participants may change directly: everyone's, or only their own (others' become proposals). */
  editing: z.enum(['all', 'own']),
  /** Origins whose pages may show the map in a frame, parted by spaces as in a CSP; empty for none. */
  embeds: z
    .string()
    .max(2_000)
    .regex(/^(https?:\/\/[a-z0-9.-]+(:\d{1,5})?( (?=\S)|$))*$/),
  /** How it is moderated, in the words of those who do. */
  policy: optionalText(LONGEST.policy),
  /** [P14] How many proposals of one person may wait at once. */
  quota: z.int().min(1).max(100),
  /** [P18] After so many accepted proposals a person needs no moderator any more; 0 for never. */
  trust: z.int().min(0).max(100),
  /** [P23] Whether those who do not decide may write: as ever, what a moderator lets in, or nothing; [P27] or nobody at all. */
  hold: z.enum(['none', 'review', 'frozen', 'archived']),
  /** [P24] Seconds between two contributions of one person who does not decide; 0 for none. */
  slow: z.int().min(0).max(3_600),
  /** [P28] Whether invitations let anybody in who is not in it yet. */
  joining: z.enum(['open', 'locked']),
  /** [A1] Under which names people stand in it. */
  faces: Faces,
  /** [C1] [C4] Whether claims and arguments are voted on, and who sees what came out: nobody yet, who voted there, or all. */
  votes: z.enum(['off', 'hidden', 'own', 'open']),
  /** [G] By which semantics the strength of claims is shown; off where it is not. */
  strength: z.enum(['off', 'quadratic-energy', 'df-quad', 'euler']),
  /** [H6] What everyone who writes is asked to contribute. */
  tasks: Tasks,
});
export type MapInfo = z.infer<typeof MapInfo>;

type Setting = Exclude<keyof MapInfo, 'title' | 'question' | 'about' | 'language'>;

/** How a map is set that nobody set. */
export const NEW_SETTINGS: Pick<MapInfo, Setting> = {
  access: 'members',
  editing: 'all',
  embeds: '',
  policy: '',
  quota: 10,
  trust: 0,
  hold: 'none',
  slow: 0,
  joining: 'open',
  faces: 'named',
  votes: 'off',
  strength: 'off',
  tasks: NO_TASKS,
};

/** Values of settings: words, figures, and figures by name. */
export const isSameSetting = (one: unknown, other: unknown): boolean =>
  one === other || (isNamed(one) && isNamed(other) && Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])); // prettier-ignore

/** In any order: a database has its own. */
const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null; // prettier-ignore

/** Whether anybody set it otherwise than a new one is. */
export const isSet = (info: MapInfo): boolean =>
  (Object.keys(NEW_SETTINGS) as Setting[]).some((name) => !isSameSetting(info[name], NEW_SETTINGS[name]));

const { embeds, policy, quota, trust, hold, slow, joining, faces, votes, strength, tasks } = NEW_SETTINGS;
/** What the first versions knew nothing of. */
const LATER = { embeds, policy, quota, trust, hold, slow, joining, faces, votes, strength, tasks };

/** [P23] [P24] [P28] How a map is that nobody stopped: a copy, and what is made of a file, is not held. */
export const NOT_HELD = { hold, slow, joining };

/** The heading that an earlier version wrote, as this one has it. */
export const newerInfo = <I extends object>(info: I): I & typeof LATER => ({ ...LATER, ...info });
