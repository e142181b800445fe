import { howIn, may, pollsIn } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useLog } from '../open/fetchLog.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Branches } from './Branches.tsx';
import { Growth } from './Growth.tsx';
import { People } from './People.tsx';
import { Speaking } from './Speaking.tsx';
import { StrengthOver } from './StrengthOver.tsx';
import { Swing } from './Swing.tsx';
import { MyTasks } from './Tasks.tsx';
import { Unanswered } from './Unanswered.tsx';
import './report.css';
import { useParts } from './useParts.ts';

/** [S-19] What came of it, in figures: who changed their mind, who spoke and wrote how much, how it grew, what stayed open. */
export function ReportView() {
  const { t } = useTranslation('report');
  const map = useDoc((state) => state.confirmed);
  const { decides, parts, mine, areAddedUp } = useParts();
  const at = serverNow();
  // What was over time is told as of when the report was opened: the log of a map that goes on is not fetched again and again.
  const [upTo] = useState(useDoc(({ version }) => version) ?? 0);
  const { data: log } = useLog({ upTo, enabled: howIn(map.info) !== undefined || map.debates.size > 0 });
  const compared = pollsIn(map).findLast((poll) => poll.compared?.flow)?.compared;
  return (
    <div className="report" tabIndex={-1}>
      <header>
        <div>
          <h2>{t('title')}</h2>
          <p>{t(!decides ? 'forOthers' : areAddedUp ? 'forGroups' : 'forDeciders')}</p>
        </div>
        <Tools />
      </header>
      <div className="report-cards">
        {!decides && mine && <MyTasks map={map} part={mine} />}
        {compared && <Swing compared={compared} />}
        {decides && <Speaking map={map} parts={parts} />}
        <Growth map={map} log={log} />
        {log && howIn(map.info) && <StrengthOver map={map} log={log} />}
        {parts.length > 0 && <People map={map} parts={parts} isWhole={decides} />}
        <Unanswered map={map} at={at} />
        <Branches map={map} />
      </div>
    </div>
  );
}

function Tools() {
  const { t } = useTranslation('report');
  const { id } = useOpenMap();
  const manages = useDoc(({ role }) => may(role, 'manage'));
  const ask = useScreen((state) => state.ask);
  return (
    <div className="report-tools no-print">
      {manages && (
        <Button icon="check" onClick={() => ask({ for: 'tasks' })}>
          {t('tasks.set')}
        </Button>
      )}
      <a className="button ghost" href={api.reportUrl(id, interfaceLanguage())} download>
        <Icon name="download" /> {t('csv')}
      </a>
      <Button icon="text" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
