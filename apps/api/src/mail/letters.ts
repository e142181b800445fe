// What letters say, in both languages, as plain text.
import { noticeSentence, type MailLanguage, type Notice } from '@counterpoint/shared';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** Where one post ends the digests (RFC 8058). */
  readonly leave?: string;
}

interface Words {
  readonly confirmSubject: string;
  confirm(name: string, link: string): string;
  subject(count: number): string;
  hello(name: string): string;
  more(count: number): string;
  readonly someone: string;
  leave(link: string): string;
  about(sentence: string, text: string): string;
}

const EN: Words = {
  confirmSubject: 'Counterpoint: is this your address?',
  confirm: (name, link) =>
    `Hello ${name},\n\nsomeone asked Counterpoint to write to this address. If that was you, confirm it here within three days:\n\n${link}\n\nIf it was not you, do nothing: you will get no other letter.\n`,
  subject: (count) => `Counterpoint: ${count} ${count === 1 ? 'notice' : 'notices'} for you`,
  hello: (name) => `Hello ${name},\n\nthis is new for you:`,
  more: (count) => `… and ${count} more.`,
  someone: 'Somebody',
  leave: (link) => `No more of these letters: ${link}`,
  about: (sentence, text) => (text === '' ? sentence : `${sentence}: “${text}”`),
};

const ZH: Words = {
  confirmSubject: 'Counterpoint：这是你的邮箱吗？',
  confirm: (name, link) =>
    `${name}，你好：\n\n有人请 Counterpoint 往这个邮箱写信。如果是你本人，请在三天之内点开下面的链接确认：\n\n${link}\n\n如果不是你，不用理会：你不会再收到别的信。\n`,
  subject: (count) => `Counterpoint：${count} 条与你有关的消息`,
  hello: (name) => `${name}，你好：\n\n与你有关的新消息：`,
  more: (count) => `……还有 ${count} 条。`,
  someone: '有人',
  leave: (link) => `不再收这样的信：${link}`,
  about: (sentence, text) => (text === '' ? sentence : `${sentence}：“${text}”`),
};

const wordsIn = (language: MailLanguage): Words => (language === 'zh' ? ZH : EN);

export const confirmLetter = (language: MailLanguage, name: string, link: string): Letter => ({
  subject: wordsIn(language).confirmSubject,
  text: wordsIn(language).confirm(name, link),
});

/** What is new for one person in one map. */
export interface MapNews {
  readonly title: string;
  readonly link: string;
  readonly notices: readonly Notice[];
  readonly nameOf: (notice: Notice) => string | undefined;
}

/** Most lines of one letter. */
const MOST = 30;

export interface Digest {
  readonly language: MailLanguage;
  readonly name: string;
  readonly maps: readonly MapNews[];
  /** Addresses that end the digests: of a page, and of the post that mail programs send. */
  readonly leave: { readonly page: string; readonly post: string };
}

export function digestLetter({ language, name, maps, leave }: Digest): Letter {
  const words = wordsIn(language);
  const count = maps.reduce((sum, { notices }) => sum + notices.length, 0);
  const parts: string[] = [words.hello(name)];
  let room = MOST;
  for (const { title, link, notices, nameOf } of maps) {
    if (room === 0) break;
    const lines = notices.slice(0, room).map((notice) => {
      const sentence = noticeSentence(notice, nameOf(notice) ?? words.someone, language);
      return `- ${words.about(sentence, textOf(notice))}`;
    });
    room -= lines.length;
    parts.push([title, link, ...lines].join('\n'));
  }
  if (count > MOST) parts.push(words.more(count - MOST));
  parts.push(`-- \n${words.leave(leave.page)}`);
  return { subject: words.subject(count), text: `${parts.join('\n\n')}\n`, leave: leave.post };
}

/** Characters of people's words in a line. */
const LONGEST = 80;

function textOf(notice: Notice): string {
  const text = 'text' in notice ? notice.text : 'proposal' in notice ? (notice.proposal.reason ?? '') : '';
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : signs.join('');
}
