import { may, standing, type MapInfo } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, IconButton } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useNow } from '../ui/useNow.ts';
import { askFor } from '../open/askFor.ts';
import { at, type Command } from '../open/command.ts';
import { ConnectionState } from './ConnectionState.tsx';
import { Faces } from './Faces.tsx';
import { FilesMenu } from './FilesMenu.tsx';
import type { Slots } from './slots.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { TitleField } from './TitleField.tsx';
import { useCommands, useHouse, viewIn } from '../open/house.ts';

export function TopBar({ menu, Share }: Pick<Slots, 'menu' | 'Share'>) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const chosen = useScreen((state) => state.view);
  const house = useHouse();
  const view = viewIn(house, chosen);
  const show = useScreen((state) => state.show);
  return (
    <header className="top-bar">
      <Link to="/" className="top-brand" aria-label={common('home')}>
        <Mark />
      </Link>
      <TitleField />
      <ConnectionState />
      <div className="top-views">
        <Segmented
          label={t('views.label')}
          value={view.id}
          options={house.views.map(({ id, title }) => ({ value: id, text: title() }))}
          onChange={show}
        />
      </div>
      <Tools />
      <Faces />
      <FilesMenu />
      <Invite Share={Share} />
      {menu}
    </header>
  );
}

/** In the order of the bar. */
const TOOLS = ['undo', 'redo', 'search', 'keys'];

function Tools() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const commands = useCommands();
  useDoc((state) => `${state.canUndo} ${state.canRedo}`);
  const panelOpen = useScreen((state) => state.panelOpen);
  const { openPanel } = session.screen.getState();
  return (
    <div className="top-tools">
      {TOOLS.map((id) => {
        const command = commands.find((one) => one.id === id);
        return command && <Tool key={id} command={command} />;
      })}
      <IconButton
        icon="panel"
        label={t(panelOpen ? 'panel.close' : 'panel.open')}
        aria-pressed={panelOpen}
        className="wide-only"
        onClick={() => openPanel(!panelOpen)}
      />
    </div>
  );
}

function Tool({ command }: { command: Command }) {
  const { t } = useTranslation('commands');
  const session = useOpenMap();
  const here = at(session, null);
  const title = command.title(t, here);
  const press = () => command.offered(at(session, null)) && command.run(at(session, null));
  const name = { 'aria-label': title, 'aria-disabled': !command.offered(here), onClick: press };
  if (command.icon) return <IconButton icon={command.icon} label={title} {...name} />;
  return (
    <Tooltip text={title} side="bottom">
      <Button look="plain" className="icon-button wide-only" {...name}>
        ?
      </Button>
    </Tooltip>
  );
}

function Invite({ Share }: Pick<Slots, 'Share'>) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const me = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const now = useNow();
  if (role === null) return null;
  const setRole = (participant: string, to: typeof role | null) =>
    ({ kind: 'set-role', participant, role: to }) as const;
  const settings = (set: Partial<MapInfo>) => ({ kind: 'change-settings', set }) as const;
  return (
    <Share
      map={session.id}
      me={me}
      role={role}
      participants={[...view.participants.values()]}
      maySetRole={(participant, to) => standing(view, setRole(participant, to), me, now) === 'change'}
      onSetRole={(participant, to) => void askFor(session, setRole(participant, to))}
      info={view.info}
      maySet={(set) => standing(view, settings(set), me, now) === 'change'}
      onSet={(set) => void askFor(session, settings(set))}
      trigger={
        // On a phone the words are hidden: the name stays.
        <Button
          look="solid"
          icon="share"
          className="invite"
          aria-label={t(may(role, 'review') ? 'invite' : 'members')}
        >
          <span>{t(may(role, 'review') ? 'invite' : 'members')}</span>
        </Button>
      }
    />
  );
}
