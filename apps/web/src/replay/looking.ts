// What can be done in the past: to look around.
import type { CommandId } from '../open/command.ts';
import type { House } from '../open/house.ts';

const LOOKING: readonly string[] = [
  'fold', 'unfold', 'focus', 'unfocus', 'goHome', 'otherPlace', 'foldAll', 'unfoldAll',
  'left', 'right', 'up', 'down', 'first', 'last', 'pageUp', 'pageDown', 'unfoldSiblings', 'leave', 'menu',
  'zoomIn', 'zoomOut', 'actualSize', 'fit',
] satisfies readonly CommandId[]; // prettier-ignore

/** What is said of a claim now, such as votes and grades, is not said of it then. */
export const lookingOnly = ({ whileWriting: _, ...house }: House): House => ({
  ...house,
  commands: house.commands.filter(({ id }) => LOOKING.includes(id)),
  panes: [],
  onClaim: [],
});
