// Reads a file in a format and says in few words what became of it. Not part of the product.
import type { Format, Reading } from '../src/formats/format.ts';
import { contentOfJson, jsonOf } from '../src/formats/json.ts';
import type { Loss, Told } from '../src/formats/loss.ts';
import type { Id } from '../src/map/id.ts';
import type { MapContent } from '../src/map/map.ts';
import { mapOf } from '../src/map/patch.ts';
import type { Result } from '../src/result.ts';
import { anId, pictureOf } from './aMap.ts';
import { READ_AT } from './roundTrip.ts';

export const aReading = (more: Partial<Reading> = {}): Reading => {
  let made = 0;
  return { newId: (): Id => anId(++made, 6), at: READ_AT, ...more };
};

export interface ReadFile {
  readonly content: MapContent;
  /** The tree, see pictureOf. */
  readonly picture: string;
  /** How many of each kind were told. */
  readonly told: Readonly<Record<string, number>>;
  readonly losses: readonly Loss[];
}

export function readAs({ read }: Format, text: string, more: Partial<Reading> = {}): ReadFile {
  const result = read?.(text, aReading(more));
  if (!result?.ok) throw new Error(result?.refusal.message ?? 'the format is not read');
  const { value, losses } = result.value;
  const checked = contentOfJson(jsonOf(value));
  if (!checked.ok) throw new Error(`what was read is no map: ${checked.refusal.message}`);
  const told: Record<string, number> = {};
  for (const { kind, count } of losses) told[kind] = (told[kind] ?? 0) + count;
  return { content: value, picture: pictureOf(mapOf(value)), told, losses };
}

/** 'ok', or code and message; 'no map' where what was read would not be accepted. */
export function verdictOf({ read }: Format, text: string, more: Partial<Reading> = {}): string {
  const result: Result<Told<MapContent>> | undefined = read?.(text, aReading(more));
  if (!result) return 'not read';
  if (!result.ok) return `${result.refusal.code}: ${result.refusal.message}`;
  const checked = contentOfJson(jsonOf(result.value.value));
  return checked.ok ? 'ok' : `no map: ${checked.refusal.message}`;
}
