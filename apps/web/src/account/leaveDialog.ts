import { fetchLaterWords } from '../i18n/i18n.ts';

/** Seldom asked for: a script of its own, with its words. */
export const leaveDialog = async () => {
  const [{ LeaveDialog }] = await Promise.all([import('./LeaveDialog.tsx'), fetchLaterWords()]);
  return LeaveDialog;
};
