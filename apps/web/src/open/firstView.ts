// Which view is shown first. Apart from house.ts and address.ts: main.ts asks before anything else is here.
import type { Load } from '../ui/fetched.ts';

export interface FirstView {
  readonly id: string;
  readonly load: Load<object>;
  /** A phone begins with this one. */
  readonly onPhone?: true;
}

type Views<V> = readonly [V, ...V[]];

/** Where the address names none. */
export const startOf = <V extends FirstView>(views: Views<V>, narrow: boolean): V =>
  (narrow && views.find(({ onPhone }) => onPhone)) || views[0];

export const firstView = <V extends FirstView>(views: Views<V>, search: string, narrow: boolean): V =>
  views.find(({ id }) => id === new URLSearchParams(search).get('view')) ?? startOf(views, narrow);
