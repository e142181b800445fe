import i18next from 'i18next';
import { hasGrades } from '../open/grading.ts';
import type { Pane } from '../open/house.ts';
import { GRADES_PANE } from '../open/links.ts';
import type { Load } from '../ui/fetched.ts';

/** `worded` fetches its words with a script. */
export const GRADING_PANES = (worded: (load: Load<object>) => Load<object>): readonly Pane[] => [
  {
    id: GRADES_PANE,
    title: () => i18next.t('views.grades', { ns: 'map' }),
    about: 'map',
    offered: hasGrades,
    load: worded(async () => (await import('./MyGrades.tsx')).MyGrades),
  },
];
