// What is asked over REST: one schema each for forms, doors and the OpenAPI page. The answers are in answers.ts.
import { z } from 'zod';
import { Edit } from './map/edit.ts';
import { Faces } from './map/faces.ts';
import { Look } from './map/edits/look.ts';
import { LookBehind } from './map/edits/lookBehind.ts';
import { AddEdition, AddSource } from './map/edits/sources.ts';
import { Direction } from './map/tables/arguments.ts';
import { MOST_GROUPS } from './groups/size.ts';
import { Id, Language } from './map/id.ts';
import { LONGEST, MOST_TEXT_BYTES, optionalText, PersonName, personText } from './map/text.ts';
import { RECORD_KINDS } from './record/recordRow.ts';
import { pairsIn } from './search/pairs.ts';
import { LONGEST_QUERY } from './search/parts.ts';
import { As, Hello } from './sync/protocol.ts';

/** A name to sign in with: an e-mail address or any word; compared without case. */
export const Login = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .regex(/^[^\s\p{C}]+$/u, { error: 'no spaces' })
  .transform((login) => login.normalize('NFKC').toLowerCase());

/**
 * A password as RFC 8265 compares it (OpaqueString): any space is the plain one, and letters are in NFC, as one keyboard
 * sends é as one sign and another as two. Its case and width stay: neither is what a keyboard decides.
 */
export const opaque = (password: string): string => password.replace(/\p{Zs}/gu, ' ').normalize('NFC');

const FEWEST_LETTERS = 8;
export const Password = z
  .string()
  .min(FEWEST_LETTERS)
  .max(200)
  .transform(opaque)
  .refine((password) => password.length >= FEWEST_LETTERS, { error: 'at least 8 characters' });

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

/** As it was typed: hashes made before passwords were compared by `opaque` are of that. */
export const TypedPassword = z.string().min(1).max(200);
export const SignIn = z.object({ login: Login, password: TypedPassword });
export type SignIn = z.infer<typeof SignIn>;

export const NewMap = z.object({
  title: personText(LONGEST.title),
  question: optionalText(LONGEST.question).default(''),
  language: Language,
  faces: Faces.default('named'),
});
export type NewMap = z.input<typeof NewMap>;

export const InviteRole = z.enum(['moderator', 'participant', 'suggester', 'observer']);
export type InviteRole = z.infer<typeof InviteRole>;

/** What can be changed of an invitation while it lasts. */
export const InviteBounds = z.object({
  until: z.int().optional().describe('ms since 1970, a year ahead at most'),
  most: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .optional()
    .describe('for so many people, those who came already too; null for any number'),
});
export type InviteBounds = z.infer<typeof InviteBounds>;

export const NewInvite = InviteBounds.extend({
  role: InviteRole,
  days: z.int().min(1).max(365).default(30).describe('unless `until` is given'),
});
export type NewInvite = z.input<typeof NewInvite>;

/** Of POST /api/maps/demo. */
export const NewDemo = z.object({ language: z.enum(['zh', 'en']) });
export type NewDemo = z.infer<typeof NewDemo>;

/** Of POST /api/maps/:id/copy, which may be asked without a body. */
export const NewCopy = z
  .object({
    people: z
      .boolean()
      .default(false)
      .describe('brings the people of the map along, with the plan of its debate; for its owners'),
  })
  .default({ people: false });
export type NewCopy = z.infer<typeof NewCopy>;

/** Of GET /api/maps. */
export const MapsQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,15}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    .optional()
    .describe('`older` of the page before'),
});
export type MapsQuery = z.infer<typeof MapsQuery>;

/** A code or a token, as typed. */
export const InviteKey = z
  .string()
  .trim()
  .min(6)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const JoinRequest = z.object({
  name: PersonName.optional().describe('of a guest; not asked for where nobody is to know it'),
  faces: Faces.optional().describe(
    'under which kind of name the person was told that they come: refused as `stale` where that has changed since',
  ),
  alike: z
    .boolean()
    .optional()
    .describe(
      'false: refused as `name-alike` where somebody in the map bears the name, or one that could be taken for it',
    ),
});
export type JoinRequest = z.input<typeof JoinRequest>;

export const MailLanguage = z.enum(['zh', 'en']);
export type MailLanguage = z.infer<typeof MailLanguage>;

/** Where someone wants to be written to, and how. */
export const MailRequest = z.object({
  address: z.email().max(254),
  digest: z.boolean().describe('once a day what is new for the caller, when anything is'),
  language: MailLanguage,
});
export type MailRequest = z.infer<typeof MailRequest>;

/** The end of a link in a letter. */
export const MailKey = z.string().regex(/^[\w-]{6,64}$/);

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

/** [W1] How far one has read. It is no edit that a person would want to find in the tray when it was refused. */
export const LookRequest = Look.omit({ kind: true });
export type LookRequest = z.infer<typeof LookRequest>;

/** A text too long is refused as such (`too-large`), by whoever takes it. */
const sent = {
  id: Id.describe('of the edit'),
  text: z.string().describe(`at most ${MOST_TEXT_BYTES} bytes of UTF-8`),
};
/** [V9] A text for claims to rest on, as it is sent over REST: longer than any other edit may be. */
export const NewSource = AddSource.omit({ kind: true }).extend(sent);
export type NewSource = z.infer<typeof NewSource>;
export const NewEdition = AddEdition.omit({ kind: true, source: true }).extend(sent);
export type NewEdition = z.infer<typeof NewEdition>;

/** A hello over REST, where the address names the map. */
export const HelloRequest = Hello.omit({ map: true });
export type HelloRequest = z.infer<typeof HelloRequest>;

export const CatchUpQuery = z.object({ since: z.coerce.number().int().min(0).default(0), as: As });
export type CatchUpQuery = z.infer<typeof CatchUpQuery>;

export const HistoryQuery = z.object({
  /** The oldest changes after this version; without it, the latest ones. */
  since: z.coerce.number().int().min(0).optional(),
  claim: Id.optional().describe(
    'only changes that touched this claim, the argument it hangs in or a reference to it, and of each only the patches of these',
  ),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** Which rows of the record of a map; each that is left out leaves all. */
const RecordFilter = z.object({
  by: Id.optional().describe('a participant who did it, or whose proposal was decided on'),
  kind: z
    .string()
    .max(1_000)
    .transform((kinds) => kinds.split(','))
    .pipe(z.array(z.enum(RECORD_KINDS)))
    .optional()
    .describe('kinds of rows, parted by commas; `decide` finds what was accepted, too'),
  claim: Id.optional().describe(
    'only what was done to this claim, to the argument it hangs in, to its uses, comments, quotations and flags, and proposals that name one of these',
  ),
  from: z.coerce.number().int().min(0).optional().describe('not before this moment, in ms since 1970'),
  to: z.coerce.number().int().min(0).optional().describe('not after this moment'),
  since: z.coerce.number().int().min(0).default(0).describe('only what followed this version'),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

/** Of GET /api/maps/:id/record. */
export const RecordQuery = RecordFilter.extend({
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,9}$/)
    .optional()
    .describe('`older` of the page before'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(50)
    .describe('rows, about: those of one change come together'),
});
export type RecordQuery = z.infer<typeof RecordQuery>;

/** Of GET /api/maps/:id/record/csv. */
export const RecordTableQuery = RecordFilter.extend({
  language: z
    .enum(['zh', 'en'])
    .optional()
    .describe('of headings and kinds; that of the map where it is left out'),
});
export type RecordTableQuery = z.infer<typeof RecordTableQuery>;

/** Of GET /api/maps/:id/report/csv. */
export const ReportTableQuery = RecordTableQuery.pick({ language: true });
export type ReportTableQuery = z.infer<typeof ReportTableQuery>;

export const GroupName = personText(LONGEST.group).refine((name) => !name.includes('\n'), {
  error: 'must be one line',
});

/** [J1] [J2] Of POST /api/maps/:id/groups: each name once, and nobody in two groups. */
export const NewGroups = z.object({
  groups: z
    .array(z.object({ name: GroupName, people: z.array(Id).max(1_000) }))
    .min(1)
    .max(MOST_GROUPS),
});
export type NewGroups = z.infer<typeof NewGroups>;

/** [J4] Of POST /api/maps/:id/groups/:group/people. */
export const MoveRequest = z.object({ participant: Id });
export type MoveRequest = z.infer<typeof MoveRequest>;

/** Of POST /api/maps/:id/groups/:group/name. */
export const RenameGroup = z.object({ name: GroupName });
export type RenameGroup = z.infer<typeof RenameGroup>;

/** In the address of GET /api/maps/:id/at/:version. */
export const VersionNumber = z.coerce.number().int().min(0);

/** [A4] Why somebody looks behind a pseudonym. */
export const NameRequest = LookBehind.pick({ reason: true });
export type NameRequest = z.infer<typeof NameRequest>;

/** Of GET /api/search and GET /api/maps/:id/search. */
export const SearchQuery = z.object({
  q: optionalText(LONGEST_QUERY)
    .refine((q) => pairsIn(q).length > 0, { error: 'two letters or characters next to each other at least' })
    .describe(
      'words, all of which stand in what is found; case, width and traditional or simplified do not count',
    ),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

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
