import { waiting, type Id } from '@counterpoint/shared';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeAgo } from '../i18n/inWords.ts';
import { describe } from '../open/describe.ts';
import { flaggedText } from '../open/flags.ts';
import { mayDecide } from '../open/proposals.ts';
import { useDoc } from '../open/openMap.ts';
import { useNow } from '../ui/useNow.ts';
import { drawn, useWindow } from '../ui/useWindow.ts';
import { LookedAt } from './LookedAt.tsx';
import type { Item } from './queue.ts';

export interface RowsProps {
  shown: readonly Item[];
  /** The one before the moderator. */
  at: string | null;
  chosen: ReadonlySet<Id>;
  onGo: (item: Item) => void;
  onChoose: (id: Id) => void;
}

/** Between one line of words and two, which is all that a row shows. */
const ROW_PX = 74;
const guessedHeight = (): number => ROW_PX;

/** Of hundreds that wait, those in sight are drawn; the one before the moderator and the one with the focus are wherever they are. */
export function QueueRows({ shown, at, chosen, onGo, onChoose }: RowsProps) {
  const { scroller, slice } = useWindow<Item, HTMLOListElement>(shown, guessedHeight);
  const [focused, setFocused] = useState<Id | null>(null);
  const indexes = drawn(shown, slice, ({ id }) => id === at || id === focused);
  const gapBefore = (n: number): number => {
    const before = indexes[n - 1];
    return (slice.tops[indexes[n] ?? shown.length] ?? 0) - (slice.tops[before === undefined ? 0 : before + 1] ?? 0); // prettier-ignore
  };
  useEffect(() => {
    scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [scroller, at]);
  return (
    <ol ref={scroller}>
      {indexes.map((index, n) => {
        const item = shown[index];
        return (
          item && (
            <Fragment key={item.id}>
              <Gap height={gapBefore(n)} />
              <li
                aria-posinset={index + 1}
                aria-setsize={shown.length}
                data-chosen={chosen.has(item.id) || undefined}
                onFocus={() => setFocused(item.id)}
              >
                <Row {...{ item, onGo, onChoose }} isHere={item.id === at} isChosen={chosen.has(item.id)} />
              </li>
            </Fragment>
          )
        );
      })}
      <Gap height={gapBefore(indexes.length)} />
    </ol>
  );
}

const Gap = ({ height }: { height: number }) => height > 0 && <li role="none" style={{ height }} />;

interface RowProps extends Pick<RowsProps, 'onGo' | 'onChoose'> {
  item: Item;
  isHere: boolean;
  isChosen: boolean;
}

function Row({ item, isHere, isChosen, onGo, onChoose }: RowProps) {
  const { t } = useTranslation('review');
  const name = useDoc(({ view }) => view.participants.get(item.by ?? '')?.name);
  const may = useDoc((me) => item.proposal !== undefined && mayDecide(item.proposal, me));
  return (
    <>
      <button type="button" aria-current={isHere || undefined} onClick={() => onGo(item)}>
        <Waiting item={item} name={name ?? t('someone')} />
        <Words item={item} />
      </button>
      {may && (
        <input
          type="checkbox"
          aria-label={t('choose')}
          checked={isChosen}
          onChange={() => onChoose(item.id)}
        />
      )}
    </>
  );
}

function Waiting({ item, name }: { item: Item; name: string }) {
  const { t } = useTranslation('review');
  const now = useNow();
  return (
    <small>
      <b data-kind={item.kind}>{t(`kind.${item.kind}`)}</b>
      <span>{name}</span>
      <LookedAt id={item.id} />
      <time dateTime={new Date(item.at).toISOString()}>{timeAgo(item.at, now)}</time>
    </small>
  );
}

function Words({ item }: { item: Item }) {
  const { t } = useTranslation('edits');
  const view = useDoc((state) => state.view);
  if (item.quotation) return <span>{item.quotation.exact}</span>;
  if (item.flagged !== undefined) return <FlaggedWords about={item.flagged} />;
  const told = describe(t, view, waiting(item.proposal));
  // Of a merger or a split, what is done to which claims says more than the words that there would be.
  const words = item.kind === 'merger' ? null : told.rewording?.after;
  return <span>{words ?? told.text ?? told.sentence}</span>;
}

function FlaggedWords({ about }: { about: Id }) {
  const text = useDoc((doc) => flaggedText(doc, about));
  return <span>{text}</span>;
}
