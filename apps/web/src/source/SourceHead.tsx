import { roundsOn, sourcesOf, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { askWithUndo } from '../open/askFor.ts';
import { SOURCE_VIEW } from '../open/links.ts';
import { useDoc, useOpenMap, useScreen, useStanding } from '../open/openMap.ts';
import type { ScreenStore } from '../open/screenStore.ts';
import { day } from '../i18n/inWords.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuMore } from '../ui/Menu.tsx';
import { ADDING_TEXT, mending } from './adding.ts';
import { BEGINNING } from './marking.ts';
import type { Reading } from './reading.ts';
import type { Shown } from './useShown.ts';

interface SourceHeadProps {
  shown: Shown;
  reading: Reading | null;
  /** In the column beside the map. */
  beside: boolean;
  onClose?: () => void;
}

/** Which text this is, in which edition, and what can be done with it. */
export function SourceHead({
  shown: { source, edition, editions },
  reading,
  beside,
  onClose,
}: SourceHeadProps) {
  const { t } = useTranslation('source');
  const { screen } = useOpenMap();
  const { show, read } = screen.getState();
  const number = editions.findIndex(({ id }) => id === edition.id) + 1;
  const latest = editions.at(-1);
  const isCompared = useScreen((state) => state.compared === edition.id);
  return (
    <header className="source-head">
      <h2 title={source.title} lang={source.language}>
        {source.title}
      </h2>
      <small>
        {[
          t('head.edition', { number }),
          ...(reading && !beside
            ? [
                t('head.paragraphs', { count: reading.paragraphs.length }),
                t('head.characters', { count: [...reading.text.replace(/\s/g, '')].length }),
              ]
            : []),
        ].join(' · ')}
      </small>
      <span className="source-head-tools">
        {!isCompared && <TextMenu shown={{ source, edition, editions }} />}
        {beside && <IconButton icon="unfold" label={t('head.enlarge')} onClick={() => show(SOURCE_VIEW)} />}
        {onClose && <IconButton icon="close" label={t('head.close')} onClick={onClose} />}
      </span>
      {latest && latest.id !== edition.id && !isCompared && (
        <p className="source-earlier">
          {t('head.earlier', { date: day(edition.at) })}
          <button type="button" onClick={() => read(latest.id)}>
            {t('head.toLatest')}
          </button>
        </p>
      )}
    </header>
  );
}

function TextMenu({ shown: { source, edition, editions } }: { shown: Shown }) {
  const { t } = useTranslation(['source', 'round']);
  const sources = useDoc(useShallow(({ view }) => sourcesOf(view)));
  const latestOf = useDoc(({ view }) => view.index.editions);
  const ask = useScreen((state) => state.ask);
  const read = useScreen((state) => state.read);
  const session = useOpenMap();
  const removal = { kind: 'remove', id: source.id } as const;
  const mayAdd = useStanding(ADDING_TEXT) !== 'refused';
  const mayMend = useStanding(mending(source.id)) !== 'refused';
  const mayRemove = useStanding(removal) !== 'refused';
  const running = useDoc(({ view }) => roundsOn(view, edition.id).some(({ opened }) => opened === null));
  const mayBegin = useStanding(BEGINNING) === 'change' && !running;
  return (
    <Menu align="end" trigger={<IconButton icon="more" label={t('head.menu')} />}>
      {sources.length > 1 && (
        <MenuChoice
          label={t('head.texts')}
          value={source.id}
          options={sources.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(id) => read(latestOf.get(id)?.at(-1) ?? null)}
        />
      )}
      {editions.length > 1 && (
        <MenuChoice
          label={t('head.editions')}
          value={edition.id}
          options={editions.map(({ id, at, reason }, i) => ({
            value: id,
            text: [t('head.edition', { number: i + 1 }), day(at), reason].filter(Boolean).join(' · '),
          }))}
          onChange={(id) => read(id)}
        />
      )}
      {editions.length > 1 && (
        <MenuMore name={t('head.compare')}>
          {editions
            .filter(({ id }) => id !== edition.id)
            .map(({ id, at }) => (
              <MenuItem key={id} onSelect={() => compareWith(session.screen, id)}>
                {t('head.edition', { number: editions.findIndex((one) => one.id === id) + 1 })} · {day(at)}
              </MenuItem>
            ))}
        </MenuMore>
      )}
      {(sources.length > 1 || editions.length > 1) && (mayMend || mayAdd) && <MenuLine />}
      {mayMend && (
        <MenuItem icon="history" onSelect={() => ask({ for: 'text', source: source.id })}>
          {t('head.newEdition')}
        </MenuItem>
      )}
      {mayAdd && (
        <MenuItem icon="plus" onSelect={() => ask({ for: 'text', source: null })}>
          {t('head.addText')}
        </MenuItem>
      )}
      {mayBegin && (
        <MenuItem icon="people" onSelect={() => ask({ for: 'round' })}>
          {t('first', { ns: 'round' })}
        </MenuItem>
      )}
      {mayRemove && !source.removed && (
        <MenuItem icon="trash" danger onSelect={() => askWithUndo(session, removal)}>
          {t('head.removeText')}
        </MenuItem>
      )}
    </Menu>
  );
}

function compareWith(screen: ScreenStore, edition: Id): void {
  screen.getState().show(SOURCE_VIEW);
  screen.getState().compare(edition);
}
