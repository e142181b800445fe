import { useStore } from 'zustand';
import type { CardBox } from '@counterpoint/shared';
import type { CardCommand } from '../open/cardCommands.ts';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { placeOfCard, placeOfDraft, placeOfWording } from '../open/placesOfWords.ts';

/** What opens the field again in which words about a card wait; undefined while none do, or it is open. */
export function useUnsent({ claim, argument, reference }: CardBox): CardCommand | undefined {
  const { typed } = useOpenMap();
  const open = useScreen(placeOfCard);
  return useStore(typed, (all) => {
    const waits = (place: string) => place !== open && all.has(place);
    const reply = (direction: 'support' | 'rebut', kind: 'claim' | 'argument', id: string) =>
      placeOfDraft({ at: 'argument', argument: '', order: '', direction, target: { kind, id } });
    if (!reference) {
      if (waits(placeOfWording(claim, 'card'))) return 'edit';
      if (waits(reply('support', 'claim', claim))) return 'support';
      if (waits(reply('rebut', 'claim', claim))) return 'rebut';
    }
    if (argument === null) return undefined;
    if (waits(reply('rebut', 'argument', argument))) return 'undercut';
    return waits(placeOfDraft({ at: 'premise', argument, order: '' })) ? 'andAlso' : undefined;
  });
}
