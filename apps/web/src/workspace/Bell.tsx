import { keepingNotices, type Notice } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeAgo } from '../i18n/inWords.ts';
import { DISCUSSION_PANE, GRADES_PANE, RECORD_VIEW, REVIEW_VIEW } from '../open/links.ts';
import { noticeWords } from '../open/noticeDetail.ts';
import { useDoc, useOpenMap, useReading } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useNow } from '../ui/useNow.ts';

/** [M-09] What happened to what is mine and what waits for me, since I last looked. */
export function Bell() {
  const { t } = useTranslation('map');
  const { reading } = useOpenMap();
  const notices = useNotices();
  const told = useReading((state) => state.told);
  const [open, setOpen] = useState(false);
  /** What was new stays marked while one looks, whatever another device says meanwhile. */
  const [before, setBefore] = useState(told);
  const isSeated = useDoc(({ participant, role }) => participant !== null && role !== null);
  if (!isSeated) return null;
  const unread = notices.filter(({ at }) => at > told).length;
  const toggle = (next: boolean): void => {
    setOpen(next);
    const [latest] = notices;
    if (next) setBefore(told);
    else if (latest) reading.readNotices(latest.at);
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
          <OneNotice
            key={notice.id}
            notice={notice}
            isNew={notice.at > before}
            onGone={() => toggle(false)}
          />
        ))}
      </ul>
    </Popover>
  );
}

/** Made anew when what they are made of changes, and each half minute: some come with time. */
function useNotices(): readonly Notice[] {
  const [ask] = useState(keepingNotices);
  const now = useNow();
  return useDoc(({ confirmed, participant, role }) => ask(confirmed, { participant, role }, now));
}

const PANE = {
  verdict: 'review',
  repair: 'review',
  reply: 'claim',
  reworded: 'claim',
  merged: 'claim',
  comment: DISCUSSION_PANE,
  talk: DISCUSSION_PANE,
  mention: DISCUSSION_PANE,
  graded: GRADES_PANE,
  regraded: GRADES_PANE,
} as const;

interface OneNoticeProps {
  notice: Notice;
  isNew: boolean;
  onGone: () => void;
}

function OneNotice({ notice, isNew, onGone }: OneNoticeProps) {
  const goTo = useShowClaim();
  const now = useNow();
  const { screen, doc } = useOpenMap();
  const { sentence, detail } = noticeWords(
    useDoc((state) => state.confirmed),
    notice,
    now,
  );
  const go = (): void => {
    onGone();
    const { openPanel, showTab, show } = screen.getState();
    const { about, kind } = notice;
    const { view } = doc.getState();
    if (about !== null && (view.claims.has(about) || view.references.has(about))) goTo(about);
    if (kind === 'waiting' || kind === 'appeal' || kind === 'handed' || kind === 'flag') {
      show(REVIEW_VIEW);
      return;
    }
    // The strip above the map says all of it.
    if (kind === 'mute' || kind === 'unmute') return;
    if (kind === 'revealed') {
      show(RECORD_VIEW);
      return;
    }
    openPanel(true);
    showTab(PANE[kind]);
  };
  return (
    <li data-new={isNew || undefined}>
      <button type="button" onClick={go}>
        <span>{sentence}</span>
        <small>
          {detail}
          <time dateTime={new Date(notice.at).toISOString()}>{timeAgo(notice.at, now)}</time>
        </small>
      </button>
    </li>
  );
}
