import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** [D2] What a phase may let people do who do not decide. */
export const Act = z.enum(['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak', 'vote']);
export type Act = z.infer<typeof Act>;
export const ACTS = Act.options;

/** A team; its sign is drawn beside its name. */
export const Side = z.object({
  id: Id,
  name: personText(LONGEST.label),
  sign: z.enum(['square', 'triangle', 'circle', 'diamond']),
});
export type Side = Readonly<z.infer<typeof Side>>;

/** [D6] How often a bell rings when so many seconds are left. */
export const Bell = z.object({ left: z.int().min(0).max(36_000), rings: z.int().min(1).max(3) });
export type Bell = Readonly<z.infer<typeof Bell>>;

/** Shortest and longest phase, in seconds. */
export const SHORTEST_PHASE = 5;
export const LONGEST_PHASE = 36_000;

export const Phase = z.object({
  id: Id,
  name: personText(LONGEST.label),
  /** Whose phase it is: nobody else makes claims, publishes or speaks; null for everybody's. */
  side: Id.nullable(),
  /** How long it takes; null for as long as it takes. */
  seconds: z.int().min(SHORTEST_PHASE).max(LONGEST_PHASE).nullable(),
  may: z.array(Act).max(ACTS.length).readonly(),
  bells: z.array(Bell).max(8).readonly(),
});
export type Phase = Readonly<z.infer<typeof Phase>>;

/** Time that runs since a moment, or stands; in ms. */
export const Spell = z.object({ since: z.int().nullable(), spent: z.int().min(0) });
export type Spell = Readonly<z.infer<typeof Spell>>;

/** Where the phase stands: how long it may take in all, in ms, and how many points were taken in it. */
export const Clock = Spell.extend({ allowed: z.int().min(0).nullable(), taken: z.int().min(0) });
export type Clock = Readonly<z.infer<typeof Clock>>;

export const MOST_PHASES = 40;
export const MOST_SIDES = 4;

/** [D1] What a debate goes by; whoever manages the map sets it. */
export const Plan = z.object({
  name: personText(LONGEST.title),
  sides: z.array(Side).max(MOST_SIDES).readonly(),
  phases: z.array(Phase).max(MOST_PHASES).readonly(),
  /** [D8] Who is next: as hands went up, who has not spoken first, or the sides by turns. */
  queue: z.enum(['raised', 'unspoken', 'turns']),
  /** [D5] By hand, or by plan: then a phase ends by itself when its time is up. */
  pace: z.enum(['hand', 'plan']),
  /** [D7] Each of the first points taken in a phase makes it so much longer. */
  injury: z.object({ points: z.int().min(1).max(10), seconds: z.int().min(1).max(600) }).nullable(),
  /** [D9] Whether people without a side choose theirs. */
  choose: z.boolean(),
});
export type Plan = Readonly<z.infer<typeof Plan>>;

/** What takes place over a map: one at a time. */
export const Debate = Plan.extend({
  ...Stamp.shape,
  id: Id,
  /** The phase that runs; null before the first one. */
  phase: Id.nullable(),
  clock: Clock,
  /** [D12] The claim that everyone who follows has before them. */
  spotlight: Id.nullable(),
  ended: Stamp.nullable(),
}).meta({ id: 'Debate' });
export type Debate = Readonly<z.infer<typeof Debate>>;

export const debates = table({
  schema: Debate,
  file: Debate.extend({ ended: fileMark, ...fileAt }),
  words: {},
  needs: {},
  under: {},
  sees: everyone,
  loss: 'debate',
  copied: false,
  recorded: true,
  later: true,
});
