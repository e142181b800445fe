// What stands over the canvas: zoom, legend, and the way back from a branch.
import { Fragment } from 'react';
import { lineage, type Relation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import type { Camera } from './camera.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

export function ZoomControls({ camera, placed }: { camera: Camera; placed: Placed }) {
  const { t } = useTranslation('map');
  return (
    <div className="zoom-controls" role="group" aria-label={t('canvas.zoom')}>
      <IconButton icon="plus" side="right" label={t('canvas.zoomIn')} onClick={() => camera.zoomBy(1.25)} />
      <IconButton icon="minus" side="right" label={t('canvas.zoomOut')} onClick={() => camera.zoomBy(0.8)} />
      <IconButton icon="fit" side="right" label={t('canvas.fit')} onClick={() => camera.fit(placed)} />
    </div>
  );
}

const RELATIONS = ['support', 'rebut', 'undercut'] as const satisfies Relation[];

export function Legend() {
  const { t } = useTranslation('relation');
  return (
    <ul className="legend">
      {RELATIONS.map((relation) => (
        <li key={relation} data-relation={relation}>
          <svg viewBox="0 0 26 8" aria-hidden="true">
            <path className="edge" d="M0 4h26" />
          </svg>
          {t(relation)}
        </li>
      ))}
      <li data-relation="pending">
        <svg viewBox="0 0 26 8" aria-hidden="true">
          <rect x=".5" y=".5" width="25" height="7" rx="2" />
        </svg>
        {t('pending')}
      </li>
    </ul>
  );
}

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
