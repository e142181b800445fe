import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PurgeButton } from './PurgeButton.tsx';
import { removedThings, type Removed } from './removedThings.ts';
import { nameOf } from './rowWords.ts';

/** What was taken away, for who may bring it back, or delete it for good. */
export function RemovedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('outline');
  const removed = removedThings(useDoc((state) => state.view));
  return (
    <Dialog
      wide
      open
      title={t('removedTitle')}
      about={t(removed.length === 0 ? 'removedNone' : 'removedAbout')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <ul className="removed-list">
        {removed.map((one) => (
          <li key={one.id}>
            <Words one={one} />
            <Signature one={one} />
            {!one.removed.purged && <Actions one={one} onRestored={onClose} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const PURGED = { claim: 'purged', comment: 'purgedComment', merger: 'purgedWording' } as const;

function Words({ one: { claim, as, words, removed } }: { one: Removed }) {
  const { t } = useTranslation('outline');
  if (removed.purged) return <p className="removed-purged">{t(PURGED[as])}</p>;
  return <p lang={as === 'comment' ? undefined : claim.language}>{words}</p>;
}

function Signature({ one: { claim, as, removed } }: { one: Removed }) {
  const { t } = useTranslation('outline');
  const format = new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  const { by, at } = removed.purged ?? removed;
  const name = useDoc(({ view }) => nameOf(view, by));
  const signed = { name: name ?? t('nobody'), when: format.format(at) };
  return (
    <small>
      {t(removed.purged ? 'purgedBy' : 'removedBy', signed)}
      {as !== 'claim' && claim.text !== '' && (
        <span lang={claim.language}>
          {t(as === 'comment' ? 'removedFrom' : 'removedWording', { text: claim.text })}
        </span>
      )}
    </small>
  );
}

function Actions({ one: { id, claim, words }, onRestored }: { one: Removed; onRestored: () => void }) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const showClaim = useShowClaim();
  const purge = { kind: 'purge', id } as const;
  const mayPurge = useStanding(purge) === 'change';
  const restore = (): void => {
    askFor(session, { kind: 'restore', id }, () => {
      onRestored();
      showClaim(claim.id);
    });
  };
  return (
    <div className="removed-actions">
      <Button aria-label={t('restoreNamed', { text: words })} onClick={restore}>
        {t('restore')}
      </Button>
      {mayPurge && <PurgeButton words={words} onPurge={() => askFor(session, purge)} />}
    </div>
  );
}
