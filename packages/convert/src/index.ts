export { write, type Asked, type Written } from './convert.ts';
export type { Progress, WritePaper } from './paper.ts';
export { read, type ReadFile } from './reading.ts';
export { isZip } from './zip.ts';
export { idsFrom } from './ids.ts';
export { Workers, type WorkerLimits } from './workers.ts';
export type { FileRead, ReadAsked } from './worker.ts';
