// Pairs of claims written by hand, as people in one room write the same thing twice, for choosing what counts as alike.

/** The second says the first once more, in much the same words. */
export const NEAR_COPIES: readonly (readonly [string, string])[] = [
  ['应当修一座新桥', '应该修建一座新桥'],
  ['开源让小公司也能使用先进的模型', '有了开源，小公司也能用上先进的模型'],
  ['限制模型出口会拖慢国内企业的研发速度', '限制模型的出口，会让国内企业研发变慢'],
  ['课堂上使用手机会分散学生的注意力', '学生在课堂上用手机会分散注意力'],
  ['塑料袋收费减少了浪费', '塑料袋收费以后浪费变少了'],
  ['政府应该补贴公共交通', '政府应当对公共交通给予补贴'],
  ['The bridge should be built downstream', 'The bridge ought to be built further downstream'],
  [
    'Open source lets small companies use advanced models',
    'With open source, small firms can use advanced models too',
  ],
  ['Phones in class distract students', 'Students get distracted by phones in class'],
  ['Plastic bag charges reduce waste', 'Charging for plastic bags reduces waste'],
  [
    'Homework helps students remember what they learned',
    'What students learned is remembered better with homework',
  ],
  [
    'Public transport should be subsidised by the government',
    'The government should subsidise public transport',
  ],
];

/** The same but for a "not", a number, or one word that turns it round: alike, and never the same. */
export const TURNED: readonly (readonly [string, string])[] = [
  ['老桥应当留下', '老桥不应当留下'],
  ['渡口每天只能运送三百人', '渡口每天只能运送五百人'],
  ['这座桥要花 300 万元', '这座桥要花 500 万元'],
  ['The ferry carries 300 people a day', 'The ferry carries 500 people a day'],
  ['The old bridge should be kept', 'The old bridge should not be kept'],
  ['Schools can cut homework', 'Schools can’t cut homework'],
];

/** Spelt otherwise, and the same. */
export const RESPELT: readonly (readonly [string, string])[] = [
  ['課堂上使用手機會分散學生的注意力', '课堂上使用手机会分散学生的注意力。'],
  ['ＡＩ 会取代老师', 'ai会取代老师！'],
  ['The bridge is too narrow.', 'the bridge is too narrow'],
];

/** The second says the first in quite other words: nothing that looks at words finds it. */
export const RETOLD: readonly (readonly [string, string])[] = [
  ['开源让小公司也能使用先进的模型', '因为公开，规模不大的企业同样用得起领先技术'],
  ['Phones in class distract students', 'Pupils cannot concentrate while a screen lies on the desk'],
];
