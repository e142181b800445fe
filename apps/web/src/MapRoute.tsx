// What the page of a map is made of: features meet here and in routes.tsx.
import { debateOf, may } from '@counterpoint/shared';
import i18next from 'i18next';
import { UserMenu } from './account/UserMenu.tsx';
import { BOARD_PANES } from './board/panes.ts';
import { CLAIM_PANES } from './claim/panes.ts';
import { GRADING_PANES } from './grading/panes.ts';
import { fetchAllWords, fetchLaterWords } from './i18n/i18n.ts';
import { MapPage } from './workspace/MapPage.tsx';
import type { House } from './open/house.ts';
import { COMMANDS } from './open/commands/list.ts';
import { draftsIn, hasPreparation } from './open/keeping.ts';
import { mayGrade } from './open/grading.ts';
import { mayVote } from './open/voting.ts';
import { REPORT_PANES } from './report/panes.ts';
import { queueOf } from './review/queue.ts';
import type { Load } from './ui/fetched.ts';
import { SOURCE_PANES } from './source/panes.ts';
import { hasText } from './source/useShown.ts';
import {
  CANVAS,
  COMPARE,
  GRADING,
  OUTLINE,
  PREPARATION,
  PROJECTOR,
  RECORD,
  REPLAY,
  REPORT,
  REVIEW,
  SOURCE,
  VOTE,
} from './views.ts';

export const MapRoute = () => <MapPage menu={<UserMenu />} house={HOUSE} />;

const placeDialog = async () => (await import('./outline/PlaceDialog.tsx')).PlaceDialog;

/** Whose words are not there when a page begins. */
const worded =
  <P,>(load: Load<P>): Load<P> =>
  async () => {
    const [component] = await Promise.all([load(), fetchLaterWords()]);
    return component;
  };

/** It finds commands in every language. */
const palette = async () => {
  const [{ Palette }] = await Promise.all([import('./workspace/Palette.tsx'), fetchAllWords()]);
  return Palette;
};

export const HOUSE: House = {
  views: [
    { ...CANVAS, title: () => i18next.t('views.map', { ns: 'map' }), icon: 'fit' },
    { ...OUTLINE, title: () => i18next.t('views.outline', { ns: 'map' }), icon: 'outline' },
    { ...SOURCE, title: () => i18next.t('view', { ns: 'source' }), icon: 'text' },
    {
      ...PREPARATION,
      load: worded(PREPARATION.load),
      title: () => i18next.t('views.preparation', { ns: 'map' }),
      icon: 'lock',
      offered: hasPreparation,
      badge: ({ view }) => draftsIn(view).length,
      besides: true,
    },
    {
      ...REVIEW,
      title: () => i18next.t('view', { ns: 'review' }),
      icon: 'check',
      offered: ({ role }) => may(role, 'review'),
      badge: ({ unfolded }) => queueOf(unfolded).length,
    },
    {
      ...VOTE,
      load: worded(VOTE.load),
      title: () => i18next.t('view', { ns: 'voting' }),
      icon: 'check',
      offered: mayVote,
    },
    {
      ...REPORT,
      load: worded(REPORT.load),
      title: () => i18next.t('views.report', { ns: 'map' }),
      icon: 'outline',
      after: true,
      offered: ({ confirmed }) => confirmed.claims.size > 0,
    },
    {
      ...COMPARE,
      load: worded(COMPARE.load),
      title: () => i18next.t('views.compare', { ns: 'map' }),
      icon: 'swap',
      offered: ({ confirmed }) => confirmed.claims.size > 0,
      after: true,
    },
    {
      ...GRADING,
      load: worded(GRADING.load),
      title: () => i18next.t('views.grading', { ns: 'map' }),
      icon: 'edit',
      offered: mayGrade,
      after: true,
    },
    { ...RECORD, title: () => i18next.t('view', { ns: 'record' }), icon: 'history' },
    {
      ...REPLAY,
      load: worded(REPLAY.load),
      title: () => i18next.t('views.replay', { ns: 'map' }),
      icon: 'play',
      after: true,
      past: true,
    },
    {
      ...PROJECTOR,
      load: worded(PROJECTOR.load),
      title: () => i18next.t('views.projector', { ns: 'map' }),
      icon: 'screen',
      offered: ({ confirmed }) => debateOf(confirmed) !== undefined,
      alone: true,
      after: true,
    },
  ],
  commands: COMMANDS,
  panes: [...CLAIM_PANES, ...SOURCE_PANES, ...BOARD_PANES, ...REPORT_PANES, ...GRADING_PANES(worded)],
  sides: [
    {
      view: SOURCE.id,
      title: () => i18next.t('view', { ns: 'source' }),
      icon: 'text',
      offered: ({ view }) => hasText(view),
      load: async () => (await import('./source/SourceSide.tsx')).SourceSide,
    },
    {
      view: PREPARATION.id,
      title: () => i18next.t('views.preparation', { ns: 'map' }),
      icon: 'lock',
      offered: hasPreparation,
      badge: ({ view }) => draftsIn(view).length,
      load: worded(async () => (await import('./preparation/PreparationSide.tsx')).PreparationSide),
    },
  ],
  strip: {
    label: () => i18next.t('label', { ns: 'debate' }),
    offered: ({ view }) => debateOf(view) !== undefined,
    load: async () => (await import('./debate/DebateStrip.tsx')).DebateStrip,
    heard: async () => (await import('./debate/DebateBells.tsx')).DebateBells,
  },
  whileWriting: async () => (await import('./board/MuchLike.tsx')).MuchLike,
  onClaim: [
    {
      id: 'ratings',
      offered: ({ view }) => view.info.votes !== 'off',
      load: worded(async () => (await import('./voting/Ratings.tsx')).Ratings),
    },
    {
      id: 'strength',
      offered: ({ confirmed }) => confirmed.info.strength !== 'off',
      load: worded(async () => (await import('./strength/ClaimStrength.tsx')).ClaimStrength),
    },
  ],
  lines: [
    async () => (await import('./groups/GroupLine.tsx')).GroupLine,
    async () => (await import('./exchange/PrintedMap.tsx')).PrintedMap,
  ],
  counts: async () => (await import('./strength/Counting.tsx')).Counting,
  // Fetched in this order: what is large comes last.
  dialogs: {
    move: placeDialog,
    join: placeDialog,
    'link-support': placeDialog,
    'link-rebut': placeDialog,
    merge: worded(async () => (await import('./parting/MergeDialog.tsx')).MergeDialog),
    split: worded(async () => (await import('./parting/SplitDialog.tsx')).SplitDialog),
    share: worded(async () => (await import('./share/ShareDialog.tsx')).ShareDialog),
    settings: worded(async () => (await import('./share/SettingsDialog.tsx')).SettingsDialog),
    code: worded(async () => (await import('./share/CodeDialog.tsx')).CodeDialog),
    sides: async () => (await import('./side/SidesDialog.tsx')).SidesDialog,
    debate: async () => (await import('./debate/PlanDialog.tsx')).PlanDialog,
    publish: worded(async () => (await import('./preparation/PublishDialog.tsx')).PublishDialog),
    'end-debate': async () => (await import('./debate/EndDialog.tsx')).EndDialog,
    point: async () => (await import('./debate/PointDialog.tsx')).PointDialog,
    text: async () => (await import('./source/TextDialog.tsx')).TextDialog,
    rules: async () => (await import('./source/RulesDialog.tsx')).RulesDialog,
    round: async () => (await import('./source/RoundDialog.tsx')).RoundDialog,
    claim: async () => (await import('./source/ClaimDialog.tsx')).ClaimDialog,
    removed: async () => (await import('./outline/RemovedDialog.tsx')).RemovedDialog,
    reject: async () => (await import('./relation/RejectDialog.tsx')).RejectDialog,
    flag: async () => (await import('./review/FlagDialog.tsx')).FlagDialog,
    policy: async () => (await import('./review/PolicyDialog.tsx')).PolicyDialog,
    'first-proposal': async () => (await import('./review/FirstProposalDialog.tsx')).FirstProposalDialog,
    moderation: async () => (await import('./review/ModerationDialog.tsx')).ModerationDialog,
    voting: worded(async () => (await import('./voting/VotingDialog.tsx')).VotingDialog),
    groups: worded(async () => (await import('./groups/GroupsDialog.tsx')).GroupsDialog),
    tasks: worded(async () => (await import('./report/TasksDialog.tsx')).TasksDialog),
    rubric: worded(async () => (await import('./grading/RubricDialog.tsx')).RubricDialog),
    release: worded(async () => (await import('./grading/ReleaseDialog.tsx')).ReleaseDialog),
    strength: worded(async () => (await import('./strength/StrengthDialog.tsx')).StrengthDialog),
    hold: async () => (await import('./review/HoldDialog.tsx')).HoldDialog,
    print: async () => (await import('./exchange/PrintDialog.tsx')).PrintDialog,
    archive: worded(async () => (await import('./review/ArchiveDialog.tsx')).ArchiveDialog),
    search: palette,
    palette,
    keys: async () => (await import('./workspace/KeysDialog.tsx')).KeysDialog,
    tray: async () => (await import('./workspace/TrayDialog.tsx')).TrayDialog,
    export: async () => (await import('./exchange/ExportDialog.tsx')).ExportDialog,
    import: async () => (await import('./exchange/ImportHere.tsx')).ImportHere,
  },
};
