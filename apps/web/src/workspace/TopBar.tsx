import { may } from '@counterpoint/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, IconButton } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { redo, undo } from '../open/askFor.ts';
import { ConnectionState } from './ConnectionState.tsx';
import { Faces } from './Faces.tsx';
import { FilesMenu } from './FilesMenu.tsx';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { TitleField } from './TitleField.tsx';
import { useHouse, viewIn } from '../open/house.ts';

/** `menu` is who I am and how the page looks. */
export function TopBar({ menu }: { menu: ReactNode }) {
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
      <Invite />
      {menu}
    </header>
  );
}

function Tools() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const canUndo = useDoc((state) => state.canUndo);
  const canRedo = useDoc((state) => state.canRedo);
  const panelOpen = useScreen((state) => state.panelOpen);
  const { ask, openPanel } = session.screen.getState();
  return (
    <div className="top-tools">
      <IconButton icon="undo" label={t('undo')} aria-disabled={!canUndo} onClick={() => undo(session)} />
      <IconButton icon="redo" label={t('redo')} aria-disabled={!canRedo} onClick={() => redo(session)} />
      <IconButton icon="search" label={t('search.open')} onClick={() => ask({ for: 'search' })} />
      <Tooltip text={t('keys.open')} side="bottom">
        <Button
          look="plain"
          className="icon-button wide-only"
          aria-label={t('keys.open')}
          onClick={() => ask({ for: 'keys' })}
        >
          ?
        </Button>
      </Tooltip>
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
      className="invite"
      aria-label={words}
      aria-haspopup="dialog"
      onClick={() => ask({ for: 'share' })}
    >
      <span>{words}</span>
    </Button>
  );
}
