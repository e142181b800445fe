import { participationIn, type Participant, type Participation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';

/** [S-19] Who has not written, and not spoken, yet. By name: any other order could tell who is behind a pseudonym [A6]. */
export function People() {
  const { t } = useTranslation('board');
  const map = useDoc((state) => state.unfolded);
  const all = participationIn(map, serverNow());
  const silent = (isSilent: (one: Participation) => boolean): readonly Participant[] =>
    all.flatMap((one) => (isSilent(one) ? one.person : [])).sort(byName);
  if (all.length === 0) return <p className="board-quiet">{t('people.none')}</p>;
  const isDebate = all.some(({ spoken }) => spoken !== null);
  return (
    <>
      <Silent
        title={t('people.unwritten')}
        none={t('people.allWritten')}
        people={silent(({ written }) => written === 0)}
        all={all.length}
      />
      {isDebate && (
        <Silent
          title={t('people.unspoken')}
          none={t('people.allSpoken')}
          people={silent(({ spoken }) => spoken === 0)}
          all={all.length}
        />
      )}
      <p className="board-quiet">{t('people.about')}</p>
    </>
  );
}

interface SilentProps {
  title: string;
  none: string;
  people: readonly Participant[];
  all: number;
}

function Silent({ title, none, people, all }: SilentProps) {
  const { t } = useTranslation('board');
  const { screen } = useOpenMap();
  return (
    <section>
      <h2>
        {title} {people.length > 0 && <span>{t('people.part', { count: people.length, all })}</span>}
      </h2>
      {people.length === 0 && <p className="board-quiet">{none}</p>}
      <ul className="board-people" aria-label={title}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              title={t('people.open', { name })}
              onClick={() => screen.getState().ask({ for: 'share' })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
