import type { Loss } from '@counterpoint/shared';

/** A header stays within what servers and browsers take: the counts are whole, the places a few. */
const MOST_PLACES = 3;
const LONGEST_NAME = 80;

/** Content-Disposition after RFC 6266: the title as the file's name, and a plain one for what reads no UTF-8. */
export function attachment(title: string, extension: string): string {
  const kept = title
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const name =
    [...kept]
      .slice(0, LONGEST_NAME)
      .join('')
      .replace(/^[\s.]+|[\s.]+$/g, '') || 'map';
  const ascii = name.replace(/[^\w .,()+-]+/g, '').trim() || 'map';
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${extended(`${name}.${extension}`)}`;
}

/** RFC 5987, which takes fewer signs as they are than encodeURIComponent leaves. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The losses as JSON in ASCII. */
export function lossReport(losses: readonly Loss[]): string {
  const report = losses.map((loss) => ({ ...loss, where: loss.where.slice(0, MOST_PLACES) }));
  return JSON.stringify(report).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The type of a file. A browser that shows it all the same runs nothing in it, and loads nothing for it. */
export function fileHeaders(mediaType: string): Record<string, string> {
  const isText = /^text\/|json|xml|svg/.test(mediaType) && !mediaType.includes('officedocument');
  return {
    'Content-Type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox",
  };
}
