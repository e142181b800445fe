// Asks for an edit and says what came of it, where the screen itself does not show it.
import { isKeptBack, type Edit } from '@counterpoint/shared';
import i18next from 'i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';
import { nameOfDeed, toldDone } from './describe.ts';
import { asKept } from './keeping.ts';
import type { MapSession } from './mapSession.ts';
import { standingOf } from './openMap.ts';
import { serverNow } from './serverTime.ts';

type Asker = Pick<MapSession, 'doc' | 'screen'>;

/**
 * True when the edit was taken, as a change or as a proposal; `taken` is what follows then, at once or after its author has
 * read how the map is moderated. What was done is told to those who hear the page.
 */
export function askFor(
  session: Asker,
  edit: Edit | undefined,
  taken?: () => void,
  tell = (done: string) => session.screen.getState().say(done),
): boolean {
  if (!edit || isHeldBack(session, edit, () => void askFor(session, edit, taken, tell))) return false;
  const { doc } = session;
  const { view } = doc.getState();
  const sent = asKept(doc.getState(), edit, serverNow());
  const reviewed = standingOf(doc.getState(), sent, serverNow()) === 'proposal';
  const result = doc.getState().edit(sent);
  if (result.ok && reviewed) toast(i18next.t('proposed', { ns: 'commands' }));
  else if (result.ok) tell(toldDone(i18next.getFixedT(null, 'edits'), sent, view, doc.getState().view));
  else if (result.refusal.code !== 'no-change') toast(refusalText(result.refusal), { problem: true });
  if (result.ok) taken?.();
  return result.ok;
}

/**
 * [P17] Whether an edit would be the first of this person's to wait in this map, and they have not read here how it is
 * moderated: that is shown now, over whatever is open, and `go` follows when they go on. Words stay where they were typed.
 */
export function isHeldBack({ doc, screen }: Asker, edit: Edit, go: () => void): boolean {
  const { policyRead, asking, ask } = screen.getState();
  if (policyRead || hasProposed(doc.getState())) return false;
  if (standingOf(doc.getState(), edit, serverNow()) !== 'proposal') return false;
  // The field that is left for the question asks once more.
  if (asking?.for !== 'first-proposal') ask({ for: 'first-proposal', go, over: asking });
  return true;
}

function hasProposed({ view, participant }: ReturnType<Asker['doc']['getState']>): boolean {
  for (const one of view.proposals.values()) if (one.by === participant && !isKeptBack(one)) return true;
  return false;
}

/** Of what takes something out of sight, or was done by a gesture that may slip: with a way back. */
export function askWithUndo(session: Asker, edit: Edit | undefined, taken?: () => void): boolean {
  const text = i18next.t('title.undo', { ns: 'commands' });
  const tell = (done: string): void => {
    const { undoes } = session.doc.getState();
    // Only this: what was done since is not what the message tells of.
    const onSelect = (): void => {
      if (session.doc.getState().undoes === undoes) undo(session);
      else toast(i18next.t('undoPassed', { ns: 'commands' }));
    };
    toast(done, { action: { text, onSelect } });
  };
  return askFor(session, edit, taken, tell);
}

export const undo = (session: Asker): void => stepped(session, 'undo');
export const redo = (session: Asker): void => stepped(session, 'redo');

function stepped(session: Asker, which: 'undo' | 'redo'): void {
  const { doc, screen } = session;
  const next = doc.getState().next(which);
  if (next.ok && isHeldBack(session, next.value, () => stepped(session, which))) return;
  const { undoes } = doc.getState();
  const result = doc.getState()[which]();
  const step = which === 'undo' ? undoes : doc.getState().undoes;
  const what = step ? nameOfDeed(step) : '';
  if (result.ok) screen.getState().say(i18next.t(`done.${which}`, { ns: 'commands', what }));
  else if (result.refusal.code !== 'no-change') toast(i18next.t('undoImpossible', { ns: 'commands' }));
}
