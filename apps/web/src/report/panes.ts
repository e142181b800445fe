import { may, TASKS } from '@counterpoint/shared';
import i18next from 'i18next';
import type { Pane } from '../open/house.ts';
import { fetchLaterWords } from '../i18n/i18n.ts';

export const REPORT_PANES: readonly Pane[] = [
  {
    // [S-16] While one writes; who decides sees it of all in the report.
    id: 'tasks',
    title: () => i18next.t('views.tasks', { ns: 'map' }),
    about: 'map',
    offered: ({ role, confirmed }) =>
      may(role, 'edit') && !may(role, 'review') && TASKS.some((task) => confirmed.info.tasks[task] > 0),
    load: async () => {
      const [{ TasksPane }] = await Promise.all([import('./TasksPane.tsx'), fetchLaterWords()]);
      return TasksPane;
    },
  },
];
