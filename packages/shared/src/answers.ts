// What the server answers over REST: one schema each for the OpenAPI page and for the types of server and pages.
import { z } from 'zod';
import { InviteRole } from './api.ts';
import { Loss } from './formats/loss.ts';
import { Thumbnail } from './layout/thumbnail.ts';
import { StoredEdit } from './map/edit.ts';
import { Faces } from './map/faces.ts';
import { Id } from './map/id.ts';
import { MapInfo } from './map/info.ts';
import { Participant, Role } from './map/tables/participants.ts';
import { RecordRow } from './record/recordRow.ts';
import { Refusal } from './result.ts';
import { Snippet } from './search/snippet.ts';
import { Change, Verdict } from './sync/protocol.ts';

/** The body of every answer of status 400 and above. */
export const RefusalAnswer = z
  .object({
    refusal: Refusal.extend({
      request: z.string().optional().describe('of `internal`: names the request in the log of the server'),
    }),
  })
  .meta({ id: 'Refused' });
export type RefusalAnswer = Readonly<z.infer<typeof RefusalAnswer>>;

/** [S-19] What people contributed; see the rules of the report. */
export const Report = z
  .object({
    version: z.int(),
    people: z
      .array(
        z.object({
          person: Participant,
          side: Id.nullable().describe('of the debate'),
          claims: z.int().describe('theses, and what stands under one’s own claims'),
          replies: z.int().describe('to what others wrote'),
          sources: z.int().describe('quotations'),
          comments: z.int(),
          written: z.int().describe('all that they made of these four'),
          kept: z.int().describe('of that, what was not removed since'),
          voted: z
            .int()
            .nullable()
            .describe('on how many things; null where that is not for the caller to know'),
          spoken: z.int().describe('in all debates of the map, in ms'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Report' });
export type Report = Readonly<z.infer<typeof Report>>;

/** [S-14] What a map has to do with groups, as far as it is for the caller to know. */
export const Groups = z
  .object({
    template: z
      .object({ map: Id, title: z.string() })
      .nullable()
      .describe('of a group: the map that it was made of; null where the caller may not read that'),
    name: z.string().nullable().describe('of a group: its name'),
    groups: z
      .array(
        z.object({
          map: Id,
          name: z.string(),
          people: z.array(Participant.pick({ id: true, name: true })).readonly(),
          claims: z.int().describe('that stand there and not in the template'),
          missed: z.int().describe('changes of the template that the group could not take over'),
        }),
      )
      .readonly()
      .describe('of a template: all for who decides there, the own one for others'),
  })
  .meta({ id: 'Groups' });
export type Groups = Readonly<z.infer<typeof Groups>>;

/** [J4] What moving somebody did. */
export const Moved = z
  .object({
    from: Id.nullable().describe('the map of the group that they were in; what they wrote there stays there'),
    to: Id,
  })
  .meta({ id: 'Moved' });
export type Moved = Readonly<z.infer<typeof Moved>>;

/** [J4] Where somebody is who was moved out of a group. */
export const MovedTo = z
  .object({ from: z.string().describe('the name of the group that they were in'), name: z.string(), map: Id })
  .meta({ id: 'MovedTo' });
export type MovedTo = Readonly<z.infer<typeof MovedTo>>;

export const Health = z.object({ ok: z.literal(true) });

export const Account = z.object({
  id: Id,
  name: z.string(),
  guest: z.boolean().describe('guests came by invitation and have no login'),
});
export type Account = Readonly<z.infer<typeof Account>>;
export const Me = z.object({
  account: Account.nullable(),
  mail: z.literal(true).optional().describe('where the server sends mail'),
  admin: z.literal(true).optional().describe('of whoever runs the server'),
  faces: z
    .string()
    .optional()
    .describe(
      'where the browser has faces in maps without names: by what a page keeps words for them on the device',
    ),
});
export type Me = Readonly<z.infer<typeof Me>>;

/** Where somebody is signed in. Names of browsers and systems are their own, in every language. */
export const AccountSession = z
  .object({
    id: z.string(),
    browser: z.string().nullable().describe('null where it does not say'),
    system: z.string().nullable(),
    since: z.int().nullable().describe('ms since 1970; null of sessions that are older than this is kept'),
    seen: z.int().describe('ms since 1970: the last time, by the day'),
    own: z.boolean().describe('the one that asks'),
  })
  .meta({ id: 'AccountSession' });
export type AccountSession = Readonly<z.infer<typeof AccountSession>>;

const NamedMap = z.object({ id: Id, title: z.string() });

/** What becomes of a person's maps when they delete their account. */
export const Departure = z
  .object({
    deleted: z.array(NamedMap).readonly().describe('nobody else is in them: they go along'),
    held: z
      .array(NamedMap)
      .readonly()
      .describe(
        'others are in them, and nobody else owns them: the account stays until somebody does, or they are deleted',
      ),
    kept: z.int().describe('in so many others stays what the person wrote'),
  })
  .meta({ id: 'Departure' });
export type Departure = Readonly<z.infer<typeof Departure>>;

/** A link for who forgot their password; nobody can be told it again. */
export const Reset = z
  .object({ name: z.string(), path: z.string().describe('on this server'), expiresAt: z.int() })
  .meta({ id: 'Reset' });
export type Reset = Readonly<z.infer<typeof Reset>>;

export const MailSettings = z.object({
  address: z.string().nullable(),
  confirmed: z.boolean().describe('until then nothing goes there but the question'),
  digest: z.boolean(),
});
export type MailSettings = Readonly<z.infer<typeof MailSettings>>;

const Moment = z.int().describe('ms since 1970');
const Losses = z.array(Loss).readonly();

export const MapSummary = z
  .object({
    id: Id,
    info: MapInfo,
    role: Role.nullable(),
    sample: z.boolean(),
    version: z.int(),
    claims: z.int(),
    thumbnail: Thumbnail,
    present: z.int().describe('people connected now'),
    changedAt: Moment,
  })
  .meta({ id: 'MapSummary' });
export type MapSummary = Readonly<z.infer<typeof MapSummary>>;

export const MapPage = z.object({
  maps: z.array(MapSummary).readonly(),
  older: z.string().nullable().describe('what `before` asks the next page with, null when this is the last'),
});
export type MapPage = Readonly<z.infer<typeof MapPage>>;

export const Invite = z
  .object({
    id: Id,
    role: InviteRole,
    by: Id.nullable().describe(
      'the participant who made it, null where that was not kept; it counts only while they may give its role',
    ),
    code: z.string().describe('six letters or digits to type, without look-alikes'),
    token: z.string().describe('128 random bits for the link /join/{token}'),
    expiresAt: Moment,
    uses: z.int().describe('how many came by it; 0 where a map has no names, for that would tell who came'),
    most: z.int().nullable().describe('for so many people; null for any number'),
    revoked: z.boolean().describe('or it does not count any more'),
    stoppedAt: Moment.nullable().describe('when it was revoked'),
  })
  .meta({ id: 'Invite' });
export type Invite = Readonly<z.infer<typeof Invite>>;

/** What a person sees before joining. */
export const Invitation = z.object({
  map: Id,
  title: z.string(),
  role: InviteRole,
  faces: Faces.describe(
    'under which names people stand in the map; who comes to decide is named in every one',
  ),
  comesAs: Faces.describe('under which kind of name the person would come'),
  participant: Id.nullable().describe('set when the person is in the map already'),
});
export type Invitation = Readonly<z.infer<typeof Invitation>>;
export const Joined = z.object({ map: Id, participant: Participant });
export type Joined = Readonly<z.infer<typeof Joined>>;

/** When a member was last in the map. Who was not seen there since the server keeps that, and all where they have no names, are not in the list. */
export const LastSeen = z.object({ participant: Id, at: Moment });
export type LastSeen = Readonly<z.infer<typeof LastSeen>>;

/** [A4] The name of the account behind a pseudonym. */
export const NameBehind = z.object({ name: z.string() });
export type NameBehind = Readonly<z.infer<typeof NameBehind>>;

export const EditAnswer = z.object({ version: z.int(), verdicts: z.array(Verdict).readonly() });
export type EditAnswer = Readonly<z.infer<typeof EditAnswer>>;

export const History = z.object({ version: z.int(), changes: z.array(Change).readonly() });
export type History = Readonly<z.infer<typeof History>>;

/** The latest first. */
export const RecordPage = z.object({
  version: z.int(),
  rows: z.array(RecordRow).readonly(),
  older: z
    .string()
    .nullable()
    .describe('what `before` asks the next page with; a page may be short before the last'),
});
export type RecordPage = Readonly<z.infer<typeof RecordPage>>;

/** One place where the words of a query stand. */
export const Hit = z
  .object({
    map: Id,
    title: z.string().describe('of the map'),
    kind: z.enum(['claim', 'comment', 'source', 'edition']),
    id: Id.describe('of the claim, the comment, the source or the edition'),
    claim: Id.nullable().describe('the claim, or the one that the comment is about'),
    source: Id.nullable().describe('the source, or the one that the edition is of'),
    start: z
      .int()
      .describe('of an edition: where the part of the text that was found begins, in code points'),
    at: Moment,
    snippet: Snippet,
  })
  .meta({ id: 'Hit' });
export type Hit = Readonly<z.infer<typeof Hit>>;
/** The latest first. */
export const Hits = z.object({
  hits: z.array(Hit).readonly(),
  more: z.boolean().describe('whether older ones were left out'),
});
export type Hits = Readonly<z.infer<typeof Hits>>;

const RefusedFile = z.object({ name: z.string(), refusal: Refusal });

/** One file of an import: the map it became and what of it did not, or why it did not. */
export const ImportedFile = z.union([
  z.object({ name: z.string(), format: z.string(), map: MapSummary, losses: Losses }),
  RefusedFile,
]);
export type ImportedFile = Readonly<z.infer<typeof ImportedFile>>;
/** `map` and `losses` are those of the only file, where there is one. */
export const ImportAnswer = z.object({
  map: MapSummary.optional(),
  losses: Losses.optional(),
  files: z.array(ImportedFile).readonly(),
});
export type ImportAnswer = Readonly<z.infer<typeof ImportAnswer>>;

/** What one file would become; nothing is made yet. */
export const PreviewedFile = z.union([
  z.object({
    name: z.string(),
    format: z.string(),
    title: z.string(),
    claims: z.int(),
    arguments: z.int(),
    losses: Losses,
  }),
  RefusedFile,
]);
export type PreviewedFile = Readonly<z.infer<typeof PreviewedFile>>;
export const ImportPreview = z.object({ files: z.array(PreviewedFile).readonly() });
export type ImportPreview = Readonly<z.infer<typeof ImportPreview>>;

/** Claims of a file that came into a map by one edit, or as one proposal. */
export const Placed = z.object({
  id: Id.describe('of the edit'),
  version: z.int(),
  standing: z.enum(['change', 'proposal']),
  losses: Losses,
  edit: StoredEdit.describe(
    'the part of the edit that put in the uppermost claims: taking it back takes all of it back',
  ),
  files: z
    .array(PreviewedFile)
    .readonly()
    .optional()
    .describe('every file of an archive: those that were refused are not in the map'),
});
export type Placed = Readonly<z.infer<typeof Placed>>;

/** A text that came into the map. */
export const Brought = z.object({ version: z.int(), standing: z.enum(['change', 'proposal']) });
export type Brought = Readonly<z.infer<typeof Brought>>;

/** How far the reading or making of a file is, and what is being done. */
export const JobProgress = z.object({ done: z.number().min(0).max(1), stage: z.string() });
export type JobProgress = Readonly<z.infer<typeof JobProgress>>;

/** What an export would lose and change. */
export const ExportLosses = z.object({ losses: Losses });
export type ExportLosses = Readonly<z.infer<typeof ExportLosses>>;
