import type { SampleArgument } from './sample.ts';

/** Part 1: what open source is. */
export const whatOpenSourceIs: SampleArgument = {
  direction: 'support',
  premises: [
    {
      part: 1,
      text: {
        zh: '开源把公开共享与商业盈利结合在一起，是一种开放式的创新。',
        en: 'Open source is a form of open innovation that joins public sharing with private profit.',
      },
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 1,
              text: {
                zh: '代码或模型一经公开，谁都可以拿去使用、改写，再传给别人。',
                en: 'Once code or a model is released, anyone may use it, change it and pass it on.',
              },
              replies: [
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '公开有程度之分，许可证照样可以规定谁能用、能拿来做什么。',
                        en: 'Openness comes in degrees: a licence can still say who may use the work and for what.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '门可以全开，也可以只开一半；许可证上写着谁能进来，进来以后能做什么',
                            en: 'A door may stand wide open or only ajar, and a licence says who may come in and what they may do inside',
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
              part: 1,
              text: {
                zh: '软件免费送出，也能靠服务、支持、培训和商业授权赚钱。',
                en: 'Software given away can still earn money through services, support, training and commercial licences.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '代码不要钱，装好它、看住它、教人用它，样样都可以收钱',
                    en: 'Code may cost nothing, but setting it up, watching over it and teaching people to use it can all be charged for',
                  },
                },
              ],
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 1,
                      text: {
                        zh: '华为鸿蒙和讯飞的语音平台先开放、再聚拢开发者，由此建起自己的生态。',
                        en: 'Huawei’s HarmonyOS and iFlytek’s speech platform opened up, drew in developers, and so built their own ecosystems.',
                      },
                    },
                  ],
                },
                {
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '靠服务赚到钱的，常常是有云平台的大公司，而不是写代码的人。',
                        en: 'Those who profit from services are often big cloud companies, not the people who wrote the code.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '写程序的人往往分文未得，收到租金的是有机房的那几家',
                            en: 'those who wrote the program often get nothing, while the rent goes to the few who own the data centres',
                          },
                        },
                      ],
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              text: {
                                zh: '大公司的生意离不开这些代码，自然有理由出钱出人来维护。',
                                en: 'Big companies depend on that code, so they have good reason to pay for its upkeep.',
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
        },
        {
          direction: 'support',
          premises: [
            {
              part: 1,
              text: {
                zh: '在开源项目里，彼此竞争的各方共同维护同一份基础。',
                en: 'In open-source projects, rivals maintain one shared foundation together.',
              },
              quotes: [{ bearing: 'verbatim' }],
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 1,
                      text: {
                        zh: 'Linux内核由许多公司和个人一起维护，其中不少公司互为对手。',
                        en: 'The Linux kernel is maintained by many companies and individuals, and quite a few of those companies are rivals.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '卖芯片的、做云的、造手机的，一家挨着一家，其中好几家在法庭上见过面',
                            en: 'makers of chips, clouds and phones side by side, several of whom have met in court',
                          },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
            {
              part: 1,
              text: {
                zh: '各方又在这份基础上各做产品，像Android手机厂商那样照旧争夺用户。',
                en: 'On that foundation each builds its own products and still fights for users, as Android phone makers do.',
              },
              quotes: [
                {
                  bearing: 'inference',
                  words: {
                    zh: '共用的是底座，争的是底座上面的生意',
                    en: 'What is shared is the floor; what is fought over is the trade on top of it',
                  },
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
            zh: '软件可以由众人逐行修改，大模型却在一处集中训练，二者不能直接类比。',
            en: 'Software is edited line by line by many hands, while a large model is trained in one place; the analogy fails.',
          },
        },
      ],
    },
  ],
};
