// Debates as they are held, as plans that can be changed. Times are those of the rule books; leagues differ in preparation.
import type { Id, Language } from '../map/id.ts';
import type { Act, Bell, Phase, Plan, Side } from '../map/tables/debates.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A phase of a format: its side by its place among the sides. */
interface FormatPhase {
  readonly name: Words;
  readonly side: number | null;
  readonly seconds: number | null;
  readonly may: readonly Act[];
  readonly bells: readonly Bell[];
}

export interface Format extends Pick<Plan, 'queue' | 'pace' | 'injury' | 'choose'> {
  readonly key: string;
  readonly name: Words;
  readonly sides: readonly (Words & Pick<Side, 'sign'>)[];
  readonly phases: readonly FormatPhase[];
}

const PREPARE: readonly Act[] = ['quote', 'annotate', 'prepare'];
/** The map follows what is said: the side whose turn it is makes claims, all others listen and prepare. */
const SPEAK: readonly Act[] = ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'];

const bell = (left: number, rings: number): Bell => ({ left, rings });
/** One ring a minute before the end, two at the end. */
const LAST_MINUTE = [bell(60, 1), bell(0, 2)];

const words = (zh: string, en: string): Words => ({ zh, en });

const minutes = (
  name: Words,
  length: number,
  side: number | null,
  { may = SPEAK, bells = LAST_MINUTE }: { may?: readonly Act[]; bells?: readonly Bell[] } = {},
): FormatPhase => ({ name, side, seconds: length * 60, may, bells: bells.filter(({ left }) => left < length * 60) }); // prettier-ignore

const untimed = (name: Words, may: readonly Act[]): FormatPhase => ({ name, side: null, seconds: null, may, bells: [] }); // prettier-ignore

const prep = (length: number) => minutes(words('准备', 'Preparation'), length, null, { may: PREPARE });
const cross = (length: number, side: number | null, who: Words) =>
  minutes(words(`质询（${who.zh}）`, `Cross-examination (${who.en})`), length, side);

const FOR_AGAINST = [
  { ...words('正方', 'For'), sign: 'square' },
  { ...words('反方', 'Against'), sign: 'triangle' },
] as const;
const [AFF, NEG] = [words('正方', 'affirmative'), words('反方', 'negative')];

const SPOKEN = { queue: 'raised', pace: 'hand', injury: null, choose: true } as const;

/** Points may be offered from the second minute on, until the last one (bp). */
const bpSpeech = (zh: string, en: string, side: number) =>
  minutes(words(zh, en), 7, side, { bells: [bell(360, 1), bell(60, 1), bell(0, 2)] });

const britishParliamentary: Format = {
  key: 'british-parliamentary',
  name: words('英国议会制', 'British Parliamentary'),
  sides: [
    { ...words('正方上院', 'Opening Government'), sign: 'square' },
    { ...words('反方上院', 'Opening Opposition'), sign: 'triangle' },
    { ...words('正方下院', 'Closing Government'), sign: 'circle' },
    { ...words('反方下院', 'Closing Opposition'), sign: 'diamond' },
  ],
  phases: [
    prep(15),
    bpSpeech('首相', 'Prime Minister', 0),
    bpSpeech('反对党领袖', 'Leader of Opposition', 1),
    bpSpeech('副首相', 'Deputy Prime Minister', 0),
    bpSpeech('反对党副领袖', 'Deputy Leader of Opposition', 1),
    bpSpeech('正方阁员', 'Member of Government', 2),
    bpSpeech('反方阁员', 'Member of Opposition', 3),
    bpSpeech('正方党鞭', 'Government Whip', 2),
    bpSpeech('反方党鞭', 'Opposition Whip', 3),
  ],
  ...SPOKEN,
};

const speech = (zh: string, en: string, length: number, side: number) =>
  minutes(words(zh, en), length, side, {
    bells: [...(length > 5 ? [bell(length * 60 - 60, 1)] : []), ...LAST_MINUTE],
  });

const worldSchools: Format = {
  key: 'world-schools',
  name: words('世界中学生辩论', 'World Schools'),
  sides: [
    { ...words('正方', 'Proposition'), sign: 'square' },
    { ...words('反方', 'Opposition'), sign: 'triangle' },
  ],
  phases: [
    prep(60),
    ...[1, 2, 3].flatMap((nth) => [
      speech(`正方第 ${nth} 位`, `Proposition ${nth}`, 8, 0),
      speech(`反方第 ${nth} 位`, `Opposition ${nth}`, 8, 1),
    ]),
    speech('反方总结', 'Opposition reply', 4, 1),
    speech('正方总结', 'Proposition reply', 4, 0),
  ],
  ...SPOKEN,
};

const lincolnDouglas: Format = {
  key: 'lincoln-douglas',
  name: words('林肯－道格拉斯', 'Lincoln-Douglas'),
  sides: FOR_AGAINST,
  phases: [
    speech('正方立论', 'Affirmative constructive', 6, 0),
    cross(3, 1, NEG),
    speech('反方立论', 'Negative constructive', 7, 1),
    cross(3, 0, AFF),
    speech('正方第一反驳', 'First affirmative rebuttal', 4, 0),
    speech('反方反驳', 'Negative rebuttal', 6, 1),
    speech('正方第二反驳', 'Second affirmative rebuttal', 3, 0),
  ],
  ...SPOKEN,
};

const karlPopper: Format = {
  key: 'karl-popper',
  name: words('卡尔·波普尔', 'Karl Popper'),
  sides: FOR_AGAINST,
  phases: [
    prep(8),
    speech('正方一辩', 'Affirmative 1', 6, 0),
    cross(3, 1, NEG),
    speech('反方一辩', 'Negative 1', 6, 1),
    cross(3, 0, AFF),
    speech('正方二辩', 'Affirmative 2', 5, 0),
    cross(3, 1, NEG),
    speech('反方二辩', 'Negative 2', 5, 1),
    cross(3, 0, AFF),
    speech('正方三辩', 'Affirmative 3', 5, 0),
    speech('反方三辩', 'Negative 3', 5, 1),
  ],
  ...SPOKEN,
};

const publicForum: Format = {
  key: 'public-forum',
  name: words('公共论坛', 'Public Forum'),
  sides: FOR_AGAINST,
  phases: [
    prep(3),
    speech('正方一辩', 'First speaker, for', 4, 0),
    speech('反方一辩', 'First speaker, against', 4, 1),
    cross(3, null, words('一辩', 'first speakers')),
    speech('正方二辩', 'Second speaker, for', 4, 0),
    speech('反方二辩', 'Second speaker, against', 4, 1),
    cross(3, null, words('二辩', 'second speakers')),
    speech('正方小结', 'Summary, for', 3, 0),
    speech('反方小结', 'Summary, against', 3, 1),
    cross(3, null, words('全体', 'everyone')),
    speech('正方结辩', 'Final focus, for', 2, 0),
    speech('反方结辩', 'Final focus, against', 2, 1),
  ],
  ...SPOKEN,
};

const oxford: Format = {
  key: 'oxford',
  name: words('牛津式', 'Oxford'),
  sides: FOR_AGAINST,
  phases: [
    minutes(words('会前投票', 'Vote before'), 3, null, { may: [] }),
    speech('正方开篇', 'Opening, for', 5, 0),
    speech('反方开篇', 'Opening, against', 5, 1),
    minutes(words('交锋', 'Exchange'), 20, null),
    minutes(words('听众提问', 'Questions from the audience'), 15, null),
    speech('正方结语', 'Closing, for', 2, 0),
    speech('反方结语', 'Closing, against', 2, 1),
    minutes(words('会后投票', 'Vote after'), 3, null, { may: [] }),
  ],
  queue: 'turns',
  pace: 'hand',
  injury: { points: 2, seconds: 60 },
  choose: true,
};

const fishbowl: Format = {
  key: 'fishbowl',
  name: words('鱼缸讨论', 'Fishbowl'),
  sides: [
    { ...words('内圈', 'Inner circle'), sign: 'circle' },
    { ...words('外圈', 'Outer circle'), sign: 'diamond' },
  ],
  phases: [
    minutes(words('读文本', 'Reading'), 10, null, { may: PREPARE }),
    minutes(words('内圈讨论', 'The inner circle talks'), 15, 0),
    minutes(words('外圈点评', 'The outer circle comments'), 5, 1),
    minutes(words('换圈之后', 'After the swap'), 15, 0),
    untimed(words('回顾', 'Looking back'), ['comment']),
  ],
  queue: 'unspoken',
  pace: 'hand',
  injury: null,
  choose: true,
};

const seminar: Format = {
  key: 'seminar',
  name: words('研讨图', 'Seminar map'),
  sides: FOR_AGAINST,
  phases: [
    minutes(words('阅读和批注', 'Read and annotate'), 15, null, { may: ['quote', 'annotate', 'prepare'] }),
    minutes(words('各自准备', 'Prepare in private'), 15, null, { may: PREPARE }),
    minutes(words('发布', 'Publish'), 5, null, { may: ['quote', 'annotate', 'prepare', 'publish'] }),
    minutes(words('质疑', 'Challenge'), 20, null),
    minutes(words('修补', 'Repair'), 15, null),
    minutes(words('投票', 'Vote'), 5, null, { may: ['comment', 'vote'] }),
    untimed(words('反思', 'Reflect'), ['comment', 'quote', 'annotate']),
  ],
  queue: 'turns',
  pace: 'hand',
  injury: null,
  choose: true,
};

const free: Format = {
  key: 'free',
  name: words('自由讨论', 'Free discussion'),
  sides: [],
  phases: [],
  queue: 'unspoken',
  pace: 'hand',
  injury: null,
  choose: false,
};

/** [S-06] What a debate can begin with. */
export const FORMATS: readonly [Format, ...Format[]] = [
  seminar,
  britishParliamentary,
  worldSchools,
  lincolnDouglas,
  karlPopper,
  publicForum,
  oxford,
  fishbowl,
  free,
];

/** A plan of one's own after a format, in the language of the map. */
export function planOf(format: Format, language: Language, newId: () => Id): Plan {
  const tell = (name: Words): string => (/^zh\b/.test(language) ? name.zh : name.en);
  const sides = format.sides.map((side) => ({ id: newId(), name: tell(side), sign: side.sign }));
  const phases = format.phases.map(({ name, side, ...phase }): Phase => ({
    ...phase,
    id: newId(),
    name: tell(name),
    side: side === null ? null : (sides[side]?.id ?? null),
  }));
  const { queue, pace, injury, choose } = format;
  return { name: tell(format.name), sides, phases, queue, pace, injury, choose };
}
