import { useId } from 'react';
import { isOver, roomText, type Room } from './room.ts';

/** What a field says about the length of its text, and how the field is tied to the line that says it. */
export function useRoom(text: string, room: Room | undefined) {
  const id = useId();
  const said = roomText(text, room);
  const over = isOver(text, room);
  return {
    line:
      said === null ? null : (
        <p className="room-line" id={id} data-over={over || undefined}>
          {said}
        </p>
      ),
    described: {
      'aria-describedby': said === null ? undefined : id,
      'aria-invalid': over ? (true as const) : undefined,
    },
  };
}
