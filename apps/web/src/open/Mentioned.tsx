import { mentionsOf, type FindMentions, type Id } from '@counterpoint/shared';
import { Fragment, useMemo } from 'react';
import { useDoc } from './openMap.ts';

/** Finds whom a text names, of the people of this map. */
export function useMentions(): FindMentions {
  const participants = useDoc(({ view }) => view.participants);
  return useMemo(() => mentionsOf(participants.values()), [participants]);
}

interface MentionedProps {
  text: string;
  find: FindMentions;
  me: Id | null;
}

/** A text in which whoever is named stands out; oneself a little more. */
export function Mentioned({ text, find, me }: MentionedProps) {
  const mentions = find(text);
  return (
    <>
      {mentions.map(({ start, end, who }, i) => (
        <Fragment key={start}>
          {text.slice(mentions[i - 1]?.end ?? 0, start)}
          <span className="mention" data-me={(me !== null && who.includes(me)) || undefined}>
            {text.slice(start, end)}
          </span>
        </Fragment>
      ))}
      {text.slice(mentions.at(-1)?.end ?? 0)}
    </>
  );
}
