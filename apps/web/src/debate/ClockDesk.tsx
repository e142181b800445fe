import { sideOf, speakingIn, type Debate, type Stand } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { switchTo, usePreference } from '../open/preferences.ts';
import { useDoc, useStanding } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Clock } from './Clock.tsx';
import { CommandButton, CommandItem } from './CommandButton.tsx';
import { PhaseRights } from './Phases.tsx';
import { openSound } from './sound.ts';
import { figures } from './timeWords.ts';

interface DeskProps {
  debate: Debate;
  stand: Stand;
}

/** The clock, who speaks, and what whoever manages does with it. */
export function ClockDesk({ debate, stand }: DeskProps) {
  return (
    <div className="debate-desk">
      <div className="debate-now">
        <Clock stand={stand} />
        <div>
          <Speaker debate={debate} />
          <Bells stand={stand} />
          <PhaseRights debate={debate} stand={stand} />
        </div>
      </div>
      <ClockButtons debate={debate} stand={stand} />
    </div>
  );
}

function Speaker({ debate }: { debate: Debate }) {
  const { t } = useTranslation('debate');
  const name = useDoc(({ view }) => view.participants.get(speakingIn(view, debate.id)?.by ?? '')?.name ?? '');
  const side = useDoc(({ view }) => {
    const id = sideOf(view, speakingIn(view, debate.id)?.by ?? null);
    return debate.sides.find((one) => one.id === id);
  });
  return (
    <p className="debate-speaker">
      {side && <SideSign sign={side.sign} size={12} />}
      <strong>{name === '' ? t('nobodySpeaks') : t('speaks', { name })}</strong>
      <CommandButton id="endSpeech" />
    </p>
  );
}

/** When it rings, and whether this person hears it. */
function Bells({ stand: { phase } }: { stand: Stand }) {
  const { t } = useTranslation('debate');
  const heard = usePreference('bells');
  if (!phase || phase.bells.length === 0) return null;
  const rings = phase.bells.map(({ left, rings: count }) =>
    left === 0 ? t('bell.over', { count }) : t('bell.at', { time: figures(left), count }),
  );
  return (
    <p className="debate-bells">
      <Icon name="bell" size={14} />
      <span>{rings.join(t('bell.and'))}</span>
      <Switch
        label={t('bell.sound')}
        checked={heard}
        onChange={(on) => {
          switchTo('bells', on);
          if (on) openSound();
        }}
      />
    </p>
  );
}

/** For whoever may end the debate. */
function ClockButtons({ debate, stand }: DeskProps) {
  const { t } = useTranslation('debate');
  const end = {
    kind: 'clock',
    debate: debate.id,
    phase: stand.phase?.id ?? null,
    deed: { what: 'end' },
  } as const;
  if (useStanding(end) !== 'change') return null;
  return (
    <div className="debate-buttons">
      <CommandButton id="pause" />
      <CommandButton id="clock" />
      <CommandButton id="moreHalf" />
      <CommandButton id="moreMinute" />
      <CommandButton id="takePoint" />
      <More label={t('more')} />
      <span className="debate-main">
        <CommandButton id="firstPhase" look="solid" />
        <CommandButton id="nextPhase" look="solid" />
      </span>
    </div>
  );
}

function More({ label }: { label: string }) {
  return (
    <Menu side="top" trigger={<IconButton icon="more" label={label} side="top" />}>
      <CommandItem id="previousPhase" />
      <CommandItem id="plan" />
      <CommandItem id="end-debate" />
    </Menu>
  );
}
