import type { ArgumentMap, Claim, Edit, Id, Stamp } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { nameOf } from './rowWords.ts';

interface RemovedDialogProps {
  view: ArgumentMap;
  /** Asks for the edit; true when it was taken. */
  ask: (edit: Edit) => boolean;
  onRestored: (claim: Id) => void;
  onClose: () => void;
}

/** What was taken away, for who may bring it back: nothing is deleted. */
export function RemovedDialog({ view, ask, onRestored, onClose }: RemovedDialogProps) {
  const { t } = useTranslation('outline');
  const when = new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  const removed = removedClaims(view);
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
        {removed.map(({ id, claim, stamp }) => (
          <li key={id}>
            <p lang={claim.language}>{claim.text}</p>
            <small>
              {t('removedBy', { name: nameOf(view, stamp.by) ?? t('nobody'), when: when.format(stamp.at) })}
            </small>
            <Button
              aria-label={t('restoreNamed', { text: claim.text })}
              onClick={() => {
                if (ask({ kind: 'restore', id })) onRestored(claim.id);
              }}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface Removed {
  /** Where the mark sits: the claim, or the argument that went with its only premise. */
  readonly id: Id;
  readonly claim: Claim;
  readonly stamp: Stamp;
}

/** Latest first; a branch stands here once, by the claim at its top. Without words [V5] it is not this reader's to restore. */
export function removedClaims(view: ArgumentMap): readonly Removed[] {
  const removed: Removed[] = [];
  for (const claim of view.claims.values())
    if (claim.removed) removed.push({ id: claim.id, claim, stamp: claim.removed });
  for (const argument of view.arguments.values()) {
    const claim = view.claims.get(view.index.home.get(argument.id)?.[0] ?? '');
    if (argument.removed && claim) removed.push({ id: argument.id, claim, stamp: argument.removed });
  }
  return removed.filter(({ claim }) => claim.text !== '').sort((a, b) => b.stamp.at - a.stamp.at);
}
