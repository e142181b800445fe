import { momentBy, phaseAt, type Story } from '@counterpoint/shared';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { Phases } from './Phases.tsx';
import { SPEEDS, type Player, type Speed } from './player.ts';
import { Ticks } from './Ticks.tsx';
import { whenIn } from './when.ts';

interface TimeLineProps {
  story: Story;
  player: Player;
}

/** The whole story on one line, and what plays it. */
export function TimeLine({ story, player }: TimeLineProps) {
  const { t } = useTranslation('replay');
  return (
    <section className="replay-line" aria-label={t('line')}>
      <Controls player={player} />
      <div className="replay-track">
        <Phases story={story} player={player} />
        <Slider story={story} player={player} />
        <Marks story={story} />
      </div>
    </section>
  );
}

function Controls({ player }: Pick<TimeLineProps, 'player'>) {
  const { t } = useTranslation('replay');
  const playing = useStore(player, (state) => state.playing);
  const speed = useStore(player, (state) => state.speed);
  return (
    <div className="replay-controls">
      <IconButton icon="left" side="top" label={t('back')} onClick={() => player.step(-1)} />
      <Button
        look="solid"
        icon={playing ? 'pause' : 'play'}
        aria-label={t(playing ? 'pause' : 'play')}
        className="replay-play"
        onClick={() => player.play(!playing)}
      />
      <IconButton icon="right" side="top" label={t('on')} onClick={() => player.step(1)} />
      <Select
        label={t('speed')}
        value={String(speed)}
        onChange={({ target }) => player.hasten(Number(target.value) as Speed)}
      >
        {SPEEDS.map((times) => (
          <option key={times} value={times}>
            {t('times', { times })}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Slider({ story, player }: TimeLineProps) {
  const { t } = useTranslation('replay');
  /** As it was when it was taken hold of: to ask with every move costs a layout each time. */
  const held = useRef({ left: 0, width: 1 });
  const version = useStore(player, (state) => state.version);
  const { moments, length } = story;
  const n = momentBy(story, 'version', version);
  const moment = moments[n] ?? moments[0];
  const share = length === 0 ? 1 : (moment?.from ?? 0) / length;
  const when = whenIn(story, moment?.at ?? 0);
  const words = { when, n: n + 1, all: moments.length };
  const phase = phaseAt(story, version)?.name;
  const seek = ({ clientX }: PointerEvent): void => {
    const { left, width } = held.current;
    const from = Math.max(0, Math.min((clientX - left) / width, 1)) * length;
    const to = moments[momentBy(story, 'from', from)];
    if (to) player.goTo(to.version);
  };
  return (
    <div
      className="replay-slider"
      role="slider"
      tabIndex={0}
      aria-label={t('line')}
      aria-description={t('keys')}
      data-version={version}
      aria-valuemin={1}
      aria-valuemax={moments.length}
      aria-valuenow={n + 1}
      aria-valuetext={phase === undefined ? t('at', words) : t('atPhase', { ...words, phase })}
      onKeyDown={(event) => press(event, story, player)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = event.currentTarget.getBoundingClientRect();
        player.drag(true);
        seek(event);
      }}
      onPointerMove={(event) => player.getState().dragging && seek(event)}
      onLostPointerCapture={() => player.drag(false)}
    >
      <Ticks story={story} />
      <div className="replay-ahead" style={{ left: `${share * 100}%` }} />
      <div className="replay-rail" />
      <div className="replay-past" style={{ width: `${share * 100}%` }} />
      <div className="replay-thumb" style={{ left: `${share * 100}%` }}>
        <span style={{ translate: `${-share * 100}% 0` }}>{when}</span>
      </div>
    </div>
  );
}

function press(event: KeyboardEvent, { moments }: Story, player: Player): void {
  const ends = [moments[0], moments.at(-1)].map((moment) => moment?.version ?? 1);
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => player.step(-1),
    ArrowDown: () => player.step(-1),
    ArrowRight: () => player.step(1),
    ArrowUp: () => player.step(1),
    PageUp: () => player.stepPhase(1),
    PageDown: () => player.stepPhase(-1),
    Home: () => player.goTo(ends[0] ?? 1),
    End: () => player.goTo(ends[1] ?? 1),
  };
  const act = acts[event.key];
  if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** When it is, at some places of the line. */
function Marks({ story }: Pick<TimeLineProps, 'story'>) {
  const shares = [0, 0.25, 0.5, 0.75, 1];
  return (
    <div className="replay-marks" aria-hidden="true">
      {shares.map((share) => {
        const moment = story.moments[momentBy(story, 'from', share * story.length)];
        return moment && <span key={share}>{whenIn(story, moment.at)}</span>;
      })}
    </div>
  );
}
