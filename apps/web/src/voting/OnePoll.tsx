import { ANSWERS, type Poll, type Tally } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { electorate, ratedIn } from '../open/voting.ts';
import { Button } from '../ui/Button.tsx';
import { Flow } from './Flow.tsx';

/** A poll: how many voted, what came out as far as it is shown, and how it ends. */
export function OnePoll({ poll, manages }: { poll: Poll; manages: boolean }) {
  const { t } = useTranslation('ratings');
  const { t: words } = useTranslation('voting');
  const session = useOpenMap();
  const voted = useDoc((doc) => ratedIn(doc, poll.id).ballot?.voted ?? 0);
  const tally = useDoc((doc) => ratedIn(doc, poll.id).tally);
  const all = useDoc(({ view }) => electorate(view));
  const end = (show: boolean): void => void askFor(session, { kind: 'end-poll', poll: poll.id, show });
  return (
    <article className="poll">
      <header>
        <b>{poll.question}</b>
        <small>
          {words('poll.voted', { voted, all })}
          {poll.ended === null && ` · ${t('dialog.running')}`}
        </small>
      </header>
      {tally && <Bars tally={tally} />}
      {!tally && poll.shown !== null && voted > 0 && <p className="quiet">{t('swing.few')}</p>}
      {poll.ended !== null && poll.shown === null && <p className="quiet">{t('dialog.hidden')}</p>}
      {poll.compared && <Flow compared={poll.compared} />}
      {manages && poll.shown === null && (
        <div className="poll-ends">
          <Button look={poll.ended ? 'plain' : 'solid'} onClick={() => end(true)}>
            {t(poll.ended ? 'dialog.show' : 'dialog.endShow')}
          </Button>
          {poll.ended === null && poll.before === null && (
            <Button onClick={() => end(false)}>{t('dialog.endKeep')}</Button>
          )}
        </div>
      )}
    </article>
  );
}

/** [S-17] One bar for the three answers, each with its word and its number. */
function Bars({ tally: { counts, votes } }: { tally: Tally }) {
  const { t: words } = useTranslation('voting');
  return (
    <dl className="poll-bars">
      {[...ANSWERS].reverse().map((answer) => {
        const count = counts[ANSWERS.indexOf(answer)] ?? 0;
        return (
          <div key={answer} data-answer={answer}>
            <dt>{words(`poll.${answer}`)}</dt>
            <dd>
              <span style={{ inlineSize: `${votes === 0 ? 0 : (count / votes) * 100}%` }} />
              <b>{count}</b>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
