import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { at, type Command } from './command.ts';
import { useCommands } from './house.ts';
import { useDoc, useOpenMap, useScreen } from './openMap.ts';

export interface Offered {
  readonly command: Command;
  /** In the language of the page. */
  readonly title: string;
  /** The same on a button, where there is little room. */
  readonly name: string;
}

/** What can be done with a premise now, or with null what with the map as a whole, in the order of menus. */
export function useOffered(id: Id | null, isMeant: (command: Command) => boolean): readonly Offered[] {
  const { t } = useTranslation('commands');
  const session = useOpenMap();
  const commands = useCommands();
  // What commands ask about: it is read anew whenever any of it changes.
  useDoc((state) => state.view);
  useDoc((state) => state.role);
  useScreen((state) => state.folded);
  useScreen((state) => state.focus);
  const here = at(session, id);
  return commands
    .filter((command) => isMeant(command) && command.offered(here))
    .map((command) => {
      const title = command.title(t, here);
      return { command, title, name: command.name?.(t) ?? title };
    });
}
