import { TABLES, tables } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLog } from '../open/fetchLog.ts';
import { Replay } from './Replay.tsx';
import './replay.css';

/** Whether anything is otherwise than it was at a version: how far one has read oneself is not. */
function useHasMore(version: number): boolean {
  const { doc } = useOpenMap();
  const now = useDoc(({ confirmed }) => confirmed);
  const [was, setWas] = useState({ version, map: doc.getState().confirmed });
  if (was.version !== version) setWas({ version, map: now });
  return (
    now.info !== was.map.info || TABLES.some((table) => !tables[table].aside && now[table] !== was.map[table])
  );
}

/** [S-26] All that happened in a map, played back from its log. */
export function ReplayView() {
  const { t } = useTranslation('replay');
  const newest = useDoc((doc) => doc.version) ?? 0;
  const [upTo, setUpTo] = useState(newest);
  const [done, setDone] = useState(0);
  const hasMore = useHasMore(upTo);
  const log = useLog({ upTo, tell: setDone });
  if (log.isError && !log.data)
    return (
      <div className="replay-note" role="alert">
        <p>{t('failed')}</p>
        <Button onClick={() => void log.refetch()}>{t('again')}</Button>
      </div>
    );
  if (!log.data)
    return (
      <div className="replay-note" role="status" aria-busy="true">
        <p>{t('loading', { done, all: upTo })}</p>
        <progress value={done} max={upTo} aria-label={t('loading', { done, all: upTo })} />
      </div>
    );
  if (log.data.story.moments.length === 0)
    return (
      <div className="replay-note">
        <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>
      </div>
    );
  return (
    <Replay
      key={log.data.past.version}
      log={log.data}
      behind={
        hasMore && (
          <p className="replay-behind" role="status">
            {t('behind')}
            <Button look="plain" onClick={() => setUpTo(newest)}>
              {t('fetch')}
            </Button>
          </p>
        )
      }
    />
  );
}
