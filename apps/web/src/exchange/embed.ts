import { ExportOptions } from '@counterpoint/shared';

/** The options in the address; one that makes no sense counts as not given. */
export function optionsIn(query: URLSearchParams): ExportOptions {
  const given = { branch: query.get('branch') ?? undefined, look: query.get('look') ?? undefined };
  return ExportOptions.safeParse(given).data ?? ExportOptions.parse({});
}
