// A file on its way from the server to the disk, with what can be told of it meanwhile.
import { useEffect, useRef, useState } from 'react';
import { api, Refused } from '../api.ts';
import { newId } from '../open/newId.ts';
import { saveFile } from '../ui/saveFile.ts';

/** How often the server is asked how far it is, in ms. */
const PACE = 300;

export interface Download {
  /** From 0 to 1 while a file is made; null when none is. */
  readonly done: number | null;
  readonly start: (address: string, name: string) => void;
  readonly cancel: () => void;
}

/** `onEnd` hears null when the file is there, and what was thrown otherwise; nothing after a cancel. */
export function useDownload(onEnd: (thrown: unknown) => void): Download {
  const [done, setDone] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = (address: string, name: string): void => {
    const job = newId();
    const control = new AbortController();
    stop.current = control;
    setDone(0);
    const timer = setInterval(() => {
      void api.progress(job).then((answer) => {
        if (answer.ok && !control.signal.aborted) setDone(answer.value.done);
      });
    }, PACE);
    const end = (thrown: unknown): void => {
      clearInterval(timer);
      setDone(null);
      if (!control.signal.aborted) onEnd(thrown);
    };
    api.file(`${address}${address.includes('?') ? '&' : '?'}job=${job}`, control.signal).then(
      (answer) => {
        if (!answer.ok) {
          end(new Refused(answer.refusal));
          return;
        }
        saveFile(answer.value, name);
        end(null);
      },
      (thrown: unknown) => end(thrown),
    );
  };
  return { done, start, cancel: () => stop.current?.abort() };
}
