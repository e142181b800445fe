import { z } from 'zod';

/** Every expected "no" of the product. A bug throws instead; nothing else refuses. */
export const RefusalCode = z.enum([
  'invalid', // the value does not match its schema
  'too-large',
  'not-signed-in',
  'not-allowed',
  'not-found', // also said where existence is private
  'id-taken',
  'removed', // the thing, or something above it, was removed
  'merged', // the claim was merged into another
  'not-removed',
  'purged', // its words were deleted for good
  'still-quoted', // something live rests on the source
  'cycle',
  'undercut-must-rebut',
  'already-premise',
  'would-empty-argument',
  'no-change',
  'not-a-passage', // the source has no such passage, or it ends within a character
  'not-verbatim', // a claim differs from the passage it is said to repeat
  'round-running', // one round at a time runs on a text, and nothing of it is open yet
  'round-opened', // it takes no more marks
  'no-such-label',
  'marks-overlap', // two of one person, with the same label
  'not-now', // the phase that runs does not allow it
  'frozen', // a moderator stopped all writing
  'archived', // nobody changes the map any more
  'muted', // a moderator lets the person write no more
  'slow', // the person contributed a moment ago
  'poll-running', // one at a time runs in a map
  'vote-closed', // nobody votes there any more, or not yet
  'rubric-used', // a grade rests on what would go
  'no-such-level', // of the rubric
  'not-gradable', // neither the person's own work, nor that of one who is graded
  'no-phase', // none runs
  'debate-runs', // one at a time takes place over a map
  'debate-ended',
  'in-use', // by the debate that takes place
  'no-side', // the person is on none
  'last-owner',
  'taken-out', // of the map, by a moderator
  'faces-fixed', // people came under the names that the map has
  'has-pseudonym', // and who decides is named
  'nothing-behind', // no name that a pseudonym stands for
  'already-decided',
  'own-proposal',
  'own-decision',
  'too-many-proposals', // of one person wait already
  'reason-needed',
  'unknown-reason', // neither one of every map nor one of this map's own
  'still-cited', // a decision gives the reason
  'group-of-one', // a group has two people at least
  'has-groups', // the map is divided already, or cannot go while it is
  'not-archived', // only what lies in the archive is deleted
  'is-group', // a group is not divided again
  'no-names', // people stand in the map by cookies alone, and in no other
  'stale', // decided on a version that has passed
  'out-of-order',
  'too-many-requests',
  'busy',
  'wrong-credentials',
  'name-taken', // to sign in with, or in a map with pseudonyms
  'weak-password', // among the first that anyone would try
  'name-alike', // somebody in the map bears it, or one that looks like it; who goes on all the same says so
  'invite-invalid',
  'invite-full', // as many people came by it as it is for
  'joining-locked', // nobody new comes in by an invitation
  'unsupported-format',
  'wrong-ending', // a file is not what its name says
  'encrypted',
  'scanned', // pages without a letter
  'broken', // a file that cannot be opened, or ends too early
  'empty',
  'wrong-origin',
  'internal',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** `message` is one English sentence for people who read the API; the web shows its own by `code`. */
export const Refusal = z.object({
  code: RefusalCode.meta({ id: 'RefusalCode' }),
  message: z.string(),
  retryAfterMs: z.number().optional(),
  /** Of `wrong-origin`: where the server's own pages are. */
  address: z.string().optional(),
});
export type Refusal = z.infer<typeof Refusal>;

export type Refused = { ok: false; refusal: Refusal };
export type Result<T> = { ok: true; value: T } | Refused;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: RefusalCode, message: string): Refused => ({
  ok: false,
  refusal: { code, message },
});
