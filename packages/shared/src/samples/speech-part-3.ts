import type { SampleArgument } from './sample.ts';

/** Part 3: what opening is worth. */
export const valueOfOpening: SampleArgument = {
  direction: 'support',
  premises: [
    {
      part: 3,
      text: {
        zh: '这样公开，使先进的人工智能变得用得起、学得会、能共建。',
        en: 'Opening up in this way makes advanced AI affordable, learnable and something many can build together.',
      },
      replies: [
        {
          direction: 'support',
          premises: [
            {
              part: 3,
              text: {
                zh: '低价的接口让中小企业和个人开发者也能用上先进模型。',
                en: 'A cheap API lets small firms and individual developers use advanced models too.',
              },
              quotes: [
                {
                  bearing: 'inference',
                  words: {
                    zh: '一共三个人，去年接上了便宜的接口，给农户做了一个问故障的小程序',
                    en: 'three people who mend tractors in my home town plugged into a cheap API last year and built a helper',
                  },
                },
              ],
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 3,
                      text: {
                        zh: '据称DeepSeek的接口最低只收OpenAI三十分之一的价钱。',
                        en: 'DeepSeek’s API is said to cost as little as one thirtieth of OpenAI’s.',
                      },
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              text: {
                                zh: '低价也可能是为抢市场而贴钱，未必撑得长久。',
                                en: 'The low price may be a subsidy to win the market, and may not last.',
                              },
                              quotes: [
                                {
                                  bearing: 'inference',
                                  words: {
                                    zh: '等到路上只剩下一两家，价钱就慢慢地回来了',
                                    en: 'once one or two firms were left, the fares crept back',
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
                  direction: 'rebut',
                  premises: [
                    {
                      text: {
                        zh: '价格低不等于门槛低，数据、人才和算力仍会难住小团队。',
                        en: 'A low price is not a low threshold: data, talent and computing power still stop small teams.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '账单便宜了，会用的人还是难请，干净的数据还是难找，机器还是要排队',
                            en: 'The bill is smaller, but people who know what to do are still hard to hire, clean data are still hard to find, and there is still a queue for the machines',
                          },
                        },
                      ],
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              part: 3,
                              text: {
                                zh: '大模型的本领可以蒸馏进小模型，小团队不必从头训练就能落地。',
                                en: 'A large model’s skill can be distilled into small ones, so small teams can deploy without training from scratch.',
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
              part: 3,
              text: {
                zh: '训练算法、奖励设计和冷启动办法写明之后，学界与业界可以相互检验。',
                en: 'With the training algorithm, reward design and cold start written down, academia and industry can check each other’s work.',
              },
            },
          ],
        },
        {
          direction: 'support',
          premises: [
            {
              part: 3,
              text: {
                zh: '它让业界看到，讲求效率可以代替一味堆参数。',
                en: 'It showed the industry that working for efficiency can replace simply piling up parameters.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 4,
                      text: {
                        zh: '据称DeepSeek的成本只有OpenAI的百分之一。',
                        en: 'DeepSeek’s cost is said to be only one per cent of OpenAI’s.',
                      },
                      comments: [
                        {
                          zh: '讨论示例：“百分之一”比的是训练、推理还是售价？找到出处之前，先别给这一条投票。',
                          en: 'Example comment: One per cent of what: training, inference or the selling price? Hold your vote until we have a source.',
                        },
                      ],
                      replies: [
                        {
                          direction: 'rebut',
                          premises: [
                            {
                              text: {
                                zh: '公布的训练费用只算最后一次正式训练，前期研究和试验都不在内。',
                                en: 'The published training cost covers only the final run and leaves out earlier research and experiments.',
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
                        zh: '用起来越省，用的人越多，算力的总需求反而上升，硬件竞赛停不下来。',
                        en: 'The cheaper each use becomes, the more total computing is wanted, so the hardware race goes on.',
                      },
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
              part: 3,
              text: {
                zh: '公开聚起的生态日后能带来收入，让公开可以持续下去。',
                en: 'The ecosystem that openness gathers can later bring income and so keep the openness going.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      part: 3,
                      text: {
                        zh: '公开的模型加上便宜的接口，把开发者聚拢到DeepSeek周围。',
                        en: 'Open models together with a cheap API gather developers around DeepSeek.',
                      },
                    },
                    {
                      part: 3,
                      text: {
                        zh: '聚拢来的开发者和企业，日后会购买定制和云服务。',
                        en: 'The developers and firms so gathered will later buy custom work and cloud services.',
                      },
                    },
                  ],
                  undercuts: [
                    {
                      direction: 'rebut',
                      premises: [
                        {
                          text: {
                            zh: '权重谁都能部署，他们买的服务未必来自DeepSeek。',
                            en: 'Anyone can host the weights, so the services they buy need not come from DeepSeek.',
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
              part: 3,
              text: {
                zh: '英伟达科学家和《金融时报》都认为，它让技术更开放、更民主。',
                en: 'An Nvidia scientist and the Financial Times both credit it with making technology more open and democratic.',
              },
            },
          ],
          undercuts: [
            {
              direction: 'rebut',
              premises: [
                {
                  text: {
                    zh: '专家和媒体一时的赞许只说明受到关注，证明不了长远的价值。',
                    en: 'Momentary praise from experts and the press shows attention; it does not prove lasting value.',
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
                zh: '同样的公开，也把强大的能力交到了滥用者手里。',
                en: 'The same openness hands powerful abilities to those who would misuse them.',
              },
              replies: [
                {
                  direction: 'support',
                  premises: [
                    {
                      text: {
                        zh: '权重一旦散出去就收不回来，安全护栏还能被人拆掉。',
                        en: 'Weights once released cannot be recalled, and their safeguards can be stripped out.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '放出去的模型像泼出去的水，谁也没法再把它收回盆里',
                            en: 'a released model is spilt water, and nobody can put it back in the jug',
                          },
                        },
                      ],
                      comments: [
                        {
                          zh: '讨论示例：收不回来也有好的一面。公司以后想关门，已经公开的部分照样留在大家手里。',
                          en: 'Example comment: This cuts both ways. Should the company close up later, what it has released stays in everyone’s hands.',
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
                        zh: '公开的模型有更多人检查，隐患也更早被发现。',
                        en: 'An open model is examined by more people, so dangers are found sooner.',
                      },
                      quotes: [
                        {
                          bearing: 'paraphrase',
                          words: {
                            zh: '盯着它看的眼睛多了，毛病也就藏不了多久',
                            en: 'the more eyes are on it, the less time a fault can hide',
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
};
