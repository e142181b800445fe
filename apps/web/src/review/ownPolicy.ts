import type { ArgumentMap, MapInfo } from '@counterpoint/shared';

/** Whether a map says anything of its own about how it is moderated. */
export const isPolicyOwn = ({
  policy,
  reasons,
}: Pick<MapInfo, 'policy'> & Pick<ArgumentMap, 'reasons'>): boolean =>
  policy.trim() !== '' || reasons.size > 0;
