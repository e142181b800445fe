import type { SampleMap } from './sample.ts';
import { whatOpenSourceIs } from './speech-part-1.ts';
import { whatDeepSeekOpened } from './speech-part-2.ts';
import { valueOfOpening } from './speech-part-3.ts';
import { trendOfCompetingAndCooperating } from './speech-part-4.ts';
import { whyUnderDemocratisedTechnology } from './speech-part-5.ts';
import { talkEn } from './talk-en.ts';
import { talkZh } from './talk-zh.ts';

/** A speech drawn as an argument map. Every sentence is ours: the speech itself is not in this repository. */
export const speech: SampleMap = {
  title: {
    zh: '既竞争又合作：由DeepSeek谈起',
    en: 'Competing and cooperating: lessons from DeepSeek',
  },
  question: {
    zh: '人工智能走向全球，国与国、企业与企业能否一边竞争、一边合作？',
    en: 'As AI goes global, can countries and companies compete and cooperate at the same time?',
  },
  about: {
    zh: '本图整理的是中国科大教授刘志迎2025年2月19日在中宏论坛第五十八场上的发言；发言由中宏网刊出，论坛从DeepSeek说到人工智能全球化中的竞争与合作。图中文字都是我们的转述，不是原话；发言里的论断是讲者的看法，我们没有逐条核实。反驳有些是发言自己承认的，有些是为了讨论补上的。论断所引的原文出自我们为示范写的另一篇发言，没有人讲过它，也与论坛无关。',
    en: 'This map sets out a speech by Liu Zhiying, professor at the University of Science and Technology of China (USTC), at the 58th Zhonghong Forum on 19 February 2025, published by Zhonghong Net (中宏网); the forum asked what DeepSeek means for competition and cooperation in global AI. The wording is ours, a paraphrase and not a quotation; what the speech asserts is the speaker’s view, and we have not checked every point. Some objections are conceded in the speech itself, others were added for discussion. The passages quoted beside the claims come from another talk, which we wrote as an example: nobody gave it, and it has nothing to do with the forum.',
  },
  voices: {
    source: { zh: '讲者（转述）', en: 'The speaker, paraphrased' },
    discussion: { zh: '讨论补充', en: 'Added for discussion' },
  },
  talk: { zh: talkZh, en: talkEn },
  theses: [
    {
      text: {
        zh: '开源为全球人工智能开出一条走得通也值得走的路：既竞争，又合作。',
        en: 'Open source gives global AI a path both workable and worth taking: competing and cooperating at once.',
      },
      quotes: [
        {
          bearing: 'inference',
          words: {
            zh: '我认为这条路走得通，只是走起来比喊起来难得多',
            en: 'I believe that this path can be walked, though walking it is a good deal harder than cheering for it',
          },
        },
      ],
      comments: [
        {
          zh: '讨论示例：这里有两问：路走得通吗？值得走吗？第一、二、四部分多在答前一问，第三、五部分多在答后一问。',
          en: 'Example comment: There are two questions here: does the path work, and is it worth taking? Parts 1, 2 and 4 speak mostly to the first, parts 3 and 5 to the second.',
        },
      ],
      replies: [
        whatOpenSourceIs,
        whatDeepSeekOpened,
        valueOfOpening,
        trendOfCompetingAndCooperating,
        whyUnderDemocratisedTechnology,
        {
          direction: 'rebut',
          premises: [
            {
              text: {
                zh: '人工智能牵涉国家安全，一旦安全压倒一切，合作随时会断。',
                en: 'AI touches national security, and once security overrides all else, cooperation can break off at any time.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '这关系到我的安全，一纸命令就能让两边的工程师断了来往',
                    en: 'its security is at stake; one order, and engineers on both sides stop talking to each other',
                  },
                },
              ],
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '越牵涉安全，越需要共同的规则，冷战中的对手也签过军控条约。',
                        en: 'The more security is at stake, the more shared rules matter: even Cold War rivals signed arms-control treaties.',
                      },
                      quotes: [{ bearing: 'verbatim' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
