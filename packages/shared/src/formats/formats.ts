import { argdown } from './argdown.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** Every format of the product, in the order in which people are offered them. */
export const FORMATS: readonly Format[] = [json, markdown, argdown];

export const formatOf = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
