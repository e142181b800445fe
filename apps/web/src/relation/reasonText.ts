import type { ReasonCode } from '@counterpoint/shared';
import i18next from 'i18next';

interface Reason {
  readonly code: ReasonCode | null;
  readonly reason: string | null;
}

/** Why something was sent back: out of the list, with what was written beside it. */
export function reasonText({ code, reason }: Reason): string {
  const listed =
    code === null || (code === 'other' && reason !== null)
      ? ''
      : i18next.t(`reason.${code}`, { ns: 'review' });
  return [listed, reason ?? ''].filter(Boolean).join(i18next.t('colon', { ns: 'review' }));
}
