import { may } from '@counterpoint/shared';
import i18next from 'i18next';
import type { Pane } from '../open/house.ts';
import { BOARD_PANE } from './parts.ts';

export const BOARD_PANES: readonly Pane[] = [
  {
    id: BOARD_PANE,
    title: () => i18next.t('tab', { ns: 'board' }),
    about: 'map',
    offered: ({ role }) => may(role, 'review'),
    load: async () => (await import('./BoardPane.tsx')).BoardPane,
  },
  {
    // [S-20] For everybody else; who decides has it on the board.
    id: 'unanswered',
    title: () => i18next.t('unansweredTab', { ns: 'board' }),
    about: 'map',
    offered: ({ role, view }) => !may(role, 'review') && view.claims.size > 0,
    load: async () => (await import('./Unanswered.tsx')).UnansweredPane,
  },
];
