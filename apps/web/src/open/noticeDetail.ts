import {
  isBareProposal,
  noticeSentence,
  waiting,
  type ArgumentMap,
  type Notice,
  type Proposal,
} from '@counterpoint/shared';
import i18next from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { reasonText } from '../relation/reasonText.ts';
import { short } from '../ui/short.ts';
import { describe } from './describe.ts';
import { flaggedText } from './flags.ts';
import { inWait } from './waits.ts';

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
      return short(reasonText(confirmed, notice.proposal) || wordsOf(confirmed, notice.proposal), MOST);
    case 'handed':
      return short(wordsOf(confirmed, notice.proposal), MOST);
    case 'appeal':
      return short(notice.proposal.appeal?.text ?? '', MOST);
    case 'flag':
      return short(flaggedText({ confirmed }, notice.flag.about) ?? '', MOST);
    case 'mute':
    case 'unmute':
      return short(notice.reason, MOST);
    case 'waiting':
      return i18next.t('oldest', { ns: 'review', time: inWait(now - notice.oldest) });
    default:
      return short(notice.text, MOST);
  }
}

/** What was proposed, where no reason tells which proposal it is about. */
function wordsOf(confirmed: ArgumentMap, proposal: Proposal): string {
  if (isBareProposal(proposal)) return '';
  const { rewording, text, sentence } = describe(
    i18next.getFixedT(null, 'edits'),
    confirmed,
    waiting(proposal),
  );
  return rewording?.after ?? text ?? sentence;
}
