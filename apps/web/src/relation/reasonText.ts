import { ReasonCode, type ArgumentMap, type Reason } from '@counterpoint/shared';
import i18next from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useDoc } from '../open/openMap.ts';

interface Said {
  readonly code: Reason | null;
  readonly reason: string | null;
}
type Reasons = Pick<ArgumentMap, 'reasons'>;

/** [P19] A reason in the reader's language; one of the map's own may have words in the other alone. */
export function reasonName({ reasons }: Reasons, code: Reason): string {
  const listed = ReasonCode.safeParse(code).data;
  if (listed) return i18next.t(`reason.${listed}`, { ns: 'review' });
  const own = reasons.get(code);
  if (!own) return i18next.t('reasonGone', { ns: 'review' });
  return interfaceLanguage() === 'zh' ? own.zh || own.en : own.en || own.zh;
}

/** Why something was sent back: out of the list, with what was written beside it. */
export function reasonText(map: Reasons, { code, reason }: Said): string {
  const listed = code === null || (code === 'other' && reason !== null) ? '' : reasonName(map, code);
  return [listed, reason ?? ''].filter(Boolean).join(i18next.t('colon', { ns: 'review' }));
}

/** By the reasons of the open map, wherever they change. */
export function useReasonText(): (said: Said) => string {
  const reasons = useDoc(({ view }) => view.reasons);
  return (said) => reasonText({ reasons }, said);
}
