// The views of a map by their scripts alone, so that main.ts fetches the first at once; MapRoute.tsx says the rest of them.
import type { GRADING_VIEW, PREPARATION_VIEW, RECORD_VIEW, REPLAY_VIEW, REPORT_VIEW, REVIEW_VIEW, SOURCE_VIEW } from './open/links.ts'; // prettier-ignore
import type { FirstView } from './open/firstView.ts';

export const CANVAS = {
  id: 'map',
  load: async () => (await import('./canvas/CanvasView.tsx')).CanvasView,
} satisfies FirstView;

export const OUTLINE = {
  id: 'outline',
  load: async () => (await import('./outline/OutlineView.tsx')).OutlineView,
  onPhone: true,
} satisfies FirstView;

export const SOURCE = {
  id: 'source' satisfies typeof SOURCE_VIEW,
  load: async () => (await import('./source/SourceView.tsx')).SourceView,
} satisfies FirstView;

export const PREPARATION = {
  id: 'preparation' satisfies typeof PREPARATION_VIEW,
  load: async () => (await import('./preparation/PreparationView.tsx')).PreparationView,
} satisfies FirstView;

export const REVIEW = {
  id: 'review' satisfies typeof REVIEW_VIEW,
  load: async () => (await import('./review/ReviewView.tsx')).ReviewView,
} satisfies FirstView;

export const VOTE = {
  id: 'vote',
  load: async () => (await import('./voting/VoteView.tsx')).VoteView,
} satisfies FirstView;

export const REPORT = {
  id: 'report' satisfies typeof REPORT_VIEW,
  load: async () => (await import('./report/ReportView.tsx')).ReportView,
} satisfies FirstView;

export const COMPARE = {
  id: 'compare',
  load: async () => (await import('./exercise/CompareView.tsx')).CompareView,
} satisfies FirstView;

export const GRADING = {
  id: 'grading' satisfies typeof GRADING_VIEW,
  load: async () => (await import('./grading/GradingView.tsx')).GradingView,
} satisfies FirstView;

export const RECORD = {
  id: 'record' satisfies typeof RECORD_VIEW,
  load: async () => (await import('./record/RecordView.tsx')).RecordView,
} satisfies FirstView;

export const REPLAY = {
  id: 'replay' satisfies typeof REPLAY_VIEW,
  load: async () => (await import('./replay/ReplayView.tsx')).ReplayView,
} satisfies FirstView;

export const PROJECTOR = {
  id: 'projector',
  load: async () => (await import('./projector/ProjectorView.tsx')).ProjectorView,
} satisfies FirstView;

export const VIEWS = [
  CANVAS,
  OUTLINE,
  SOURCE,
  PREPARATION,
  REVIEW,
  VOTE,
  RECORD,
  REPLAY,
  REPORT,
  COMPARE,
  GRADING,
  PROJECTOR,
] as const;
