// What all writers of papers have in common.
import type { ExportOptions, MapContent, Origin, Told } from '@counterpoint/shared';

/** How far a work has come, from 0 to 1, and what is being done. */
export type Progress = (done: number, stage: string) => void;

export type WritePaper = (
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress?: (done: number, stage?: string) => void,
) => Promise<Told<Uint8Array>>;
