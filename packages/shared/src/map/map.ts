// The domain: what a map holds. Rules about it live in edits/, look-ups in tree.ts.
import { z } from 'zod';
import { Passage } from '../source/passage.ts';
import { OrderKey } from './order.ts';
import type { Proposal } from './proposal.ts';
import { Table } from './table.ts';
import { LONGEST, optionalText, personText } from './text.ts';

/** UUIDv7, made once by whoever makes the thing; in lower case, since Postgres takes both cases for one id. */
export const Id = z.uuid().lowercase().meta({ id: 'Id' });
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
export const Stamp = z.object({ by: Id.nullable(), at: z.int() });
export type Stamp = Readonly<z.infer<typeof Stamp>>;

/** The mark of what was removed. */
export const Removal = Stamp.extend({
  /** [E16] Its words were deleted for good: it has none any more, and never comes back. */
  purged: Stamp.optional(),
});
export type Removal = Readonly<z.infer<typeof Removal>>;

// The entities, as maps hold and tell them. What a file may bring of them is asked more strictly: contentSchema.ts.

export const Wording = Stamp.extend({ text: z.string() });
export type Wording = Readonly<z.infer<typeof Wording>>;

export const Claim = Stamp.extend({
  id: Id,
  text: z.string(),
  language: Language,
  /** The argument this claim hangs in; null for a thesis. */
  home: Id.nullable(),
  order: OrderKey,
  /** Who last changed the wording, if anyone did. */
  reworded: Stamp.nullable(),
  /** Wordings that lost a race against the present one and wait for a person to settle it. */
  beside: z.array(Wording).readonly(),
  removed: Removal.nullable(),
});
export type Claim = Readonly<z.infer<typeof Claim>>;

export const Argument = Stamp.extend({
  id: Id,
  direction: Direction,
  target: Target,
  order: OrderKey,
  /** Argumentation scheme after Walton, if someone named it. */
  scheme: z.string().nullable(),
  removed: Removal.nullable(),
});
export type Argument = Readonly<z.infer<typeof Argument>>;

/** A claim used once more as a premise, outside its home. */
export const Reference = Stamp.extend({ id: Id, argument: Id, claim: Id, order: OrderKey });
export type Reference = Readonly<z.infer<typeof Reference>>;

export const Comment = Stamp.extend({ id: Id, claim: Id, text: z.string(), removed: Removal.nullable() });
export type Comment = Readonly<z.infer<typeof Comment>>;

/** A text that claims rest on. Its words stand in its editions; a removed one is no longer offered for quoting. */
export const Source = Stamp.extend({
  id: Id,
  title: z.string(),
  /** Where it was published; an address, or empty. */
  url: z.string(),
  language: Language,
  removed: Removal.nullable(),
});
export type Source = Readonly<z.infer<typeof Source>>;

/** From `start` on, in code points, this voice speaks, at this moment of the recording in ms. */
export const SpeechMark = z.object({
  start: z.int().min(0),
  speaker: z.string(),
  time: z.int().min(0).nullable(),
});
export type SpeechMark = Readonly<z.infer<typeof SpeechMark>>;

/** One version of the text of a source; never changed. */
export const Edition = Stamp.extend({
  id: Id,
  source: Id,
  /** NFC with `\n` line ends, see normalText. */
  text: z.string(),
  marks: z.array(SpeechMark).readonly(),
  /** Why there is a new one; empty for the first. */
  reason: z.string(),
});
export type Edition = Readonly<z.infer<typeof Edition>>;

/** How a claim rests on a passage. */
export const Bearing = z.enum(['verbatim', 'paraphrase', 'inference', 'disputes']);
export type Bearing = z.infer<typeof Bearing>;

/** A passage of one edition that a claim rests on. Ask bearingOf for its bearing: a claim may have been reworded. */
export const Quotation = Stamp.extend({
  id: Id,
  claim: Id,
  edition: Id,
  bearing: Bearing,
  ...Passage.shape,
  removed: Removal.nullable(),
});
export type Quotation = Readonly<z.infer<typeof Quotation>>;

/** A person's face in one map; `role` is null once they were taken out. */
export const Participant = z.object({ id: Id, name: z.string(), role: Role.nullable(), at: z.int() });
export type Participant = Readonly<z.infer<typeof Participant>>;

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
