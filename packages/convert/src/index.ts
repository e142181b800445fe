export { write, type Asked, type Progress, type WritePaper, type Written } from './convert.ts';
export { read, type ReadFile } from './reading.ts';
export { isZip } from './zip.ts';
export { idsFrom } from './ids.ts';
export { Workers, type WorkerLimits } from './workers.ts';
export type { FileRead, ReadAsked } from './worker.ts';
