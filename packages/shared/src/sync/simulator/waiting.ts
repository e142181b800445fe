// What people do about proposals, for the simulator's writer.
import type { SingleEdit } from '../../map/edit.ts';
import type { ArgumentMap } from '../../map/map.ts';
import { may } from '../../map/roles.ts';
import type { Reason } from '../../map/tables/reasons.ts';
import type { Viewer } from '../../map/circles.ts';
import type { Random } from './random.ts';

const WAITING = ['decide', 'reopen', 'hand-over', 'withdraw', 'resubmit', 'appeal'] as const;
type Waiting = (typeof WAITING)[number];
export const isAboutWaiting = (kind: SingleEdit['kind']): kind is Waiting =>
  (WAITING as readonly SingleEdit['kind'][]).includes(kind);

interface Said {
  reason(): Reason | null;
  text(): string;
}

/** Undefined where nothing waits that this person could do it to. */
export function aboutWaiting(
  kind: Waiting,
  map: ArgumentMap,
  me: Viewer,
  random: Random,
  said: Said,
): SingleEdit | undefined {
  const all = [...map.proposals.values()];
  const proposals = all.filter((one) => one.state === 'pending');
  switch (kind) {
    case 'decide': {
      const proposal = random.pick(proposals.filter(({ by }) => by !== me.participant));
      const verdict = random.chance(0.6)
        ? 'accepted'
        : (random.pick(['rejected', 'returned', 'spam'] as const) ?? 'rejected');
      return proposal && may(me.role, 'review')
        ? { kind, proposal: proposal.id, verdict, code: said.reason(), reason: 'so be it' }
        : undefined;
    }
    case 'reopen': {
      const mine = all.filter(({ decided }) => decided?.by === me.participant);
      const proposal = random.pick(mine);
      return proposal && { kind, proposal: proposal.id };
    }
    case 'hand-over': {
      const proposal = random.pick(proposals);
      const to = random.pick([...map.participants.keys()]) ?? null;
      return proposal && may(me.role, 'review') ? { kind, proposal: proposal.id, to } : undefined;
    }
    case 'withdraw': {
      const own = all.filter(
        ({ by, state }) => by === me.participant && (state === 'pending' || state === 'draft'),
      );
      const proposal = random.pick(own);
      return proposal && { kind, proposal: proposal.id };
    }
    case 'resubmit':
    case 'appeal': {
      const own = all.filter(({ by }) => by === me.participant);
      const proposal = random.pick(own.filter(({ decided, state }) => decided !== null || state === 'draft'));
      if (!proposal) return undefined;
      return { kind, proposal: proposal.id, text: said.text() };
    }
  }
}
