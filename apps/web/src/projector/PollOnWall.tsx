import { ANSWERS, pollsIn, type ArgumentMap } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { electorate, ratedIn } from '../open/voting.ts';

/** [S-27] [C6] The poll that runs, or the one that was shown last: what comes out of it only where that is open to all. */
export function PollOnWall({ map }: { map: ArgumentMap }) {
  const { t } = useTranslation('voting');
  const poll = pollsIn(map).at(-1);
  // A wall is nobody: it knows what a visitor knows.
  const { ballot, tally } = ratedIn({ view: map, participant: null }, poll?.id ?? '');
  if (!poll || (poll.ended !== null && !tally)) return null;
  return (
    <section className="wall-poll" aria-label={t(poll.ended === null ? 'poll.label' : 'poll.shown')}>
      <h2>{poll.question}</h2>
      {poll.ended === null && <p>{t('poll.voted', { voted: ballot?.voted ?? 0, all: electorate(map) })}</p>}
      {tally && (
        <dl>
          {[...ANSWERS].reverse().map((answer) => (
            <div key={answer}>
              <dt>{t(`poll.${answer}`)}</dt>
              <dd>{tally.counts[ANSWERS.indexOf(answer)] ?? 0}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
