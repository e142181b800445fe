import { useEffect } from 'react';
import { at, pressed, run } from '../open/command.ts';
import { useCommands } from '../open/house.ts';
import { isTextField } from '../open/keys.ts';
import { useOpenMap } from '../open/openMap.ts';

/** Keys that work wherever the focus is, unless a dialog or a menu has it; a field keeps those that it has itself. */
export function usePageKeys(): void {
  const session = useOpenMap();
  const commands = useCommands();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      if (target.closest('[role="dialog"], [role="menu"]')) return;
      const inReach = commands.filter(({ reach }) =>
        isTextField(target) ? reach === 'fields' : reach !== undefined,
      );
      const { selected } = session.screen.getState();
      const command = pressed(event, inReach, at(session, selected));
      if (!command) return;
      event.preventDefault();
      run(command, session, selected);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [session, commands]);
}
