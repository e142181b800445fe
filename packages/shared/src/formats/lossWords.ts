// The loss report in words, for screens, files and the command line alike.
import { isRepair, type Loss, type LossKind } from './loss.ts';

/** English has a form for one thing and one for several; `#` is the number. */
const EN: Readonly<Record<LossKind, readonly [one: string, several: string]>> = {
  removed: ['# removed item', '# removed items'],
  proposals: ['# proposal', '# proposals'],
  comments: ['# comment', '# comments'],
  authors: ['the author of # item', 'the authors of # items'],
  people: ['# participant who wrote nothing here', '# participants who wrote nothing here'],
  times: ['the time of # item', 'the times of # items'],
  rewordings: ['who last reworded # claim', 'who last reworded # claims'],
  languages: ['the language of # claim', 'the languages of # claims'],
  beside: ['the other wordings of # claim', 'the other wordings of # claims'],
  question: ['the question', 'the question'],
  about: ['the description', 'the description'],
  settings: ['the settings of access and moderation', 'the settings of access and moderation'],
  roles: ['the role of # member', 'the roles of # members'],
  schemes: ['# argumentation scheme', '# argumentation schemes'],
  quotations: ['# quotation', '# quotations'],
  annotations: ['# note on a text', '# notes on texts'],
  rounds: ['# round of annotation', '# rounds of annotation'],
  finishes: ['that # annotator has finished', 'that # annotators have finished'],
  mergers: ['# claim that was merged into another', '# claims that were merged into others'],
  sides: ['the side of # claim or person', 'the sides of # claims or people'],
  debate: ['# entry of the debate', '# entries of the debate'],
  flags: ['# flag', '# flags'],
  glosses: ['# translation of a quotation', '# translations of quotations'],
  anchors: ['where # quotation stands in a later edition', 'where # quotations stand in a later edition'],
  suggestions: ['the rule that suggested # quotation', 'the rules that suggested # quotations'],
  rules: ['# change to the rules of suggestion', '# changes to the rules of suggestion'],
  reasons: ['# change to the reasons of moderation', '# changes to the reasons of moderation'],
  trusts: ['whether # person needs a moderator', 'whether # people need a moderator'],
  sources: ['# source', '# sources'],
  addresses: ['# source address that is none of the web', '# source addresses that are none of the web'],
  relations: ['# relation', '# relations'],
  references: ['# further use of a claim', '# further uses of claims'],
  history: ['the history', 'the history'],
  truncated: ['the end of # text that is too long', 'the ends of # texts that are too long'],
  dangling: ['# link to something that is not in the file', '# links to things that are not in the file'],
  rephrases: ['# rephrasing', '# rephrasings'],
  preferences: ['# preference', '# preferences'],
  locutions: ['# speech act', '# speech acts'],
  groups: ['# group', '# groups'],
  layout: ['the positions in the picture', 'the positions in the picture'],
  carried: ['# hidden entry that no longer fits', '# hidden entries that no longer fit'],
  unknown: ['# unknown entry', '# unknown entries'],
  undercuts: ['# undercut written as a rebuttal', '# undercuts written as rebuttals'],
  joint: ['# joint argument written as separate reasons', '# joint arguments written as separate reasons'],
  texts: ['# text with simpler line breaks or signs', '# texts with simpler line breaks or signs'],
  titles: ['# duplicate title made unique', '# duplicate titles made unique'],
  names: ['# name changed to be readable', '# names changed to be readable'],
  cycles: ['# circle kept as a reference', '# circles kept as references'],
  duplicates: ['# duplicate id made unique', '# duplicate ids made unique'],
  unstated: ['# missing premise or conclusion put in', '# missing premises or conclusions put in'],
  conclusions: [
    '# further conclusion made an argument of its own',
    '# further conclusions made arguments of their own',
  ],
  aims: [
    '# support for an argument aimed at its conclusion',
    '# supports for arguments aimed at their conclusions',
  ],
  edges: ['# plain link read as support', '# plain links read as support'],
  blank: ['# claim without words', '# claims without words'],
  cleaned: ['# text freed of signs that cannot be stored', '# texts freed of signs that cannot be stored'],
  'long-texts': ['# long text cut, kept whole as a source', '# long texts cut, kept whole as sources'],
  unanchored: [
    '# quotation not found in its source, kept as a comment',
    '# quotations not found in their sources, kept as comments',
  ],
  'quoted-sources': [
    '# source known by its quoted passages only',
    '# sources known by their quoted passages only',
  ],
};

const ZH: Readonly<Record<LossKind, string>> = {
  removed: '已删除的内容 # 处',
  proposals: '提议 # 项',
  comments: '讨论 # 条',
  authors: '# 处的作者',
  people: '没有留下文字的参与者 # 人',
  times: '# 处的时间',
  rewordings: '# 条主张的改写者',
  languages: '# 条主张的语言',
  beside: '# 条主张的并存措辞',
  question: '问题',
  about: '简介',
  settings: '访问与审核的设置',
  roles: '# 名成员的角色',
  schemes: '论证型式 # 个',
  quotations: '引文 # 处',
  annotations: '原文批注 # 条',
  rounds: '独立标注 # 轮',
  finishes: '# 位标注者做完的记录',
  mergers: '并入其他主张的主张 # 条',
  sides: '主张或人所属的一方 # 处',
  debate: '辩论记录 # 条',
  flags: '举报 # 条',
  glosses: '引文的翻译 # 处',
  anchors: '# 处引文在新版本里的位置',
  suggestions: '建议 # 处引文的规则',
  rules: '对建议规则的改动 # 处',
  reasons: '对审核理由的改动 # 处',
  trusts: '# 人是否免审',
  sources: '出处 # 个',
  addresses: '不是网址的出处地址 # 个',
  relations: '论证关系 # 个',
  references: '主张的再次使用 # 处',
  history: '历史',
  truncated: '过长文字的末尾 # 处',
  dangling: '指向文件里没有的内容的连线 # 条',
  rephrases: '换一种说法 # 处',
  preferences: '偏好 # 个',
  locutions: '言语行为 # 个',
  groups: '分组 # 个',
  layout: '图上的位置',
  carried: '已对不上的隐藏内容 # 处',
  unknown: '本站不认识的内容 # 处',
  undercuts: '削弱推理改写成反驳 # 处',
  joint: '合起来才成立的理由拆开来写 # 处',
  texts: '换行或符号有简化的文字 # 处',
  titles: '重复的标题加以区分 # 处',
  names: '改得可读的名字 # 个',
  cycles: '循环改成引用 # 处',
  duplicates: '重复的编号加以区分 # 处',
  unstated: '补上缺少的前提或结论 # 处',
  conclusions: '多出的结论另立论证 # 处',
  aims: '对论证的支持改指其结论 # 处',
  edges: '没有说明的连线当作支持 # 条',
  blank: '没有文字的主张 # 条',
  cleaned: '去掉无法保存的符号的文字 # 处',
  'long-texts': '过长的文字截短，全文留作出处 # 处',
  unanchored: '在出处里找不到的引文，留作讨论 # 处',
  'quoted-sources': '只知道被引段落的出处 # 个',
};

/** "2 undercuts written as rebuttals"; without a full stop. */
export function lossWords({ kind, count }: Loss, language: string): string {
  const words = /^zh\b/.test(language) ? ZH[kind] : EN[kind][count === 1 ? 0 : 1];
  return words.replace('#', String(count));
}

/** The report as lines: first what was lost, then what was changed. Empty when there is nothing to say. */
export function reportLines(losses: readonly Loss[], language: string): string[] {
  const chinese = /^zh\b/.test(language);
  const heading = {
    lost: chinese ? '未能带上：' : 'Not included:',
    changed: chinese ? '有所改动：' : 'Changed:',
  };
  const section = (title: string, list: readonly Loss[]): string[] =>
    list.length === 0 ? [] : [title, ...list.map((loss) => `- ${lossWords(loss, language)}`)];
  return [
    ...section(
      heading.lost,
      losses.filter(({ kind }) => !isRepair(kind)),
    ),
    ...section(
      heading.changed,
      losses.filter(({ kind }) => isRepair(kind)),
    ),
  ];
}
