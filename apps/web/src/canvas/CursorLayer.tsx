// The pointers of others. They move ten times a second, so they are placed by hand and React never hears of it.
import type { Point } from '@counterpoint/shared';
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { colourOf } from '../ui/colours.ts';
import { useOpenMap } from '../open/openMap.ts';
import { seedOf, type Cursors } from '../open/peopleStore.ts';

const RESTS_MS = 4_000;

export function CursorLayer({ origin }: { origin: Point }) {
  const layer = useRef<HTMLDivElement>(null);
  const { people, doc } = useOpenMap();
  const flow = useStoreApi();

  useEffect(() => {
    const sheet = layer.current;
    if (!sheet) return undefined;
    const marks = new Map<number, HTMLElement>();
    let cursors: Cursors = new Map();
    const nameOf = (participant: string | null): string =>
      (participant !== null && doc.getState().view.participants.get(participant)?.name) || '';
    const place = (): void => {
      const { transform: [x, y, zoom] } = flow.getState(); // prettier-ignore
      for (const [tab, { cursor }] of cursors) {
        const mark = marks.get(tab);
        if (mark)
          mark.style.transform = `translate(${(cursor.x - origin.x) * zoom + x}px, ${(cursor.y - origin.y) * zoom + y}px)`;
      }
    };
    const rests = new Map<number, ReturnType<typeof setTimeout>>();
    /** A pointer that rests steps back, until it moves again. */
    const wake = (tab: number): void => {
      clearTimeout(rests.get(tab));
      marks.get(tab)?.classList.remove('still');
      rests.set(
        tab,
        setTimeout(() => marks.get(tab)?.classList.add('still'), RESTS_MS),
      );
    };
    const show = (now: Cursors): void => {
      const before = cursors;
      cursors = now;
      for (const [tab, mark] of marks) {
        if (cursors.has(tab)) continue;
        mark.remove();
        marks.delete(tab);
        clearTimeout(rests.get(tab));
      }
      for (const [tab, { participant }] of cursors) {
        if (marks.has(tab)) continue;
        const mark = cursorMark(colourOf(seedOf({ tab, participant })), nameOf(participant));
        marks.set(tab, mark);
        sheet.append(mark);
      }
      for (const [tab, { cursor }] of cursors) {
        const was = before.get(tab)?.cursor;
        if (was?.x !== cursor.x || was.y !== cursor.y) wake(tab);
      }
      place();
    };
    const stops = [people.onCursors(show), flow.subscribe(place)];
    return () => {
      for (const stop of stops) stop();
      for (const mark of marks.values()) mark.remove();
      for (const rest of rests.values()) clearTimeout(rest);
    };
  }, [people, doc, flow, origin]);

  return <div ref={layer} className="cursors" aria-hidden="true" />;
}

function cursorMark(colour: string, name: string): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'cursor';
  mark.style.color = colour;
  const arrow = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  arrow.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M2 1l11 6.2-5 1.3-2.6 4.7z');
  arrow.append(path);
  const label = document.createElement('span');
  label.textContent = name;
  label.style.background = colour;
  mark.append(arrow, label);
  return mark;
}
