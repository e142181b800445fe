// What a person can do in a map, as values: menus, buttons, keys, help and palette read the one list (House.commands).
import { may, standpointOf, type Claim, type Edit, type Id, type Relation } from '@counterpoint/shared';
import i18next, { type TFunction } from 'i18next';
import type { InterfaceWords } from '../i18n/words.ts';
import type { IconName } from '../ui/Icon.tsx';
import { askFor } from './askFor.ts';
import { isComposing } from '../ui/isComposing.ts';
import { isLetter, isPress, type Key } from './keys.ts';
import type { MapSession } from './mapSession.ts';
import type { MapState } from './mapStore.ts';
import { standingOf } from './openMap.ts';
import { isOn } from './preferences.ts';
import { bringing, proposalsOn } from './proposals.ts';
import type { ScreenState } from './screenStore.ts';
import { serverNow } from './serverTime.ts';

export type Words = TFunction<'commands'>;

/** Menus and help part the commands by these, in this order. */
export const GROUPS = [
  'decide',
  'write',
  'place',
  'link',
  'clip',
  'look',
  'remove',
  'page',
  'steps',
] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  readonly id: string;
  /** In the language of `t`; the palette finds a command in both. */
  readonly title: (t: Words, at: At) => string;
  /** On a button, where there is little room; the title when it is left out. */
  readonly name?: ((t: Words) => string) | undefined;
  readonly group: Group;
  readonly icon?: IconName | undefined;
  readonly sign?: Relation | undefined;
  /** The first is shown in menus. */
  readonly keys: readonly Key[];
  /** A button of its own beside what is selected. */
  readonly isTool?: true | undefined;
  /** The one to press next. */
  readonly isMain?: true | undefined;
  /** The browser's own event that its key makes; the page hears that and not the key. */
  readonly event?: 'copy' | 'cut' | 'paste' | undefined;
  /** Where its keys work beside the view: all over the page, in text fields too or not. */
  readonly reach?: 'page' | 'fields' | undefined;
  /** Whether it makes sense here and may be asked for; the rules have the last word. */
  readonly offered: (at: At) => boolean;
  readonly run: (at: At) => void;
}

/** What a command is asked about: a premise, or with null the map as a whole. */
export interface At {
  readonly session: MapSession;
  readonly doc: MapState;
  readonly screen: ScreenState;
  readonly id: Id | null;
}

export const at = (session: MapSession, id: Id | null): At => ({
  session,
  doc: session.doc.getState(),
  screen: session.screen.getState(),
  id,
});

export const wordsIn = (language?: string): Words => i18next.getFixedT(language ?? null, 'commands');

/** Does it, or says that it cannot be done here. */
export function run(command: Command, session: MapSession, id: Id | null): void {
  const here = at(session, id);
  if (command.offered(here)) command.run(here);
  else session.screen.getState().say(wordsIn()('cannot'));
}

/** The claim that a premise stands for. */
export function claimOf({ doc: { view }, id }: Pick<At, 'doc' | 'id'>): Claim | undefined {
  return id === null ? undefined : view.claims.get(view.references.get(id)?.claim ?? id);
}

export const argumentOf = ({ doc: { view }, id }: Pick<At, 'doc' | 'id'>) =>
  id === null ? undefined : standpointOf(view, id);

export const isReference = ({ doc: { view }, id }: Pick<At, 'doc' | 'id'>): boolean =>
  id !== null && view.references.has(id);

/** Whether this person may ask for the edit, as a change or as a proposal. */
export function allows({ doc, id }: At, edit: Edit | undefined): edit is Edit {
  if (!edit || doc.ended !== null) return false;
  if (standingOf(doc, edit, serverNow()) === 'refused') return false;
  // What only a proposal holds is not in the map yet: others decide on it first, its author goes on writing.
  return (
    !may(doc.role, 'review') ||
    !proposalsOn(doc, id).some((proposal) => proposal.state === 'pending' && bringing(proposal, id))
  );
}

type Plain = Pick<Command, 'group'> &
  Partial<
    Pick<Command, 'icon' | 'sign' | 'name' | 'keys' | 'isTool' | 'isMain' | 'reach' | 'event' | 'title'>
  >;
/** The commands that have their words in commands.json. */
export type CommandId = keyof InterfaceWords['commands']['title'];

/** One that looks, or asks something first. */
export const command = (
  id: CommandId,
  { keys = [], ...rest }: Plain,
  offered: Command['offered'],
  act: Command['run'],
): Command => ({ id, title: (t) => t(`title.${id}`), keys, ...rest, offered, run: act });

/** One that is an edit and nothing else: offered where there is one that may be asked for. */
export const editing = (id: CommandId, rest: Plain, edit: (at: At) => Edit | undefined): Command =>
  command(
    id,
    rest,
    (here) => allows(here, edit(here)),
    (here) => void askFor(here.session, edit(here)),
  );

export const isTool = (one: Command): boolean => one.isTool === true;

/** The command that a press of a key means here: one that is offered, or one that will say that it cannot be done. */
export function pressed(event: KeyboardEvent, commands: readonly Command[], here: At): Command | undefined {
  if (isComposing(event)) return undefined;
  const letters = isOn('letterKeys');
  const meant = commands.filter(
    ({ keys, event: own }) =>
      own === undefined && keys.some((key) => (letters || !isLetter(key)) && isPress(event, key)),
  );
  return (
    meant.find((one) => one.offered(here)) ?? meant.find(({ group }) => group !== 'page' && group !== 'steps')
  );
}
