import type { Format } from './format.ts';
import type { Told } from './loss.ts';
import { reportLines } from './lossWords.ts';

/** The file with its loss report at the end, where the format has a place for remarks. */
export function withRemark(
  { remark }: Pick<Format, 'remark'>,
  { value, losses }: Told<string>,
  language: string,
): string {
  const lines = reportLines(losses, language);
  if (!remark || lines.length === 0) return value;
  const end = value.endsWith('\n') ? '' : '\n';
  return `${value}${end}${remark(lines)}\n`;
}
