// Every REST route of the product. Nothing else in the web calls fetch, but for pictures and files of its own.
import type {
  AccountSession,
  Brought,
  CatchUpQuery,
  CatchUpReply,
  Departure,
  Direction,
  EditAnswer,
  EditRequest,
  EditionText,
  Groups,
  HelloRequest,
  History,
  Hits,
  Id,
  ImportAnswer,
  ImportPreview,
  Invitation,
  Invite,
  InviteBounds,
  JobProgress,
  JoinRequest,
  Joined,
  LastSeen,
  Leaving,
  LookRequest,
  MailRequest,
  MailSettings,
  MapPage,
  MapSummary,
  Me,
  Moved,
  MovedTo,
  NameBehind,
  NewEdition,
  NewGroups,
  NewInvite,
  NewName,
  NewPassword,
  NewReset,
  Placed,
  Push,
  PushReply,
  NewCopy,
  NewMap,
  NewSource,
  ReadText,
  RecordPage,
  Report,
  RefusalCode,
  Reset,
  ResetPassword,
  SignIn,
  SignUp,
  Snapshot,
  Welcome,
} from '@counterpoint/shared';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { base } from './base.ts';

/** A refusal of the server, or `offline` when it was not reached. */
export interface Problem {
  readonly code: RefusalCode | 'offline';
  readonly message: string;
  readonly retryAfterMs?: number | undefined;
  readonly address?: string | undefined;
}
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Problem };

/** Where the claims of a file go in a map: under a claim, or null for theses. */
export interface Under {
  readonly under: Id | null;
  readonly direction: Direction;
}
export interface RecordAsk {
  readonly by?: Id;
  /** Kinds of rows, parted by commas. */
  readonly kind?: string;
  readonly claim?: Id;
  readonly from?: number;
  readonly before?: string;
  readonly limit?: number;
}

export const api = {
  me: () => get<Me>('accounts/me'),
  signUp: (body: SignUp) => post<Me>('accounts/sign-up', body),
  signIn: (body: SignIn) => post<Me>('accounts/sign-in', body),
  signOut: () => post<Me>('accounts/sign-out'),
  rename: (body: NewName) => post<Me>('accounts/name', body),
  changePassword: (body: NewPassword) => post<null>('accounts/password', body),
  resetPassword: (body: ResetPassword) => post<null>('accounts/reset', body),
  makeReset: (body: NewReset) => post<Reset>('admin/resets', body),
  sessions: () => get<readonly AccountSession[]>('accounts/sessions'),
  endSession: (session: string) => ask<null>('DELETE', `accounts/sessions/${session}`),
  endOtherSessions: () => ask<null>('DELETE', 'accounts/sessions'),
  departure: () => get<Departure>('accounts/departure'),
  deleteAccount: (body: Leaving) => post<Me>('accounts/delete', body),
  /** An address: what is kept about who asks. */
  ownDataUrl: (format: 'json' | 'markdown', language: 'zh' | 'en') =>
    `${base}api/accounts/data/${format}?${query({ language })}`,
  mail: () => get<MailSettings>('accounts/mail'),
  setMail: (body: MailRequest) => post<MailSettings>('accounts/mail', body),
  forgetMail: () => ask<null>('DELETE', 'accounts/mail'),
  confirmMail: (key: string) => post<null>(`mail/confirm/${encodeURIComponent(key)}`),
  leaveMail: (key: string) => post<null>(`mail/leave/${encodeURIComponent(key)}`),

  invitation: (key: string) => get<Invitation>(`join/${encodeURIComponent(key)}`),
  join: (key: string, body: JoinRequest) => post<Joined>(`join/${encodeURIComponent(key)}`, body),

  maps: (before: string | undefined) =>
    get<MapPage>(before === undefined ? 'maps' : `maps?${query({ before })}`),
  search: (q: string) => get<Hits>(`search?${query({ q })}`),
  snapshot: (map: Id) => get<Snapshot>(`maps/${map}`),
  demoClass: (language: 'zh' | 'en') => post<MapSummary>('maps/demo', { language }),
  createMap: (body: NewMap) => post<MapSummary>('maps', body),
  copyMap: (map: Id, body: NewCopy) => post<MapSummary>(`maps/${map}/copy`, body),
  deleteMap: (map: Id) => ask<null>('DELETE', `maps/${map}`),
  previewImport: (file: File, signal: AbortSignal) =>
    send<ImportPreview>(`maps/import?${query({ name: file.name, preview: true })}`, file, signal),
  importMaps: (file: File, signal: AbortSignal) =>
    send<ImportAnswer>(`maps/import?${query({ name: file.name })}`, file, signal),
  importInto: (map: Id, file: File, { under, direction }: Under, signal: AbortSignal) =>
    send<Placed>(
      `maps/${map}/import?${query({ name: file.name, under: under ?? 'none', direction })}`,
      file,
      signal,
    ),

  edit: (map: Id, body: EditRequest) => post<EditAnswer>(`maps/${map}/edits`, body),
  invites: (map: Id) => get<readonly Invite[]>(`maps/${map}/invites`),
  invite: (map: Id, body: NewInvite) => post<Invite>(`maps/${map}/invites`, body),
  nameBehind: (map: Id, participant: Id, reason: string) =>
    post<NameBehind>(`maps/${map}/participants/${participant}/name`, { reason }),
  changeInvite: (map: Id, invite: Id, bounds: InviteBounds) =>
    post<Invite>(`maps/${map}/invites/${invite}`, bounds),
  lastSeen: (map: Id) => get<readonly LastSeen[]>(`maps/${map}/seen`),
  joined: (map: Id) => get<readonly Id[]>(`maps/${map}/joined`),
  revokeInvite: (map: Id, invite: Id) => ask<null>('DELETE', `maps/${map}/invites/${invite}`),

  /** Says nothing where the server would take a socket of this page, and why not otherwise. */
  door: () => post<null>('door'),
  hello: (map: Id, body: HelloRequest) => post<{ ok: true } & Welcome>(`maps/${map}/sync/hello`, body),
  push: (map: Id, body: Push) => post<PushReply>(`maps/${map}/sync/push`, body),
  catchUp: (map: Id, asked: CatchUpQuery) => get<CatchUpReply>(`maps/${map}/sync/catch-up?${query(asked)}`),

  /** What follows a version, oldest first, as many as are told at once. */
  changes: (map: Id, since: number) => get<History>(`maps/${map}/changes?${query({ since, limit: 1_000 })}`),
  record: (map: Id, asked: RecordAsk) => get<RecordPage>(`maps/${map}/record?${query(asked)}`),
  /** An address, not a call: the same rows as a table. */
  recordUrl: (map: Id, asked: RecordAsk, language: 'zh' | 'en') =>
    `${base}api/maps/${map}/record/csv?${query({ ...asked, language })}`,
  groups: (map: Id) => get<Groups>(`maps/${map}/groups`),
  makeGroups: (map: Id, body: NewGroups) => post<Groups>(`maps/${map}/groups`, body),
  moveTo: (map: Id, group: Id, participant: Id) =>
    post<Moved>(`maps/${map}/groups/${group}/people`, { participant }),
  renameGroup: (map: Id, group: Id, name: string) =>
    post<Groups>(`maps/${map}/groups/${group}/name`, { name }),
  /** Where one is now who was moved out of a group. */
  movedFrom: (map: Id) => get<MovedTo>(`maps/${map}/moved`),
  mergeGroups: (map: Id) => post<MapSummary>(`maps/${map}/groups/merge`),
  report: (map: Id) => get<Report>(`maps/${map}/report`),
  /** An address: the same as a table. */
  reportUrl: (map: Id, language: 'zh' | 'en') => `${base}api/maps/${map}/report/csv?${query({ language })}`,
  /** It goes out while the page closes, too. */
  look: (map: Id, body: LookRequest) =>
    ask<EditAnswer>('POST', `maps/${map}/looks`, JSON.stringify(body), { keepalive: true }),
  text: (map: Id, edition: Id) => get<EditionText>(`maps/${map}/editions/${edition}`),
  /** What a text would be, of a file or of what was pasted; nothing is kept. */
  readText: (map: Id, from: File | string, signal: AbortSignal) =>
    typeof from === 'string'
      ? ask<ReadText>('POST', `maps/${map}/sources/read`, JSON.stringify({ text: from }), { signal })
      : send<ReadText>(`maps/${map}/sources/read?${query({ name: from.name })}`, from, signal),
  addSource: (map: Id, body: NewSource) => post<Brought>(`maps/${map}/sources`, body),
  addEdition: (map: Id, source: Id, body: NewEdition) =>
    post<Brought>(`maps/${map}/sources/${source}/editions`, body),
  /** An address, not a call. */
  exportUrl: (map: Id, format: string, options: URLSearchParams) =>
    `${base}api/maps/${map}/export/${format}?${options.toString()}`,
  file: (address: string, signal: AbortSignal) => fileAt(address, signal),
  /** Of an export that is under way, by the id that was given with it. */
  progress: (job: string) => get<JobProgress>(`exchange/${job}`),
};

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => valueOf(api.me()),
  staleTime: 60_000,
});
export const queryOfMail = queryOptions({ queryKey: ['mail'], queryFn: () => valueOf(api.mail()) });
export const mapsQuery = infiniteQueryOptions({
  queryKey: ['maps'],
  queryFn: ({ pageParam }) => valueOf(api.maps(pageParam)),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ older }) => older,
});

export const searchQuery = (words: string) =>
  queryOptions({ queryKey: ['search', words], queryFn: () => valueOf(api.search(words)) });

/** The value of an answer; a problem is thrown as `Refused`. For queries and mutations, which want it so. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw new Refused(settled.refusal);
}

export class Refused extends Error {
  constructor(readonly refusal: Problem) {
    super(refusal.message);
  }
}

const get = <T>(path: string) => ask<T>('GET', path);
const post = <T>(path: string, body: unknown = {}) => ask<T>('POST', path, JSON.stringify(body));

/** A file as it is. */
const send = <T>(path: string, file: File, signal: AbortSignal) =>
  ask<T>('POST', path, file, { signal, type: 'application/octet-stream' });

async function fileAt(address: string, signal: AbortSignal): Promise<Answer<Blob>> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal });
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, refusal: refusalIn(await content(response)) ?? problemOf(response) };
  } catch {
    return problem('offline', 'The server was not reached.');
  }
}

interface Sending {
  readonly signal?: AbortSignal;
  readonly type?: string;
  readonly keepalive?: boolean;
}

async function ask<T>(
  method: string,
  path: string,
  body?: string | File,
  { signal, type = 'application/json', keepalive = false }: Sending = {},
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(`${base}api/${path}`, {
      method,
      credentials: 'same-origin',
      keepalive,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    return problem('offline', 'The server was not reached.');
  }
  const value = await content(response);
  if (response.ok) return { ok: true, value: value as T };
  return { ok: false, refusal: refusalIn(value) ?? problemOf(response) };
}

/** Null for an empty body, as 204 has. */
async function content(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return null; // a page of something between us and the server
  }
}

function refusalIn(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null || !('refusal' in value)) return null;
  return value.refusal as Problem;
}

function problemOf(response: Response): Problem {
  // A proxy answers these when the server behind it is away.
  const away = response.status >= 502 && response.status <= 504;
  return { code: away ? 'offline' : 'internal', message: `The server answered ${response.status}.` };
}

function problem(code: Problem['code'], message: string): Answer<never> {
  return { ok: false, refusal: { code, message } };
}

function query(asked: object): string {
  const given = Object.entries(asked).filter((entry) => entry[1] !== undefined) as [string, unknown][];
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
