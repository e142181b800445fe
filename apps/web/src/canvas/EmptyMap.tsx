import { may } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { startThesis } from '../open/writing.ts';

/** A map without a thesis teaches what one is, and has one button. */
export function EmptyMap() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const writable = useDoc(({ role, view }) => may(role, 'edit', view.info.access));
  return (
    <div className="empty-map">
      <EmptyState
        title={t(writable ? 'empty.title' : 'empty.readTitle')}
        picture={<Picture />}
        actions={
          writable && (
            <Button look="solid" onClick={() => startThesis(session)}>
              {t('empty.write')}
            </Button>
          )
        }
      >
        {t(writable ? 'empty.words' : 'empty.readWords')}
      </EmptyState>
    </div>
  );
}

function Picture() {
  return (
    <svg width="64" height="28" viewBox="0 0 64 28" fill="none" aria-hidden="true">
      <rect x="1" y="5" width="24" height="18" rx="4" stroke="var(--thesis)" strokeWidth="2" />
      <path d="M25 14h14" stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="2 3" />
      <rect
        x="39"
        y="5"
        width="24"
        height="18"
        rx="4"
        stroke="var(--line-strong)"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
    </svg>
  );
}
