import {
  allowanceOf,
  queueIn,
  sideOf,
  speakingIn,
  type Debate,
  type Hand,
  type Id,
} from '@counterpoint/shared';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { CommandButton } from './CommandButton.tsx';
import { useMoment } from './useMoment.ts';

/** [D8] Who speaks, who is next, and who waits how long. */
export function Queue({ debate }: { debate: Debate }) {
  const { t } = useTranslation('debate');
  const waiting = useDocList(({ view }) => queueIn(view, debate));
  const speaking = useDoc(({ view }) => speakingIn(view, debate.id));
  return (
    <div className="debate-queue">
      <header>
        <h3>{t('queue.title')}</h3>
        <small>{t(`queue.${debate.queue}`)}</small>
        <span className="debate-main">
          <CommandButton id="callNext" />
          <HandButton />
        </span>
      </header>
      {!speaking && waiting.length === 0 && <p className="debate-rights">{t('queue.empty')}</p>}
      <ol aria-label={t('queue.title')}>
        {speaking && <OneHand key={speaking.id} debate={debate} hand={speaking} waiting={waiting} />}
        {waiting.map((hand) => (
          <OneHand key={hand.id} debate={debate} hand={hand} waiting={waiting} />
        ))}
      </ol>
    </div>
  );
}

/** My hand, up or down. */
export const HandButton = () => <CommandButton id="raiseHand" />;

interface OneHandProps {
  debate: Debate;
  hand: Hand;
  waiting: readonly Hand[];
}

function OneHand({ debate, hand, waiting }: OneHandProps) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  const name = useDoc(({ view }) => view.participants.get(hand.by ?? '')?.name ?? '');
  const isMe = useDoc(({ participant }) => participant === hand.by);
  const side = useDoc(({ view }) => debate.sides.find(({ id }) => id === sideOf(view, hand.by)));
  const extra = useDoc(({ view }) => allowanceOf(view, hand.by ?? '')?.percent ?? 0);
  const at = waiting.indexOf(hand);
  const arranged = (to: number): readonly Id[] => {
    const ids = waiting.map(({ id }) => id).filter((id) => id !== hand.id);
    return [...ids.slice(0, to), hand.id, ...ids.slice(to)];
  };
  const arrange = (to: number): void => {
    if (to >= 0 && to < waiting.length && to !== at)
      askFor(session, { kind: 'arrange-hands', debate: debate.id, hands: [...arranged(to)] });
  };
  const mayArrange = useStanding({ kind: 'arrange-hands', debate: debate.id, hands: [hand.id] }) === 'change';
  const face = (
    <>
      <span className="debate-hand-state">
        {side && <SideSign sign={side.sign} />}
        {hand.state === 'speaking' ? (
          t('queue.speaking')
        ) : at === 0 ? (
          t('queue.next')
        ) : (
          <Waited since={hand.at} />
        )}
        {extra > 0 && ` · ${t('queue.extra', { percent: extra })}`}
      </span>
      <span className="debate-hand-name">
        {name}
        {isMe && <small>{t('queue.you')}</small>}
      </span>
    </>
  );
  const look = { className: 'debate-hand', 'data-side': side?.sign } as const;
  const isSpeaking = hand.state === 'speaking';
  if (!mayArrange || isSpeaking)
    return (
      <li {...look} data-speaks={isSpeaking || undefined} data-me={isMe || undefined}>
        {face}
      </li>
    );
  return (
    <li {...look} data-me={isMe || undefined}>
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
            onKeyDown={(event) => moved(event, (step) => arrange(at + step))}
          >
            {face}
          </button>
        }
      >
        <MenuItem
          icon="hand"
          onSelect={() => void askFor(session, { kind: 'set-hand', hand: hand.id, state: 'speaking' })}
        >
          {t('queue.call', { name })}
        </MenuItem>
        <MenuItem icon="left" keys="Alt+←" disabled={at === 0} onSelect={() => arrange(at - 1)}>
          {t('queue.earlier')}
        </MenuItem>
        <MenuItem
          icon="right"
          keys="Alt+→"
          disabled={at === waiting.length - 1}
          onSelect={() => arrange(at + 1)}
        >
          {t('queue.later')}
        </MenuItem>
        <MenuItem icon="up" disabled={at === 0} onSelect={() => arrange(0)}>
          {t('queue.first')}
        </MenuItem>
        <MenuItem
          icon="close"
          onSelect={() => void askFor(session, { kind: 'set-hand', hand: hand.id, state: 'lowered' })}
        >
          {t('queue.lower')}
        </MenuItem>
      </Menu>
    </li>
  );
}

function moved(event: KeyboardEvent, by: (step: number) => void): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step || !event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  by(step);
}

function Waited({ since }: { since: number }) {
  const { t } = useTranslation('debate');
  const minutes = useMoment((at) => Math.max(0, Math.floor((at - since) / 60_000)));
  return minutes === 0 ? t('queue.justUp') : t('queue.waited', { count: minutes });
}
