// Commands about the debate that takes place: its clock, for whoever manages, and one's own hand.
import {
  debateOf,
  handsIn,
  queueIn,
  speakingIn,
  standAt,
  type Debate,
  type Edit,
  type Hand,
} from '@counterpoint/shared';
import { allows, command, editing, type At, type Command } from '../command.ts';
import { newId } from '../newId.ts';
import { serverNow } from '../serverTime.ts';

type Deed = Extract<Edit, { kind: 'clock' }>['deed'];

/** What is done to the clock, in the phase that runs for who asks. */
function clocked({ doc }: At, deedIn: (debate: Debate) => Deed | undefined): Edit | undefined {
  const debate = debateOf(doc.view);
  const deed = debate && deedIn(debate);
  if (!debate || !deed) return undefined;
  return { kind: 'clock', debate: debate.id, phase: standAt(debate, serverNow()).phase?.id ?? null, deed };
}

const isRunning = (debate: Debate): boolean => debate.clock.since !== null;
const hasPhase = (debate: Debate): boolean => debate.phase !== null;
const isTimed = (debate: Debate): boolean => standAt(debate, serverNow()).clock.allowed !== null;

/** So many phases further on. */
function going(debate: Debate, by: 1 | -1): Deed | undefined {
  const { phase } = standAt(debate, serverNow());
  const at = phase ? debate.phases.indexOf(phase) : -1;
  const to = debate.phases[at + by];
  return to && (phase ?? by > 0) ? { what: 'go', to: to.id } : undefined;
}

const adding = (seconds: number) => (at: At) =>
  clocked(at, (debate) => (isTimed(debate) ? { what: 'add', seconds } : undefined));

/** My hand that is up to speak. */
function mine({ doc: { view, participant } }: At, state: Hand['state']): Hand | undefined {
  const debate = debateOf(view);
  return debate && handsIn(view, debate.id).find((hand) => hand.by === participant && hand.state === state && hand.point === null); // prettier-ignore
}

function raising(at: At): Edit | undefined {
  const debate = debateOf(at.doc.view);
  if (!debate || mine(at, 'waiting') || mine(at, 'speaking')) return undefined;
  return { kind: 'raise-hand', hand: newId(), debate: debate.id, point: null };
}

const setting = (hand: Hand | undefined, state: 'lowered' | 'speaking' | 'spoken'): Edit | undefined =>
  hand && { kind: 'set-hand', hand: hand.id, state };

const inDebate = ({ doc: { view } }: At): Debate | undefined => debateOf(view);
const speaking = (at: At): Hand | undefined => speakingIn(at.doc.view, inDebate(at)?.id ?? '');
const next = (at: At): Hand | undefined => {
  const debate = inDebate(at);
  return debate && queueIn(at.doc.view, debate)[0];
};

/** Asks whether somebody may, and is never sent. */
const A_DEBATE: Edit = {
  kind: 'begin-debate',
  debate: '',
  plan: { name: '…', sides: [], phases: [], queue: 'raised', pace: 'hand', injury: null, choose: false },
};
const AN_END = (at: At): Edit | undefined => clocked(at, () => ({ what: 'end' }));
const A_POINT = (at: At): Edit | undefined => {
  const debate = inDebate(at);
  return debate && { kind: 'raise-hand', hand: '', debate: debate.id, point: '…' };
};

const page = { group: 'page' } as const;

export const debating: readonly Command[] = [
  editing(
    'raiseHand',
    {
      ...page,
      icon: 'hand',
      keys: ['H'],
      reach: 'page',
      title: (t, at) => t(mine(at, 'waiting') ? 'title.lowerHand' : 'title.raiseHand'),
    },
    (at) => setting(mine(at, 'waiting'), 'lowered') ?? raising(at),
  ),
  command(
    'point',
    { ...page, icon: 'warning', name: (t) => t('name.point') },
    (at) => allows(at, A_POINT(at)),
    ({ screen }) => screen.ask({ for: 'point' }),
  ),
  editing('pause', { ...page, icon: 'pause', name: (t) => t('name.pause') }, (at) =>
    clocked(at, (debate) => (hasPhase(debate) && isRunning(debate) ? { what: 'pause' } : undefined)),
  ),
  editing('clock', { ...page, icon: 'play', name: (t) => t('name.clock') }, (at) =>
    clocked(at, (debate) => (hasPhase(debate) && !isRunning(debate) ? { what: 'run' } : undefined)),
  ),
  editing('moreHalf', { ...page, name: (t) => t('name.moreHalf') }, adding(30)),
  editing('moreMinute', { ...page, name: (t) => t('name.moreMinute') }, adding(60)),
  editing('takePoint', { ...page, name: (t) => t('name.takePoint') }, (at) =>
    clocked(at, (debate) => (debate.injury && isTimed(debate) ? { what: 'point' } : undefined)),
  ),
  editing('firstPhase', { ...page, icon: 'play', name: (t) => t('name.firstPhase') }, (at) =>
    clocked(at, (debate) => (hasPhase(debate) ? undefined : going(debate, 1))),
  ),
  editing('nextPhase', { ...page, icon: 'right', name: (t) => t('name.nextPhase') }, (at) =>
    clocked(at, (debate) => (hasPhase(debate) ? going(debate, 1) : undefined)),
  ),
  editing('previousPhase', { ...page, icon: 'left' }, (at) => clocked(at, (debate) => going(debate, -1))),
  editing('callNext', { ...page, icon: 'hand', name: (t) => t('name.callNext') }, (at) =>
    setting(next(at), 'speaking'),
  ),
  editing('endSpeech', { ...page, icon: 'check', name: (t) => t('name.endSpeech') }, (at) =>
    setting(speaking(at), 'spoken'),
  ),
  command(
    'debate',
    { ...page, icon: 'clock' },
    (at) => !inDebate(at) && allows(at, A_DEBATE),
    ({ screen }) => screen.ask({ for: 'debate' }),
  ),
  command(
    'plan',
    { ...page, icon: 'settings' },
    (at) => allows(at, AN_END(at)),
    ({ screen }) => screen.ask({ for: 'debate' }),
  ),
  command(
    'end-debate',
    { ...page, icon: 'close' },
    (at) => allows(at, AN_END(at)),
    ({ screen }) => screen.ask({ for: 'end-debate' }),
  ),
];
