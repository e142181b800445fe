import { useEffect, useState } from 'react';
import type { Preview, PreviewAsk } from './preview.ts';

/** Undefined while it is worked out; the last one stays in sight until the next is there. */
export function usePreview(ask: PreviewAsk): {
  readonly preview: Preview | undefined;
  readonly fresh: boolean;
} {
  const [shown, setShown] = useState<{ readonly of: PreviewAsk; readonly preview: Preview }>();
  useEffect(() => {
    const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Preview>) => setShown({ of: ask, preview: data });
    worker.postMessage(ask);
    return () => worker.terminate();
  }, [ask]);
  return { preview: shown?.preview, fresh: shown?.of === ask };
}
