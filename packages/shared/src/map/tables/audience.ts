// Who sees an entity, said as circles of people. Which circles a viewer is in, visibility.ts knows.
import type { Id } from '../id.ts';

export type Circle = 'everyone' | 'reviewers' | `person:${Id}` | `side:${Id}` | `voted:${Id}`;

/** Seen by whoever is in one of the circles; by nobody when there are none. */
export type Audience = readonly Circle[];

export const EVERYONE: Audience = ['everyone'];
export const everyone = (): Audience => EVERYONE;

export const authorAlone = ({ by }: { readonly by: Id | null }): Audience =>
  by === null ? [] : [`person:${by}`];

/** [V1] [V5] Whoever made it, and those who decide. */
export const authorAndReviewers = ({ by }: { readonly by: Id | null }): Audience =>
  by === null ? ['reviewers'] : ['reviewers', `person:${by}`];
