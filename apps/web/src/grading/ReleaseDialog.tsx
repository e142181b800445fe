import { gradeBy, isGiven, isGradable, type ArgumentMap, type Id, type Participant } from '@counterpoint/shared'; // prettier-ignore
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byName, listed } from '../i18n/inWords.ts';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import './grading.css';

/** [K5] Says who will see what, before it is seen for good. */
export function ReleaseDialog({ onClose }: DialogProps<'release'>) {
  const { t } = useTranslation('grading');
  const session = useOpenMap();
  const waiting = useDocList(({ view }) => waitingIn(view));
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set());
  const chosen = waiting.filter(({ id }) => !left.has(id));
  const toggle = (id: Id): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const release = (): void =>
    void askFor(session, { kind: 'release-grades', participants: chosen.map(({ id }) => id) }, onClose);
  return (
    <Dialog
      open
      title={t('release.title')}
      about={t('release.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="release">
        {waiting.length === 0 ? (
          <p>{t('release.nobody')}</p>
        ) : (
          <fieldset>
            <legend>{t('release.who')}</legend>
            {waiting.map(({ id, name }) => (
              <label key={id}>
                <input type="checkbox" checked={!left.has(id)} onChange={() => toggle(id)} />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <Missing />
        {waiting.length > 0 && (
          <>
            <p className="quiet">{t('release.blind')}</p>
            <p>{t('release.forGood')}</p>
          </>
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('release.cancel')}</Button>
        <Button look="solid" disabled={chosen.length === 0} onClick={release}>
          {t('release.do', { count: chosen.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const MOST_NAMES = 8;

/** Who would see nothing yet. */
function Missing() {
  const { t } = useTranslation('grading');
  const me = useDoc((doc) => doc.participant);
  const names = useDocList(({ view }) =>
    [...view.participants.values()]
      .filter((one) => isGradable(one) && !isGraded(view, me, one.id))
      .sort(byName)
      .map(({ name }) => name),
  );
  if (names.length === 0) return null;
  const more = names.length - MOST_NAMES;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMES), t('release.more', { count: more })] : names;
  return <p className="quiet">{t('release.missing', { names: listed(shown) })}</p>;
}

const isGraded = (map: ArgumentMap, me: Id | null, participant: Id): boolean => {
  const grade = gradeBy(map, me, participant, null);
  return grade !== undefined && isGiven(grade);
};

/** Those of whom a grade is kept, as far as one sees. */
function waitingIn(map: ArgumentMap): readonly Participant[] {
  const kept = new Set(
    [...map.grades.values()].flatMap((one) => (isGiven(one) && !one.released ? one.participant : [])),
  );
  return [...map.participants.values()].filter(({ id }) => kept.has(id)).sort(byName);
}
