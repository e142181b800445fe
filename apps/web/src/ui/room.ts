// How much a field still holds. Nothing that was typed or pasted is cut: it is told how much is too much, and waits.
import i18next from 'i18next';
import { toast } from './toast.ts';

/** How many characters are left for a text; negative when so many are too many. */
export type Room = (text: string) => number;

/** From here on the room that is left is told, and where little fits, once most of it is written. */
const NEAR = 100;

export const isOver = (text: string, room: Room | undefined): boolean => room !== undefined && room(text) < 0;

/** What there is to say about the length of a text; null while there is enough room. */
export function roomText(text: string, room: Room | undefined): string | null {
  const left = room?.(text) ?? Infinity;
  if (left > NEAR || 4 * left > text.length) return null;
  return left < 0
    ? i18next.t('room.over', { ns: 'common', count: -left })
    : i18next.t('room.left', { ns: 'common', count: left });
}

/** Whether a text may be sent; says why when it may not. */
export function fits(text: string, room: Room | undefined): boolean {
  if (!isOver(text, room)) return true;
  toast(i18next.t('room.notSent', { ns: 'common', over: roomText(text, room) ?? '' }), { problem: true });
  return false;
}
