import type { Edit, Id, Participant, Side } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { askFor } from '../open/askFor.ts';
import { standingOf, useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { teamsOf, type Team } from '../open/teams.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Field.tsx';
import { useNow } from '../ui/useNow.ts';
import './side.css';

/** [S-09] [D9] Who is on which side; whoever manages the map puts people there. */
export function SidesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('side');
  const view = useDoc((state) => state.view);
  const teams = teamsOf(view);
  const sides = teams.flatMap(({ side }) => side ?? []);
  return (
    <Dialog open title={t('title')} about={t('about')} onOpenChange={(open) => !open && onClose()}>
      <div className="sides">
        {teams.map((team) => (
          <TeamList key={team.side?.id ?? 'none'} team={team} sides={sides} onShown={onClose} />
        ))}
        {teams.length === 0 && <p className="note">{t('noSides')}</p>}
      </div>
    </Dialog>
  );
}

interface TeamListProps {
  team: Team;
  sides: readonly Side[];
  /** The map is looked at by side now. */
  onShown: () => void;
}

function TeamList({ team: { side, people }, sides, onShown }: TeamListProps) {
  const { t } = useTranslation('side');
  const only = useScreen((state) => state.onlySide);
  const showSide = useScreen((state) => state.showSide);
  if (!side && people.length === 0) return null;
  const isOnly = side !== null && only === side.id;
  const name = side?.name ?? t('none');
  const press = (): void => {
    showSide(isOnly || !side ? null : side.id);
    onShown();
  };
  return (
    <section aria-label={name}>
      <h3>
        {side && <SideSign sign={side.sign} size={13} />}
        {name}
        <small>{t('count', { count: people.length })}</small>
        {side && <Button onClick={press}>{t(isOnly ? 'all' : 'only')}</Button>}
      </h3>
      <ul>
        {people.toSorted(byName).map((person) => (
          <Member key={person.id} person={person} at={side?.id ?? null} sides={sides} />
        ))}
      </ul>
      {people.length === 0 && <p className="note">{t('nobody')}</p>}
    </section>
  );
}

function Member({ person, at, sides }: { person: Participant; at: Id | null; sides: readonly Side[] }) {
  const { t } = useTranslation('side');
  const session = useOpenMap();
  const me = useDoc((state) => state.participant);
  const now = useNow();
  const other = sides.find(({ id }) => id !== at)?.id ?? null;
  const may = useDoc((doc) => standingOf(doc, setting(person.id, other), now) === 'change');
  return (
    <li>
      <Avatar name={person.name} seed={person.id} size={28} />
      <span>
        {person.name}
        {person.id === me && <em>{t('you')}</em>}
      </span>
      {may && (
        <Select
          label={t('sideOf', { name: person.name })}
          value={at ?? ''}
          onChange={({ target }) => askFor(session, setting(person.id, target.value || null))}
        >
          <option value="">{t('none')}</option>
          {sides.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </li>
  );
}

const setting = (participant: Id, side: Id | null): Edit => ({ kind: 'set-side', participant, side });
