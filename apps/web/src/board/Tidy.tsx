import { misplacedIn, pairOf, twinsIn, type Misplaced, type Twins } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { apartIn } from './keptApart.ts';
import { OneMisplaced } from './OneMisplaced.tsx';
import { OnePair } from './OnePair.tsx';
import { Some } from './Some.tsx';
import { useNeighbours } from './useNeighbours.ts';

/** [S-30] Claims that are there twice, or in the wrong branch, by their words: hints, which a person follows or puts aside. */
export function Tidy() {
  const { t } = useTranslation('board');
  const session = useOpenMap();
  const neighbours = useNeighbours();
  const map = useDoc((state) => state.unfolded);
  const apart = useStore(apartIn(session));
  if (!neighbours)
    return (
      <p className="board-quiet" role="status">
        {t('tidy.looking')}
      </p>
    );
  const pairs = twinsIn(map, neighbours).filter((one) => !apart.has(keyOfPair(one)));
  const misplaced = misplacedIn(map, neighbours).filter((one) => !apart.has(keyOfPlace(one)));
  const { keep } = apartIn(session);
  if (pairs.length + misplaced.length === 0) return <p className="board-quiet">{t('tidy.none')}</p>;
  return (
    <>
      {pairs.length > 0 && (
        <section>
          <h2>
            {t('tidy.twins')} <span>{pairs.length}</span>
          </h2>
          <p className="board-quiet">{t('tidy.twinsAbout')}</p>
          <Some
            list={t('tidy.twins')}
            items={pairs}
            draw={(one) => <OnePair key={keyOfPair(one)} pair={one} onApart={() => keep(keyOfPair(one))} />}
          />
        </section>
      )}
      {misplaced.length > 0 && (
        <section>
          <h2>
            {t('tidy.misplaced')} <span>{misplaced.length}</span>
          </h2>
          <p className="board-quiet">{t('tidy.misplacedAbout')}</p>
          <Some
            list={t('tidy.misplaced')}
            items={misplaced}
            draw={(one) => (
              <OneMisplaced key={one.claim} misplaced={one} onStays={() => keep(keyOfPlace(one))} />
            )}
          />
        </section>
      )}
    </>
  );
}

const keyOfPair = ({ claim, into }: Twins): string => pairOf(claim, into);
const keyOfPlace = ({ claim, branch }: Misplaced): string => `${claim} not in ${branch}`;
