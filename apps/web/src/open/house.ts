// What the page of a map is made of, as lists. MapRoute.tsx fills them; workspace, canvas and outline know no entry by name.
import { createContext, useContext, type ComponentType } from 'react';
import type { IconName } from '../ui/Icon.tsx';

export interface House {
  readonly views: readonly [View, ...View[]];
}

/** One way to look at the whole map; one begins with the first. */
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

export const viewIn = ({ views }: House, id: string | null): View =>
  views.find((view) => view.id === id) ?? views[0];

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('no house stands above this component');
  return house;
}
