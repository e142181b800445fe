import { acceptedBy, isTrusted, trustOf, type ArgumentMap, type Participant } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { Switch } from '../ui/Switch.tsx';

/** [P18] Who suggests here, how far their trust has come, and a switch that takes it back. */
export function TrustedPeople() {
  const { t } = useTranslation('review');
  const people = useDocList(({ view }) => suggestersIn(view));
  return (
    <section className="moderation-part">
      <h3>{t('moderation.people')}</h3>
      <p className="moderation-hint">
        {t(people.length === 0 ? 'moderation.noPeople' : 'moderation.peopleHint')}
      </p>
      <ul className="moderation-own">
        {people.map((person) => (
          <OnePerson key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

function OnePerson({ person: { id, name } }: { person: Participant }) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const accepted = useDoc(({ confirmed }) => acceptedBy(confirmed, id));
  const noted = useDoc(({ view }) => trustOf(view, id));
  const trusted = useDoc(({ view }) => isTrusted(view, id));
  const revoked = noted?.revoked ?? false;
  const turn = (): void =>
    void askFor(session, {
      kind: 'set-trust',
      trust: noted?.id ?? newId(),
      participant: id,
      revoked: !revoked,
    });
  return (
    <li>
      <Switch label={name} checked={!revoked} onChange={turn} />
      <small>
        {t('moderation.accepted', { count: accepted })} ·{' '}
        {t(revoked ? 'moderation.revoked' : trusted ? 'moderation.trusted' : 'moderation.notYet')}
      </small>
    </li>
  );
}

const suggestersIn = (view: ArgumentMap): readonly Participant[] =>
  [...view.participants.values()].filter(({ role }) => role === 'suggester').sort(byName);
