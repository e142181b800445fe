// Plans that a person keeps on this device, to begin other debates with.
import { Plan, type Id } from '@counterpoint/shared';
import { z } from 'zod';

const KEY = 'debate-formats';
/** What does not read, as what another version kept, is left out. */
const Kept = z.array(z.unknown());

export function ownFormats(): Plan[] {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return (kept.data ?? []).flatMap((one) => Plan.safeParse(one).data ?? []);
  } catch {
    return []; // storage may be forbidden
  }
}

/** Takes the place of the one of this name. */
export const keepFormat = (plan: Plan): void => write([...others(plan.name), plan]);
export const forgetFormat = (name: string): void => write(others(name));

const others = (name: string): Plan[] => ownFormats().filter((one) => one.name !== name);

function write(plans: readonly Plan[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(plans));
  } catch {
    // it cannot be kept
  }
}

/** The same plan for another debate: its sides and phases are others. */
export function renewed(plan: Plan, newId: () => Id): Plan {
  const ids = new Map(plan.sides.map(({ id }) => [id, newId()]));
  return {
    ...plan,
    sides: plan.sides.map((side) => ({ ...side, id: ids.get(side.id) ?? side.id })),
    phases: plan.phases.map((phase) => ({
      ...phase,
      id: newId(),
      side: phase.side === null ? null : (ids.get(phase.side) ?? null),
    })),
  };
}
