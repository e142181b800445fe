import { may, stanceOn, waiting, type Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { describe } from '../open/describe.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { stanceText } from '../relation/stanceText.ts';
import { SelectField } from '../ui/Field.tsx';

/** [M-11] What the author will see beside the verdict, and who else could give it. */
export function WhereYouStand({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const { t: edits } = useTranslation('edits');
  const session = useOpenMap();
  const me = useDoc(({ participant }) => participant);
  const view = useDoc((state) => state.view);
  const unfolded = useDoc((state) => state.unfolded);
  const { about } = describe(edits, view, waiting(proposal));
  const stance = about !== null && me !== null ? stanceOn(unfolded, about, me) : undefined;
  const others = [...view.participants.values()].filter(
    ({ id, role }) => may(role, 'review') && id !== proposal.by && id !== me,
  );
  const handOver = (to: string): void =>
    void askFor(session, { kind: 'hand-over', proposal: proposal.id, to: to || null });
  return (
    <aside className="review-stand">
      <h2>{t('stand')}</h2>
      <p>{stance ? t('standsSo', { what: stanceText(stance) }) : t('standsNot')}</p>
      {others.length > 0 && (
        <SelectField
          label={t('handOver')}
          value={proposal.assigned ?? ''}
          onChange={({ target }) => handOver(target.value)}
        >
          <option value="">{t('askedNobody')}</option>
          {[...(proposal.assigned === me && me !== null ? [view.participants.get(me)] : []), ...others].map(
            (one) =>
              one && (
                <option key={one.id} value={one.id}>
                  {one.id === me ? t('you') : one.name}
                </option>
              ),
          )}
        </SelectField>
      )}
    </aside>
  );
}
