// What the page of a map is made of, as lists. MapRoute.tsx fills them; workspace, canvas and outline know no entry by name.
import type { Claim } from '@counterpoint/shared';
import { createContext, useContext, type ComponentType } from 'react';
import type { IconName } from '../ui/Icon.tsx';
import type { MapState } from './mapStore.ts';
import type { Selected } from './openMap.ts';
import type { Asking } from './screenStore.ts';

export interface House {
  readonly views: readonly [View, ...View[]];
  readonly panes: readonly Pane[];
  readonly dialogs: Dialogs;
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

/** A tab beside the map: about the claim that is selected, or about the whole map. */
export type Pane = ClaimPane | MapPane;

interface Tab {
  readonly id: string;
  readonly title: () => string;
  /** Whether this person has it; everyone does when this is left out. */
  readonly offered?: (doc: MapState) => boolean;
  /** How many things are in it, told beside the title; nothing is told of none. */
  readonly badge?: (doc: MapState, claim: Claim | null) => number;
  /** They wait for this person. */
  readonly alert?: true;
}

export interface ClaimPane extends Tab {
  readonly about: 'claim';
  /** Begins anew with another claim. */
  readonly Component: ComponentType<Selected>;
}

export interface MapPane extends Tab {
  readonly about: 'map';
  readonly Component: ComponentType;
}

export interface DialogProps<K extends Asking['for'] = Asking['for']> {
  readonly asking: Asking<K>;
  readonly onClose: () => void;
}

/** One for each thing that can be asked for, each a script of its own; a thing without one does not compile. */
export type Dialogs = {
  readonly [K in Asking['for']]: () => Promise<ComponentType<DialogProps<K>>>;
};

export const viewIn = ({ views }: House, id: string | null): View =>
  views.find((view) => view.id === id) ?? views[0];

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('no house stands above this component');
  return house;
}
