// The canvas behind React Flow's pane, drawn again with every move of the view.
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTheme } from '../ui/theme.ts';
import { drawOverview, paletteOf } from './drawOverview.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

export function OverviewLayer({ placed: { layout, origin } }: { placed: Placed }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const selected = useScreen((state) => state.selected);
  const waiting = useDoc((state) => state.proposed);
  const theme = useTheme();

  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return undefined;
    const picture = { layout, origin, selected, waiting, palette: paletteOf(sheet) };
    let asked = 0;
    const draw = (): void => {
      asked = 0;
      drawOverview(sheet, picture, flow.getState());
    };
    draw();
    const stop = flow.subscribe((now, before) => {
      if (now.transform === before.transform && now.width === before.width && now.height === before.height)
        return;
      asked ||= requestAnimationFrame(draw);
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [flow, layout, origin, selected, waiting, theme]);

  return <canvas ref={canvas} className="overview" aria-hidden="true" />;
}
