// What the page of a map is made of, as lists. MapRoute.tsx fills them; workspace, canvas and outline know no entry by name.
import type { Claim, ReadMarks } from '@counterpoint/shared';
import { createContext, useContext, useMemo } from 'react';
import type { Load } from '../ui/fetched.ts';
import { isNarrow } from '../ui/isNarrow.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { Command } from './command.ts';
import type { FirstView } from './firstView.ts';
import type { Key } from './keys.ts';
import type { MapState } from './mapStore.ts';
import { useDoc, useDocList, useScreen, type Selected } from './openMap.ts';
import type { Asking } from './screenStore.ts';

/** What views, panes and dialogs `load` may be a script of its own; inside, `useOpenMap` finds the map. */
export interface House {
  readonly views: readonly [View, ...View[]];
  readonly panes: readonly Pane[];
  /** Stand before the map, one at a time, each beside every view but its own. */
  readonly sides: readonly Side[];
  /** Stands below the map, whatever is shown. */
  readonly strip?: Strip;
  /** What features say of a claim in its pane, between its words and what it rests on, in this order. */
  readonly onClaim: readonly ClaimPart[];
  /** Lines over the map, where there is something to say; they come last. */
  readonly lines: readonly Load<object>[];
  /** Counts how strong claims are while the map shows it, and draws nothing. */
  readonly counts: Load<object>;
  readonly dialogs: Dialogs;
  /** Stands beneath the field in which a claim is written. */
  readonly whileWriting?: Load<object>;
  /** In the order of menus. */
  readonly commands: readonly Command[];
}

/** One way to look at the whole map; one begins with the first, on a phone with its own. */
export interface View extends FirstView {
  /** In the language of the page, asked whenever it is drawn. */
  readonly title: () => string;
  readonly icon: IconName;
  /** Whether this person has it; everyone does when this is left out. */
  readonly offered?: (doc: MapState) => boolean;
  /** How many things wait in it for this person. */
  readonly badge?: (doc: MapState) => number;
  /** Stands beside the map where there is room: only a phone leads to it. */
  readonly besides?: true;
  /** Looked at now and then, mostly when a debate is over: it stands in a menu behind the others. */
  readonly after?: true;
  /** It shows the past: what stands beside the map and below it, and is of now, steps back. */
  readonly past?: true;
  /** It has the whole window, for others to look at; a phone does not lead to it. */
  readonly alone?: true;
}

/** What one writes the map from, in a narrow column; where there is no room for one, its view takes its place. */
export interface Side extends Pick<View, 'title' | 'icon' | 'load'> {
  /** The view that shows the same with more room. */
  readonly view: string;
  /** Whether there is anything in it for this person. */
  readonly offered: (doc: MapState) => boolean;
  /** How many things are in it. */
  readonly badge?: (doc: MapState) => number;
}

/** What goes on over the map, for as long as it does. */
export interface Strip {
  readonly label: () => string;
  readonly offered: (doc: MapState) => boolean;
  readonly load: Load<object>;
  /** What of it is heard where a view has the whole window. */
  readonly heard: Load<object>;
}

/** A tab beside the map: about the claim that is selected, or about the whole map. */
export type Pane = ClaimPane | MapPane;

interface Tab {
  readonly id: string;
  readonly title: () => string;
  /** They show it from anywhere on the page. */
  readonly keys?: readonly Key[];
  /** Whether this person has it; everyone does when this is left out. */
  readonly offered?: (doc: MapState) => boolean;
  /** How many things are in it, told beside the title; nothing is told of none. */
  readonly badge?: (doc: MapState, claim: Claim | null) => number;
  /** How many of those this person has not seen yet. */
  readonly fresh?: (doc: MapState, claim: Claim | null, reading: ReadMarks) => number;
  /** They wait for this person. */
  readonly alert?: true;
}

export interface ClaimPane extends Tab {
  readonly about: 'claim';
  /** Begins anew with another claim. */
  readonly load: Load<Selected>;
}

/** Left out of the page where it is not offered. */
export interface ClaimPart {
  readonly id: string;
  readonly offered: (doc: MapState) => boolean;
  readonly load: Load<Selected>;
}

export interface MapPane extends Tab {
  readonly about: 'map';
  readonly load: Load<object>;
}

export interface DialogProps<K extends Asking['for'] = Asking['for']> {
  readonly asking: Asking<K>;
  readonly onClose: () => void;
}

/** One for each thing that can be asked for; a thing without one does not compile. */
export type Dialogs = {
  readonly [K in Asking['for']]: Load<DialogProps<K>>;
};

/** Those that this person has. */
export function useViews(): readonly View[] {
  const { views } = useHouse();
  return useDocList((doc) => views.filter((view) => view.offered?.(doc) ?? true));
}

/** The one that is shown: the first, where the chosen one is not this person's. */
export function useView(): View {
  const { views } = useHouse();
  const offered = useViews();
  const chosen = useScreen((state) => state.view);
  return offered.find((view) => view.id === chosen) ?? views[0];
}

/** What stands below the map, while there is anything in it. */
export function useStrip(): Strip | undefined {
  const { strip } = useHouse();
  const isOffered = useDoc((doc) => strip?.offered(doc) ?? false);
  return isOffered ? strip : undefined;
}

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('no house stands above this component');
  return house;
}

/** All that can be done, and that each pane and view can be shown. */
export function useCommands(): readonly Command[] {
  const house = useHouse();
  return useMemo(
    () => [...house.commands, ...house.panes.map(paneCommand), ...house.views.map(viewCommand)],
    [house],
  );
}

const viewCommand = (view: View): Command => ({
  id: `show-${view.id}`,
  title: (t) => t('show', { what: view.title() }),
  group: 'page',
  icon: view.icon,
  keys: [],
  offered: ({ screen, doc }) => screen.view !== view.id && (view.offered?.(doc) ?? true),
  run: ({ screen }) => (view.besides && !isNarrow() ? screen.openSide(true, view.id) : screen.show(view.id)),
});

/** In the menu of a claim where it is about that. */
const paneCommand = (pane: Pane): Command => ({
  id: `show-${pane.id}`,
  title: (t) => t('show', { what: pane.title() }),
  group: pane.about === 'claim' ? 'look' : 'page',
  icon: 'panel',
  keys: pane.keys ?? [],
  reach: 'page',
  offered: ({ doc, id }) => (pane.about === 'map' || id !== null) && (pane.offered?.(doc) ?? true),
  run({ screen, id }) {
    if (id !== null) screen.select(id);
    screen.showTab(pane.id);
    screen.openPanel(true);
  },
});
