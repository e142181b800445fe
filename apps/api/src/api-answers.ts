// The answers of a route, as the API page tells of them: for each status the body, or the refusals that come with it.
import { HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { FORMATS, PAPERS, RefusalAnswer, type RefusalCode, type Right } from '@counterpoint/shared';
import type { z } from 'zod';
import { STATUS } from './refusals.ts';

/** JSON by its schema, a file in one of the formats, or no body. */
export type Answer = z.ZodType | 'a file' | 'nothing';

/** Nothing, any account (guests have one too), that of whoever runs the server, or a right over the map in `:id`. */
export type Asks = 'nothing' | 'account' | 'admin' | Right;

/** What of a route says how it answers. */
export interface Answering {
  readonly asks: Asks;
  /** Asks for an account besides the right over the map, or for anybody who is known: by an account, or by the faces of their browser. */
  readonly account?: true | 'or face';
  readonly answers: Answer;
  /** Of that answer; 200 where it is not said. */
  readonly status?: number;
  /** What else it answers, by status. */
  readonly besides?: Readonly<Record<number, Answer>>;
  /** Refusals that do not follow from the rest. */
  readonly refuses?: readonly RefusalCode[];
}

/** Every request can be answered so: it cannot be read, it is not its turn, or the server has trouble. */
const EVERYWHERE: readonly RefusalCode[] = ['invalid', 'too-large', 'busy', 'too-many-requests', 'internal'];

/** Gives a handler its status, and the API page its answers. */
export function Answers(rule: Answering, changes: boolean): MethodDecorator[] {
  const { answers, status = 200, besides = {} } = rule;
  return [
    HttpCode(status),
    answered(status, answers),
    ...Object.entries(besides).map(([other, answer]) => answered(Number(other), answer)),
    ...refused(refusalsOf(rule, changes)),
  ];
}

function answered(status: number, answer: Answer): MethodDecorator {
  if (answer === 'nothing') return ApiResponse({ status, description: 'No body.' });
  if (answer === 'a file')
    return ApiResponse({
      status,
      description: 'The file.',
      content: FILES,
      headers: { 'X-Loss-Report': LOSSES },
    });
  return ApiResponse({ status, standardSchema: answer });
}

const mediaTypes = new Set([...FORMATS, ...PAPERS].map(({ mediaType }) => mediaType));
const FILES = Object.fromEntries(
  [...mediaTypes].map((type) => [type, { schema: { type: 'string', format: 'binary' } } as const]),
);
const LOSSES = {
  description: 'What the file could not hold: as `losses` in JSON, with three places each.',
  schema: { type: 'string' },
} as const;

/** One schema for all; the codes stand in the description. */
function refused(codes: readonly RefusalCode[]): MethodDecorator[] {
  const byStatus = new Map<number, Set<string>>();
  for (const code of codes)
    byStatus.set(STATUS[code], (byStatus.get(STATUS[code]) ?? new Set()).add(`\`${code}\``));
  return [...byStatus].map(([status, names]) =>
    ApiResponse({ status, description: [...names].join(', '), standardSchema: RefusalAnswer }),
  );
}

/** What a route refuses follows for the most part from what it asks. */
function refusalsOf({ asks, account, refuses = [] }: Answering, changes: boolean): RefusalCode[] {
  const isOfMap = asks !== 'nothing' && asks !== 'account';
  const needsRole = isOfMap && asks !== 'read';
  const codes: [RefusalCode, when: boolean][] = [
    ['not-signed-in', asks === 'account' || account !== undefined || needsRole],
    ['not-found', isOfMap],
    ['not-allowed', needsRole],
    ['wrong-origin', changes],
  ];
  return [...codes.flatMap(([code, when]) => (when ? code : [])), ...refuses, ...EVERYWHERE];
}
