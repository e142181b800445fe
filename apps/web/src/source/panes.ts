import i18next from 'i18next';
import type { Pane } from '../open/house.ts';
import { unsettledIn } from '../open/unsettled.ts';

export const ROUND_PANE = 'round';

export const SOURCE_PANES: readonly Pane[] = [
  {
    id: 'quotations',
    title: () => i18next.t('settle.tab', { ns: 'source' }),
    about: 'map',
    offered: ({ view }) => view.quotations.size > 0,
    badge: ({ view }) => unsettledIn(view).length,
    alert: true,
    load: async () => (await import('./QuotationsPane.tsx')).QuotationsPane,
  },
  {
    id: ROUND_PANE,
    title: () => i18next.t('tab', { ns: 'round' }),
    about: 'map',
    offered: ({ view }) => [...view.rounds.values()].some(({ removed }) => !removed),
    load: async () => (await import('./RoundPane.tsx')).RoundPane,
  },
];
