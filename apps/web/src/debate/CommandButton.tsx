import { useTranslation } from 'react-i18next';
import { at, run, type CommandId } from '../open/command.ts';
import { useCommands } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { MenuItem } from '../ui/Menu.tsx';

/** What of the list of commands can be done now, by its id. */
function useCommand(id: CommandId) {
  const { t } = useTranslation('commands');
  const session = useOpenMap();
  useDoc((doc) => doc.view);
  useDoc((doc) => doc.role);
  const command = useCommands().find((one) => one.id === id);
  const here = at(session, null);
  if (!command?.offered(here)) return undefined;
  const title = command.title(t, here);
  return { command, title, name: command.name?.(t) ?? title, press: () => run(command, session, null) };
}

/** A command as a button, where this person may do it now. */
export function CommandButton({ id, look = 'ghost' }: { id: CommandId } & Pick<ButtonProps, 'look'>) {
  const found = useCommand(id);
  if (!found) return null;
  const { command, title, name, press } = found;
  return (
    <Button look={look} {...(command.icon ? { icon: command.icon } : {})} title={title} onClick={press}>
      {name}
    </Button>
  );
}

export function CommandItem({ id }: { id: CommandId }) {
  const found = useCommand(id);
  if (!found) return null;
  return (
    <MenuItem icon={found.command.icon} onSelect={found.press}>
      {found.title}
    </MenuItem>
  );
}
