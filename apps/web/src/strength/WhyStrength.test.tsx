// [E-07] Why a claim is as strong as it is, as a person reads it.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { explanationOf, NO_VOTES, strengthsOf, type Explanation, type Id } from '@counterpoint/shared';
import { cleanup, render, screen, within } from '@testing-library/react';
import { aMap } from '../../../../packages/shared/testing/aMap.ts';
import { howOf, mapOfExample, vectorOf } from '../../../../packages/shared/testing/vectorMap.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import { WhyStrength } from './WhyStrength.tsx';
import { whyWords, type Titles } from './whyWords.ts';

beforeEach(() => chooseLanguage('en'));
afterEach(cleanup);

function why(vector: string, topic: string, semantics = 'qe') {
  const example = vectorOf(vector);
  const { map, votes, claim, argument } = mapOfExample(example);
  const explanation = explanationOf(strengthsOf(map, votes, howOf(semantics)), claim(topic));
  if (!explanation) throw new Error(`${topic} does not count`);
  const names = new Map(example.edges.map(([from], n) => [argument(n), from]));
  return { explanation: { ...explanation, votes: 8 }, titles: (id: Id) => names.get(id) ?? '' };
}
const wordsOf = ({ explanation, titles }: { explanation: Explanation; titles: Titles }) =>
  whyWords(explanation, titles).join('');

describe('in words', () => {
  it('[E-07] tells the base, the largest helps and hits, and what would change it most', () => {
    const { explanation, titles } = why('V08', 'T');
    expect(whyWords(explanation, titles)).toEqual([
      'Stands fairly well (0.65).',
      'It starts at 0.50 from 8 votes.',
      'The biggest help is “p1” (+0.15).',
      'Also helping: “p2” (+0.14).',
      'The biggest hit is “c1” (-0.11).',
      'Each figure in brackets is what would be missing without that argument; they do not add up.',
      'It would rise most if “c1” were answered: to 0.77.',
      'It would fall most if “p1” were refuted: to 0.50.',
      'Counted is what stands in the map for everyone. Proposals, drafts and what was removed are not.',
    ]);
  });

  it('[E-07] says the same in Chinese', () => {
    chooseLanguage('zh');
    const words = wordsOf(why('V08', 'T'));
    expect(words).toContain('站得比较稳（0.65）。有 8 人评分，从 0.50 算起。');
    expect(words).toContain('帮助最大的是“p1”（+0.15）。其次是“p2”（+0.14）。打击最大的是“c1”（-0.11）。');
    expect(words).toContain('如果有人回应了“c1”，它上升最多，到 0.77。');
  });

  it.each(['zh', 'en'] as const)('[E-02] speaks of no truth and no chance, in %s', (language) => {
    chooseLanguage(language);
    for (const [vector, topic] of [
      ['V08', 'T'],
      ['V17', 'a'],
      ['V01', 'a'],
      ['V14', 'a'],
      ['V21', 'a'],
    ] as const)
      // prettier-ignore
      expect(wordsOf(why(vector, topic))).not.toMatch(/true|truth|%|真|概率|probab/i);
  });

  it('[E-05] says of an unsettled claim why no figure is shown', () => {
    const words = wordsOf(why('V12', 'a', 'dfquad'));
    expect(words).toContain('Unsettled. Here, or further down, claims lean on each other in a circle');
    expect(words.match(/\d\.\d\d/g)).toEqual(['1.00']);
  });

  it('says that nothing speaks for it or against it, and that nobody has voted', () => {
    const m = aMap();
    const thesis = m.thesis();
    const explanation = explanationOf(strengthsOf(m.map, NO_VOTES), thesis);
    const words = explanation && whyWords(explanation, () => '');
    expect(words?.slice(0, 3)).toEqual([
      'Could go either way (0.50).',
      'Nobody has voted on it yet, so it starts at 0.50.',
      'Nothing speaks for it or against it yet.',
    ]);
  });

  it.each([
    [0, 'Hardly'],
    [0.194, 'Hardly'],
    [0.196, 'Stands weakly'],
    [0.4, 'Could go'],
    [0.6, 'Stands fairly'],
    [0.8, 'Stands firmly'],
    [1, 'Stands firmly'],
  ])('stands at %d: %s', (value, begins) => {
    const { explanation, titles } = why('V08', 'T');
    const [first] = whyWords({ ...explanation, strength: { kind: 'settled', value } }, titles);
    expect(first?.startsWith(begins)).toBe(true);
  });
});

describe('the bars', () => {
  const rows = () =>
    [...document.querySelectorAll('.why-bar')].map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('b')?.textContent,
    ]);

  it('go from the votes to the strength, and say what the figure is made from', () => {
    render(<WhyStrength {...why('V08', 'T')} />);
    const section = within(screen.getByRole('region', { name: 'Why 0.65' }));
    expect(section.getByText('From votes and links, not truth')).toBeDefined();
    expect(rows()).toEqual([
      ['Votes on the claim', '0.50'],
      ['2 supports', '+0.27'],
      ['1 rebuttal', '-0.11'],
      ['Strength', '0.65'],
    ]);
  });

  it('[E-05] of an unsettled claim stop at the votes', () => {
    render(<WhyStrength {...why('V12', 'a', 'dfquad')} />);
    expect(screen.getByRole('region', { name: 'Why there is no figure' })).toBeDefined();
    expect(rows()).toEqual([['Votes on the claim', '1.00']]);
  });
});
