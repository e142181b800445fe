// Times as AIF's and SADFace's tools write them: to the second, mostly without a zone. They are taken for UTC.

const STAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?$/;
/** What a browser makes of a date: Thu Nov 11 2021 21:50:00 GMT+0000 (Greenwich Mean Time). */
const SPOKEN = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}/;

/** In ms since 1970; undefined for what is no time, such as 0000-00-00 00:00:00. */
export function momentOf(text: string): number | undefined {
  const trimmed = text.trim();
  const [all, day = '', time = '', seconds = ':00', , zone = 'Z'] = STAMP.exec(trimmed) ?? [];
  const spoken = SPOKEN.exec(trimmed)?.[0];
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const moment = all ? Date.parse(`${day}T${time}${seconds}${offset}`) : spoken ? Date.parse(spoken) : NaN;
  return Number.isNaN(moment) || moment < 0 ? undefined : moment;
}

/** 2026-01-15 10:00:00; empty for a moment that four digits of a year do not hold. */
export function secondOf(moment: number): string {
  const date = new Date(moment);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 19).replace('T', ' ') : '';
}
