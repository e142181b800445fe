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
import { useStore } from 'zustand';
import { ROOM } from '../open/rooms.ts';
import { useTypedStore } from '../open/useTyped.ts';
import { isComposing } from '../ui/isComposing.ts';
import { UnsentSign } from '../ui/UnsentSign.tsx';
import { WritingField } from '../ui/WritingField.tsx';
import { proposalsOn, type Command } from './commands.ts';
import { draftKey } from './draft.ts';
import { DraftRow } from './DraftRow.tsx';
import { drawn, itemsOf, type Item } from './items.ts';
import { meaningOf } from './keys.ts';
import { OutlineRow } from './OutlineRow.tsx';
import type { Row } from './outlineRows.ts';
import { RowBar } from './RowBar.tsx';
import { nameOf, wordsOf } from './rowWords.ts';
import { saveList } from './saveList.ts';
import { rowAfter } from './steps.ts';
import { useTypeAhead } from './typeAhead.ts';
import { unsentAt } from './unsentAt.ts';
import type { Outline, OutlineProps } from './useOutline.ts';
import { useWindow } from './useWindow.ts';

interface OutlineTreeProps {
  props: OutlineProps;
  outline: Outline;
}

/** The tree itself: one tab stop, of which the arrows move the focus from row to row. */
export function OutlineTree({ props, outline }: OutlineTreeProps) {
  const { t } = useTranslation('outline');
  const { rows, current, open, focus } = outline;
  const draft = open?.for === 'draft' ? open.draft : null;
  const items = useMemo(() => itemsOf(rows, draft), [rows, draft]);
  const { scroller, slice } = useWindow(items);
  const handleKey = useKeys(props, outline);
  const help = useId();
  const [below, setBelow] = useState(0);
  const chosen = outline.rowOf(props.selected);
  const isKept = (item: Item) =>
    item.kind === 'draft' || item.row === current || (open?.for === 'reword' && open.row === item.row.id);
  const shown = drawn(items, slice.from, slice.to, isKept);
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
            <Fragment key={item.kind === 'draft' ? draftKey(item.draft) : item.row.id}>
              {gap > 0 && <div role="none" style={{ height: gap }} />}
              {item.kind === 'draft' ? (
                <TheDraft item={item} props={props} outline={outline} />
              ) : (
                <TheRow row={item.row} props={props} outline={outline} />
              )}
            </Fragment>
          );
        })}
        <div
          role="none"
          style={{ height: (slice.tops[items.length] ?? 0) - (slice.tops[(shown.at(-1) ?? -1) + 1] ?? 0) }}
        />
      </div>
      {chosen && open === null && <TheBar row={chosen} props={props} outline={outline} onHeight={setBelow} />}
    </div>
  );
}

function TheBar({
  row,
  props,
  outline,
  onHeight,
}: OutlineTreeProps & { row: Row; onHeight: (px: number) => void }) {
  const { menu, focus, review } = outline;
  // What is chosen may select another row before the menu says that it closes.
  const chosen = (act: () => void) => {
    outline.setMenu(null);
    act();
  };
  return (
    <RowBar
      row={row}
      situation={props}
      run={(command) => chosen(() => outline.run(row, command))}
      goTo={(place) => chosen(() => focus.toRow(place))}
      proposals={proposalsOn(props.proposed, row)}
      review={review}
      discussed={props.onDiscuss !== undefined}
      menuOpen={menu === row.id}
      onMenu={(opened) => outline.setMenu(opened ? row.id : null)}
      onMenuClosed={focus.back}
      onHeight={onHeight}
    />
  );
}

function useKeys(props: OutlineProps, outline: Outline) {
  const typeAhead = useTypeAhead();
  const { rows, current, indexes, focus } = outline;
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key } = event;
    // A dialog or a menu opened from a row is drawn elsewhere, and a field has keys of its own.
    if (!(target instanceof Element) || !currentTarget.contains(target) || isComposing(event) || !current)
      return;
    if (target.closest('.outline-draft, .writing-field')) return;
    if (target.closest('button') && (key === 'Enter' || key === ' ')) return;
    const meaning = meaningOf(event, {
      letters: props.letters ?? true,
      finding: typeAhead.isFinding(event.timeStamp),
    });
    if (!meaning) return;
    event.preventDefault();
    event.stopPropagation();
    const index = indexes.get(current.id) ?? 0;
    if (meaning.does === 'command') outline.run(current, meaning.command);
    else if (meaning.does === 'menu') outline.setMenu(current.id);
    else if (meaning.does === 'find')
      focus.toRow(typeAhead.find(rows, index, meaning.character, event.timeStamp)?.id ?? null);
    else if (meaning.step === 'unfoldSiblings') {
      for (const row of rows) if (row.parent === current.parent && row.folded) props.fold(row.id, false);
    } else if (meaning.step === 'in' && current.folded) props.fold(current.id, false);
    else if (meaning.step === 'out' && current.children.length > 0 && !current.folded)
      props.fold(current.id, true);
    else focus.toRow(rowAfter(rows, index, meaning.step)?.id ?? null);
  };
}

/** Scrolling draws new rows only: what the others are made of stays the same value. */
const TheRow = memo(function TheRow({ row, props, outline }: OutlineTreeProps & { row: Row }) {
  const { t } = useTranslation('outline');
  const { current, open, focus } = outline;
  const selected = row.id === props.selected;
  const here = (props.at?.get(row.claim.id) ?? []).filter((person) => person.editing === row.claim.id);
  const editing = here.flatMap((person) => nameOf(props.view, person.participant) ?? []);
  const unsent = useStore(useTypedStore(), (typed) => unsentAt(typed, row, open));
  const words = wordsOf(t, props, row, { selected, editing, unsent: unsent !== undefined });
  const run = (command: Command) => outline.run(row, command);
  const isOpen = open?.for === 'reword' && open.row === row.id;
  const field = isOpen ? (
    <WritingField
      className={row.parent ? '' : 'is-thesis'}
      label={t('rewordLabel')}
      start={outline.start}
      room={ROOM.claim}
      lang={row.claim.language}
      hint={t('rewordKeys')}
      save={t('save')}
      cancel={t('cancel')}
      onWrite={outline.keep}
      onSave={(text) => outline.save(text)}
      onTab={(text) => outline.save(text, true)}
      onCancel={outline.cancel}
    />
  ) : null;
  return (
    <div role="none" onClick={handleClick} onFocus={() => selected || props.select(row.id)}>
      <OutlineRow
        row={row}
        words={words}
        selected={selected}
        tabStop={row === current}
        waiting={proposalsOn(props.proposed, row).length > 0}
        field={field}
        unsent={unsent && <UnsentSign onOpen={() => run(unsent)} />}
        onFold={() => run('fold')}
        onEdit={() => run('edit')}
      />
    </div>
  );

  function handleClick(event: MouseEvent<HTMLElement>): void {
    if (!(event.target instanceof Element) || event.target.closest('button, textarea')) return;
    if (event.currentTarget.contains(event.target)) focus.toRow(row.id);
  }
});

type TheDraftProps = OutlineTreeProps & { item: Extract<Item, { kind: 'draft' }> };

function TheDraft({ item, props, outline }: TheDraftProps) {
  return (
    <DraftRow
      draft={item.draft}
      level={item.level}
      anchor={outline.rowOf(item.draft.anchor)}
      start={outline.start}
      onWrite={outline.keep}
      onTurn={outline.turn}
      onSave={outline.save}
      onList={(items) => saveList(props, outline, items)}
      onCancel={outline.cancel}
    />
  );
}
