// The way back from a branch.
import { Fragment } from 'react';
import { lineage } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useScreen } from '../open/openMap.ts';

/** The path from the thesis to the branch in focus; each step shows that branch, the first the whole map. */
export function Breadcrumb() {
  const { t } = useTranslation('map');
  const view = useDoc((state) => state.view);
  const focus = useScreen((state) => state.focus);
  const focusOn = useScreen((state) => state.focusOn);
  if (focus === null) return null;
  const claims = [...lineage(view, focus)]
    .flatMap((node) => (node.kind === 'claim' ? [node.value] : []))
    .reverse();
  return (
    <nav className="breadcrumb" aria-label={t('focus.label')}>
      <button type="button" onClick={() => focusOn(null)}>
        {t('focus.all')}
      </button>
      {claims.map((claim) => (
        <Fragment key={claim.id}>
          <span aria-hidden="true">›</span>
          {claim.id === focus ? (
            <b lang={claim.language}>{claim.text}</b>
          ) : (
            <button type="button" lang={claim.language} onClick={() => focusOn(claim.id)}>
              {claim.text}
            </button>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
