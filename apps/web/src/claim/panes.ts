// What there is to see of a claim, beside the map. Small, and wanted at once, even where the line is cut: no scripts of their own.
import { commentsOn, isKeptBack, may, unreadTalk, waitingFor } from '@counterpoint/shared';
import i18next from 'i18next';
import type { Pane } from '../open/house.ts';
import { DISCUSSION_PANE } from '../open/links.ts';
import './claim.css';
import { ClaimTab } from './ClaimTab.tsx';
import { DiscussionTab } from './DiscussionTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { ReviewTab } from './ReviewTab.tsx';

export const CLAIM_PANES: readonly Pane[] = [
  {
    id: 'claim',
    title: () => i18next.t('tabs.claim', { ns: 'claim' }),
    about: 'claim',
    load: async () => ClaimTab,
  },
  {
    id: DISCUSSION_PANE,
    title: () => i18next.t('tabs.discussion', { ns: 'claim' }),
    about: 'claim',
    badge: ({ view }, claim) => (claim ? commentsOn(view, claim.id).length : 0),
    fresh: ({ view }, claim, reading) => (claim ? unreadTalk(view, claim.id, reading) : 0),
    load: async () => DiscussionTab,
  },
  {
    id: 'history',
    title: () => i18next.t('tabs.history', { ns: 'claim' }),
    about: 'claim',
    load: async () => HistoryTab,
  },
  {
    id: 'review',
    title: () => i18next.t('tabs.review', { ns: 'claim' }),
    about: 'map',
    // For who decides, and for who proposed something.
    offered: ({ view, role, participant }) =>
      may(role, 'review') ||
      [...view.proposals.values()].some((one) => one.by === participant && !isKeptBack(one)),
    badge: ({ view, participant }) => waitingFor(view, participant).length,
    alert: true,
    load: async () => ReviewTab,
  },
];
