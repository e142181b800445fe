// Every message of the socket, both ways; docs/protocol.md describes them for other languages.
import { z } from 'zod';
import { Edit, EDIT_KINDS, type LoggedEdit } from '../map/edit.ts';
import { Id } from '../map/id.ts';
import { Role } from '../map/tables/participants.ts';
import { utf8Length } from '../map/text.ts';
import { ToldContent, ToldPatch } from '../map/told.ts';
import { Refusal, refuse, type Refused } from '../result.ts';

/** Raised when an old page can no longer speak with a new server. */
export const PROTOCOL = 3;

/** Most edits in one push; a client has one push in flight. */
export const MOST_EDITS = 64;

/** Longest message in bytes (Z-07). A longer one is refused as `too-large`, one of over four times that ends the connection. */
export const MOST_BYTES = 64 * 1024;

/** Room in a message for what is around the edits. */
export const AROUND = 1_024;

/**
 * Changes are told in frames of about this many characters of JSON, so that a slow line gets on piece by piece. One
 * change alone may be longer, up to MOST_CHANGE; beyond, and where the whole map is shorter, the snapshot is told of.
 */
export const PIECE = 64 * 1024;
export const MOST_CHANGE = 256 * 1024;

/** Length of a value on the wire: JSON in UTF-8. */
export const bytesOf = (value: unknown): number => utf8Length(JSON.stringify(value));

/** One edit on its way: `seq` counts from 1 without gaps per client, `id` names the edit for ever. */
export const Envelope = z.object({ seq: z.int().min(1), id: Id, edit: Edit });
export type Envelope = z.infer<typeof Envelope>;

/** As whom the client was welcomed before, if it was. A browser may have gone to somebody else since: they are refused. */
export const As = Id.optional();

export const Hello = z.object({
  protocol: z.int(),
  map: Id,
  /** One per browser tab, bound to one person. */
  client: Id,
  /** The version the client holds; null when it holds nothing. */
  version: z.int().min(0).nullable(),
  /** The epoch of that version, as told by an earlier welcome or snapshot. */
  epoch: z.int().nullable(),
  as: As,
});
export type Hello = z.infer<typeof Hello>;

/** As a client sends it. */
export interface Push {
  readonly client: Id;
  readonly as?: Id | undefined;
  readonly edits: readonly Envelope[];
}

/** As a server takes it: an edit that does not parse gets a refusal of its own, and the others their verdicts. */
export const Push = z.object({
  /** The one that hello named. */
  client: Id,
  /** Of a request, which has no seat. */
  as: As,
  edits: z
    .array(Envelope.extend({ edit: z.unknown() }))
    .min(1)
    .max(MOST_EDITS),
});

/** Edits as they arrived, each checked by itself. */
export function asked({ edits }: z.infer<typeof Push>): Asked[] {
  return edits.map(({ seq, id, edit }) => {
    const parsed = Edit.safeParse(edit);
    if (parsed.success) return { seq, id, edit: parsed.data };
    const [issue] = parsed.error.issues;
    const at = ['edit', ...(issue?.path ?? [])].join('.');
    return { seq, id, refusal: refuse('invalid', `${at}: ${issue?.message ?? 'does not match'}`).refusal };
  });
}

/** An edit that a room is asked to decide, or one that was refused at the door and only needs its verdict kept. */
export type Asked = { readonly seq: number; readonly id: Id } & (
  { readonly edit: LoggedEdit } | { readonly refusal: Refusal }
);

export const CatchUp = z.object({ since: z.int().min(0) });
export type CatchUp = z.infer<typeof CatchUp>;

const Coordinate = z.number().min(-1e7).max(1e7);
/** What one tab shows of its person: never stored, last one wins. `cursor` is in map coordinates. */
export const Presence = z.object({
  cursor: z.object({ x: Coordinate, y: Coordinate }).nullable(),
  selected: Id.nullable(),
  editing: Id.nullable(),
  /** What a moderator has before them in the queue; told to those who decide. */
  reviewing: Id.nullable().default(null),
});
export type Presence = z.infer<typeof Presence>;

/** An accepted edit with its number. The wire never carries the edit itself, only what it did. */
export const Change = z
  .object({
    version: z.int(),
    at: z.int(),
    by: Id.nullable(),
    /** The edit's id. */
    id: Id,
    client: Id,
    seq: z.int(),
    kind: z
      .enum([...EDIT_KINDS, 'hidden'])
      .describe('`hidden` where the viewer may only see that a number passed'),
    patches: z.array(ToldPatch).readonly(),
  })
  .meta({ id: 'Change' });
export type Change = Readonly<z.infer<typeof Change>>;

/** The changes after version `from` up to and including `to`. */
export const Frame = z
  .object({ from: z.int(), to: z.int(), changes: z.array(Change).readonly() })
  .meta({ id: 'Frame' });
export type Frame = Readonly<z.infer<typeof Frame>>;

/** The whole map at one version, as GET /api/maps/:id answers it. */
export const Snapshot = z
  .object({
    version: z.int(),
    epoch: z.int().describe('differs once the log was set back, as after a restored backup'),
    map: ToldContent,
  })
  .meta({ id: 'Snapshot' });
export type Snapshot = Readonly<z.infer<typeof Snapshot>>;

export const Welcome = z.object({
  participant: Id.nullable(),
  role: Role.nullable(),
  tab: z
    .int()
    .describe(
      'under which the others are shown this seat; their server gives it, a client id stays between the two. 0 over REST, where nobody is shown',
    ),
  version: z.int(),
  epoch: z.int(),
  now: z.number().describe('the server’s clock as this was said, in ms'),
  took: z.number().describe('for how long it had been asked by then'),
  frame: Frame.nullable().describe(
    'what the client missed, or the first piece of it; null when it should fetch the snapshot',
  ),
});
export type Welcome = Readonly<z.infer<typeof Welcome>>;

/** What became of an edit; `id` is the edit's, for a number alone may have been used for another one. */
export const Verdict = z
  .union([
    z.object({ seq: z.int(), id: Id, version: z.int() }),
    z.object({ seq: z.int(), id: Id, refusal: Refusal }),
  ])
  .meta({ id: 'Verdict' });
export type Verdict = Readonly<z.infer<typeof Verdict>>;

export const PushReply = z.object({
  ok: z.literal(true),
  verdicts: z.array(Verdict).readonly(),
  expected: z
    .int()
    .optional()
    .describe(
      'the next number of this client, set when an edit came too early, or under a number that another edit has: a client that does not hold the edit with this number goes on under a new id with all that has no verdict',
    ),
});
export type PushReply = Readonly<z.infer<typeof PushReply>>;

export const CatchUpReply = z.object({
  ok: z.literal(true),
  now: z.number().describe('the server’s clock as this was said, in ms'),
  frame: Frame.nullable().describe(
    'what follows, or the first piece of it: ask again from its `to` on. Null when the snapshot is shorter',
  ),
});
export type CatchUpReply = Readonly<z.infer<typeof CatchUpReply>>;

export interface Present extends Presence {
  readonly tab: number;
  readonly participant: Id | null;
}

/** One coalesced frame per room and tick: who moved since the last, and which tabs left. */
export interface PresenceFrame {
  readonly here: readonly Present[];
  readonly gone: readonly number[];
}

/**
 * Why the server ends a connection. After the first three a client does not come back by itself; after the others it
 * does, with a pause: `lagging` did not read what it was sent.
 */
export const GOODBYES = ['removed', 'signed-out', 'deleted', 'restarting', 'lagging'] as const;
export type Goodbye = { readonly reason: (typeof GOODBYES)[number] };

/** Whether a client may come back by itself after a goodbye. */
export const comesBack = ({ reason }: Goodbye): boolean => reason === 'restarting' || reason === 'lagging';

export interface ClientToServer {
  hello: (hello: Hello, reply: (answer: ({ ok: true } & Welcome) | Refused) => void) => void;
  push: (push: Push, reply: (answer: PushReply | Refused) => void) => void;
  'catch-up': (ask: CatchUp, reply: (answer: CatchUpReply | Refused) => void) => void;
  presence: (presence: Presence) => void;
}

export interface ServerToClient {
  frame: (frame: Frame) => void;
  presence: (frame: PresenceFrame) => void;
  goodbye: (goodbye: Goodbye) => void;
}
