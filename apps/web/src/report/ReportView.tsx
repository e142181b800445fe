import { howIn, may, pollsIn } from '@counterpoint/shared';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useLog } from '../open/fetchLog.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useInTurn } from '../ui/useInTurn.ts';
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
  const { data } = useLog({ upTo, enabled: howIn(map.info) !== undefined || map.debates.size > 0 });
  // What comes by itself is drawn a little at a time.
  const log = useDeferredValue(data);
  const compared = pollsIn(map).findLast((poll) => poll.compared?.flow)?.compared;
  const cards = [
    !decides && mine && <MyTasks key="tasks" map={map} part={mine} />,
    compared && <Swing key="swing" compared={compared} />,
    decides && <Speaking key="speaking" map={map} parts={parts} />,
    <Growth key="growth" map={map} log={log} />,
    log && howIn(map.info) && <StrengthOver key="strength" map={map} log={log} />,
    parts.length > 0 && <People key="people" map={map} parts={parts} isWhole={decides} />,
    <Unanswered key="unanswered" map={map} at={at} />,
    <Branches key="branches" map={map} />,
  ];
  const drawn = useInTurn(cards.length);
  return (
    <div className="report" tabIndex={-1}>
      <header>
        <div>
          <h2>{t('title')}</h2>
          <p>{t(!decides ? 'forOthers' : areAddedUp ? 'forGroups' : 'forDeciders')}</p>
        </div>
        <Tools />
      </header>
      <div className="report-cards">{cards.slice(0, drawn)}</div>
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
