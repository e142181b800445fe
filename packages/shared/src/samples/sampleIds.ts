import type { Id } from '../map/id.ts';

/** The sample maps, the same on every server, so that links to them stay. */
export const SAMPLES = {
  zh: '01970000-0000-7000-8000-00000000007a',
  en: '01970000-0000-7000-8000-00000000006e',
} as const satisfies Record<string, Id>;

export const isSample = (map: Id): boolean => map === SAMPLES.zh || map === SAMPLES.en;
