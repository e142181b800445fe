// Commands that give a claim another place, or take it away.
import {
  indent,
  makeThesis,
  moveBy,
  outdent,
  takeAway,
  takeOut,
  turned,
  type Claim,
  type Edit,
  type Id,
} from '@counterpoint/shared';
import { askWithUndo } from '../askFor.ts';
import { aboveOf, isThere } from '../branches.ts';
import {
  allows,
  argumentOf,
  claimOf,
  command,
  editing,
  isReference,
  type At,
  type Command,
} from '../command.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Key } from '../keys.ts';
import { newId } from '../newId.ts';
import { bringing, mayDiscard, proposalsOn, wordingWaits } from '../proposals.ts';

/** The edit at a premise; none for the map as a whole. */
const of =
  (edit: (at: At & { readonly id: Id }) => Edit | undefined) =>
  (at: At): Edit | undefined =>
    at.id === null ? undefined : edit({ ...at, id: at.id });

const move = of(({ doc, id }) => takeAway(doc.view, id));

/** What only a draft of mine holds goes with the draft. */
const leave = of((at) => {
  const draft = proposalsOn(at.doc, at.id).find((one) => mayDiscard(one, at.doc) && bringing(one, at.id));
  return draft ? { kind: 'withdraw', proposal: draft.id } : takeAway(at.doc.view, at.id);
});

/** One that asks where: it may be asked for whoever may take the claim from its place. */
const asksWhere = (id: 'move' | 'join', icon?: 'move'): Command =>
  command(
    id,
    { group: 'place', icon },
    (at) => allows(at, move(at)),
    ({ screen, id: premise }) => premise !== null && screen.ask({ for: id, id: premise }),
  );

/** One that makes one claim of two, or two of one: of the claim itself, where it is at home. */
const parts = (id: 'merge' | 'split', icon: IconName, key: Key, edit: (claim: Claim) => Edit): Command =>
  command(
    id,
    { group: 'place', icon, keys: [key] },
    (at) => {
      const claim = isReference(at) ? undefined : claimOf(at);
      return claim !== undefined && !wordingWaits(at) && allows(at, edit(claim));
    },
    ({ screen, id: claim }) => claim !== null && screen.ask({ for: id, id: claim }),
  );

const links = (id: 'link-support' | 'link-rebut'): Command =>
  command(
    id,
    { group: 'link', icon: 'link' },
    (at) =>
      !isReference(at) &&
      allows(
        at,
        of(({ id: claim }) => ({
          kind: 'add-reference',
          reference: claim,
          claim,
          to: {
            at: 'argument',
            argument: claim,
            direction: 'support',
            target: { kind: 'claim', id: claim },
            order: 'a0',
          },
        }))(at),
      ),
    ({ screen, id: premise }) => premise !== null && screen.ask({ for: id, id: premise }),
  );

export const placing: readonly Command[] = [
  asksWhere('move', 'move'),
  asksWhere('join'),
  editing(
    'takeOut',
    { group: 'place' },
    of((at) => ((argumentOf(at)?.premises.length ?? 0) > 1 ? takeOut(at.doc.view, at.id, newId) : undefined)),
  ),
  editing('turn', { group: 'place', icon: 'swap' }, (at) => {
    const argument = argumentOf(at)?.argument;
    return argument?.target.kind === 'claim' ? turned(argument) : undefined;
  }),
  editing(
    'makeThesis',
    { group: 'place', icon: 'dot' },
    of((at) => (argumentOf(at) && !isReference(at) ? makeThesis(at.doc.view, at.id) : undefined)),
  ),
  editing(
    'moveUp',
    { group: 'place', icon: 'up', keys: ['Alt+ArrowUp'] },
    of(({ doc, id }) => moveBy(doc.view, id, -1)),
  ),
  editing(
    'moveDown',
    { group: 'place', icon: 'down', keys: ['Alt+ArrowDown'] },
    of(({ doc, id }) => moveBy(doc.view, id, 1)),
  ),
  editing(
    'indent',
    { group: 'place', icon: 'right', keys: ['Alt+Shift+ArrowRight'] },
    of(({ doc, id }) => indent(doc.view, id, newId)),
  ),
  editing(
    'outdent',
    { group: 'place', icon: 'left', keys: ['Alt+Shift+ArrowLeft'] },
    of(({ doc, id }) => outdent(doc.view, id, newId)),
  ),
  parts('merge', 'merge', 'J', ({ id }) => ({ kind: 'merge-claim', claim: id, into: id, reference: id })),
  parts('split', 'split', 'S', ({ id, text }) => ({
    kind: 'split-claim',
    claim: id,
    was: text,
    text,
    as: 'own',
    parts: [],
  })),
  links('link-support'),
  links('link-rebut'),
];

export const removal = command(
  'remove',
  {
    group: 'remove',
    icon: 'trash',
    keys: ['Delete', 'Backspace'],
    title: (t, at) => t(isReference(at) ? 'title.dropReference' : 'title.remove'),
  },
  (at) => allows(at, leave(at)),
  (at) => {
    const edit = leave(at);
    if (!edit || at.id === null) return;
    askWithUndo(at.session, edit);
    // A removal that waits for a moderator leaves the card where it is.
    if (!isThere(at.session.doc.getState().view, at.id)) at.screen.select(aboveOf(at.doc.view, at.id));
  },
);
