// What goes over REST: one schema each for forms, doors and the OpenAPI page.
import { z } from 'zod';
import type { Loss } from './formats/loss.ts';
import type { Thumbnail } from './layout/thumbnail.ts';
import { Edit } from './map/edit.ts';
import { Direction, Id, Language, type MapInfo, type Participant, type Role } from './map/map.ts';
import { LONGEST, optionalText, PersonName, personText } from './map/text.ts';
import type { Refusal } from './result.ts';
import type { Change, Verdict } from './sync/protocol.ts';

/** A name to sign in with: an e-mail address or any word; compared without case. */
export const Login = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^[^\s\p{C}]+$/u, { error: 'no spaces' })
  .transform((login) => login.normalize('NFKC').toLowerCase());
export const Password = z.string().min(8).max(200);

export const SignUp = z.object({ login: Login, name: PersonName, password: Password });
export type SignUp = z.infer<typeof SignUp>;

/** Signs that a guesser runs through first: 88888888, abababab. */
const FEWEST_SIGNS = 4;

/** As guessers compare: without case, width, spaces and signs. */
export const bareWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether who knows the person guesses the password: it is their login or name, or few signs over and over.
 *  The server refuses the commonest passwords of all besides. */
export function isGuessable({ login, name, password }: SignUp): boolean {
  const word = bareWord(password);
  const own = [login, login.replace(/@.*/, ''), name].map(bareWord);
  return (word !== '' && own.includes(word)) || new Set(password.toLowerCase()).size < FEWEST_SIGNS;
}

export const SignIn = z.object({ login: Login, password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

export interface Account {
  readonly id: Id;
  readonly name: string;
  /** Guests came by invitation and have no login. */
  readonly guest: boolean;
}
export interface Me {
  readonly account: Account | null;
}

export const NewMap = z.object({
  title: personText(LONGEST.title),
  question: optionalText(LONGEST.question).default(''),
  language: Language,
});
export type NewMap = z.input<typeof NewMap>;

export interface MapSummary {
  readonly id: Id;
  readonly info: MapInfo;
  readonly role: Role | null;
  readonly sample: boolean;
  readonly version: number;
  readonly claims: number;
  readonly thumbnail: Thumbnail;
  /** People connected now. */
  readonly present: number;
  /** ms since 1970 */
  readonly changedAt: number;
}

export const InviteRole = z.enum(['moderator', 'participant', 'suggester', 'observer']);
export type InviteRole = z.infer<typeof InviteRole>;

export const NewInvite = z.object({ role: InviteRole, days: z.int().min(1).max(365).default(30) });
export type NewInvite = z.input<typeof NewInvite>;

export interface Invite {
  readonly id: Id;
  readonly role: InviteRole;
  /** Who made it, a participant; null where that was not kept. It counts only while they may give its role. */
  readonly by: Id | null;
  /** Six letters or digits to type, without look-alikes. */
  readonly code: string;
  /** 128 random bits for the link `/join/<token>`. */
  readonly token: string;
  readonly expiresAt: number;
  readonly uses: number;
  /** Or it does not count any more. */
  readonly revoked: boolean;
}

/** A code or a token, as typed. */
export const InviteKey = z
  .string()
  .trim()
  .min(6)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const JoinRequest = z.object({ name: PersonName.optional() });
export type JoinRequest = z.input<typeof JoinRequest>;

/** What a person sees before joining. */
export interface Invitation {
  readonly map: Id;
  readonly title: string;
  readonly role: InviteRole;
  /** Set when the person is in the map already. */
  readonly participant: Id | null;
}
export interface Joined {
  readonly map: Id;
  readonly participant: Participant;
}

/** Edits over REST: each has its own id, so that sending it twice is harmless. */
export const EditRequest = z.object({
  edits: z
    .array(z.object({ id: Id, edit: Edit }))
    .min(1)
    .max(64),
  /** When given, nothing is done if the map has moved on from this version. */
  ifVersion: z.int().min(0).optional(),
});
export type EditRequest = z.infer<typeof EditRequest>;
export interface EditAnswer {
  readonly version: number;
  readonly verdicts: readonly (Verdict & { readonly id: Id })[];
}

export const HistoryQuery = z.object({
  /** The oldest changes after this version; without it, the latest ones. */
  since: z.coerce.number().int().min(0).optional(),
  /** Only changes that touched this claim, or the argument it hangs in. */
  claim: Id.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;
/** In the address of GET /api/maps/:id/at/:version. */
export const VersionNumber = z.coerce.number().int().min(0);

/** A file that became a map, and what of it did not. */
export interface Imported {
  readonly map: MapSummary;
  readonly losses: readonly Loss[];
}

export interface History {
  readonly version: number;
  readonly changes: readonly Change[];
}

/** One file of an import: the map it became, or why it did not. */
export type ImportedFile =
  | {
      readonly name: string;
      readonly format: string;
      readonly map: MapSummary;
      readonly losses: readonly Loss[];
    }
  | { readonly name: string; readonly refusal: Refusal };
/** `map` and `losses` are those of the only file, where there is one. */
export interface ImportAnswer extends Partial<Imported> {
  readonly files: readonly ImportedFile[];
}

/** What one file would become; nothing is made yet. */
export type PreviewedFile =
  | {
      readonly name: string;
      readonly format: string;
      readonly title: string;
      readonly claims: number;
      readonly arguments: number;
      readonly losses: readonly Loss[];
    }
  | { readonly name: string; readonly refusal: Refusal };
export interface ImportPreview {
  readonly files: readonly PreviewedFile[];
}

/** Claims of a file that came into a map by one edit, or as one proposal. */
export interface Placed {
  /** Of the edit. */
  readonly id: Id;
  readonly version: number;
  readonly standing: 'change' | 'proposal';
  readonly losses: readonly Loss[];
  /** The part of the edit that put in the uppermost claims: taking it back takes all of it back. */
  readonly edit: Edit;
  /** Every file of an archive: those that were refused are not in the map. */
  readonly files?: readonly PreviewedFile[];
}

/** How far the reading or making of a file is, from 0 to 1, and what is being done. */
export interface JobProgress {
  readonly done: number;
  readonly stage: string;
}

/** What an export would lose and change. */
export interface ExportLosses {
  readonly losses: readonly Loss[];
}

const FileName = z.string().trim().min(1).max(200).default('file');
const Job = Id.optional().describe('a fresh UUID, to ask GET /api/exchange/:job with how far it is');

/** In the address of POST /api/maps/import. */
export const ImportQuery = z.object({
  name: FileName,
  /** Told from the content when it is not given. */
  format: z.string().max(40).optional(),
  preview: z.stringbool().default(false).describe('only says what the files hold'),
  job: Job,
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** In the address of POST /api/maps/:id/import. */
export const PlaceQuery = ImportQuery.omit({ preview: true }).extend({
  under: z
    .union([Id, z.literal('none')])
    .default('none')
    .describe('a claim; none makes theses of the map'),
  direction: Direction.default('support'),
  edit: Id.optional().describe('of the edit; sending it twice is harmless'),
});
export type PlaceQuery = z.infer<typeof PlaceQuery>;
