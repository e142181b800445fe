import type { Id } from '@counterpoint/shared';
import { v7 } from 'uuid';

/** Every thing gets its id here, once, where it is made. */
export const newId = (): Id => v7();
