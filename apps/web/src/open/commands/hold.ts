// [Z-22] Commands by which whoever manages the map stops those who do not decide, and lets them go on.
import type { Edit } from '@counterpoint/shared';
import { allows, command, editing, type At, type Command } from '../command.ts';

const FREE: Edit = { kind: 'set-hold', hold: 'none', slow: 0 };

const freezing = ({ doc: { view } }: At): Edit =>
  view.info.hold === 'frozen' ? { ...FREE, slow: view.info.slow } : { ...FREE, hold: 'frozen', slow: view.info.slow }; // prettier-ignore

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
];
