// Commands about what waits on a claim: the oldest first.
import { type Edit, type Proposal } from '@counterpoint/shared';
import { askFor } from '../askFor.ts';
import type { MapState } from '../mapStore.ts';
import { command, type At, type Command, type CommandId } from '../command.ts';
import { withGround } from '../keeping.ts';
import { standingOf } from '../openMap.ts';
import { mayDecide, mayDiscard, mayWithdraw, proposalsOn } from '../proposals.ts';
import { serverNow } from '../serverTime.ts';

type May = (proposal: Proposal, doc: MapState) => boolean;

const first = ({ doc, id }: At, may: May): Proposal | undefined =>
  proposalsOn(doc, id).find((proposal) => may(proposal, doc));

const about = (
  id: CommandId,
  rest: Partial<Command>,
  may: May,
  act: (at: At, proposal: Proposal) => void,
): Command =>
  command(
    id,
    { group: 'decide', isTool: true, ...rest },
    (at) => first(at, may) !== undefined,
    (at) => {
      const proposal = first(at, may);
      if (proposal) act(at, proposal);
    },
  );

/** The button that was pressed is gone then: the focus goes back to the claim. */
function decide(at: At, edit: Edit): void {
  askFor(at.session, edit);
  at.screen.hands?.focus();
}

/** [D15] A draft of mine, or of my side, that all may see now. */
const mayPublish: May = ({ id, state }, doc) =>
  state === 'draft' && standingOf(doc, { kind: 'publish', proposals: [id] }, serverNow()) !== 'refused';

export const reviewing: readonly Command[] = [
  about('accept', { icon: 'check', isMain: true }, mayDecide, (at, { id }) =>
    decide(at, { kind: 'decide', proposal: id, verdict: 'accepted', reason: null }),
  ),
  about('reject', { icon: 'close' }, mayDecide, ({ screen }, { id }) => screen.ask({ for: 'reject', id })),
  about('withdraw', { icon: 'undo', name: (t) => t('name.withdraw') }, mayWithdraw, (at, { id }) =>
    decide(at, { kind: 'withdraw', proposal: id }),
  ),
  about('publish', { icon: 'people', name: (t) => t('name.publish') }, mayPublish, ({ doc, screen }, draft) =>
    screen.ask({ for: 'publish', drafts: withGround(doc, draft).map(({ id }) => id) }),
  ),
  about('discard', { icon: 'undo', name: (t) => t('name.discard') }, mayDiscard, (at, { id }) =>
    decide(at, { kind: 'withdraw', proposal: id }),
  ),
];
