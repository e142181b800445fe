// Commands about the map as a whole, and the steps in it that the shown view takes by itself.
import { isLive, may } from '@counterpoint/shared';
import { redo, undo } from '../askFor.ts';
import { command, type At, type Command, type CommandId } from '../command.ts';
import { nameOfUndone } from '../describe.ts';
import type { Key } from '../keys.ts';
import type { Asking } from '../screenStore.ts';
import type { Camera, StepName } from '../hands.ts';
import { isNarrow } from '../../ui/isNarrow.ts';
import { A_CLAIM, draftOf } from '../keeping.ts';
import { SOURCE_VIEW } from '../links.ts';
import { standingOf } from '../openMap.ts';
import { serverNow } from '../serverTime.ts';
import { stoppedIn } from '../stopped.ts';
import { isSideOpen } from '../showPassage.ts';
import { teamsOf } from '../teams.ts';
import { startThesis } from '../writing.ts';
import { aboveOf, hasReplies } from '../branches.ts';

const mayEdit = ({ doc }: At): boolean => doc.ended === null && may(doc.role, 'edit', doc.view.info.access);

/** [P23] [P25] A phase says in the strip what it allows; who is stopped reads it over the map, and writes for themselves. */
function mayWrite(at: At): boolean {
  const stopped = stoppedIn(at.doc);
  return mayEdit(at) && (stopped === null || (stopped.by !== 'archive' && at.doc.keeping === 'self'));
}

/** Ask whether somebody may, and are never sent. */
const A_NOTE = draftOf(A_CLAIM, 'self');
const A_ROUND = { kind: 'begin-round', round: '', edition: '', question: '…', labels: ['…'] } as const;

type Plain = Exclude<
  Asking['for'],
  | 'text'
  | 'claim'
  | 'first-proposal'
  | 'merge'
  | 'split'
  | 'move'
  | 'join'
  | 'link-support'
  | 'link-rebut'
  | 'export'
  | 'reject'
  | 'publish'
  | 'flag'
  | 'code'
>;

const asks = (
  id: CommandId & Plain,
  rest: Partial<Command>,
  offered: (at: At) => boolean = () => true,
): Command => command(id, { group: 'page', ...rest }, offered, ({ screen }) => screen.ask({ for: id }));

const steps = (step: CommandId & StepName, keys: readonly Key[]): Command =>
  command(
    step,
    { group: 'steps', keys },
    ({ screen }) => screen.hands?.steps.includes(step) ?? false,
    ({ screen }) => screen.hands?.step(step),
  );

const zooms = (id: CommandId, keys: readonly Key[], act: (camera: Camera) => void): Command =>
  command(
    id,
    { group: 'steps', keys },
    ({ screen }) => screen.hands?.camera !== undefined,
    ({ screen }) => screen.hands?.camera && act(screen.hands.camera),
  );

export const page: readonly Command[] = [
  command('thesis', { group: 'page', icon: 'plus' }, mayWrite, ({ session }) => startThesis(session)),
  command(
    'undo',
    {
      group: 'page',
      icon: 'undo',
      keys: ['Mod+Z'],
      reach: 'page',
      title: (t, { doc: { undoes, view } }) =>
        undoes ? t('title.undoOf', { what: nameOfUndone(undoes, view) }) : t('title.undo'),
    },
    ({ doc }) => doc.canUndo,
    ({ session }) => undo(session),
  ),
  command(
    'redo',
    { group: 'page', icon: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], reach: 'page' },
    ({ doc }) => doc.canRedo,
    ({ session }) => redo(session),
  ),
  asks('palette', { icon: 'search', keys: ['Mod+K'], reach: 'fields' }),
  asks('search', { icon: 'search', keys: ['/'], reach: 'page' }),
  asks('keys', { keys: ['?'], reach: 'page' }),
  command('foldAll', { group: 'page', icon: 'fold' }, ({ doc }) => doc.view.claims.size > 1, foldAll),
  command(
    'unfoldAll',
    { group: 'page', icon: 'unfold' },
    ({ doc }) => doc.view.claims.size > 1,
    ({ screen }) => screen.foldAll([]),
  ),
  command(
    'beside',
    { group: 'page', icon: 'text', keys: ['T'], reach: 'page' },
    ({ screen, doc }) => screen.view !== SOURCE_VIEW && doc.view.sources.size > 0 && !isNarrow(),
    ({ screen }) => screen.openSide(!isTextBeside(screen), SOURCE_VIEW),
  ),
  command('addText', { group: 'page', icon: 'plus' }, mayWrite, ({ screen }) =>
    screen.ask({ for: 'text', source: null }),
  ),
  asks('rules', { icon: 'settings' }, ({ doc }) => doc.view.sources.size > 0),
  asks('policy', { icon: 'check' }),
  asks('moderation', { icon: 'settings' }, ({ doc }) => may(doc.role, 'manage')),
  asks('strength', { icon: 'settings' }, ({ doc }) => may(doc.role, 'manage')),
  asks('tasks', { icon: 'check' }, ({ doc }) => may(doc.role, 'manage')),
  asks('groups', { icon: 'people' }, ({ doc }) => may(doc.role, 'manage')),
  asks(
    'round',
    { icon: 'people' },
    ({ doc }) => doc.view.sources.size > 0 && standingOf(doc, A_ROUND, 0) === 'change',
  ),
  command(
    'keepBack',
    {
      group: 'page',
      icon: 'lock',
      title: (t, { doc }) => t(doc.keeping === 'self' ? 'title.keepNot' : 'title.keepBack'),
    },
    ({ doc }) => doc.participant !== null && standingOf(doc, A_NOTE, serverNow()) !== 'refused',
    ({ doc }) => doc.keep(doc.keeping === 'self' ? null : 'self'),
  ),
  asks('removed', { icon: 'history' }, mayEdit),
  command(
    'export',
    { group: 'page', icon: 'download' },
    () => true,
    ({ screen }) => screen.ask({ for: 'export', branch: null }),
  ),
  asks('share', { icon: 'share' }, ({ doc }) => doc.role !== null),
  asks('settings', { icon: 'settings' }, ({ doc }) => may(doc.role, 'manage')),
  asks('sides', { icon: 'people' }, ({ doc }) => teamsOf(doc.view).length > 0),
  asks('import', { icon: 'upload' }, ({ doc }) => doc.role !== null),
];

const isTextBeside = (screen: At['screen']): boolean =>
  isSideOpen(screen) && (screen.sideTab ?? SOURCE_VIEW) === SOURCE_VIEW;

/** The selection goes to the thesis above it, which stays in sight. */
function foldAll({ doc: { view }, screen }: At): void {
  screen.foldAll([...view.claims.keys()].filter((claim) => isLive(view, claim) && hasReplies(view, claim)));
  if (screen.selected === null) return;
  let top = screen.selected;
  for (let above = aboveOf(view, top); above !== null; above = aboveOf(view, above)) top = above;
  screen.select(top);
}

export const stepping: readonly Command[] = [
  steps('left', ['ArrowLeft']),
  steps('right', ['ArrowRight']),
  steps('up', ['ArrowUp']),
  steps('down', ['ArrowDown']),
  steps('first', ['Home']),
  steps('last', ['End']),
  steps('pageUp', ['PageUp']),
  steps('pageDown', ['PageDown']),
  steps('unfoldSiblings', ['*']),
  steps('leave', ['Escape']),
  command(
    'menu',
    { group: 'steps', keys: ['M', 'Shift+F10', 'ContextMenu'] },
    ({ id }) => id !== null,
    ({ screen, id }) => id !== null && screen.hands?.openMenu(id),
  ),
  zooms('zoomIn', ['+', '='], (camera) => camera.zoomBy(1.25)),
  zooms('zoomOut', ['-'], (camera) => camera.zoomBy(0.8)),
  zooms('actualSize', ['Z'], (camera) => camera.actualSize()),
  zooms('fit', ['F'], (camera) => camera.fit()),
];
