import { claimsBeneath, strengthCountsOf, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/inWords.ts';
import { useDoc } from '../open/openMap.ts';
import type { MapState } from '../open/mapStore.ts';
import type { Counted } from '../open/strengthStore.ts';

/** [E-08] How much went into the figure, and what of this branch did not. */
export function WhatCounted({ counted: { strengths }, claim }: { counted: Counted; claim: Id }) {
  const { t } = useTranslation('strength');
  const counts = useMemo(() => strengthCountsOf(strengths, claim), [strengths, claim]);
  const waiting = useDoc((doc) => waitingBeneath(doc, claim));
  if (!counts) return null;
  const { votes, claims, arguments: links, hidden, removed } = counts;
  const left = [
    ...(hidden > 0 ? [t('left.hidden', { count: hidden })] : []),
    ...(waiting > 0 ? [t('left.waiting', { count: waiting })] : []),
    ...(removed > 0 ? [t('left.removed', { count: removed })] : []),
  ];
  return (
    <div className="why-counts">
      <p>
        {t('counts', {
          votes: t('votes', { count: votes }),
          claims: t('claims', { count: claims }),
          links: t('links', { count: links }),
        })}
      </p>
      {left.length > 0 && <p>{t('left.out', { list: listed(left) })}</p>}
    </div>
  );
}

/** Proposals and drafts on the claim, and on what hangs beneath it. */
function waitingBeneath({ view, proposed }: MapState, claim: Id): number {
  if (proposed.size === 0) return 0;
  const ids = [claim, ...claimsBeneath(view, claim).map(({ id }) => id)];
  return new Set(ids.flatMap((id) => proposed.get(id) ?? [])).size;
}
