// One line over the map while everyone is asked, and until what came out of that was looked at.
import { ANSWERS, type Poll } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useScreen, useStanding } from '../open/openMap.ts';
import { electorate, mayVoteOn, ratedIn, runningPoll, voteEdit } from '../open/voting.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';

/** [C6] */
export function PollLine() {
  const poll = useDoc(({ view }) => runningPoll(view));
  return poll ? <Running poll={poll} /> : null;
}

function Running({ poll }: { poll: Poll }) {
  const { t } = useTranslation('voting');
  const session = useOpenMap();
  const ask = useScreen((state) => state.ask);
  const mine = useDoc((doc) => ratedIn(doc, poll.id).mine);
  const voted = useDoc((doc) => ratedIn(doc, poll.id).ballot?.voted ?? 0);
  const all = useDoc(({ view }) => electorate(view));
  const manages = useStanding({ kind: 'end-poll', poll: poll.id, show: false }) === 'change';
  const mayVote = useDoc((doc) => mayVoteOn(doc, poll.id));
  return (
    <section className="map-line poll-line" aria-label={t('poll.label')}>
      <p>
        <b>{poll.question}</b> <small>{t('poll.voted', { voted, all })}</small>
      </p>
      <div>
        {mayVote && (
          <Segmented
            label={poll.question}
            value={mine === null ? '' : (ANSWERS[mine] ?? '')}
            options={[...ANSWERS].reverse().map((one) => ({ value: one, text: t(`poll.${one}`) }))}
            onChange={(one) => askFor(session, voteEdit(session.doc.getState(), poll.id, ANSWERS.findIndex((each) => each === one)))} // prettier-ignore
          />
        )}
        {(manages || poll.live) && (
          <Button look="plain" onClick={() => ask({ for: 'voting' })}>
            {t(manages ? 'poll.end' : 'poll.see')}
          </Button>
        )}
      </div>
    </section>
  );
}
