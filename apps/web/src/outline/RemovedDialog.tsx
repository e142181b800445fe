import { standing, type ArgumentMap, type Edit, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useNow } from '../ui/useNow.ts';
import { PurgeButton } from './PurgeButton.tsx';
import { removedThings, type Removed } from './removedThings.ts';
import { nameOf } from './rowWords.ts';

interface RemovedDialogProps {
  view: ArgumentMap;
  me: { readonly participant: Id | null };
  /** Asks for the edit; true when it was taken. */
  ask: (edit: Edit) => boolean;
  onRestored: (claim: Id) => void;
  onClose: () => void;
}

/** What was taken away, for who may bring it back, or delete it for good. */
export function RemovedDialog(props: RemovedDialogProps) {
  const { t } = useTranslation('outline');
  const removed = removedThings(props.view);
  return (
    <Dialog
      wide
      open
      title={t('removedTitle')}
      about={t(removed.length === 0 ? 'removedNone' : 'removedAbout')}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <ul className="removed-list">
        {removed.map((one) => (
          <li key={one.id}>
            <Words one={one} />
            <Signature one={one} {...props} />
            {!one.removed.purged && <Actions one={one} {...props} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Words({ one: { claim, comment, words, removed } }: { one: Removed }) {
  const { t } = useTranslation('outline');
  if (removed.purged) return <p className="removed-purged">{t(comment ? 'purgedComment' : 'purged')}</p>;
  return <p lang={comment ? undefined : claim.language}>{words}</p>;
}

function Signature({ one: { claim, comment, removed }, view }: RemovedDialogProps & { one: Removed }) {
  const { t } = useTranslation('outline');
  const format = new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  const { by, at } = removed.purged ?? removed;
  const signed = { name: nameOf(view, by) ?? t('nobody'), when: format.format(at) };
  return (
    <small>
      {t(removed.purged ? 'purgedBy' : 'removedBy', signed)}
      {comment && claim.text !== '' && (
        <span lang={claim.language}>{t('removedFrom', { text: claim.text })}</span>
      )}
    </small>
  );
}

function Actions({
  one: { id, claim, words },
  view,
  me,
  ask,
  onRestored,
}: RemovedDialogProps & { one: Removed }) {
  const { t } = useTranslation('outline');
  const mayPurge = standing(view, { kind: 'purge', id }, me.participant, useNow()) === 'change';
  return (
    <div className="removed-actions">
      <Button
        aria-label={t('restoreNamed', { text: words })}
        onClick={() => {
          if (ask({ kind: 'restore', id })) onRestored(claim.id);
        }}
      >
        {t('restore')}
      </Button>
      {mayPurge && <PurgeButton words={words} onPurge={() => ask({ kind: 'purge', id })} />}
    </div>
  );
}
