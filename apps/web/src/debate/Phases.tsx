import { actsIn, may, type Debate, type Phase, type Stand } from '@counterpoint/shared';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { Bar } from './Clock.tsx';
import { figures } from './timeWords.ts';

interface PhasesProps {
  debate: Debate;
  stand: Stand;
}

/** The phases in a row, as wide as they are long; whoever manages goes to any of them. */
export function Phases({ debate, stand }: PhasesProps) {
  const { t } = useTranslation('debate');
  const running = stand.phase ? debate.phases.indexOf(stand.phase) : -1;
  const row = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = row.current?.children[running];
    if (box && typeof box.scrollIntoView === 'function')
      box.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [running]);
  if (debate.phases.length === 0) return null;
  return (
    <ol className="debate-phases" aria-label={t('phases')} ref={row}>
      {debate.phases.map((phase, i) => (
        <li
          key={phase.id}
          aria-current={i === running ? 'step' : undefined}
          data-side={sideOfPhase(debate, phase)?.sign}
          data-past={i < running || undefined}
          style={{ flexGrow: Math.max(2, (phase.seconds ?? 300) / 60) }}
        >
          <Box {...{ debate, phase, stand }} isPast={i < running} />
        </li>
      ))}
    </ol>
  );
}

const sideOfPhase = ({ sides }: Debate, { side }: Phase) => sides.find(({ id }) => id === side);

function Box({ debate, phase, stand, isPast }: PhasesProps & { phase: Phase; isPast: boolean }) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  const isRunning = stand.phase === phase;
  const edit = { kind: 'clock', debate: debate.id, phase: stand.phase?.id ?? null, deed: { what: 'go', to: phase.id } } as const; // prettier-ignore
  const mayGo = useStanding(edit) === 'change' && !isRunning;
  const side = sideOfPhase(debate, phase);
  const length = phase.seconds === null ? t('open') : t('length', { time: lengthOf(phase.seconds) });
  const face = (
    <>
      {isPast && <Icon name="check" size={13} />}
      {side && <SideSign sign={side.sign} />}
      <span className="debate-phase-name">{phase.name}</span>
      <small>{length}</small>
      {isRunning && <Bar stand={stand} />}
    </>
  );
  const title = side ? `${phase.name} · ${side.name}` : phase.name;
  if (!mayGo) return <div className="debate-phase" title={title}>{face}</div>; // prettier-ignore
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="debate-phase" title={title}>
          {face}
        </button>
      }
    >
      <MenuItem icon={isPast ? 'left' : 'right'} onSelect={() => void askFor(session, edit)}>
        {t('goTo', { phase: phase.name })}
      </MenuItem>
    </Menu>
  );
}

const lengthOf = (seconds: number): string => (seconds % 60 === 0 ? String(seconds / 60) : figures(seconds));

/** [S-03] What this person may do in the phase, in words. */
export function PhaseRights({ debate, stand: { phase } }: PhasesProps) {
  const { t, i18n } = useTranslation('debate');
  const decides = useDoc(({ role }) => may(role, 'review'));
  const acts = useDocList(({ view, participant }) => (phase ? actsIn(view, phase, participant) : []));
  if (!phase) return <p className="debate-rights">{t('before')}</p>;
  if (decides) return null;
  const side = sideOfPhase(debate, phase);
  const listed = new Intl.ListFormat(i18n.language).format(acts.map((act) => t(`act.${act}`)));
  return (
    <p className="debate-rights">
      {side && t('turn', { side: side.name })}
      {t(acts.length === 0 ? 'mayNothing' : 'may', { acts: listed })}
    </p>
  );
}
