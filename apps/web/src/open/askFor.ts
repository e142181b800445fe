// Asks for an edit and says what came of it, where the screen itself does not show it.
import type { Edit } from '@counterpoint/shared';
import i18next from 'i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';
import { nameOfDeed, toldDone } from './describe.ts';
import type { MapSession } from './mapSession.ts';
import { standingOf } from './openMap.ts';

type Asker = Pick<MapSession, 'doc' | 'screen'>;

/** True when the edit was taken, as a change or as a proposal. What was done is told to those who hear the page. */
export function askFor(
  { doc, screen }: Asker,
  edit: Edit | undefined,
  tell = (done: string) => screen.getState().say(done),
): boolean {
  if (!edit) return false;
  const { view } = doc.getState();
  const reviewed = standingOf(doc.getState(), edit, Date.now()) === 'proposal';
  const result = doc.getState().edit(edit);
  if (result.ok && reviewed) toast(i18next.t('proposed', { ns: 'commands' }));
  else if (result.ok) tell(toldDone(i18next.getFixedT(null, 'edits'), edit, view, doc.getState().view));
  else if (result.refusal.code !== 'no-change') toast(refusalText(result.refusal), { problem: true });
  return result.ok;
}

/** Removes a claim, or this use of it, with a way back. */
export function removeWithUndo(session: Asker, edit: Edit): void {
  const text = i18next.t('title.undo', { ns: 'commands' });
  askFor(session, edit, (done) => toast(done, { action: { text, onSelect: () => undo(session) } }));
}

export const undo = (session: Asker): void => stepped(session, 'undo');
export const redo = (session: Asker): void => stepped(session, 'redo');

function stepped({ doc, screen }: Asker, which: 'undo' | 'redo'): void {
  const { undoes } = doc.getState();
  const result = doc.getState()[which]();
  const step = which === 'undo' ? undoes : doc.getState().undoes;
  const what = step ? nameOfDeed(step) : '';
  if (result.ok) screen.getState().say(i18next.t(`done.${which}`, { ns: 'commands', what }));
  else if (result.refusal.code !== 'no-change') toast(i18next.t('undoImpossible', { ns: 'commands' }));
}
