import type { SampleArgument } from './sample.ts';

/** Part 5: why compete and cooperate under democratised technology. */
export const whyUnderDemocratisedTechnology: SampleArgument = {
  direction: 'support',
  premises: [
    {
      part: 5,
      text: {
        zh: '技术怎样设计、好处归谁，应当由公众参与决定，不该由少数国家或公司独占。',
        en: 'How technology is designed and whom it serves should be decided with the public, not by a few states or firms.',
      },
      quotes: [
        {
          bearing: 'paraphrase',
          words: {
            zh: '不能只由几家公司和几个部门关起门来定',
            en: 'they must not be made behind closed doors by a few firms and ministries',
          },
        },
      ],
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 5,
              text: {
                zh: '芬伯格认为技术里凝结着“代码”，谁来设计，谁就替别人作了选择。',
                en: 'Feenberg holds that technology carries built-in codes, so whoever designs it makes choices for others.',
              },
            },
          ],
        },
        {
          direction: 'support',
          premises: [
            {
              part: 5,
              text: {
                zh: '网上共享的3D打印图样说明，普通人也能进入技术设计。',
                en: '3D-printing designs shared online show that ordinary people, too, can take part in designing technology.',
              },
            },
          ],
        },
        {
          direction: 'rebut',
          premises: [
            {
              part: 5,
              text: {
                zh: '降低门槛可能以效率为代价，质量会参差，安全也会有隐患。',
                en: 'Lowering the threshold may cost efficiency, make quality uneven and create security risks.',
              },
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '公开评测和分级许可就能把住质量关，不必因此把门关上。',
                        en: 'Public testing and graded licences can guard quality without shutting the door.',
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          direction: 'rebut',
          premises: [
            {
              part: 5,
              text: {
                zh: '公众参与容易被利益集团左右，听上去近乎乌托邦。',
                en: 'Public participation is easily swayed by interest groups and comes close to a utopia.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '座位上全是递名片的人，真正要用这东西的人反而没有挤进来',
                    en: 'the seats fill up with people handing out business cards, and those who must live with the thing never get in',
                  },
                },
              ],
            },
          ],
        },
        {
          direction: 'rebut',
          premises: [
            {
              part: 5,
              text: {
                zh: '核心技术要握在本国手里，国家才谈得上安全与富强。',
                en: 'A country can be secure and prosperous only when it holds core technology in its own hands.',
              },
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '各国都只顾自己，技术流动被切断，结果谁都更弱。',
                        en: 'If every country looks only after itself, the flow of technology is cut and all end up weaker.',
                      },
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              part: 5,
                              text: {
                                zh: '被封锁的追赶者求自主是防守，与维护霸权的进攻不是一回事。',
                                en: 'A blockaded latecomer seeking self-reliance is on the defensive, unlike an attacker guarding its supremacy.',
                              },
                              replies: [
                                {
                                  direction: 'rebut',
                                  premises: [
                                    {
                                      text: {
                                        zh: '进攻的一方也自称防守，局外人很难把两者分清。',
                                        en: 'The attacker calls itself a defender too, and outsiders can hardly tell the two apart.',
                                      },
                                      comments: [
                                        {
                                          zh: '讨论示例：能不能先找一个双方事先都认可的标准，再拿它去判断具体的政策？',
                                          en: 'Example comment: Is there a test that both sides would accept in advance, before it is applied to any policy?',
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
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      part: 5,
      text: {
        zh: '既竞争又合作，才能一面保住创新的动力，一面让大众用上技术。',
        en: 'Only competing and cooperating together keeps the drive to innovate and also puts technology in people’s hands.',
      },
      quotes: [
        {
          bearing: 'paraphrase',
          words: {
            zh: '没有争，就没有人肯往前跑；没有合，跑出来的东西只归跑得最快的那一个',
            en: 'Without a contest, nobody runs; without a common floor, whatever is won belongs to the fastest runner alone',
          },
        },
      ],
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 5,
              text: {
                zh: '核心技术的所有权能带来收益，企业才有劲头创新。',
                en: 'Firms keep innovating only when owning core technology pays.',
              },
            },
            {
              part: 5,
              text: {
                zh: '技术以商业方式分享出来，大众才真正用得上。',
                en: 'Only when technology is shared on commercial terms does the public really get to use it.',
              },
            },
          ],
        },
        {
          direction: 'support',
          premises: [
            {
              part: 5,
              text: {
                zh: 'DeepSeek的公开既有理想，也有商业上的盘算，可见两者能够并存。',
                en: 'DeepSeek’s openness is part ideal, part business calculation, which shows that the two can live together.',
              },
            },
          ],
        },
        {
          direction: 'rebut',
          premises: [
            {
              text: {
                zh: '各方都留着核心，又要别人开放，界线由谁来划并不清楚。',
                en: 'Everyone keeps a core and asks others to open up, and it is unclear who draws the line.',
              },
            },
          ],
        },
      ],
    },
  ],
  undercuts: [
    {
      direction: 'rebut',
      premises: [
        {
          text: {
            zh: '“应当如此”推不出“做得到”，愿望代替不了各国的利害盘算。',
            en: 'That it ought to be so does not make it possible; wishes do not replace the interests of states.',
          },
        },
      ],
    },
  ],
};
