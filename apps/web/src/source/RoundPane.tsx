import { roundsOn, type Round } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../i18n/inWords.ts';
import { useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { askWithUndo } from '../open/askFor.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { short } from '../ui/short.ts';
import { BEGINNING } from './marking.ts';
import { OpenedRound } from './OpenedRound.tsx';
import './round.css';
import { RunningRound } from './RunningRound.tsx';
import { useShown } from './useShown.ts';

/** What people marked in the text that is read, each on their own: while it runs, and once it was opened. */
export function RoundPane() {
  const { t } = useTranslation('round');
  const { screen } = useOpenMap();
  const shown = useShown();
  const editions = shown?.editions ?? [];
  const rounds = useDocList(({ view }) => editions.flatMap(({ id }) => roundsOn(view, id)));
  const [chosen, choose] = useState<string | null>(null);
  const mayBegin = useStanding(BEGINNING) === 'change';
  const running = rounds.find(({ opened, edition }) => opened === null && edition === shown?.edition.id);
  const round = rounds.find(({ id }) => id === chosen) ?? running ?? rounds.at(-1);
  return (
    <div className="round-pane">
      {!round && <p className="round-fine">{t('none')}</p>}
      {rounds.length > 1 && round && (
        <Select label={t('which')} value={round.id} onChange={({ target }) => choose(target.value)}>
          {rounds.map(({ id, question, at }) => (
            <option key={id} value={id}>
              {day(at)} · {short(question, 24)}
            </option>
          ))}
        </Select>
      )}
      {round && <Head round={round} />}
      {round && (round.opened ? <OpenedRound round={round} /> : <RunningRound round={round} />)}
      {mayBegin && !running && (
        <Button icon="plus" onClick={() => screen.getState().ask({ for: 'round' })}>
          {t(round ? 'another' : 'first')}
        </Button>
      )}
    </div>
  );
}

function Head({ round }: { round: Round }) {
  const { t } = useTranslation('round');
  const session = useOpenMap();
  const removal = { kind: 'remove', id: round.id } as const;
  const mayRemove = useStanding(removal) === 'change';
  return (
    <header className="round-head">
      <h3>{round.question}</h3>
      {mayRemove && (
        <IconButton icon="trash" label={t('remove')} onClick={() => askWithUndo(session, removal)} />
      )}
      <p className="round-labels">
        {round.labels.map((label) => (
          <b key={label} className="round-label">
            {label}
          </b>
        ))}
      </p>
    </header>
  );
}
