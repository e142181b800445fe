import type { SampleArgument } from './sample.ts';

/** Part 4: whether competition together with cooperation is the trend. */
export const trendOfCompetingAndCooperating: SampleArgument = {
  direction: 'support',
  premises: [
    {
      part: 4,
      text: {
        zh: '竞争与合作交织，正在成为全球人工智能的常态。',
        en: 'Competition and cooperation, woven together, are becoming the normal state of AI worldwide.',
      },
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 4,
              text: {
                zh: '花钱少、性能高的突破，让后来者也有资格上场。',
                en: 'A breakthrough of high performance at low cost lets latecomers into the contest.',
              },
            },
            {
              part: 4,
              text: {
                zh: '领先的大公司因此被迫降价、加快更新，或者走向开放。',
                en: 'Leading companies are therefore forced to cut prices, speed up their updates or open up.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 4,
                      text: {
                        zh: '就连OpenAI、Meta这样的封闭公司，也得加快更新或改变经营办法。',
                        en: 'Even closed companies such as OpenAI and Meta have had to speed up or change how they do business.',
                      },
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              text: {
                                zh: 'Meta早就公开了Llama的权重，把它算作封闭公司并不准确。',
                                en: 'Meta had long published Llama’s weights, so calling it a closed company is inaccurate.',
                              },
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
          undercuts: [
            {
              direction: 'rebut',
              premises: [
                {
                  text: {
                    zh: '降价和提速只说明竞争更激烈，看不出各方在合作。',
                    en: 'Price cuts and faster updates show fiercer competition; they show no cooperation.',
                  },
                  comments: [
                    {
                      zh: '讨论示例：这条反对的不是哪个前提，而是从前提到结论的那一步。就算两个前提都成立，它仍然有力。',
                      en: 'Example comment: This denies neither premise; it challenges the step from them to the conclusion. It has force even if both hold.',
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          direction: 'support',
          premises: [
            {
              part: 4,
              text: {
                zh: '芯片限制没有拦住追赶，反而逼出了算法上的突破。',
                en: 'Chip restrictions did not stop the catch-up; they forced a breakthrough in algorithms.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '原来想把人挡在门外，结果门外的人另开了一扇门',
                    en: 'It was meant to keep people outside; those outside made a door of their own',
                  },
                },
              ],
              comments: [
                {
                  zh: '讨论示例：要检验这一条，可以问：没有限制，同样的突破会不会也出现？',
                  en: 'Example comment: One way to test this: would the same breakthrough have come without the restrictions?',
                },
              ],
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 4,
                      text: {
                        zh: '据称在同样的芯片上，DeepSeek推理的效率高出二十到五十倍。',
                        en: 'On the same chips, DeepSeek’s inference is said to run twenty to fifty times more efficiently.',
                      },
                    },
                  ],
                  undercuts: [
                    {
                      direction: 'rebut',
                      premises: [
                        {
                          text: {
                            zh: '突破出现在限制之后，并不等于是限制造成的。',
                            en: 'That the breakthrough came after the restrictions does not mean they caused it.',
                          },
                          quotes: [
                            {
                              bearing: 'disputes',
                              words: {
                                zh: '没有这道禁令，就没有后来那些省算力的办法',
                                en: 'without that ban the later tricks for saving computing power would never have come',
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
                      text: {
                        zh: '限制要过些年才见效，一时追上不等于能一直并肩。',
                        en: 'Restrictions take years to bite; catching up once is not keeping pace for good.',
                      },
                    },
                  ],
                },
              ],
            },
            {
              text: {
                zh: '谁也排挤不掉谁的时候，各方只能一边竞争一边共处。',
                en: 'When neither side can shut the other out, they can only compete and coexist.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '谁也没有本事把对方赶出场去，剩下的就只有学着在一个场子里待下去',
                    en: 'neither side is able to throw the other out of the hall, all that is left is to learn to stay in it together',
                  },
                },
              ],
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      part: 4,
                      text: {
                        zh: '排挤不掉对手，换来的可能是更严的封锁，而不是共处。',
                        en: 'Failing to shut a rival out may lead to a tighter blockade instead of coexistence.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '赶不走，就把墙砌得更高',
                            en: 'whom you cannot drive out, you may wall off',
                          },
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
          direction: 'support',
          premises: [
            {
              part: 4,
              text: {
                zh: '各国开发者可以在开源社区里一起改进模型，商量治理的办法。',
                en: 'In open-source communities, developers from many countries can improve models and work out governance together.',
              },
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '社区也受法律管束：2024年，Linux内核除名了一批俄罗斯维护者。',
                        en: 'Communities answer to law as well: in 2024 the Linux kernel delisted a group of Russian maintainers.',
                      },
                      quotes: [
                        {
                          bearing: 'disputes',
                          words: {
                            zh: '开源社区不看护照',
                            en: 'Open-source communities look at no passports',
                          },
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
          direction: 'support',
          premises: [
            {
              part: 4,
              text: {
                zh: '各地用户的反馈改进模型，好模型又引来更多用户，形成良性循环。',
                en: 'Feedback from users everywhere improves the model, and a better model attracts more users, in a virtuous circle.',
              },
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '自行部署的模型不会传回使用数据，这种循环只在官方服务里成立。',
                        en: 'A self-hosted model sends no usage data back, so the circle turns only inside the official service.',
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
                    zh: '数据都流向一家公司，循环越顺，用户越难离开，这是锁定而不是合作。',
                    en: 'Since the data flow to one company, a smooth circle makes leaving harder: that is lock-in, not cooperation.',
                  },
                },
              ],
            },
          ],
        },
        {
          direction: 'support',
          premises: [
            {
              part: 4,
              text: {
                zh: '话语权正在分散，中国开始从跟随技术转向参与制定标准。',
                en: 'Influence is spreading out: China is moving from following technology to helping set its standards.',
              },
            },
          ],
          undercuts: [
            {
              direction: 'rebut',
              premises: [
                {
                  text: {
                    zh: '若看重的是本国话语权，这条理由用的正是技术民族主义的尺子。',
                    en: 'If what counts is one nation’s influence, this reason measures by the yardstick of techno-nationalism.',
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
              part: 4,
              text: {
                zh: '开源生态也可能裂成中美两个阵营，各守各的标准。',
                en: 'Open source may also split into a Chinese and an American camp, each keeping its own standards.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 4,
                      text: {
                        zh: '欧洲几国已经对它怎样保护用户隐私提出疑问。',
                        en: 'Several European countries have already questioned how it protects its users’ privacy.',
                      },
                    },
                  ],
                  undercuts: [
                    {
                      direction: 'rebut',
                      premises: [
                        {
                          text: {
                            zh: '意大利2023年也曾暂时叫停美国的ChatGPT，可见查隐私不等于选边站。',
                            en: 'In 2023 Italy temporarily blocked ChatGPT, an American product, so enforcing privacy is not the same as taking sides.',
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
                      text: {
                        zh: '权重和论文照样跨国流动，两边的开发者都在用对方的成果。',
                        en: 'Weights and papers still cross borders, and developers on both sides use each other’s work.',
                      },
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
