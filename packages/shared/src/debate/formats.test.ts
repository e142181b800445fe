import { describe, expect, it } from '@jest/globals';
import { Plan } from '../map/tables/debates.ts';
import { anId } from '../../testing/aMap.ts';
import { FORMATS, planOf } from './formats.ts';

/** Minutes in all, by the table of the requirements; phases without a length count nothing. */
const MINUTES: Readonly<Record<string, number>> = {
  'british-parliamentary': 15 + 8 * 7,
  'world-schools': 60 + 6 * 8 + 2 * 4,
  'lincoln-douglas': 6 + 3 + 7 + 3 + 4 + 6 + 3,
  'karl-popper': 8 + 6 + 3 + 6 + 3 + 5 + 3 + 5 + 3 + 5 + 5,
  'public-forum': 3 + 4 + 4 + 3 + 4 + 4 + 3 + 3 + 3 + 3 + 2 + 2,
  oxford: 3 + 5 + 5 + 20 + 15 + 2 + 2 + 3,
  fishbowl: 10 + 15 + 5 + 15,
  seminar: 15 + 15 + 5 + 20 + 15 + 5,
  free: 0,
};

describe('formats of debates', () => {
  it.each(FORMATS.map((format) => [format.key, format] as const))(
    '[D1] %s is a plan whose times add up, in both languages (S-06)',
    (key, format) => {
      for (const language of ['zh', 'en']) {
        let made = 0;
        const plan = Plan.parse(planOf(format, language, () => anId(++made)));
        const seconds = plan.phases.reduce((sum, phase) => sum + (phase.seconds ?? 0), 0);
        expect([key, seconds / 60]).toEqual([key, MINUTES[key]]);
        const sides = new Set(plan.sides.map(({ id }) => id));
        expect(plan.phases.every(({ side }) => side === null || sides.has(side))).toBe(true);
        expect(plan.phases.every(({ seconds, bells }) => bells.every(({ left }) => left < (seconds ?? 0)))).toBe(true); // prettier-ignore
        if (language === 'zh') for (const { name } of [...plan.phases, ...plan.sides]) expect(name).toMatch(/\p{Script=Han}/u); // prettier-ignore
      }
    },
  );

  it('[D6] rings in a British Parliamentary speech after the first minute, before the last, and twice at its end', () => {
    const speech = FORMATS.find(({ key }) => key === 'british-parliamentary')?.phases[1];
    expect(speech?.bells.map(({ left, rings }) => [left, rings])).toEqual([[360, 1], [60, 1], [0, 2]]); // prettier-ignore
  });
});
