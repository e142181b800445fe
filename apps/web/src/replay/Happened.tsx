import { momentBy, type RecordKind, type RecordRow } from '@counterpoint/shared';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { clockTime } from '../i18n/inWords.ts';
import { describe, nameOfRow } from '../open/describe.ts';
import { useViews } from '../open/house.ts';
import { linkToVersion, REPORT_VIEW } from '../open/links.ts';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { Log } from '../open/fetchLog.ts';
import type { Player } from './player.ts';
import type { Rows } from './useRows.ts';
import { whenIn } from './when.ts';
import { home } from '../base.ts';

/** So many lines before the present one, and after it. */
const AROUND = 15;

interface HappenedProps {
  log: Log;
  player: Player;
  rows: Rows;
  behind: ReactNode;
}

/** One line for each change around the one that is shown. */
export function Happened({ log, player, rows, behind }: HappenedProps) {
  const { t } = useTranslation('replay');
  const { id } = useOpenMap();
  const { story, past } = log;
  const { moments } = story;
  const told = useStore(player, (state) => state.told);
  const at = momentBy(story, 'version', told);
  const from = Math.max(0, at - AROUND);
  const present = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const list = present.current?.parentElement;
    if (!list || !present.current) return;
    const { offsetTop, clientHeight } = present.current;
    list.scrollTop = offsetTop - (list.clientHeight - clientHeight) / 2;
  }, [at]);
  return (
    <aside className="replay-happened" aria-label={t('happened')}>
      <header>
        <h2>{t('happened')}</h2>
        <small>{t('of', { n: at + 1, all: moments.length })}</small>
      </header>
      <ol>
        {moments.slice(from, at + AROUND + 1).map((moment, i) => (
          <li
            key={moment.version}
            ref={from + i === at ? present : undefined}
            aria-current={from + i === at ? 'step' : undefined}
          >
            <button type="button" onClick={() => player.goTo(moment.version)}>
              <time>{whenIn(story, moment.at)}</time>
              <Line rows={rows.at(moment.version)} then={past.at(moment.version)} />
            </button>
          </li>
        ))}
      </ol>
      <footer>
        {behind}
        <p>{t('past', { when: clockTime(moments[at]?.at ?? 0) })}</p>
        <div>
          <span>{t('moment')}</span>
          <CopyButton text={linkToVersion(home, id, told)} label={t('link')} />
        </div>
        <ToReport />
      </footer>
    </aside>
  );
}

/** What came of it, in figures. */
function ToReport() {
  const { t } = useTranslation('replay');
  const isOffered = useViews().some(({ id }) => id === REPORT_VIEW);
  const show = useScreen((state) => state.show);
  return (
    isOffered && (
      <Button icon="outline" onClick={() => show(REPORT_VIEW)}>
        {t('report')}
      </Button>
    )
  );
}

function Line({
  rows: [row, ...more],
  then,
}: {
  rows: readonly RecordRow[];
  then: Parameters<typeof describe>[1];
}) {
  // prettier-ignore
  const { t } = useTranslation('replay');
  const { t: edits } = useTranslation('edits');
  if (!row) return <span />;
  const { kind, did, by, after } = row;
  const told = did && kind !== 'change-settings' ? describe(edits, then, did).sentence : '';
  return (
    <span>
      {by?.name || t('server')} · {told || nameOfRow(kind)}
      {WORDED.includes(kind) && after !== null && <q>{after}</q>}
      {more.length > 0 && <small> {t('more', { count: more.length })}</small>}
    </span>
  );
}

/** Of these, what was written is the news. */
const WORDED: readonly RecordKind[] = ['reword', 'comment'];
