// [Z-22] [S-26] Commands by which whoever manages the map stops those who do not decide, and lets them go on; and archives it.
import type { Edit } from '@counterpoint/shared';
import { allows, command, editing, type At, type Command } from '../command.ts';

const FREE: Edit = { kind: 'set-hold', hold: 'none', slow: 0 };

const isArchived = ({ doc: { view } }: At): boolean => view.info.hold === 'archived';

const freezing = (at: At): Edit | undefined => {
  const { hold, slow } = at.doc.view.info;
  return isArchived(at) ? undefined : { ...FREE, hold: hold === 'frozen' ? 'none' : 'frozen', slow };
};

const archiving = ({ doc: { view } }: At): Edit => ({ ...FREE, hold: 'archived', slow: view.info.slow });

export const holding: readonly Command[] = [
  editing(
    'freeze',
    {
      group: 'page',
      icon: 'pause',
      keys: ['Alt+Shift+P'],
      reach: 'page',
      title: (t, { doc }) => t(doc.view.info.hold === 'frozen' ? 'title.unfreeze' : 'title.freeze'),
    },
    freezing,
  ),
  command(
    'hold',
    { group: 'page', icon: 'settings' },
    (at) => allows(at, freezing(at)),
    ({ screen }) => screen.ask({ for: 'hold' }),
  ),
  command(
    'archive',
    {
      group: 'page',
      icon: 'lock',
      title: (t, at) => t(isArchived(at) ? 'title.permalink' : 'title.archive'),
    },
    (at) => isArchived(at) || allows(at, archiving(at)),
    ({ screen }) => screen.ask({ for: 'archive' }),
  ),
];
