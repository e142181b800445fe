/** A text of our own, and what a person takes from it: `role: words` of each passage that its marker words announce. */
export interface Labelled {
  readonly text: string;
  readonly taken: readonly string[];
}

const of = (text: string, ...taken: readonly string[]): Labelled => ({ text, taken });

/** Sentences as people write them, with what misleads: words that mark something elsewhere and here do not. */
export const LABELLED: readonly Labelled[] = [
  of(
    '公园应当整夜开放。因为夜班工人也需要散步的地方。',
    'point: 公园应当整夜开放',
    'reason: 夜班工人也需要散步的地方',
  ),
  of('因为路灯太少，居民晚上不敢出门。', 'reason: 路灯太少', 'point: 居民晚上不敢出门'),
  of('河水变清了，因为上游的工厂搬走了。', 'point: 河水变清了', 'reason: 上游的工厂搬走了'),
  of(
    '由于票价太高，车厢常常空着，所以地铁公司亏损。',
    'reason: 票价太高，车厢常常空着',
    'conclusion: 地铁公司亏损',
  ),
  of('这座桥之所以关闭，是因为桥墩出现裂缝。', 'point: 这座桥之所以关闭', 'reason: 桥墩出现裂缝'),
  of('城里的鸟变多了。这是因为屋顶上种了草。', 'point: 城里的鸟变多了', 'reason: 屋顶上种了草'),
  of('她请假是因为孩子病了，并不是因为天气。'),
  of('为什么要垃圾分类？因为混在一起就只能烧掉。', 'reason: 混在一起就只能烧掉'),
  of(
    '社区花园很受欢迎。例如，东街的花园有三百人报名。',
    'point: 社区花园很受欢迎',
    'example: 东街的花园有三百人报名',
  ),
  of('许多城市取消了停车位。比如说，里昂把它们改成了树坑。又如，首尔拆掉了一条高架路。', 'point: 许多城市取消了停车位', 'example: 里昂把它们改成了树坑', 'example: 首尔拆掉了一条高架路'), // prettier-ignore
  of('小店也能做外卖（例如面馆），只要有人送。'),
  of('以冰箱为例，省电的型号三年就能收回差价。', 'example: 省电的型号三年就能收回差价'),
  of('骑车的人越来越多，例如学生和快递员。', 'point: 骑车的人越来越多'),
  of('据统计，七成事故发生在路口。', 'example: 七成事故发生在路口'),
  of('新规定很严格。但是，没有人检查。', 'contrast: 没有人检查'),
  of('电动车便宜，但冬天跑不远。', 'contrast: 冬天跑不远'),
  of('大家都赞成种树。然而，没有人愿意浇水。', 'contrast: 没有人愿意浇水'),
  of('但愿明天不下雨。他不过十岁。只不过是个玩笑。'),
  of('这本书不厚，不过三十页而已。'),
  of('虽然房租上涨，但是店主没有涨价。', 'concession: 房租上涨', 'point: 店主没有涨价'),
  of('图书馆虽然旧，但座位很多。', 'concession: 图书馆虽然旧', 'point: 座位很多'),
  of('尽管反对的人不少，议会还是通过了预算。', 'concession: 反对的人不少', 'point: 议会还是通过了预算'),
  of('他跑了一整天。尽管如此，他还是没有找到。', 'contrast: 他还是没有找到'),
  of('共享单车不但省钱，而且减少了堵车。不仅便宜，而且干净。'),
  of('井水已经干了。因此，村民只能买水。', 'conclusion: 村民只能买水'),
  of('船票卖完了，所以我们改坐火车。', 'conclusion: 我们改坐火车'),
  of('可见光只是电磁波的一小段。由此可见，人眼看到的很少。', 'conclusion: 人眼看到的很少'),
  of('结果，他没有来。结果表明药物有效。根据记录，去年更冷。'),
  of('总之，学校应当推迟上课时间。', 'conclusion: 学校应当推迟上课时间'),
  of('总而言之，公共交通应当免费。综上所述，我们赞成这项提案。', 'conclusion: 公共交通应当免费', 'conclusion: 我们赞成这项提案'), // prettier-ignore
  of('夜市很热闹。此外，它给失业的人一条生路。', 'addition: 它给失业的人一条生路'),
  of('工人一边唱歌，同时搬运木头。另外两个人在旁边看。'),
  of('我认为午睡应当写进校规。在我看来，作业太多了。', 'point: 午睡应当写进校规', 'point: 作业太多了'),
  of('日本是第四大经济体。第一批苹果已经上市。最后他关了灯。'),
  of('最后，她把信寄了出去。'),
  of('校服有两个好处：一是省钱；二是不用攀比。', 'point: 校服有两个好处', 'point: 省钱', 'point: 不用攀比'),
  of('首先，要修好水管。其次，要换掉旧电线。最后，要粉刷墙壁。', 'point: 要修好水管', 'point: 要换掉旧电线', 'point: 要粉刷墙壁'), // prettier-ignore
  of('一方面，工厂带来工作；另一方面，它污染了河。', 'point: 工厂带来工作', 'point: 它污染了河'),
  of('难道我们要等到井干吗？但是，难道没有别的办法？'),
  of('老渔民说：“鱼少了。因为网眼太小。”', 'point: 鱼少了', 'reason: 网眼太小'),
  of('其实他早就知道。事实上，门没有锁。'),
  of('The bridge should stay open. Because the detour is long, shops would lose customers.', 'reason: the detour is long', 'point: shops would lose customers'), // prettier-ignore
  of(
    'Rents fell because the city built more flats.',
    'point: Rents fell',
    'reason: the city built more flats',
  ),
  of('The match was cancelled because of rain.'),
  of('We do not climb because it is easy.'),
  of('Trams are quiet. However, they need tracks.', 'contrast: they need tracks'),
  of('The plan is cheap, but nobody has tested it.', 'contrast: nobody has tested it'),
  of('However you count, three are missing. Yet another train was late.'),
  of('Not only is the market cheap, but it is also close.'),
  of('Dr. Lee measured 3.5 percent. Therefore, the filter works.', 'conclusion: the filter works'),
  of('The well is dry, so the village buys water. So far nobody has complained.', 'conclusion: the village buys water'), // prettier-ignore
  of('The tram stopped, thus blocking the street.'),
  of('Some towns ban cars. For example, Pontevedra closed its centre.', 'point: Some towns ban cars', 'example: Pontevedra closed its centre'), // prettier-ignore
  of('In conclusion, libraries deserve more money.', 'conclusion: libraries deserve more money'),
  of('Moreover, night buses are safer. In addition to buses, there are bikes.', 'addition: night buses are safer'), // prettier-ignore
  of('Although the museum is small, it draws large crowds.', 'concession: the museum is small', 'point: it draws large crowds'), // prettier-ignore
  of('I believe that homework should be shorter. We believe in fairness.', 'point: homework should be shorter'), // prettier-ignore
  of('First, the roof leaks. Second, the heating fails. Finally, the rent is high.', 'point: the roof leaks', 'point: the heating fails', 'point: the rent is high'), // prettier-ignore
  of('First class was full. The second attempt failed. Finally he gave up.'),
  of('On the one hand, tourists bring money. On the other hand, they bring noise.', 'point: tourists bring money', 'point: they bring noise'), // prettier-ignore
  of('As a result, the shop closed. Since 1990 it had sold bread.'),
];
