import type { Role } from '../map/tables/participants.ts';

interface OwnDataWords {
  readonly title: (name: string) => string;
  readonly about: (at: string) => string;
  readonly login: string;
  readonly noLogin: string;
  readonly since: string;
  readonly mail: string;
  readonly sessions: string;
  readonly unknown: string;
  readonly seen: (at: string) => string;
  readonly noMap: string;
  readonly role: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly noRole: string;
  readonly name: string;
  readonly there: string;
  readonly claims: string;
  readonly comments: string;
  readonly quotations: string;
  readonly notes: string;
  readonly sources: string;
  readonly proposals: string;
  readonly votes: string;
  readonly grades: string;
  readonly removed: string;
  readonly rest: (parts: string) => string;
}

const en: OwnDataWords = {
  title: (name) => `What Counterpoint keeps about ${name}`,
  about: (at) => `As of ${at}. Times are UTC. The same, whole and for programs, is in the JSON file.`,
  login: 'Username',
  noLogin: 'none: a guest',
  since: 'Since',
  mail: 'E-mail address',
  sessions: 'Signed in on',
  unknown: 'a browser that does not say its name',
  seen: (at) => `last used ${at}`,
  noMap: 'You are in no map.',
  role: 'Role',
  roles: { owner: 'owner', moderator: 'moderator', participant: 'participant', suggester: 'suggester', observer: 'observer' }, // prettier-ignore
  noRole: 'none any more',
  name: 'Name in it',
  there: 'Last there',
  claims: 'Claims',
  comments: 'Comments',
  quotations: 'Quotations',
  notes: 'Notes and marks',
  sources: 'Sources',
  proposals: 'Proposals',
  votes: 'Votes',
  grades: 'Grades and feedback',
  removed: 'removed',
  rest: (parts) => `Besides, in the JSON file: ${parts}.`,
};

const zh: OwnDataWords = {
  title: (name) => `Counterpoint 保存的关于${name}的数据`,
  about: (at) => `截至 ${at}（时间均为 UTC）。完整内容见 JSON 文件，供程序读取。`,
  login: '用户名',
  noLogin: '没有（访客）',
  since: '开始于',
  mail: '邮箱地址',
  sessions: '登录过的设备',
  unknown: '没有说明名称的浏览器',
  seen: (at) => `最近使用 ${at}`,
  noMap: '你不在任何论证图里。',
  role: '角色',
  roles: {
    owner: '负责人',
    moderator: '主持人',
    participant: '参与者',
    suggester: '建议者',
    observer: '旁听者',
  },
  noRole: '已没有角色',
  name: '图中的名字',
  there: '最近一次进入',
  claims: '主张',
  comments: '讨论',
  quotations: '引用原文',
  notes: '笔记与标记',
  sources: '文本',
  proposals: '提议',
  votes: '投票',
  grades: '评分与评语',
  removed: '已移除',
  rest: (parts) => `JSON 文件里还有：${parts}。`,
};

export const OWN_DATA_WORDS: Readonly<Record<'zh' | 'en', OwnDataWords>> = { en, zh };
