import {
  allowanceOf,
  may as mayDecide,
  type Edit,
  type Id,
  type Participant,
  type Side,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { standingOf, useDoc, useOpenMap, useScreen, useStanding } from '../open/openMap.ts';
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
        <SwapButton teams={teams} />
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
      <ExtraTime person={person} />
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

/** Percents that are offered; what a person has besides is offered too. */
const EXTRA = [0, 25, 50, 100];

/** [D11] [U-19] So much more time for speaking: set by whoever manages the map, and read by the person alone besides. */
function ExtraTime({ person }: { person: Participant }) {
  const { t } = useTranslation('side');
  const session = useOpenMap();
  const known = useDoc(({ view }) => allowanceOf(view, person.id));
  const percent = known?.percent ?? 0;
  const allowing = (to: number): Edit => ({ kind: 'set-allowance', allowance: known?.id ?? newId(), participant: person.id, percent: to }); // prettier-ignore
  const may = useStanding(allowing(percent)) === 'change' && !mayDecide(person.role, 'review');
  if (!may) return percent > 0 ? <small className="extra-time">{t('extra', { percent })}</small> : null;
  return (
    <Select
      label={t('extraOf', { name: person.name })}
      value={percent}
      onChange={({ target }) => askFor(session, allowing(Number(target.value)))}
    >
      {[...new Set([...EXTRA, percent])]
        .sort((a, b) => a - b)
        .map((one) => (
          <option key={one} value={one}>
            {one === 0 ? t('noExtra') : t('extra', { percent: one })}
          </option>
        ))}
    </Select>
  );
}

/** [S-31] Everybody of one side is on the other one then, in one step. */
function SwapButton({ teams }: { teams: readonly Team[] }) {
  const { t } = useTranslation('side');
  const session = useOpenMap();
  const [one, two, ...more] = teams.filter(({ side }) => side !== null);
  const moves = (from: Team | undefined, to: Team | undefined): Edit[] =>
    (from?.people ?? []).map(({ id }) => setting(id, to?.side?.id ?? null));
  const swap = { kind: 'batch', edits: [...moves(one, two), ...moves(two, one)] } as Edit;
  const may = useStanding(swap) === 'change';
  if (!one || !two || more.length > 0 || !may || one.people.length + two.people.length === 0) return null;
  return (
    <Button icon="swap" onClick={() => askFor(session, swap)}>
      {t('swap', { one: one.side?.name, two: two.side?.name })}
    </Button>
  );
}

const setting = (participant: Id, side: Id | null): Edit => ({ kind: 'set-side', participant, side });
