import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeAgo } from '../i18n/inWords.ts';
import { noticesFor, tellUntil, toldUntil, type Notice } from '../open/notices.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { useReasonText } from '../relation/reasonText.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { short } from '../ui/short.ts';
import { useNow } from '../ui/useNow.ts';

/** [M-09] What happened to what is mine, since I last looked. */
export function Bell() {
  const { t } = useTranslation('map');
  const { id: map } = useOpenMap();
  const me = useDoc((state) => state.participant);
  const view = useDoc((state) => state.view);
  const [told, setTold] = useState(() => (me === null ? 0 : toldUntil(map, me)));
  const [open, setOpen] = useState(false);
  const notices = useMemo(() => noticesFor(view, me), [view, me]);
  if (me === null) return null;
  const unread = notices.filter(({ at }) => at > told).length;
  const toggle = (next: boolean): void => {
    setOpen(next);
    const [latest] = notices;
    // What was new stays marked while one looks.
    if (next || !latest) return;
    tellUntil(map, me, latest.at);
    setTold(latest.at);
  };
  return (
    <Popover
      align="end"
      label={t('bell.label')}
      open={open}
      onOpenChange={toggle}
      trigger={
        <Button look="plain" className="icon-button bell" aria-label={t('bell.unread', { count: unread })}>
          <Icon name="bell" />
          {unread > 0 && <span className="bell-count">{unread}</span>}
        </Button>
      }
    >
      <ul className="notices" aria-label={t('bell.label')}>
        {notices.length === 0 && <li>{t('bell.none')}</li>}
        {notices.map((notice) => (
          <OneNotice key={notice.id} notice={notice} isNew={notice.at > told} onGone={() => toggle(false)} />
        ))}
      </ul>
    </Popover>
  );
}

const TAB = { verdict: 'review', reply: 'claim', comment: 'discussion', mention: 'discussion' } as const;

interface OneNoticeProps {
  notice: Notice;
  isNew: boolean;
  onGone: () => void;
}

function OneNotice({ notice, isNew, onGone }: OneNoticeProps) {
  const { t } = useTranslation('map');
  const { screen } = useOpenMap();
  const goTo = useShowClaim();
  const now = useNow();
  const view = useDoc((state) => state.view);
  const reasonText = useReasonText();
  const name = view.participants.get(notice.by ?? '')?.name ?? t('address.someone');
  const go = (): void => {
    onGone();
    const { openPanel, showTab } = screen.getState();
    if (notice.about !== null && view.claims.has(notice.about)) goTo(notice.about);
    openPanel(true);
    showTab(TAB[notice.kind]);
  };
  return (
    <li data-new={isNew || undefined}>
      <button type="button" onClick={go}>
        <span>
          {notice.kind === 'verdict'
            ? t(`bell.verdict.${notice.proposal.state as 'accepted'}`, { name })
            : t(`bell.${notice.kind}`, { name })}
        </span>
        <small>
          {notice.kind !== 'verdict'
            ? short(notice.text, 60)
            : notice.into !== null
              ? t('bell.mergedInto', { text: short(notice.into, 60) })
              : reasonText(notice.proposal)}
          <time dateTime={new Date(notice.at).toISOString()}>{timeAgo(notice.at, now)}</time>
        </small>
      </button>
    </li>
  );
}
