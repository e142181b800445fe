import type { Id } from '@counterpoint/shared';
import {
  Fragment,
  memo,
  useId,
  useMemo,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { at, pressed, run } from '../open/command.ts';
import { reword } from '../open/commands/write.ts';
import { useCommands } from '../open/house.ts';
import { useDoc, useOpenMap, usePeople, useScreen } from '../open/openMap.ts';
import { proposalsOn } from '../open/proposals.ts';
import { useFigure, useIsCircular } from '../open/useStrength.ts';
import { useUnread } from '../open/UnreadDot.tsx';
import { useUnsent } from '../open/useUnsent.ts';
import { isComposing } from '../ui/isComposing.ts';
import { UnsentSign } from '../ui/UnsentSign.tsx';
import { useLongPress } from '../ui/useLongPress.ts';
import { drawn, useWindow } from '../ui/useWindow.ts';
import { RowField } from './RowField.tsx';
import { DraftRow } from './DraftRow.tsx';
import { guessedHeight, itemsOf, type Item } from './items.ts';
import { OutlineRow } from './OutlineRow.tsx';
import type { Row } from './outlineRows.ts';
import { RowBar } from './RowBar.tsx';
import { nameOf, wordsOf } from './rowWords.ts';
import { useTypeAhead } from './typeAhead.ts';
import type { Outline } from './useOutline.ts';

interface OutlineTreeProps {
  outline: Outline;
}

/** The tree itself: one tab stop, of which the arrows move the focus from row to row. */
export function OutlineTree({ outline }: OutlineTreeProps) {
  const { t } = useTranslation('outline');
  const { rows, current, draft, editing, focus } = outline;
  const items = useMemo(() => itemsOf(rows, draft), [rows, draft]);
  const { scroller, slice } = useWindow<Item, HTMLDivElement>(items, guessedHeight);
  const handleKey = useKeys(outline);
  const help = useId();
  const [below, setBelow] = useState(0);
  const selected = useScreen((state) => state.selected);
  const chosen = outline.rowOf(selected);
  const isKept = (item: Item) => item.kind === 'draft' || item.row === current || editing === item.row.id;
  const shown = drawn(items, slice, isKept);
  return (
    <div className="outline-scroller" ref={scroller} style={{ '--below': `${below}px` } as CSSProperties}>
      <p className="visually-hidden" id={help}>
        {t('keys')}
      </p>
      <div
        role="tree"
        aria-label={t('tree')}
        aria-describedby={help}
        className="outline-tree"
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onKeyDown={handleKey}
      >
        {shown.map((index, i) => {
          const item = items[index];
          const before = shown[i - 1];
          const gap = (slice.tops[index] ?? 0) - (slice.tops[before === undefined ? 0 : before + 1] ?? 0);
          if (!item) return null;
          return (
            <Fragment key={item.kind === 'draft' ? `draft ${item.draft.claim}` : item.row.id}>
              {gap > 0 && <div role="none" style={{ height: gap }} />}
              {item.kind === 'draft' ? (
                <DraftRow {...item} anchor={outline.rowOf(item.draft.anchor)} toRow={focus.toRow} />
              ) : (
                <TheRow row={item.row} tabStop={item.row === current} toRow={focus.toRow} />
              )}
            </Fragment>
          );
        })}
        <div
          role="none"
          style={{ height: (slice.tops[items.length] ?? 0) - (slice.tops[(shown.at(-1) ?? -1) + 1] ?? 0) }}
        />
      </div>
      {chosen && !draft && editing === null && (
        <RowBar
          row={chosen}
          menuOpen={outline.menu === chosen.id}
          onMenu={(opened) => outline.setMenu(opened ? chosen.id : null)}
          onMenuClosed={focus.back}
          onHeight={setBelow}
        />
      )}
    </div>
  );
}

function useKeys({ rows, current, indexes, focus }: Outline) {
  const session = useOpenMap();
  const commands = useCommands();
  const typeAhead = useTypeAhead();
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key, timeStamp } = event;
    // A dialog or a menu opened from a row is drawn elsewhere, and a field has keys of its own.
    if (!(target instanceof Element) || !currentTarget.contains(target) || isComposing(event) || !current)
      return;
    if (key === 'Tab' || target.closest('.outline-draft, .writing-field')) return;
    if (target.closest('button') && (key === 'Enter' || key === ' ')) return;
    const isFinding = typeAhead.isFinding(timeStamp) && (key === ' ' || isLetter(key));
    const command = isFinding ? undefined : pressed(event.nativeEvent, commands, at(session, current.id));
    if (!command && (!isLetter(key) || event.ctrlKey || event.metaKey || event.altKey) && !isFinding) return;
    event.preventDefault();
    event.stopPropagation();
    if (command) run(command, session, current.id);
    else focus.toRow(typeAhead.find(rows, indexes.get(current.id) ?? 0, key, timeStamp)?.id ?? null);
  };
}

const isLetter = (key: string): boolean => /^[\p{L}\p{N}]$/u.test(key);

interface TheRowProps {
  row: Row;
  tabStop: boolean;
  toRow: (id: Id | null) => void;
}

/** Scrolling draws new rows only: what the others are made of stays the same value. */
const TheRow = memo(function TheRow({ row, tabStop, toRow }: TheRowProps) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const selected = useScreen((state) => state.selected === row.id);
  const editing = useScreen((state) => state.editing === row.id);
  const { select } = session.screen.getState();
  const aside = useScreen(({ onlySide }) => onlySide !== null && onlySide !== row.claim.side);
  const cut = useScreen((state) => state.cut === row.id);
  const unsent = useUnsent(row.id);
  const unread = useUnread(row.claim.id);
  const words = useRowWords(row, { selected, unsent: unsent !== undefined, unread });
  const waiting = useDoc((state) => proposalsOn(state, row.id)[0]?.state);
  const longPress = useLongPress((target) => {
    if (!target.closest('textarea, button')) session.screen.getState().hands?.openMenu(row.id);
  });
  const fold = () => session.screen.getState().hands?.toggleFold(row.id);
  return (
    <div
      role="none"
      data-cut={cut || undefined}
      data-aside={aside || undefined}
      onClick={handleClick}
      onFocus={() => selected || select(row.id)}
      onContextMenu={handleContextMenu}
      {...longPress}
    >
      <OutlineRow
        row={row}
        words={words}
        unread={unread.words}
        selected={selected}
        tabStop={tabStop}
        waiting={waiting}
        field={
          editing ? (
            <RowField
              key={row.id}
              className={row.parent ? '' : 'is-thesis'}
              label={t('rewordLabel')}
              lang={row.claim.language}
              hint={t('rewordKeys')}
              save={t('save')}
              back={row.id}
              toRow={toRow}
            />
          ) : null
        }
        unsent={unsent && <UnsentSign onOpen={unsent} />}
        onFold={fold}
        onEdit={() => run(reword, session, row.id)}
      />
    </div>
  );

  function handleClick(event: MouseEvent<HTMLElement>): void {
    if (!(event.target instanceof Element) || event.target.closest('button, textarea')) return;
    if (event.currentTarget.contains(event.target)) toRow(row.id);
  }

  /** A right press, or a long one. */
  function handleContextMenu(event: MouseEvent<HTMLElement>): void {
    if (!(event.target instanceof Element) || event.target.closest('textarea')) return;
    event.preventDefault();
    session.screen.getState().hands?.openMenu(row.id);
  }
});

type Now = Omit<Parameters<typeof wordsOf>[3], 'editing' | 'strength' | 'circular'>;

function useRowWords(row: Row, now: Now) {
  const { t } = useTranslation('outline');
  const view = useDoc((state) => state.view);
  const proposed = useDoc((state) => state.proposed);
  const participant = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const here = usePeople((state) => state.at.get(row.claim.id)) ?? [];
  const editing = here
    .filter((person) => person.editing === row.claim.id)
    .flatMap((person) => nameOf(view, person.participant) ?? []);
  const figure = useFigure(row.claim.id);
  const isCircular = useIsCircular(row.claim.id);
  const strength = row.reference ? null : figure;
  const circular = isCircular && !row.reference;
  return wordsOf(t, { view, proposed, me: { participant, role } }, row, {
    ...now,
    editing,
    strength,
    circular,
  });
}
