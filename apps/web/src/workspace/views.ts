import type { ComponentType } from 'react';
import type { IconName } from '../ui/Icon.tsx';

/** One way to look at the whole map. The workspace knows none by name: MapRoute.tsx lists them, and one begins with the first. */
export interface View {
  readonly id: string;
  /** In the language of the page, asked whenever it is drawn. */
  readonly title: () => string;
  readonly icon: IconName;
  /** Inside, `useOpenMap` finds the map. */
  readonly Component: ComponentType;
  /** A phone begins with this one. */
  readonly onPhone?: true;
}

export type Views = readonly [View, ...View[]];

export const viewIn = (views: Views, id: string | null): View =>
  views.find((view) => view.id === id) ?? views[0];
