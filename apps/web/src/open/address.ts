// The address of what is open in the page of a map: its view, claim, branch and pane, in the query. What is as it begins is left out.
import { Id, type Span } from '@counterpoint/shared';
import { queryOf, REPLAY_VIEW, type Address } from './links.ts';

/** What an address can name on this page, and what is open where it names nothing. */
export interface Places {
  readonly views: readonly string[];
  readonly panes: readonly string[];
  readonly start: Pick<Address, 'view' | 'pane'>;
}

export interface ReadAddress extends Address {
  /** A claim is named in a way that names none: who followed a link that was cut short is told. */
  readonly garbled: boolean;
}

/** No pane is open, where one would be. */
const NO_PANE = 'none';

/** Whatever stands in a query: what is unknown, malformed or said twice counts as not said. */
export function readAddress(search: string, { views, panes, start }: Places): ReadAddress {
  const query = new URLSearchParams(search);
  const said = (name: string): string | undefined => {
    const values = query.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  };
  const oneOf = (known: readonly string[], value: string | undefined): string | undefined =>
    value !== undefined && known.includes(value) ? value : undefined;
  const claim = idIn(said('claim'));
  const pane = said('pane');
  const text = idIn(said('text'));
  const view = oneOf(views, said('view')) ?? start.view;
  const replays = view === REPLAY_VIEW;
  return {
    view,
    claim,
    focus: idIn(said('focus')),
    pane: pane === NO_PANE ? null : (oneOf(panes, pane) ?? start.pane),
    text,
    at: text === null || replays ? null : spanIn(said('at')),
    version: replays ? versionIn(said('at')) : null,
    garbled: claim === null && query.has('claim'),
  };
}

const idIn = (value: string | undefined): Id | null => (Id.safeParse(value).success ? (value ?? null) : null);

/** Two numbers, as in `at=120-140`; a text has at most so many code points. */
function spanIn(value: string | undefined): Span | null {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(value ?? '') ?? [];
  return Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

/** Whatever names no version is before the first: who followed such a link is shown the nearest, and told. */
const versionIn = (value: string | undefined): number | null =>
  value === undefined ? null : /^\d{1,15}$/.test(value) ? Number(value) : 0;

/** The query, with its question mark; empty where all is as it begins. */
export function writeAddress(
  { view, claim, focus, pane, text, at, version }: Address,
  { start }: Places,
): string {
  return queryOf({
    view: view === start.view ? null : view,
    claim,
    focus,
    pane: pane === start.pane ? null : (pane ?? NO_PANE),
    text,
    at: view === REPLAY_VIEW ? (version?.toString() ?? null) : text && at && `${at.start}-${at.end}`,
  });
}
