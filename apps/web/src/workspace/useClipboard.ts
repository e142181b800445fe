import { useEffect } from 'react';
import { copied, paste } from '../open/clipboard.ts';
import { at } from '../open/command.ts';
import { useCommands } from '../open/house.ts';
import { isTextField } from '../open/keys.ts';
import { useOpenMap } from '../open/openMap.ts';

/** Copy, cut and paste of the browser, by key or by its menu, mean the selected claim unless a text is selected. */
export function useClipboard(): void {
  const session = useOpenMap();
  const commands = useCommands();
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const { target, type, clipboardData } = event;
      if (!clipboardData || event.defaultPrevented || isTextField(target)) return;
      if (target instanceof Element && target.closest('[role="dialog"], [role="menu"]')) return;
      if (type !== 'paste' && !(getSelection()?.isCollapsed ?? true)) return;
      const here = at(session, session.screen.getState().selected);
      const command = commands.find((one) => one.event === type);
      if (!command?.offered(here)) return;
      event.preventDefault();
      if (type === 'paste') paste(here, clipboardData.getData('text/plain'));
      else clipboardData.setData('text/plain', copied(here));
      if (type === 'cut') here.screen.take(here.id);
    };
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, listen);
    return () => types.forEach((type) => document.removeEventListener(type, listen));
  }, [session, commands]);
}
