import type { SampleArgument } from './sample.ts';

/** Part 2: what DeepSeek opened, and what it kept. */
export const whatDeepSeekOpened: SampleArgument = {
  direction: 'support',
  premises: [
    {
      part: 2,
      text: {
        zh: 'DeepSeek公开的模型、架构和训练思路，足以让别人接着往下做。',
        en: 'The models, architecture and training approach that DeepSeek released are enough for others to build on.',
      },
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 2,
              text: {
                zh: 'R1于2025年1月20日上线并公开，数学和代码测评的成绩接近OpenAI的o1。',
                en: 'R1, released on 20 January 2025, comes close to OpenAI’s o1 on tests of mathematics and code.',
              },
              comments: [
                {
                  zh: '讨论示例：测评是谁做的，考的是什么？换成你平时的任务，结果会一样吗？',
                  en: 'Example comment: Who ran the tests, and what did they measure? Would your everyday tasks give the same result?',
                },
              ],
            },
            {
              part: 2,
              text: {
                zh: 'R1和V3都可以下载，也可以经多个平台调用，或装在自己的服务器上。',
                en: 'R1 and V3 can be downloaded, called through several platforms, or installed on one’s own servers.',
              },
              quotes: [
                {
                  bearing: 'paraphrase',
                  words: {
                    zh: '把练好的模型放出来，谁都可以取回去，装在自己的机器上跑',
                    en: 'put out the finished model: anyone can take it home and run it on their own machine',
                  },
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
                    zh: '会用不等于会造：没有训练数据和完整代码，外人无法从头重做。',
                    en: 'Using is not making: without the training data and full code, outsiders cannot rebuild the model from scratch.',
                  },
                  quotes: [{ bearing: 'verbatim' }],
                  replies: [
                    {
                      direction: 'rebut',
                      premises: [
                        {
                          text: {
                            zh: '已有小团队照着论文，在简单任务上重现了R1的训练效果。',
                            en: 'Small teams following the paper have already reproduced the effect of R1’s training on simple tasks.',
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
              part: 2,
              text: {
                zh: '混合专家架构和技术路线写在公开的论文里，同行可以照此改进。',
                en: 'The mixture-of-experts architecture and the technical route are set out in public papers, ready for peers to improve.',
              },
            },
          ],
        },
        {
          direction: 'rebut',
          premises: [
            {
              part: 2,
              text: {
                zh: 'DeepSeek恐怕仍留了一手，部分底层实现和优化策略不会公开。',
                en: 'DeepSeek probably keeps something back: parts of its low-level implementation and optimisation will not be published.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      text: {
                        zh: '只公开权重、不公开训练数据，严格说只是“开放权重”，算不上开源。',
                        en: 'Releasing weights without training data is, strictly speaking, open weights and not open source.',
                      },
                      comments: [
                        {
                          zh: '讨论示例：争的也许只是一个词。先约定“开源”要公开哪几样，再看分歧还剩多少。',
                          en: 'Example comment: This may be a quarrel over a word. Agree first on what must be public, then see how much disagreement is left.',
                        },
                      ],
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              text: {
                                zh: '前沿模型几乎都不公开训练数据，若坚持这一条，就没有谁算开源了。',
                                en: 'Hardly any frontier model publishes its training data; insist on that and nobody counts as open source.',
                              },
                              replies: [
                                {
                                  direction: 'rebut',
                                  premises: [
                                    {
                                      text: {
                                        zh: 'OLMo一类的模型连训练数据也一并公开，可见全面开放做得到。',
                                        en: 'Models such as OLMo publish their training data as well, so full openness can be done.',
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
              ],
            },
          ],
          undercuts: [
            {
              direction: 'rebut',
              premises: [
                {
                  text: {
                    zh: '别人要接着做，需要的是权重和方法，不是它的全部商业机密。',
                    en: 'To build on the work, others need its weights and methods, not every one of its trade secrets.',
                  },
                  quotes: [
                    {
                      bearing: 'inference',
                      words: {
                        zh: '这家车厂把安全带的专利开放给了所有同行，却没有把整辆车的图纸也送出去',
                        en: 'opened the patent to all its competitors, but it did not throw in the plans of the whole car',
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
