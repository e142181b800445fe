// Branches on the clipboard: plain text for everywhere, which is a branch again when it comes back.
import {
  addList,
  againstArgument,
  asReply,
  asThesis,
  branchIn,
  branchText,
  isLive,
  MOST_PARTS,
  moveUnder,
  type Aim,
  type Edit,
  type Id,
  type Listed,
} from '@counterpoint/shared';
import i18next from 'i18next';
import { toast } from '../ui/toast.ts';
import { askFor } from './askFor.ts';
import { argumentOf, claimOf, type At } from './command.ts';
import { listIn } from './listIn.ts';
import { newId } from './newId.ts';
import { ROOM } from './rooms.ts';

export const copied = ({ doc, id }: At): string => (id === null ? '' : branchText(doc.view, id));

/** Puts what was cut, or what a text says, beneath the selected claim; with nothing selected as theses. */
export function paste(at: At, text: string): void {
  const { session, screen, doc } = at;
  const cut = screen.cut;
  if (cut !== null && isLive(doc.view, cut) && branchText(doc.view, cut) === text) {
    askFor(session, moved(at, cut), () => screen.take(null));
    return;
  }
  const items = branchIn(text) ?? listIn(text) ?? [{ text: text.trim(), depth: 0 }];
  const problem = problemOf(items);
  if (problem !== undefined) {
    toast(problem, { problem: true });
    return;
  }
  const claim = newId();
  const aim = aimAt(at, items[0]?.relation);
  const to = aim ? asReply(doc.view, aim, newId) : asThesis(doc.view);
  askFor(session, addList(doc.view, { claim, to }, items, newId), () => screen.goTo(claim));
}

function moved(at: At, cut: Id): Edit | undefined {
  const argument = argumentOf({ ...at, id: cut })?.argument;
  const aim = aimAt(at, argument?.direction ?? 'support');
  return aim && moveUnder(at.doc.view, cut, aim, newId);
}

function aimAt(at: At, relation: Listed['relation']): Aim | undefined {
  const claim = claimOf(at);
  const argument = argumentOf(at)?.argument;
  if (!claim) return undefined;
  if (relation === 'undercut' && argument) return againstArgument(argument.id);
  return { direction: relation === 'rebut' ? 'rebut' : 'support', target: { kind: 'claim', id: claim.id } };
}

function problemOf(items: readonly Listed[]): string | undefined {
  const t = i18next.getFixedT(null, 'commands');
  if (items.every(({ text }) => text.trim() === '')) return t('paste.nothing');
  if (items.length > MOST_PARTS) return t('paste.tooMany', { count: items.length, most: MOST_PARTS });
  const long = items.findIndex(({ text }) => ROOM.claim(text) < 0);
  return long < 0
    ? undefined
    : t('paste.tooLong', { nth: long + 1, count: -ROOM.claim(items[long]?.text ?? '') });
}
