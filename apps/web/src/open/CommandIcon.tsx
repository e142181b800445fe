import { RelationSign } from '../relation/Relation.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Command } from './command.ts';

/** The sign of the relation that it makes, or what it looks like otherwise; a command without either keeps the room. */
export function CommandIcon({ command: { sign, icon } }: { command: Command }) {
  if (sign) return <span data-relation={sign}><RelationSign relation={sign} /></span>; // prettier-ignore
  return icon ? <Icon name={icon} /> : <span />;
}
