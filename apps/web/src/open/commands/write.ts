// Commands that open a field: the words come next.
import { relationOf, type Relation } from '@counterpoint/shared';
import {
  allows,
  argumentOf,
  claimOf,
  command,
  isReference,
  type At,
  type Command,
  type CommandId,
} from '../command.ts';
import { addDraft, newDraft, type Draft } from '../drafts.ts';
import type { Key } from '../keys.ts';
import { wordingWaits } from '../proposals.ts';
import { startEditing, startNew } from '../writing.ts';

interface Writes {
  readonly as: Draft['as'];
  /** Of the new claim; null for that of the claim beside it. */
  readonly relation: Relation | null;
  readonly keys: readonly Key[];
  readonly isTool?: true;
  readonly name?: Command['name'];
}

function writes(id: CommandId, { as, relation, keys, isTool, ...rest }: Writes): Command {
  const draftAt = (at: At): Draft =>
    at.id === null ? newDraft('thesis', null, 'thesis') : newDraft(as, at.id, relation ?? relationAt(at));
  /** With nothing selected, what stands beside is a thesis. */
  const isHere = (at: At): boolean => at.id !== null || as === 'sibling';
  return command(
    id,
    { group: 'write', icon: 'plus', sign: relation ?? undefined, keys, isTool, ...rest },
    (at) => isHere(at) && allows(at, addDraft(at.doc.view, draftAt(at), '…')),
    (at) => startNew(at.session, draftAt(at)),
  );
}

function relationAt(at: At): Relation {
  const argument = argumentOf(at)?.argument;
  return argument ? relationOf(argument) : 'thesis';
}

/** A claim that is used once more is answered where it is at home. */
const atHome = (one: Command): Command => ({ ...one, offered: (at) => !isReference(at) && one.offered(at) });

export const reword = command(
  'edit',
  { group: 'write', icon: 'edit', keys: ['F2', 'Space'] },
  (at) => {
    const claim = claimOf(at);
    const edit =
      claim && ({ kind: 'reword', claim: claim.id, text: `${claim.text}…`, was: claim.text } as const);
    return !wordingWaits(at) && allows(at, edit);
  },
  ({ session, id }) => id !== null && startEditing(session, id),
);

export const writing: readonly Command[] = [
  reword,
  atHome(writes('support', { as: 'reply', relation: 'support', keys: ['P', 'Tab'], isTool: true })),
  atHome(writes('rebut', { as: 'reply', relation: 'rebut', keys: ['C'], isTool: true })),
  writes('undercut', {
    as: 'reply',
    relation: 'undercut',
    keys: ['U'],
    isTool: true,
    name: (t) => t('name.undercut'),
  }),
  writes('andAlso', {
    as: 'joint',
    relation: null,
    keys: ['A'],
    isTool: true,
    name: (t) => t('name.andAlso'),
  }),
  writes('sibling', { as: 'sibling', relation: null, keys: ['Enter'] }),
];
