// What notices say, in a sentence: the page and the letter read the same words.
import { TOO_LONG, type Notice } from './notices.ts';

type Sentence = (name: string, count: number) => string;
type Said =
  Exclude<Notice['kind'], 'verdict' | 'reply'> | `${'verdict' | 'onAppeal'} ${Verdict}` | `reply ${Relation}`;
type Verdict = 'accepted' | 'returned' | 'rejected';
type Relation = Extract<Notice, { kind: 'reply' }>['relation'];

const MINUTES = TOO_LONG / 60_000;

const EN: Readonly<Record<Said, Sentence>> = {
  'verdict accepted': (name) => `${name} accepted your proposal`,
  'verdict returned': (name) => `${name} sent your proposal back`,
  'verdict rejected': (name) => `${name} did not accept your proposal`,
  'onAppeal accepted': (name) => `${name} accepted your proposal after your appeal`,
  'onAppeal returned': (name) => `${name} sent your proposal back after your appeal`,
  'onAppeal rejected': (name) => `${name} did not accept your proposal after your appeal`,
  repair: () => 'Your proposal was sent back and waits for you to put it in other words',
  'reply support': (name) => `${name} supported your claim`,
  'reply rebut': (name) => `${name} rebutted your claim`,
  'reply undercut': (name) => `${name} undercut your argument`,
  reworded: (name) => `${name} reworded your claim`,
  merged: (name) => `${name} made your claim part of one that says the same`,
  comment: (name) => `${name} commented on your claim`,
  talk: (name) => `${name} went on in a discussion you took part in`,
  mention: (name) => `${name} mentioned you`,
  revealed: (name) => `${name} looked behind your pseudonym and knows your name`,
  graded: (name) => `Your grades are there: ${name} released them`,
  regraded: (name) => `${name} changed a grade of yours`,
  appeal: (name) => `${name} asks another moderator to look once more`,
  flag: (name) => `${name} asks a moderator to look`,
  handed: (name) => `${name} asks you to decide on a proposal`,
  mute: (name) => `${name} has muted you`,
  unmute: (name) => `${name} lets you write again`,
  waiting: (_, count) =>
    `${count} ${count === 1 ? 'item has' : 'items have'} waited for a decision for over ${MINUTES} minutes`,
};

const ZH: Readonly<Record<Said, Sentence>> = {
  'verdict accepted': (name) => `${name}接受了你的提议`,
  'verdict returned': (name) => `${name}退回了你的提议，请修改`,
  'verdict rejected': (name) => `${name}没有接受你的提议`,
  'onAppeal accepted': (name) => `你申诉后，${name}接受了你的提议`,
  'onAppeal returned': (name) => `你申诉后，${name}退回了你的提议，请修改`,
  'onAppeal rejected': (name) => `你申诉后，${name}仍没有接受你的提议`,
  repair: () => '你的提议被退回，还在等你换个说法',
  'reply support': (name) => `${name}支持了你的主张`,
  'reply rebut': (name) => `${name}反驳了你的主张`,
  'reply undercut': (name) => `${name}削弱了你的推理`,
  reworded: (name) => `${name}改写了你的主张`,
  merged: (name) => `${name}把你的主张并入了意思相同的一条`,
  comment: (name) => `${name}评论了你的主张`,
  talk: (name) => `${name}在你参与的讨论中发了言`,
  mention: (name) => `${name}提到了你`,
  revealed: (name) => `${name}查看了你化名背后的实名`,
  graded: (name) => `${name}发布了你的评分`,
  regraded: (name) => `${name}改了给你的评分`,
  appeal: (name) => `${name}请另一位主持人再看`,
  flag: (name) => `${name}请主持人看一看`,
  handed: (name) => `${name}请你处理一项提议`,
  mute: (name) => `${name}让你暂时不能发言`,
  unmute: (name) => `${name}让你恢复发言`,
  waiting: (_, count) => `${count} 项内容等待处理已超过 ${MINUTES} 分钟`,
};

/** `name` is of who did it. */
export const noticeSentence = (notice: Notice, name: string, language: 'en' | 'zh'): string =>
  (language === 'zh' ? ZH : EN)[saidIn(notice)](name, notice.kind === 'waiting' ? notice.count : 1);

function saidIn(notice: Notice): Said {
  if (notice.kind === 'reply') return `reply ${notice.relation}`;
  if (notice.kind !== 'verdict') return notice.kind;
  // Nobody is told of what is spam, and what is pending or withdrawn has no verdict.
  const { state, appeal } = notice.proposal;
  return `${appeal ? 'onAppeal' : 'verdict'} ${state as Verdict}`;
}
