// All routes of the API in one table: what each asks of the caller, what it answers, and what the API page says about it.
import { applyDecorators, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import {
  AccountSession,
  Brought,
  CatchUpReply,
  Departure,
  EditAnswer,
  EditionText,
  ExportLosses,
  Groups,
  Health,
  History,
  Hits,
  Id,
  ImportAnswer,
  ImportPreview,
  Invitation,
  Invite,
  JobProgress,
  Joined,
  LastSeen,
  MailSettings,
  MapPage,
  MapSummary,
  Me,
  Moved,
  MovedTo,
  NameBehind,
  Placed,
  PushReply,
  ReadText,
  RecordPage,
  Report,
  Reset,
  Snapshot,
  Welcome,
} from '@counterpoint/shared';
import { z } from 'zod';
import { Answers, type Answering } from './api-answers.ts';
import type { LimitName } from './config.ts';

export interface RouteRule extends Answering {
  readonly does: string;
  readonly limits?: readonly LimitName[];
  /** What it counts by those limits, where it is dearer than others: long answers, and the past, which has to be replayed. */
  readonly costs?: number;
}

/** As over a socket. */
const Greeting = Welcome.extend({ ok: z.literal(true) });

/** What is said of a code or token. */
const KEY_REFUSALS = [
  'not-found',
  'invite-invalid',
  'invite-full',
  'joining-locked',
  'taken-out',
  'archived',
] as const;
/** What is said of a file that cannot be read. */
const FILE_REFUSALS = ['unsupported-format', 'id-taken', 'cycle', 'already-premise'] as const;
/** What is said of an edit that is made of a file. */
const GRAFT_REFUSALS = [
  'removed', 'undercut-must-rebut', 'would-empty-argument', 'no-change', 'not-a-passage', 'not-verbatim', 'stale',
] as const; // prettier-ignore
/** What is said of a file that no text can be read off. */
const TEXT_REFUSALS = [
  'unsupported-format',
  'wrong-ending',
  'encrypted',
  'scanned',
  'broken',
  'empty',
] as const;

/** What is said of an edit under an id of its own. */
const KEPT_REFUSALS = ['id-taken', 'stale'] as const;

export const ROUTES = {
  'GET /healthz': { asks: 'nothing', does: 'Says whether the server and its database are up.', answers: Health },

  'POST /api/door': { asks: 'nothing', does: 'Says nothing where sockets of the page that asks would be let in, and why not otherwise: the server takes another address for its own.', answers: 'nothing', status: 204 },

  'POST /api/accounts/sign-up': {
    asks: 'nothing', does: 'Makes an account and signs in. A guest who signs up keeps the account and all that belongs to it.', answers: Me, status: 201, refuses: ['weak-password', 'name-taken'], limits: ['signUp'],
  },
  'POST /api/accounts/sign-in': { asks: 'nothing', does: 'Signs in.', answers: Me, refuses: ['wrong-credentials'], limits: ['signIn', 'signInFrom'] },
  'POST /api/accounts/sign-out': { asks: 'nothing', does: 'Ends the session, and takes the faces of maps without names from the browser for good.', answers: Me },
  'GET /api/accounts/me': { asks: 'nothing', does: 'Who is signed in.', answers: Me },

  'POST /api/accounts/name': { asks: 'account', does: 'Changes the name of the caller, in every map where they go by their own.', answers: Me, limits: ['edits'] },
  'POST /api/accounts/password': { asks: 'account', does: 'Changes the password. All other sessions end.', answers: 'nothing', status: 204, refuses: ['wrong-credentials', 'weak-password'], limits: ['passwords'] },
  'POST /api/accounts/reset': { asks: 'nothing', does: 'Sets a new password by a link that was made for who forgot theirs; once. All sessions end.', answers: 'nothing', status: 204, refuses: ['not-found', 'weak-password'], limits: ['signInFrom'] },
  'GET /api/accounts/sessions': { asks: 'account', does: 'Where the caller is signed in, the latest first.', answers: z.array(AccountSession), limits: ['reads'] },
  'DELETE /api/accounts/sessions': { asks: 'account', does: 'Ends all sessions of the caller but this one.', answers: 'nothing', status: 204 },
  'DELETE /api/accounts/sessions/:session': { asks: 'account', does: 'Ends a session of the caller.', answers: 'nothing', status: 204, refuses: ['not-found'] },
  'GET /api/accounts/data/:format': { asks: 'account', does: 'What the server keeps about the caller, as a file: account, sessions, and of each map their role and what they wrote, voted and were graded.', answers: 'a file', limits: ['exchange'] },
  'GET /api/accounts/departure': { asks: 'account', does: 'What becomes of the maps of the caller when the account is deleted.', answers: Departure, limits: ['reads'] },
  'POST /api/accounts/delete': { asks: 'account', does: 'Deletes the account for good. What the caller wrote stays, by a former participant; maps that nobody else is in go along.', answers: Me, refuses: ['wrong-credentials', 'last-owner'], limits: ['passwords'] },
  'POST /api/admin/resets': { asks: 'admin', does: 'Makes a link for who forgot their password: for one use within 24 hours. Not for those who run the server.', answers: Reset, status: 201, refuses: ['not-found'], limits: ['passwords'] },

  'GET /api/accounts/mail': { asks: 'account', does: 'Where the caller is written to. Not found where the server sends no mail.', answers: MailSettings, refuses: ['not-found'] },
  'POST /api/accounts/mail': { asks: 'account', does: 'Says where to write to. A new address is asked first whether it is theirs.', answers: MailSettings, refuses: ['not-found'], limits: ['mail'] },
  'DELETE /api/accounts/mail': { asks: 'account', does: 'Forgets the address.', answers: 'nothing', status: 204, refuses: ['not-found'] },
  'POST /api/mail/confirm/:key': { asks: 'nothing', does: 'Confirms an address by the link in the letter; once.', answers: 'nothing', status: 204, refuses: ['not-found'], limits: ['reads'] },
  'POST /api/mail/leave/:key': { asks: 'nothing', does: 'Ends the digests of an account, as mail programs do by one press (RFC 8058).', answers: 'nothing', status: 204, refuses: ['not-found'], limits: ['reads'] },

  'GET /api/join/:key': { asks: 'nothing', does: 'Which map an invitation leads to. The key is a code or a token.', answers: Invitation, refuses: KEY_REFUSALS, limits: ['join'] },
  'POST /api/join/:key': {
    asks: 'nothing', does: 'Joins the map. Without a session, a guest of the given name is signed in. Into a map without names one comes by a cookie alone: no account is asked for, used or made.', answers: Joined, refuses: [...KEY_REFUSALS, 'stale', 'name-alike'], limits: ['join'],
  },

  'GET /api/maps': { asks: 'nothing', does: 'The maps of the caller, the latest change first, a page at a time. The first page ends with the sample maps.', answers: MapPage, limits: ['reads'] },
  'POST /api/maps': { asks: 'account', does: 'Makes an empty map.', answers: MapSummary, status: 201, limits: ['newMaps'] },
  'POST /api/maps/demo': { asks: 'account', does: 'Makes a map of the caller out of a class that is made up, to try what comes during and after a seminar.', answers: MapSummary, status: 201, limits: ['newMaps'] },
  'GET /api/maps/:id': { asks: 'read', does: 'The map as the caller may see it. Answers 304 to a fresh If-None-Match.', answers: Snapshot, besides: { 304: 'nothing' }, limits: ['reads'], costs: 10 },
  'DELETE /api/maps/:id': { asks: 'delete', does: 'Deletes a map that is archived, for everyone and for good.', answers: 'nothing', status: 204, refuses: ['has-groups', 'not-archived'] },
  'POST /api/maps/:id/copy': {
    asks: 'read', account: true, does: 'Makes a map of the caller with the same claims. Authors stay named; members, proposals and what was removed stay behind. An owner may bring the members along: in their role and on their side, with the plan of the debate; under a new pseudonym and on no side where they bear one.', answers: MapSummary, status: 201, refuses: ['not-allowed', 'no-names'], limits: ['newMaps'],
  },
  'POST /api/maps/:id/edits': { asks: 'edit', does: 'Edits the map: one verdict for each edit, in order.', answers: EditAnswer, refuses: ['stale'], limits: ['edits'] },
  'POST /api/maps/:id/sync/hello': { asks: 'read', does: 'The message `hello` of docs/protocol.md, for those whose network lets no socket through. What is new is then asked for every few seconds.', answers: Greeting, refuses: ['stale', 'not-allowed', 'not-signed-in'], limits: ['reads'], costs: 5 },
  'POST /api/maps/:id/sync/push': { asks: 'read', does: 'The message `push`.', answers: PushReply, refuses: ['not-allowed', 'not-signed-in'], limits: ['edits'] },
  'GET /api/maps/:id/sync/catch-up': { asks: 'read', does: 'The message `catch-up`.', answers: CatchUpReply, refuses: ['not-allowed', 'not-signed-in'], limits: ['reads'] },
  'POST /api/maps/:id/looks': { asks: 'read', account: 'or face', does: 'Keeps how far the caller has read, for them alone. Observers may, too.', answers: EditAnswer, refuses: ['not-allowed'], limits: ['edits'] },
  'POST /api/maps/:id/sources': {
    asks: 'edit', account: 'or face', does: 'Brings a text of at most 2 MB into the map, for claims to rest on. Those whose edits are reviewed make a proposal.', answers: Brought, status: 201, refuses: [...KEPT_REFUSALS, 'too-many-proposals'], limits: ['exchange'],
  },
  'POST /api/maps/:id/sources/read': {
    asks: 'edit', account: 'or face', does: 'Reads the text off a file of at most 10 MB, or off what was pasted: what a source or an edition of it would be. Nothing is kept.', answers: ReadText, refuses: TEXT_REFUSALS, limits: ['exchange'],
  },
  'POST /api/maps/:id/sources/:source/editions': {
    asks: 'edit', account: 'or face', does: 'Brings a corrected text of a source: one more edition.', answers: Brought, status: 201, refuses: [...KEPT_REFUSALS, 'too-many-proposals', 'removed', 'no-change'], limits: ['exchange'],
  },
  'GET /api/maps/:id/editions/:edition': {
    asks: 'read', does: 'The text of an edition, which neither the map nor the changes tell, of a proposed one too. Answers 304 to a fresh If-None-Match.', answers: EditionText, besides: { 304: 'nothing' }, limits: ['reads'], costs: 5,
  },
  'GET /api/maps/:id/changes': { asks: 'read', does: 'What happened to the map, or to one claim of it.', answers: History, limits: ['reads'], costs: 5 },
  'GET /api/maps/:id/record': { asks: 'read', does: 'Who did, proposed and decided what, why and when, as far as the caller may see it: the latest first, a page at a time.', answers: RecordPage, limits: ['reads'], costs: 5 },
  'GET /api/maps/:id/record/csv': { asks: 'read', does: 'The same as a table for spreadsheets, whole.', answers: 'a file', limits: ['reads'], costs: 20 },
  'GET /api/maps/:id/report': { asks: 'read', does: 'Who contributed how much, by name: of everyone for who decides, of oneself for others.', answers: Report, limits: ['reads'], costs: 10 },
  'GET /api/maps/:id/report/csv': { asks: 'read', does: 'The same as a table for spreadsheets.', answers: 'a file', limits: ['reads'], costs: 10 },
  'GET /api/maps/:id/grades/csv': { asks: 'review', does: 'The grades that the caller may see, as a table for spreadsheets: a row for each marker of each person, a column for each criterion.', answers: 'a file', limits: ['reads'], costs: 10 },
  'GET /api/maps/:id/groups': { asks: 'read', does: 'Small groups that were made of the map: all for who decides, the own one for others; of a group, the map that it was made of.', answers: Groups, limits: ['reads'], costs: 5 },
  'POST /api/maps/:id/groups': {
    asks: 'manage', does: 'Divides the people of the map into groups: each works in a map of its own that has the same content, and reads no other. What those who decide change here comes into all of them.', answers: Groups, status: 201, refuses: ['group-of-one', 'has-groups', 'is-group', 'no-names'], limits: ['newMaps'],
  },
  'POST /api/maps/:id/groups/merge': { asks: 'manage', account: true, does: 'Makes a map of the caller with what all groups wrote, beside each other.', answers: MapSummary, status: 201, refuses: ['not-found'], limits: ['newMaps'] },
  'POST /api/maps/:id/groups/:group/name': { asks: 'manage', does: 'Gives a group another name; the title of its map, where that has the name, follows.', answers: Groups, refuses: ['no-change'], limits: ['edits'] },
  'GET /api/maps/:id/moved': { asks: 'nothing', does: 'Where the caller is now, who was moved out of the group that works in this map. Not found for anybody else.', answers: MovedTo, refuses: ['not-found'], limits: ['reads'] },
  'POST /api/maps/:id/groups/:group/people': { asks: 'manage', does: 'Brings somebody into a group, as the same participant, and out of the one that they were in: what they wrote there stays there.', answers: Moved, limits: ['edits'] },
  'GET /api/maps/:id/at/:version': { asks: 'read', does: 'The map as it was at a version.', answers: Snapshot, limits: ['reads'], costs: 10 },

  'GET /api/search': { asks: 'nothing', does: 'Claims, comments and sources with these words in the maps that the caller has a role in, the latest first. Of what not everyone in a map may read, nothing is found.', answers: Hits, limits: ['reads'], costs: 5 },
  'GET /api/maps/:id/search': { asks: 'read', does: 'The same in one map.', answers: Hits, limits: ['reads'], costs: 5 },

  'GET /api/maps/:id/export/:format': {
    asks: 'read', does: 'The map as a file. X-Loss-Report says what the format could not hold.', answers: 'a file', refuses: ['unsupported-format'], limits: ['exchange'],
  },
  'GET /api/maps/:id/export/:format/losses': {
    asks: 'read', does: 'What that file would lose and change.', answers: ExportLosses, refuses: ['unsupported-format'], limits: ['exchange'],
  },
  'POST /api/maps/import': {
    asks: 'account', does: 'Makes a map of the caller out of a file of at most 20 MB, or out of each file of a zip archive, 200 at most. Answers 200 when nothing was made, as for a preview.', answers: ImportAnswer, status: 201, besides: { 200: ImportPreview }, refuses: FILE_REFUSALS, limits: ['newMaps', 'exchange'],
  },
  'POST /api/maps/:id/import': {
    asks: 'edit', account: 'or face', does: 'Puts what a file holds into the map, by one edit of the caller, or one proposal.', answers: Placed, refuses: [...FILE_REFUSALS, ...GRAFT_REFUSALS], limits: ['exchange'],
  },
  'GET /api/exchange/:job': {
    asks: 'nothing', does: 'How far an export or import of the caller is, by the job that was named with it.', answers: JobProgress, refuses: ['not-found'],
  },

  'GET /api/maps/:id/invites': { asks: 'invite', does: 'The invitations of a map, to roles that the caller may give.', answers: z.array(Invite) },
  'POST /api/maps/:id/invites': { asks: 'invite', does: 'Makes an invitation.', answers: Invite, status: 201, refuses: ['archived'] },
  'POST /api/maps/:id/participants/:participant/name': {
    asks: 'review', does: 'The name behind a pseudonym. That it was looked up, by whom and why, is in the record first, and told to the person.', answers: NameBehind, refuses: ['nothing-behind'], limits: ['edits'],
  },
  'POST /api/maps/:id/invites/:invite': {
    asks: 'invite', does: 'Changes how long an invitation works, and for how many people.', answers: Invite, refuses: ['invite-invalid'],
  },
  'DELETE /api/maps/:id/invites/:invite': { asks: 'invite', does: 'Revokes an invitation.', answers: 'nothing', status: 204 },
  'GET /api/maps/:id/seen': { asks: 'review', does: 'When members were last in the map, for those of whom that is known.', answers: z.array(LastSeen) },
  'GET /api/maps/:id/joined': { asks: 'manage', does: 'Participants who once joined, by id. Those without a role were taken out, and can be let back in.', answers: z.array(Id) },
} as const satisfies Record<`${'GET' | 'POST' | 'DELETE'} /${string}`, RouteRule>; // prettier-ignore

export type RouteName = keyof typeof ROUTES;

export const ROUTE = 'route';

export const ruleOfRoute = (name: RouteName): RouteRule => ROUTES[name];

/** Puts a handler under its line of the table. */
export function Route(name: RouteName): MethodDecorator {
  const [method = '', path = ''] = name.split(' ');
  const rule = ruleOfRoute(name);
  const { does, asks, account } = rule;
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, parameter = '']) =>
    ApiParam({ name: parameter, type: String }),
  );
  return applyDecorators(
    SetMetadata(ROUTE, name),
    RequestMapping({ method: RequestMethod[method as keyof typeof RequestMethod], path }),
    ApiOperation({
      summary: does,
      description: `Asks of the caller: ${asks}${account === undefined ? '' : ` and an account${account === true ? '' : ' or a face'}`}.`,
    }),
    ...Answers(rule, method !== 'GET'),
    ...parameters,
  );
}
