// The sample map in one language, as a file would have it.
import { sampleContent, speech, type MapContent } from '@counterpoint/shared';
import { anId } from '../../shared/testing/aMap.ts';

export function sampleMap(language: 'zh' | 'en'): MapContent {
  let made = 0;
  const settings = { access: 'anyone', editing: 'all', embeds: '' } as const;
  return sampleContent(speech, { language, newId: () => anId(++made), at: Date.UTC(2026, 0, 15) }, settings);
}
