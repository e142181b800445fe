// What the canvas lends to commands: arrows go by where cards stand, and there is a camera.
import { useEffect, useRef } from 'react';
import { hasReplies } from '../open/branches.ts';
import type { Hands, StepName } from '../open/hands.ts';
import { useOpenMap } from '../open/openMap.ts';
import type { ScreenState } from '../open/screenStore.ts';
import type { Camera } from './camera.ts';
import type { MenuAt } from './CardMenu.tsx';
import { neighbour } from './navigate.ts';
import type { Placed } from './useMapLayout.ts';

const STEPS = ['left', 'right', 'up', 'down', 'leave'] as const satisfies StepName[];
type Step = (typeof STEPS)[number];
const isMine = (step: StepName): step is Step => (STEPS as readonly StepName[]).includes(step);

interface Scene {
  readonly placed: Placed;
  readonly camera: Camera;
  readonly openMenu: (at: MenuAt) => void;
}

export function useHands(scene: Scene): void {
  const { screen } = useOpenMap();
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
  });
  useEffect(() => {
    const { lend } = screen.getState();
    lend(
      handsOf(
        () => latest.current,
        () => screen.getState(),
      ),
    );
    return () => lend(null);
  }, [screen]);
}

function handsOf(scene: () => Scene, state: () => ScreenState): Hands {
  const map = () => scene().placed.map;
  return {
    steps: STEPS,
    step(step) {
      if (isMine(step)) go(scene(), state(), step);
    },
    openMenu(id) {
      const here = document.getElementById(`card-${id}`)?.getBoundingClientRect();
      scene().openMenu({ id, x: here?.left ?? 200, y: here?.bottom ?? 200 });
    },
    canFold: (id) => map().references.get(id) === undefined && hasReplies(map(), id),
    toggleFold: (id) => state().fold(id, !state().folded.has(id)),
    focus() {
      document.querySelector<HTMLElement>('.canvas.react-flow')?.focus({ preventScroll: true });
    },
    camera: {
      zoomBy: (factor) => scene().camera.zoomBy(factor),
      actualSize: () => scene().camera.actualSize(),
      fit: () => scene().camera.fit(scene().placed),
    },
  };
}

function go({ placed, camera }: Scene, { selected, select, take }: ScreenState, step: Step): void {
  if (step === 'leave') {
    take(null);
    select(null);
    return;
  }
  const next =
    selected === null ? placed.layout.cards[0]?.id : neighbour(placed.layout, placed.map, selected, step);
  if (next === undefined) return;
  select(next);
  camera.reveal(placed, next);
}
