import { wordsAt, type Quotation } from '@counterpoint/shared';
import { useText } from './useText.ts';

/** [Q6] What stands in the latest edition where a quotation stood: nothing when its words are gone, undefined until it is known. */
export function useWordsNow({ stands }: Quotation): string | undefined {
  const isGone = stands?.status === 'orphaned';
  const { data } = useText(isGone ? undefined : stands?.edition);
  if (isGone) return '';
  return data && stands ? wordsAt(data.text, stands.start, stands.end) : undefined;
}
