import { explanationOf, premisesOf, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useStrengths, type Selected } from '../open/openMap.ts';
import type { Counted } from '../open/strengthStore.ts';
import { ByLinks } from './ByLinks.tsx';
import { CircularSupport } from './CircularSupport.tsx';
import { NoFigure } from './NoFigure.tsx';
import { OtherWay } from './OtherWay.tsx';
import { WhatCounted } from './WhatCounted.tsx';
import { WhyStrength } from './WhyStrength.tsx';

/** [E-07] How strong the chosen claim is, and why; or why that is not told. */
export function ClaimStrength({ claim: { id } }: Selected) {
  const counted = useStrengths((all) => all);
  if (!counted) return null;
  return (
    <div className="strength">
      <Result counted={counted} claim={id} />
    </div>
  );
}

function Result({ counted, claim }: { counted: Counted; claim: Id }) {
  const { t } = useTranslation('strength');
  const { strengths } = counted;
  const explanation = useMemo(() => explanationOf(strengths, claim), [strengths, claim]);
  const shown = counted.shown(claim);
  if (!shown || !explanation) return <NoFigure title={t('titleUnsettled')}>{t('notCounted')}</NoFigure>;
  return (
    <>
      {shown.kind === 'hidden' ? (
        <Hidden />
      ) : (
        <WhyStrength
          explanation={explanation}
          titles={(argument) => wordsOf(strengths.graph.map, argument)}
        />
      )}
      {shown.kind !== 'hidden' && <WhatCounted counted={counted} claim={claim} />}
      <CircularSupport claim={claim} />
      {shown.kind !== 'hidden' && <OtherWay counted={counted} claim={claim} />}
      <ByLinks map={strengths.graph.map} claim={claim} />
    </>
  );
}

/** [E-04] People voted on it, and what came out is not for this person yet. */
function Hidden() {
  const { t } = useTranslation('strength');
  const votes = useDoc(({ confirmed }) => confirmed.info.votes);
  return <NoFigure title={t('titleHidden')}>{t(`hidden.${votes}`)}</NoFigure>;
}

/** What an argument says: all of its premises. */
function wordsOf(map: ArgumentMap, argument: Id): string {
  return premisesOf(map, argument)
    .map(({ claim }) => claim.text)
    .join(' + ');
}
