import { unreadTalk, unreadWords, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useReading } from './openMap.ts';

/** What of a claim this person has not read: whether its words are new or other words, and how many comments. */
export function useUnread(claim: Id): { readonly words: 'new' | 'reworded' | null; readonly talk: number } {
  const reading = useReading((state) => state.reading);
  const words = useDoc(({ view }) => {
    const it = view.claims.get(claim);
    return it && reading ? unreadWords(it, reading) : null;
  });
  const talk = useDoc(({ view }) => (reading ? unreadTalk(view, claim, reading) : 0));
  return { words, talk };
}

/** A filled dot for what is new, a ring for what has other words. Who hears the page has it in the name of the claim. */
export function UnreadDot({ words }: { words: 'new' | 'reworded' }) {
  const { t } = useTranslation('map');
  return <span className="unread-dot" data-words={words} aria-hidden title={t(`unread.${words}`)} />;
}
