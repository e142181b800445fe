// The tables of a map, in memory as in Postgres. A new one is a file and a line here.
import type { z } from 'zod';
import { allowances } from './allowances.ts';
import { annotations } from './annotations.ts';
import { args } from './arguments.ts';
import { ballots } from './ballots.ts';
import { claims } from './claims.ts';
import { comments } from './comments.ts';
import { debates } from './debates.ts';
import { editions } from './editions.ts';
import { finishes } from './finishes.ts';
import { flags } from './flags.ts';
import { grades } from './grades.ts';
import { hands } from './hands.ts';
import { mergers } from './mergers.ts';
import { mutes } from './mutes.ts';
import { participants } from './participants.ts';
import { polls } from './polls.ts';
import { proposals } from './proposals.ts';
import { quotations } from './quotations.ts';
import { reasons } from './reasons.ts';
import { references } from './references.ts';
import { reveals } from './reveals.ts';
import { rounds } from './rounds.ts';
import { rubrics } from './rubrics.ts';
import { rules } from './rules.ts';
import { sources } from './sources.ts';
import { tallies } from './tallies.ts';
import { trusts } from './trusts.ts';
import { visits } from './visits.ts';
import { votes } from './votes.ts';

export const DESCRIPTIONS = {
  claims,
  arguments: args,
  references,
  comments,
  sources,
  editions,
  quotations,
  rounds,
  finishes,
  annotations,
  rules,
  reasons,
  flags,
  trusts,
  reveals,
  visits,
  mergers,
  debates,
  hands,
  allowances,
  mutes,
  polls,
  ballots,
  votes,
  tallies,
  rubrics,
  grades,
  participants,
  proposals,
};

type Descriptions = typeof DESCRIPTIONS;
export type TableName = keyof Descriptions;
export type Entities = { [T in TableName]: Readonly<z.infer<Descriptions[T]['schema']>> };

/** Those that the record of a map tells of. */
export type RecordedTable = {
  [T in TableName]: Descriptions[T]['recorded'] extends true ? T : never;
}[TableName];

/** Ids that hang beneath an id, by index. */
export type IndexName = { [T in TableName]: keyof Descriptions[T]['under'] }[TableName];

export const TABLES = Object.keys(DESCRIPTIONS) as TableName[];
