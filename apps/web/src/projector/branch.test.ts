// [S-27] What of the map is on the wall, and how much of it has room.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { branchOf, fitting, linesOf, questionSize } from './branch.ts';

const told = (branch: ReturnType<typeof branchOf>) => ({
  question: branch.question,
  discussed: branch.discussed?.claim.text ?? null,
  answers: branch.answers.map(
    ({ relation, claims }) => `${relation}: ${claims.map(({ text }) => text).join(' & ')}`,
  ),
});

describe('the wall', () => {
  it('[S-27] shows the claim of the spotlight with what answers it and what undercuts its step', () => {
    const { map, thesis } = aDebate();
    const old = map.support(thesis, 'It is old');
    map.support(old.claim, 'Built in 1620');
    const joint = map.rebut(old.claim, 'Little of it is left');
    map.joint(joint.argument, 'The rest is new');
    map.rebut(old.argument, 'Old is not good');
    expect(told(branchOf(map.map, map.claim(old.claim)))).toEqual({
      question: 'Is it so?',
      discussed: 'It is old',
      answers: [
        'support: Built in 1620',
        'rebut: Little of it is left & The rest is new',
        'undercut: Old is not good',
      ],
    });
  });

  it('[S-27] begins with the first thesis, which is the question where the map has none', () => {
    const map = aMap({ question: '' });
    expect(told(branchOf(map.map, null))).toEqual({ question: 'A map', discussed: null, answers: [] });
    const thesis = map.thesis('Keep it');
    map.support(thesis, 'It is old');
    map.propose({ kind: 'add-claim', claim: map.newId(), text: 'Waits', language: 'en', to: map.newArgument('support', thesis) }, SUGGESTER); // prettier-ignore
    expect(told(branchOf(map.map, null))).toEqual({
      question: 'Keep it',
      discussed: null,
      answers: ['support: It is old'],
    });
    expect(told(branchOf(aDebate().map.map, null)).discussed).toBe('The river is kept');
  });

  it('[S-27] shows the first answers that have room, one at least, whatever their length', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 400, unit: fc.constantFrom('a', '河', ' ') }), { minLength: 1, maxLength: 12 }); // prettier-ignore
    fc.assert(
      fc.property(texts, fc.string({ maxLength: 300 }), (all, question) => {
        const map = aMap({ question });
        const thesis = map.thesis('T');
        for (const text of all) map.support(thesis, `x${text}`);
        const branch = branchOf(map.map, null);
        const shown = fitting(branch);
        expect(shown.length).toBeGreaterThan(0);
        expect(shown).toEqual(branch.answers.slice(0, shown.length));
        if (all.length <= 1) expect(shown).toEqual(branch.answers);
      }),
      { numRuns: 60 },
    );
  });

  it('counts a Han character as two letters, and writes a long question smaller', () => {
    expect(linesOf('河'.repeat(20), 10)).toBe(2);
    expect(linesOf('a'.repeat(19), 10)).toBe(1);
    expect(questionSize('桥？')).toEqual({ letters: 60, lines: 1 });
    expect(questionSize('桥'.repeat(300))).toEqual({ letters: 44, lines: 3 });
  });
});
