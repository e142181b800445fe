import {
  editionsOf,
  sourcesOf,
  type ArgumentMap,
  type Edition,
  type Id,
  type Source,
} from '@counterpoint/shared';
import { useDoc, useScreen } from '../open/openMap.ts';

export interface Shown {
  readonly source: Source;
  readonly edition: Edition;
  /** Of the source, oldest first. */
  readonly editions: readonly Edition[];
}

/** The text that is read now: the one that was asked for, or the latest edition of the first. */
export function useShown(): Shown | null {
  const asked = useScreen((state) => state.edition);
  const view = useDoc((state) => state.view);
  return shownIn(view, asked);
}

export function shownIn(view: ArgumentMap, asked: Id | null): Shown | null {
  const wanted = asked === null ? undefined : view.editions.get(asked);
  const source = (wanted && view.sources.get(wanted.source)) ?? sourcesOf(view)[0];
  const editions = source ? editionsOf(view, source.id) : [];
  const edition = wanted ?? editions.at(-1);
  return source && edition ? { source, edition, editions } : null;
}

/** Whether the map has a text to read. */
export const hasText = (view: ArgumentMap): boolean => sourcesOf(view).length > 0;
