// English words that tell how a text is built, and how often they were right.
// "As a result" has no rule: 37 of 100 such sentences held a claim, hardly more than of any. "Since" is mostly of time.
import type { Measured, Rule } from './rule.ts';

type Of = Measured['of'];
const essays = (of: Of, precision: number, base: number): Measured => ({
  corpus: 'essays',
  of,
  precision,
  n: null,
  base,
});
const alone = (word: string, of: Of, precision: number, n: number | null): Measured => ({
  corpus: 'essays',
  of,
  precision,
  n,
  word,
});
const microtexts = (of: Of, precision: number, base: number): Measured => ({
  corpus: 'microtexts',
  of,
  precision,
  n: null,
  base,
});

/** Of sentences that hold a claim, or a premise, in the essays. */
const [CLAIMS, PREMISES] = [0.29, 0.48];
const ENUMERATORS = [essays('claim', 0.57, CLAIMS)];

export const RULES_EN: readonly Rule[] = [
  {
    id: 'en.contrast',
    language: 'en',
    role: 'contrast',
    words: [
      ...['but', 'however', 'yet', 'nevertheless', 'nonetheless', 'still,'],
      ...['by contrast', 'in contrast,', 'on the contrary'],
    ],
    unless: ['but for', 'yet another', 'yet again', 'yet to', 'however much', 'however many', 'however hard'],
    where: 'clause-initial',
    measured: [
      microtexts('attacks', 0.69, 0.3),
      essays('claim', 0.39, CLAIMS),
      alone('however', 'claim', 0.31, null),
    ],
    as: 'relation',
  },
  {
    id: 'en.reason',
    language: 'en',
    role: 'reason',
    words: ['because', 'given that', 'this is because', 'the reason is that'],
    unless: ['because of'],
    where: 'anywhere',
    measured: [microtexts('supports', 0.65, 0.47), essays('premise', 0.8, PREMISES)],
    as: 'relation',
  },
  {
    id: 'en.conclusion',
    language: 'en',
    role: 'conclusion',
    words: ['therefore', 'thus', 'hence', 'so', 'consequently', 'it follows that', 'for this reason'],
    unless: [
      'so that',
      'so far',
      'so much',
      'so many',
      'so long',
      'so called',
      'so as',
      'so do',
      'so is',
      'thus far',
    ],
    where: 'clause-initial',
    measured: [
      microtexts('central-claim', 0.56, 0.19),
      essays('claim', 0.7, CLAIMS),
      alone('therefore', 'claim', 0.75, 161),
      alone('thus', 'claim', 0.55, 104),
    ],
    as: 'relation',
  },
  {
    id: 'en.summary',
    language: 'en',
    role: 'conclusion',
    words: ['in conclusion', 'to sum up', 'to conclude', 'in summary', 'in short,', 'all in all', 'overall,'],
    where: 'sentence-initial',
    measured: [
      microtexts('central-claim', 0.56, 0.19),
      essays('claim', 0.7, CLAIMS),
      alone('in conclusion', 'claim', 0.93, 158),
    ],
    as: 'relation',
  },
  {
    id: 'en.example',
    language: 'en',
    role: 'example',
    words: ['for example', 'for instance', 'to give an example', 'take for example', 'by way of example'],
    where: 'clause-initial',
    measured: [essays('premise', 0.8, PREMISES), alone('for example', 'premise', 0.96, 189)],
    as: 'relation',
  },
  {
    id: 'en.addition',
    language: 'en',
    role: 'addition',
    words: ['moreover', 'furthermore', 'in addition', 'besides,', 'what is more', 'also,'],
    unless: ['in addition to'],
    where: 'clause-initial',
    measured: [essays('premise', 0.8, PREMISES)],
    as: 'relation',
  },
  {
    id: 'en.concession',
    language: 'en',
    role: 'concession',
    words: ['although', 'though', 'even though', 'admittedly', 'granted,', 'of course,'],
    where: 'clause-initial',
    measured: null,
    as: 'relation',
  },
  {
    id: 'en.stance',
    language: 'en',
    role: 'point',
    words: [
      ...['I believe that', 'I believe', 'I think that', 'I think', 'I am convinced that', 'we argue that'],
      ...['in my view', 'in my opinion'],
    ],
    unless: ['I believe in', 'I think of', 'I think about'],
    where: 'anywhere',
    measured: [essays('claim', 0.77, CLAIMS)],
    as: 'outline',
  },
  {
    id: 'en.enumerator',
    language: 'en',
    role: 'point',
    words: [
      ...['first,', 'firstly', 'first of all', 'to begin with', 'the first reason is'],
      ...['second,', 'secondly', 'the second reason is', 'third,', 'thirdly', 'the third reason is'],
      ...['fourth,', 'fourthly', 'fifth,', 'fifthly', 'finally,', 'lastly', 'last but not least'],
    ],
    where: 'clause-initial',
    measured: ENUMERATORS,
    as: 'outline',
  },
  {
    id: 'en.side',
    language: 'en',
    role: 'point',
    words: ['on the one hand', 'on one hand', 'on the other hand', 'on the other,'],
    where: 'clause-initial',
    measured: ENUMERATORS,
    as: 'outline',
  },
  {
    id: 'en.heading',
    language: 'en',
    role: 'point',
    words: ['{n}.', '{n})', '({n})', 'part {n}', 'chapter {n}', 'section {n}', '#'],
    where: 'line-initial',
    measured: null,
    as: 'outline',
  },
  {
    id: 'en.question',
    language: 'en',
    role: 'question',
    words: ['?'],
    where: 'line-final',
    measured: null,
    as: 'outline',
  },
];
