// Asks for an edit and says what came of it, where the screen itself does not show it.
import { standing, type Edit } from '@counterpoint/shared';
import i18next from 'i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';
import type { MapSession } from './mapSession.ts';

interface Telling {
  /** What is said when it was done at once; nothing where the screen shows it. */
  readonly done?: string;
  /** Says what was done or waits, in place of a message: a live region, say. */
  readonly say?: (text: string) => void;
}

/** True when the edit was taken, as a change or as a proposal; a refusal has been shown otherwise, with its cause. */
export function askFor(
  { doc }: Pick<MapSession, 'doc'>,
  edit: Edit | undefined,
  { done, say = toast }: Telling = {},
): boolean {
  if (!edit) return false;
  const { view, participant } = doc.getState();
  const waits = standing(view, edit, participant, Date.now()) === 'proposal';
  const result = doc.getState().edit(edit);
  if (result.ok) {
    const said = waits ? i18next.t('proposed', { ns: 'map' }) : done;
    if (said !== undefined) say(said);
  } else if (result.refusal.code !== 'no-change') toast(refusalText(result.refusal), { problem: true });
  return result.ok;
}

/** Removes a claim, or this use of it, with a way back. */
export function removeWithUndo(session: Pick<MapSession, 'doc'>, edit: Edit): void {
  const { view, participant } = session.doc.getState();
  const now = standing(view, edit, participant, Date.now()) === 'change';
  if (!askFor(session, edit) || !now) return;
  const text = i18next.t('undo', { ns: 'map' });
  toast(i18next.t('removed', { ns: 'map' }), { action: { text, onSelect: () => undo(session) } });
}

export function undo({ doc }: Pick<MapSession, 'doc'>): void {
  const result = doc.getState().undo();
  if (!result.ok && result.refusal.code !== 'no-change') toast(i18next.t('undoImpossible', { ns: 'map' }));
}

export function redo({ doc }: Pick<MapSession, 'doc'>): void {
  const result = doc.getState().redo();
  if (!result.ok && result.refusal.code !== 'no-change') toast(i18next.t('undoImpossible', { ns: 'map' }));
}
