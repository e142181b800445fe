import { may } from '@counterpoint/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { at, type Command } from '../open/command.ts';
import { Bell } from './Bell.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { MoreViews } from './MoreViews.tsx';
import { Faces } from './Faces.tsx';
import { FilesMenu } from './FilesMenu.tsx';
import { useDoc, useDocList, useOpenMap, useScreen } from '../open/openMap.ts';
import { SideCounts } from './SideCounts.tsx';
import { TitleField } from './TitleField.tsx';
import { useCommands, useView, useViews } from '../open/house.ts';
import { useTight } from './useTight.ts';

/** `menu` is who I am and how the page looks. */
export function TopBar({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const view = useView();
  const all = useViews();
  const { bar, tight } = useTight(VIEWS_GIVE_WAY);
  return (
    <header className="top-bar" ref={bar} data-tight={tight}>
      <Link to="/" className="top-brand" aria-label={common('home')}>
        <Mark />
      </Link>
      <TitleField />
      <ConnectionState />
      <div className="top-views">
        {tight === VIEWS_GIVE_WAY ? (
          <MoreViews views={all.filter(({ id, besides }) => !besides || id === view.id)} side="bottom">
            <Button look="ghost" className="all-views" aria-label={t('views.now', { view: view.title() })}>
              {view.title()} <Icon name="down" size={14} />
            </Button>
          </MoreViews>
        ) : (
          <Views />
        )}
      </div>
      <SideCounts />
      <Tools />
      <Bell />
      <Faces />
      <FilesMenu />
      <Invite />
      {menu}
    </header>
  );
}

/** The step in which the views stand behind one button; before it, in workspace.css, the words of the sides and what is told elsewhere too. */
const VIEWS_GIVE_WAY = 3;

function Views() {
  const { t } = useTranslation('map');
  const view = useView();
  const all = useViews();
  const views = all.filter(({ id, besides, after }) => !after && (!besides || id === view.id));
  const more = all.filter(({ after }) => after);
  const counts = useDocList((doc) => views.map(({ badge }) => badge?.(doc) ?? 0));
  const show = useScreen((state) => state.show);
  return (
    <>
      <Segmented
        label={t('views.label')}
        value={view.id}
        options={views.map(({ id, title }, i) => ({ value: id, text: title(), count: counts[i] ?? 0 }))}
        onChange={show}
      />
      {more.length > 0 && (
        <MoreViews views={more} side="bottom">
          <Button look="plain" className="more-views" aria-current={view.after ? 'page' : undefined}>
            {view.after ? view.title() : t('views.more')} <Icon name="down" size={14} />
          </Button>
        </MoreViews>
      )}
    </>
  );
}

/** In the order of the bar; a phone has no room for all. */
const TOOLS = [
  { id: 'undo', className: '' },
  { id: 'redo', className: 'wide-only tablet-out' },
  { id: 'search', className: '' },
  { id: 'keys', className: 'wide-only tablet-out' },
];
/** For those alone who may: it stands where the others have nothing. */
const OFFERED = [{ id: 'freeze', className: 'wide-only' }];

function Tools() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const commands = useCommands();
  useDoc((state) => `${state.canUndo} ${state.canRedo} ${state.role} ${state.view.info.hold}`);
  const tools = [
    ...TOOLS,
    ...OFFERED.filter(({ id }) => commands.find((one) => one.id === id)?.offered(at(session, null))),
  ];
  const view = useView();
  const panelOpen = useScreen((state) => state.panelOpen);
  const { openPanel } = session.screen.getState();
  return (
    <div className="top-tools">
      {tools.map(({ id, className }) => {
        const command = commands.find((one) => one.id === id);
        return command && <Tool key={id} command={command} className={className} />;
      })}
      {!view.past && (
        <IconButton
          icon="panel"
          label={t(panelOpen ? 'panel.close' : 'panel.open')}
          aria-pressed={panelOpen}
          className="wide-only"
          onClick={() => openPanel(!panelOpen)}
        />
      )}
    </div>
  );
}

function Tool({ command, className }: { command: Command; className: string }) {
  const { t } = useTranslation('commands');
  const session = useOpenMap();
  const here = at(session, null);
  const title = command.title(t, here);
  const press = () => command.offered(at(session, null)) && command.run(at(session, null));
  const name = { 'aria-label': title, 'aria-disabled': !command.offered(here), onClick: press };
  if (command.icon) return <IconButton icon={command.icon} label={title} className={className} {...name} />;
  return (
    <Tooltip text={title} side="bottom">
      <Button look="plain" className={`icon-button ${className}`} {...name}>
        ?
      </Button>
    </Tooltip>
  );
}

function Invite() {
  const { t } = useTranslation('map');
  const role = useDoc((state) => state.role);
  const ask = useScreen((state) => state.ask);
  if (role === null) return null;
  const words = t(may(role, 'review') ? 'invite' : 'members');
  return (
    // On a phone the words are hidden: the name stays.
    <Button
      look="solid"
      icon="share"
      className="invite wide-only"
      aria-label={words}
      aria-haspopup="dialog"
      onClick={() => ask({ for: 'share' })}
    >
      <span>{words}</span>
    </Button>
  );
}
