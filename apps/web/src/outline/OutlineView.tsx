import { useTranslation } from 'react-i18next';
import { run, type Command } from '../open/command.ts';
import { useOpenMap } from '../open/openMap.ts';
import { useOffered } from '../open/useOffered.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import './outline.css';
import { OutlineTree } from './OutlineTree.tsx';
import { useOutline } from './useOutline.ts';

/** The map as a tree of rows, with full power: all that the canvas can do, by keyboard, by touch and by ear (U-01). */
export function OutlineView() {
  const { t } = useTranslation('outline');
  const outline = useOutline();
  return (
    <section className="outline" aria-label={t('title')}>
      <Toolbar />
      {outline.rows.length === 0 && !outline.draft ? <Empty /> : <OutlineTree outline={outline} />}
    </section>
  );
}

function Empty() {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const [thesis] = useOffered(null, isThesis);
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        thesis && (
          <Button look="solid" onClick={() => run(thesis.command, session, null)}>
            {t('empty.write')}
          </Button>
        )
      }
    >
      {t('empty.words')}
    </EmptyState>
  );
}

const isThesis = ({ id }: Command): boolean => id === 'thesis';
const isInToolbar = ({ id }: Command): boolean => ['thesis', 'foldAll', 'unfoldAll', 'removed'].includes(id);

function Toolbar() {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const offered = useOffered(null, isInToolbar);
  return (
    <div className="outline-toolbar" role="group" aria-label={t('toolbar')}>
      {offered.map(({ command, title }) =>
        command.icon === undefined || isThesis(command) ? (
          <Button key={command.id} icon={command.icon} onClick={() => run(command, session, null)}>
            {title}
          </Button>
        ) : (
          <IconButton
            key={command.id}
            icon={command.icon}
            label={title}
            onClick={() => run(command, session, null)}
          />
        ),
      )}
    </div>
  );
}
