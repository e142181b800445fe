import type { AccountSession } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { day, daysAgo } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast.ts';
import { sessionsQuery } from './sessionsQuery.ts';

export function Sessions() {
  const { t } = useTranslation('person');
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (id: string | null) => valueOf(id === null ? api.endOtherSessions() : api.endSession(id)),
    onSuccess: () => toast(t('sessions.ended')),
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  if (sessions.isPending) return <Spinner size={22} />;
  if (!sessions.data) return <p className="problem">{t('sessions.failed')}</p>;
  return (
    <>
      <ul className="account-sessions">
        {sessions.data.map((session) => (
          <Session key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      {sessions.data.length > 1 && (
        <Button className="account-alone" busy={end.isPending} onClick={() => end.mutate(null)}>
          {t('sessions.endOthers')}
        </Button>
      )}
    </>
  );
}

function Session({ session, onEnd }: { session: AccountSession; onEnd: () => void }) {
  const { t } = useTranslation('person');
  const { browser, system, since, seen, own } = session;
  const device =
    browser !== null && system !== null
      ? t('sessions.device', { browser, system })
      : (browser ?? system ?? t('sessions.unknown'));
  const times = [
    ...(own ? [] : [t('sessions.seen', { when: daysAgo(seen) })]),
    ...(since === null ? [] : [t('sessions.since', { when: day(since) })]),
  ];
  return (
    <li>
      <span>
        <b>{device}</b>
        {own && <em>{t('sessions.own')}</em>}
        <small>{times.join(' · ')}</small>
      </span>
      {!own && (
        <Button aria-label={t('sessions.endOne', { device })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
