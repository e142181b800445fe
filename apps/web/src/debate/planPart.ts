import type { Plan } from '@counterpoint/shared';

/** What a part of the plan shows, and how it changes it. */
export interface PlanPart {
  plan: Plan;
  change: (more: Partial<Plan>) => void;
}
