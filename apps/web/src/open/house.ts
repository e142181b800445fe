// What the page of a map is made of, as lists. MapRoute.tsx fills them; workspace, canvas and outline know no entry by name.
import { createContext, useContext, useMemo, type ComponentType } from 'react';
import type { Command } from './command.ts';
import type { IconName } from '../ui/Icon.tsx';

export interface House {
  readonly views: readonly [View, ...View[]];
  /** In the order of menus. */
  readonly commands: readonly Command[];
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

/** All that can be done, and that each view can be shown. */
export function useCommands(): readonly Command[] {
  const house = useHouse();
  return useMemo(() => [...house.commands, ...house.views.map(showing)], [house]);
}

const showing = (view: View): Command => ({
  id: `show-${view.id}`,
  title: (t) => t('show', { what: view.title() }),
  group: 'page',
  icon: view.icon,
  keys: [],
  offered: ({ screen }) => screen.view !== view.id,
  run: ({ screen }) => screen.show(view.id),
});
