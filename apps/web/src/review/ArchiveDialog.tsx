import { isClockRunning } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { linkToVersion } from '../open/links.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { useArchiving } from '../open/useArchiving.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import './archive.css';
import { home } from '../base.ts';

const FREE = { kind: 'set-hold', hold: 'none', slow: 0 } as const;

/** [P27] [S-26] The map is archived, or was: then its permanent link, for whoever reads it. */
export function ArchiveDialog({ onClose }: DialogProps<'archive'>) {
  const isArchived = useDoc(({ view }) => view.info.hold === 'archived');
  return isArchived ? <Permalink onClose={onClose} /> : <Archiving onClose={onClose} />;
}

interface Closed {
  onClose: () => void;
}

function Archiving({ onClose }: Closed) {
  const { t } = useTranslation(['replay', 'review']);
  const session = useOpenMap();
  const access = useDoc(({ view }) => view.info.access);
  const slow = useDoc(({ view }) => view.info.slow);
  const runs = useDoc(({ view }) => isClockRunning(view));
  return (
    <Dialog
      open
      title={t('archive.title')}
      about={t('archive.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <p>
        {runs && t('archive.clock')} {t(`archive.${access}`)} {t('archive.first')}
      </p>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel', { ns: 'review' })}</Button>
        <Button
          look="solid"
          autoFocus
          onClick={() => askFor(session, { kind: 'set-hold', hold: 'archived', slow })}
        >
          {t('archive.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Permalink({ onClose }: Closed) {
  const { t } = useTranslation('replay');
  const session = useOpenMap();
  const archived = useArchiving()?.version;
  const version = useDoc((doc) => doc.version);
  const mayReopen = useStanding(FREE) === 'change';
  const link = linkToVersion(home, session.id, archived ?? version ?? 0);
  return (
    <Dialog
      open
      title={t('archive.doneTitle')}
      about={t('archive.doneAbout')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="permalink">
        <output aria-label={t('archive.link')}>{link}</output>
        <CopyButton text={link} label={t('archive.copy')} />
      </div>
      {mayReopen && (
        <DialogActions>
          <Button onClick={() => askFor(session, FREE, onClose)}>{t('archive.reopen')}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}
