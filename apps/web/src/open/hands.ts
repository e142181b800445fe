// What the shown view lends to commands: only it knows where things stand on the screen.
import type { Id } from '@counterpoint/shared';

export type StepName =
  'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown' | 'unfoldSiblings' | 'leave';

export interface Camera {
  readonly zoomBy: (factor: number) => void;
  readonly actualSize: () => void;
  readonly fit: () => void;
}

export interface Hands {
  readonly steps: readonly StepName[];
  readonly step: (step: StepName) => void;
  readonly openMenu: (id: Id) => void;
  /** Whether anything hangs beneath it that can be hidden, and hiding or showing it. */
  readonly canFold: (id: Id) => boolean;
  readonly toggleFold: (id: Id) => void;
  /** Puts the keyboard back to what is selected. */
  readonly focus: () => void;
  readonly camera?: Camera | undefined;
}
