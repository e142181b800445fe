// What is told of a map: the whole content, or the patches that move it. The ids are the names on the API page.
import { z } from 'zod';
import {
  Argument,
  Claim,
  Comment,
  Edition,
  Id,
  MapInfo,
  Participant,
  Quotation,
  Reference,
  Source,
  type Entities,
  type MapContent,
  type TableName,
} from './map.ts';
import type { Patch } from './patch.ts';
import { Proposal } from './proposal.ts';

const ENTITIES: { readonly [T in TableName]: z.ZodType<Entities[T]> } = {
  claims: Claim.meta({ id: 'Claim' }),
  arguments: Argument.meta({ id: 'Argument' }),
  references: Reference.meta({ id: 'Reference' }),
  comments: Comment.meta({ id: 'Comment' }),
  sources: Source.meta({ id: 'Source' }),
  editions: Edition.meta({ id: 'Edition' }),
  quotations: Quotation.meta({ id: 'Quotation' }),
  participants: Participant.meta({ id: 'Participant' }),
  proposals: Proposal.meta({ id: 'Proposal' }),
};

export const ToldContent: z.ZodType<MapContent> = z
  .object({
    info: MapInfo,
    claims: z.array(ENTITIES.claims),
    arguments: z.array(ENTITIES.arguments),
    references: z.array(ENTITIES.references),
    comments: z.array(ENTITIES.comments),
    sources: z.array(ENTITIES.sources),
    editions: z.array(ENTITIES.editions),
    quotations: z.array(ENTITIES.quotations),
    participants: z.array(ENTITIES.participants),
    proposals: z.array(ENTITIES.proposals),
  })
  .meta({ id: 'MapContent' });

const patchOf = <T extends TableName, S extends z.ZodType<Entities[T]>>(table: T, entity: S) =>
  z.union([
    z.object({ table: z.literal(table), put: entity, mergedWith: Id.nullable().optional() }),
    z.object({ table: z.literal(table), drop: Id }),
  ]);

export const ToldPatch: z.ZodType<Patch> = z
  .union([
    z.object({ table: z.literal('info'), put: MapInfo }),
    patchOf('claims', ENTITIES.claims),
    patchOf('arguments', ENTITIES.arguments),
    patchOf('references', ENTITIES.references),
    patchOf('comments', ENTITIES.comments),
    patchOf('sources', ENTITIES.sources),
    patchOf('editions', ENTITIES.editions),
    patchOf('quotations', ENTITIES.quotations),
    patchOf('participants', ENTITIES.participants),
    patchOf('proposals', ENTITIES.proposals),
  ])
  .meta({ id: 'Patch' });
