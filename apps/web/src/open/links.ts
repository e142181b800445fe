// Links to places in a map; address.ts reads them.
import type { Id, Span } from '@counterpoint/shared';

/** What an address says of the page of a map. */
export interface Address {
  readonly view: string;
  /** The selected premise, by its own id. */
  readonly claim: Id | null;
  /** The claim whose branch alone is shown. */
  readonly focus: Id | null;
  readonly pane: string | null;
  /** The edition that is read; null for the latest of the first text. */
  readonly text: Id | null;
  /** The passage of it that is in sight. */
  readonly at: Span | null;
  /** [S-26] In the replay, the version that is shown; null for the last one. */
  readonly version: number | null;
}

/** The view that shows a text with all the room there is. */
export const SOURCE_VIEW = 'source';
/** The view of drafts, of a side or one's own. */
export const PREPARATION_VIEW = 'preparation';
/** The view of what waits for a moderator, and the pane of what is said about a claim. */
export const REVIEW_VIEW = 'review';
export const DISCUSSION_PANE = 'discussion';

/** The view of who grades, and [K5] the pane of what one was graded. */
export const GRADING_VIEW = 'grading';
export const GRADES_PANE = 'grades';

/** The view that tells who did what. */
export const RECORD_VIEW = 'record';

/** The view that plays back what happened. */
export const REPLAY_VIEW = 'replay';
/** The view of what came of it, in figures. */
export const REPORT_VIEW = 'report';

/** [S-26] The permanent link to the map as it was at a version. */
export const linkToVersion = (origin: string, map: Id, version: number): string =>
  `${origin}/maps/${map}${queryOf({ view: REPLAY_VIEW, at: String(version) })}`;

/** The link to a place in a text, read with all the room there is. */
export const linkToText = (map: Id, text: Id, at: Span | null): string =>
  `/maps/${map}${queryOf({ view: SOURCE_VIEW, text, at: at && `${at.start}-${at.end}` })}`;

/** The link to a claim, or to one use of it: it opens the claim, in this view, for whoever may see the map. */
export function linkTo(
  origin: string,
  map: Id,
  { view = null, claim }: { readonly view?: string | null; readonly claim: Id },
): string {
  return `${origin}/maps/${map}${queryOf({ view, claim })}`;
}

/** With its question mark; empty where nothing is said. */
export function queryOf(said: Partial<Record<keyof Address, string | null>>): string {
  const named = Object.entries(said).filter((one): one is [string, string] => one[1] !== null);
  return named.length === 0 ? '' : `?${new URLSearchParams(named).toString()}`;
}
