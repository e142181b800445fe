import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { LONGEST, optionalText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** The reasons that every map begins with. `other` says nothing without a note. */
export const ReasonCode = z.enum([
  'not-a-claim', 'several', 'unclear', 'unsupported', 'duplicate', 'wrong-place', 'wrong-link', 'not-in-source',
  'misquotes', 'off-topic', 'personal', 'language', 'other',
]); // prettier-ignore
export type ReasonCode = z.infer<typeof ReasonCode>;

/** [P19] Why something was sent back or flagged, in a word (M-04): one that every map has, or one of the map's own. */
export const Reason = z.union([ReasonCode, Id]).meta({ id: 'Reason' });
export type Reason = z.infer<typeof Reason>;

/** [P19] What a map changed about the reasons that may be given: one of its own, or one that it does not offer. */
export const MapReason = Stamp.extend({
  id: Id,
  /** The reason of every map that is not offered here; null for one of the map's own. */
  code: ReasonCode.nullable(),
  /** What a reason of its own says in each language; where one is empty, the other is read. */
  zh: z.string(),
  en: z.string(),
  /** One of its own that is not offered any more keeps its words: decisions cite it. */
  offered: z.boolean(),
}).meta({ id: 'MapReason' });
export type MapReason = Readonly<z.infer<typeof MapReason>>;

const Listed = optionalText(LONGEST.listed);

export const reasons = table({
  schema: MapReason,
  file: MapReason.extend({ zh: Listed, en: Listed, ...fileAt }),
  words: { code: null, zh: '', en: '' },
  needs: {},
  under: {},
  sees: everyone,
  loss: 'reasons',
  copied: true,
  recorded: true,
  later: true,
});

type Reasons = { readonly reasons: { values(): Iterable<MapReason>; has(id: Id): boolean } };

/** [P19] Whether a reason can be given here: built-in ones always, for clients that know no others. */
export const isReason = (map: Pick<Reasons, 'reasons'>, reason: Reason): boolean =>
  ReasonCode.safeParse(reason).success || map.reasons.has(reason);

/** The reasons that a map offers, in order: its own come after those of every map, and `other` last. */
export function offeredReasons(map: Reasons): readonly Reason[] {
  const rows = [...map.reasons.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const off = new Set(rows.map(({ code }) => code));
  const own = rows.filter(({ code, offered }) => code === null && offered).map(({ id }) => id);
  const listed = ReasonCode.options.filter((code) => code !== 'other' && !off.has(code));
  return [...listed, ...own, 'other'];
}
