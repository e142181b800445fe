// The domain: what a map holds. Rules about it live in edits/, look-ups in tree.ts.
import { z } from 'zod';
import type { Passage } from '../source/passage.ts';
import type { Edit } from './edit.ts';
import type { OrderKey } from './order.ts';
import { Table } from './table.ts';
import { LONGEST, optionalText, personText } from './text.ts';

/** UUIDv7, made once by whoever makes the thing; in lower case, since Postgres takes both cases for one id. */
export const Id = z.uuid().lowercase();
export type Id = string;

/** BCP 47, as for the `lang` attribute. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export type Language = z.infer<typeof Language>;

export const Role = z.enum(['owner', 'moderator', 'participant', 'suggester', 'observer']);
export type Role = z.infer<typeof Role>;

/** Support speaks for its target; a rebuttal against it. A rebuttal of an argument is an undercut. */
export const Direction = z.enum(['support', 'rebut']);
export type Direction = z.infer<typeof Direction>;

export const Target = z.object({ kind: z.enum(['claim', 'argument']), id: Id });
export type Target = z.infer<typeof Target>;

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
});
export type MapInfo = z.infer<typeof MapInfo>;

/** Who did something and when; `by` is a participant, null the server itself. `at` is in ms since 1970, by the server. */
export interface Stamp {
  readonly by: Id | null;
  readonly at: number;
}

/** The mark of what was removed. */
export interface Removal extends Stamp {
  /** [E16] Its words were deleted for good: it has none any more, and never comes back. */
  readonly purged?: Stamp;
}

export interface Wording extends Stamp {
  readonly text: string;
}

export interface Claim extends Stamp {
  readonly id: Id;
  readonly text: string;
  readonly language: Language;
  /** The argument this claim hangs in; null for a thesis. */
  readonly home: Id | null;
  readonly order: OrderKey;
  /** Who last changed the wording, if anyone did. */
  readonly reworded: Stamp | null;
  /** Wordings that lost a race against the present one and wait for a person to settle it. */
  readonly beside: readonly Wording[];
  readonly removed: Removal | null;
}

export interface Argument extends Stamp {
  readonly id: Id;
  readonly direction: Direction;
  readonly target: Target;
  readonly order: OrderKey;
  /** Argumentation scheme after Walton, if someone named it. */
  readonly scheme: string | null;
  readonly removed: Removal | null;
}

/** A claim used once more as a premise, outside its home. */
export interface Reference extends Stamp {
  readonly id: Id;
  readonly argument: Id;
  readonly claim: Id;
  readonly order: OrderKey;
}

export interface Comment extends Stamp {
  readonly id: Id;
  readonly claim: Id;
  readonly text: string;
  readonly removed: Removal | null;
}

/** A text that claims rest on. Its words stand in its editions; a removed one is no longer offered for quoting. */
export interface Source extends Stamp {
  readonly id: Id;
  readonly title: string;
  /** Where it was published; an address, or empty. */
  readonly url: string;
  readonly language: Language;
  readonly removed: Removal | null;
}

/** From `start` on, in code points, this voice speaks, at this moment of the recording in ms. */
export interface SpeechMark {
  readonly start: number;
  readonly speaker: string;
  readonly time: number | null;
}

/** One version of the text of a source; never changed. */
export interface Edition extends Stamp {
  readonly id: Id;
  readonly source: Id;
  /** NFC with `\n` line ends, see normalText. */
  readonly text: string;
  readonly marks: readonly SpeechMark[];
  /** Why there is a new one; empty for the first. */
  readonly reason: string;
}

/** How a claim rests on a passage. */
export const Bearing = z.enum(['verbatim', 'paraphrase', 'inference', 'disputes']);
export type Bearing = z.infer<typeof Bearing>;

/** A passage of one edition that a claim rests on. Ask bearingOf for its bearing: a claim may have been reworded. */
export interface Quotation extends Stamp, Passage {
  readonly id: Id;
  readonly claim: Id;
  readonly edition: Id;
  readonly bearing: Bearing;
  readonly removed: Removal | null;
}

/** A person's face in one map; `role` is null once they were taken out. */
export interface Participant {
  readonly id: Id;
  readonly name: string;
  readonly role: Role | null;
  readonly at: number;
}

/** An edit that waits for a moderator, and what became of it. */
export interface Proposal extends Stamp {
  readonly id: Id;
  readonly edit: Edit;
  readonly state: 'pending' | 'accepted' | 'rejected' | 'withdrawn';
  readonly reason: string | null;
  readonly decided: Stamp | null;
}

/** The entities of a map by the table that holds them, in memory as in Postgres. */
export interface Entities {
  claims: Claim;
  arguments: Argument;
  references: Reference;
  comments: Comment;
  sources: Source;
  editions: Edition;
  quotations: Quotation;
  participants: Participant;
  proposals: Proposal;
}
export type TableName = keyof Entities;
export const TABLES = [
  'claims',
  'arguments',
  'references',
  'comments',
  'sources',
  'editions',
  'quotations',
  'participants',
  'proposals',
] as const satisfies TableName[];

/** Ids that hang beneath an id, kept by patch.ts: whatever asks "what is beneath" never walks a whole map. */
export interface Index {
  /** target id -> arguments */ readonly replies: Table<readonly Id[]>;
  /** argument id -> claims at home in it */ readonly home: Table<readonly Id[]>;
  /** argument id -> references */ readonly references: Table<readonly Id[]>;
  /** claim id -> references to it */ readonly uses: Table<readonly Id[]>;
  /** claim id -> comments */ readonly comments: Table<readonly Id[]>;
  /** source id -> editions */ readonly editions: Table<readonly Id[]>;
  /** claim id -> quotations */ readonly quotations: Table<readonly Id[]>;
  readonly theses: readonly Id[];
}

export type ArgumentMap = { readonly info: MapInfo; readonly index: Index } & {
  readonly [T in TableName]: Table<Entities[T]>;
};

/** A map as plain values, for the wire and for files. */
export type MapContent = { readonly info: MapInfo } & { readonly [T in TableName]: readonly Entities[T][] };

export const emptyMap: ArgumentMap = {
  info: { title: '', question: '', about: '', language: 'zh', access: 'members', editing: 'all', embeds: '' },
  claims: Table.empty,
  arguments: Table.empty,
  references: Table.empty,
  comments: Table.empty,
  sources: Table.empty,
  editions: Table.empty,
  quotations: Table.empty,
  participants: Table.empty,
  proposals: Table.empty,
  index: {
    replies: Table.empty,
    home: Table.empty,
    references: Table.empty,
    uses: Table.empty,
    comments: Table.empty,
    editions: Table.empty,
    quotations: Table.empty,
    theses: [],
  },
};
