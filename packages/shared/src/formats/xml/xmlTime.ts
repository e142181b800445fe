// Moments as GraphML and OPML write them.

/** ISO 8601 in UTC; empty for a moment that no calendar holds. */
export function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** RFC 822 in GMT, as OPML asks; empty for a moment that no calendar holds. */
export function rfc822Of(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toUTCString();
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/;
const RFC_822 = /^(?:\w{3}, )?\d{1,2} \w{3} \d{2,4} \d{2}:\d{2}(?::\d{2})? (?:[A-Z]{1,3}|[+-]\d{4})$/;

/** In ms since 1970. A time without a zone is taken for UTC, so that every machine reads the same. */
export function momentIn(text: string | undefined): number | undefined {
  const plain = text?.trim() ?? '';
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(plain) ?? [];
  const moment = Date.parse(day === undefined ? (RFC_822.test(plain) ? plain : '') : `${day}T${time}${zone}`);
  return Number.isNaN(moment) ? undefined : moment;
}
