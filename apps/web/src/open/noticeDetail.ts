import { noticeSentence, type ArgumentMap, type Notice } from '@counterpoint/shared';
import i18next from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { reasonText } from '../relation/reasonText.ts';
import { short } from '../ui/short.ts';
import { flaggedText } from './flags.ts';
import { inMinutes } from './waits.ts';

const MOST = 60;

/** What a notice says, and beneath it what it is about. */
export function noticeWords(
  confirmed: ArgumentMap,
  notice: Notice,
  now: number,
): { sentence: string; detail: string } {
  const name =
    confirmed.participants.get(notice.by ?? '')?.name ?? i18next.t('address.someone', { ns: 'map' });
  return {
    sentence: noticeSentence(notice, name, interfaceLanguage()),
    detail: detailOf(confirmed, notice, now),
  };
}

function detailOf(confirmed: ArgumentMap, notice: Notice, now: number): string {
  switch (notice.kind) {
    case 'verdict':
    case 'repair':
      return short(reasonText(confirmed, notice.proposal), MOST);
    case 'appeal':
      return short(notice.proposal.appeal?.text ?? '', MOST);
    case 'flag':
      return short(flaggedText({ confirmed }, notice.flag.about) ?? '', MOST);
    case 'waiting':
      return i18next.t('oldest', { ns: 'review', time: inMinutes(now - notice.oldest) });
    default:
      return short(notice.text, MOST);
  }
}
