import { describe, expect, it } from '@jest/globals';
import { OwnRule, Rule, type Measured } from './rule.ts';
import { RULES, rulesOf } from './rules.ts';

const told = (id: string, { corpus, of, word, precision, n, base }: Measured): string =>
  [
    `${id}${word ? ` ${word}` : ''}`.padEnd(28),
    corpus.padEnd(18),
    of.padEnd(14),
    precision.toFixed(2),
    n === null ? '' : `of ${n}`,
    base === undefined ? '' : `against ${base.toFixed(2)}`,
  ].join(' ');

/** From the study the rules rest on. Its corpora are not in the repository: what a rule says of itself is held to its figures. */
const TABLE = `
zh.contrast                  talks              relation       0.91 of 893
zh.contrast                  school-essays      relation       0.86 of 1075
zh.contrast                  translated-essays  claim          0.39  against 0.29
zh.contrast 但是               translated-essays  claim          0.30
zh.contrast 但                translated-essays  claim          0.31
zh.contrast 然而               translated-essays  claim          0.27
zh.reason                    talks              relation       0.82 of 452
zh.reason                    translated-essays  premise        0.77  against 0.48
zh.explanation               talks              relation       0.82 of 452
zh.explanation               translated-essays  premise        0.77  against 0.48
zh.conclusion                talks              relation       0.80 of 619
zh.conclusion                school-essays      relation       0.84 of 266
zh.conclusion                translated-essays  claim          0.70  against 0.29
zh.conclusion 所以             translated-essays  claim          0.64 of 73
zh.conclusion 因此             translated-essays  claim          0.57 of 370
zh.summary                   talks              relation       0.80 of 619
zh.summary                   school-essays      relation       0.84 of 266
zh.summary                   translated-essays  claim          0.70  against 0.29
zh.summary 总而言之              translated-essays  claim          0.96 of 106
zh.summary 总之                translated-essays  claim          0.88 of 149
zh.example                   talks              relation       0.69 of 101
zh.example                   school-essays      relation       1.00 of 32
zh.example                   translated-essays  premise        0.77  against 0.48
zh.example 例如                translated-essays  premise        0.96 of 264
zh.example 比如                translated-essays  premise        0.95 of 43
zh.addition                  talks              relation       0.73 of 154
zh.addition                  translated-essays  premise        0.77  against 0.48
zh.concession 虽然             translated-essays  claim          0.56 of 59
zh.stance                    translated-essays  claim          0.74  against 0.29
zh.enumerator                talks              relation       0.08 of 185
zh.enumerator                translated-essays  claim          0.57  against 0.29
zh.item                      talks              relation       0.08 of 185
zh.item                      translated-essays  claim          0.57  against 0.29
zh.side                      talks              relation       0.08 of 185
zh.side                      translated-essays  claim          0.57  against 0.29
en.contrast                  microtexts         attacks        0.69  against 0.30
en.contrast                  essays             claim          0.39  against 0.29
en.contrast however          essays             claim          0.31
en.reason                    microtexts         supports       0.65  against 0.47
en.reason                    essays             premise        0.80  against 0.48
en.conclusion                microtexts         central-claim  0.56  against 0.19
en.conclusion                essays             claim          0.70  against 0.29
en.conclusion therefore      essays             claim          0.75 of 161
en.conclusion thus           essays             claim          0.55 of 104
en.summary                   microtexts         central-claim  0.56  against 0.19
en.summary                   essays             claim          0.70  against 0.29
en.summary in conclusion     essays             claim          0.93 of 158
en.example                   essays             premise        0.80  against 0.48
en.example for example       essays             premise        0.96 of 189
en.addition                  essays             premise        0.80  against 0.48
en.stance                    essays             claim          0.77  against 0.29
en.enumerator                essays             claim          0.57  against 0.29
en.side                      essays             claim          0.57  against 0.29
`;

const own = (more: object) => ({
  id: 'own.aim',
  language: 'zh',
  role: 'point',
  words: ['目标是'],
  where: 'clause-initial',
  measured: null,
  as: 'outline',
  ...more,
});
const rule = (more: object = {}) => OwnRule.parse(own(more));

describe('rules', () => {
  it('[P-07] say of themselves what was measured, in every corpus, and no more', () => {
    const lines = RULES.flatMap(({ id, measured }) => (measured ?? []).map((figure) => told(id, figure)));
    console.log(lines.join('\n'));
    expect(lines.map((line) => line.trimEnd())).toEqual(TABLE.trim().split('\n'));
    const unmeasured = RULES.filter(({ measured }) => measured === null).map(({ id }) => id);
    expect(unmeasured).toEqual(['zh.heading', 'zh.question', 'en.concession', 'en.heading', 'en.question']);
  });

  it('are sound, each with a name of its own, and measure no word that they do not have', () => {
    for (const each of RULES) expect(Rule.parse(each)).toEqual(each);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { words, measured } of RULES)
      for (const { word } of measured ?? []) if (word) expect(words).toContain(word);
  });

  it('have no word that told nothing, and take an enumerator for no relation', () => {
    const words = RULES.flatMap((each) => each.words);
    for (const word of ['其实', '事实上', 'as a result', '结果', '根据', 'since'])
      expect(words).not.toContain(word);
    const counting = RULES.filter(({ measured }) => measured?.some(({ precision }) => precision === 0.08));
    expect(counting.map((each) => each.as)).toEqual(['outline', 'outline', 'outline']);
  });

  it('[P-08] of an owner are rules without figures', () => {
    expect(OwnRule.safeParse(own({})).success).toBe(true);
    expect(OwnRule.safeParse(own({ measured: RULES[0]?.measured })).success).toBe(false);
    for (const words of [[], [''], [' 目标'], ['目'.repeat(41)]])
      expect(OwnRule.safeParse(own({ words })).success).toBe(false);
    expect(OwnRule.safeParse(own({ id: '' })).success).toBe(false);
    expect(OwnRule.safeParse(own({ role: 'attack' })).success).toBe(false);
  });

  it('[P-08] are those that come along and own ones, without what is off', () => {
    const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id);
    expect(ids(rulesOf({ own: [rule()], off: ['zh.contrast'] }))).toEqual(
      ['own.aim', ...ids(RULES)].filter((id) => id !== 'zh.contrast'),
    );
    const conclusion = rulesOf({ own: [], off: ['因此'] }).find(({ id }) => id === 'zh.conclusion');
    expect(conclusion?.words).toEqual(RULES.find(({ id }) => id === 'zh.conclusion')?.words.filter((word) => word !== '因此')); // prettier-ignore
    expect(ids(rulesOf({ own: [rule()], off: ['目标是'] }))).toEqual(ids(RULES));
    const instead = rulesOf({ own: [rule({ id: 'zh.stance' })], off: [] }).filter(
      ({ id }) => id === 'zh.stance',
    );
    expect(instead).toEqual([rule({ id: 'zh.stance' })]);
  });
});
