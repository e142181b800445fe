// What quote and requote ask of a passage, and where quotations stand in a later edition.
import { passageAt, type Passage } from '../../source/passage.ts';
import type { Anchoring } from '../../source/anchoring.ts';
import { reanchor } from '../../source/reanchor.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import type { Edition } from '../tables/editions.ts';
import { isUnsettled, type Bearing, type Quotation } from '../tables/quotations.ts';
import { editionsOf } from '../tree.ts';

interface Asked {
  readonly edition: Id;
  readonly start: number;
  readonly end: number;
  readonly bearing: Bearing;
}

/** [V9] Where the text is not told, only the server knows the words; the prediction is without them. */
const UNKNOWN = { exact: '', prefix: '', suffix: '' };

/** [Q2] [Q5] A passage of a text that may be quoted, in the words of its edition. */
export function passageIn(
  map: ArgumentMap,
  { edition: id, start, end }: Pick<Asked, 'edition' | 'start' | 'end'>,
): Result<Passage> {
  const edition = map.editions.get(id);
  if (!edition || map.sources.get(edition.source)?.removed !== null)
    return refuse('removed', 'The source was removed or does not exist.');
  return edition.text === '' ? ok({ start, end, ...UNKNOWN }) : passageAt(edition.text, start, end);
}

/** [Q3] The passage, and where it stands in the latest one. `said` is the text of the claim. */
export function quoted(
  map: ArgumentMap,
  { bearing, ...asked }: Asked,
  said: string,
): Result<Passage & Pick<Quotation, 'stands'>> {
  const passage = passageIn(map, asked);
  const edition = map.editions.get(asked.edition);
  if (!passage.ok || !edition) return passage as Extract<typeof passage, { ok: false }>;
  if (edition.text !== '' && bearing === 'verbatim' && passage.value.exact !== said)
    return refuse('not-verbatim', 'The claim does not repeat the passage to the letter.');
  const latest = editionsOf(map, edition.source).at(-1);
  return ok({ ...passage.value, stands: standsIn(latest, edition, passage.value) });
}

function standsIn(
  latest: Edition | undefined,
  edition: Edition,
  passage: Pick<Passage, 'start' | 'end'>,
): Anchoring | null {
  if (!latest || latest.id === edition.id || latest.text === '' || edition.text === '') return null;
  const [anchor] = reanchor(edition.text, latest.text, [passage]);
  return anchor ? { ...anchor, edition: latest.id } : null;
}

/** [Q6] The quotations of a source, each with where it stands in an edition that is about to be its latest. */
export function followed(map: ArgumentMap, latest: Edition): Patch[] {
  const of = new Map<Id, Quotation[]>();
  for (const quotation of map.quotations.values()) {
    if (map.editions.get(quotation.edition)?.source !== latest.source) continue;
    const same = of.get(quotation.edition);
    if (same) same.push(quotation);
    else of.set(quotation.edition, [quotation]);
  }
  return [...of].flatMap(([id, quotations]) => {
    const text = map.editions.get(id)?.text ?? '';
    if (text === '' || latest.text === '') return [];
    const anchors = reanchor(text, latest.text, quotations);
    return quotations.flatMap((quotation, n) => {
      const anchor = anchors[n];
      if (!anchor) return [];
      const stands: Anchoring = { ...anchor, edition: latest.id };
      // [Q7] Who decided once that it stays with its own words is not asked again.
      const isKept = quotation.stands?.status === 'kept' && isUnsettled({ stands });
      return [put('quotations', { ...quotation, stands: isKept ? { ...stands, status: 'kept' } : stands })];
    });
  });
}
