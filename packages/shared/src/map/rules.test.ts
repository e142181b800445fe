import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../../..');

const rule = /\[([A-Z]\d+)\]/g;
const rulesIn = (text: string): string[] => [...text.matchAll(rule)].flatMap(([, id]) => (id ? [id] : []));

const listed = readFileSync(join(ROOT, 'packages/shared/RULES.md'), 'utf8')
  .split('\n')
  .flatMap((line) => rulesIn(/^- \[[A-Z]\d+\]/.exec(line)?.[0] ?? ''));

const sources = ['packages', 'apps', 'tests'].flatMap((folder) => filesIn(join(ROOT, folder)));
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);

/** `it('name'`, `it.each(table)('name'`, and the last line of a table that is longer: `])('name'`. */
const testName = /(?:\b(?:it|test)\b[^\n'"`]*|^\s*[\])}][^\n'"`]*)\(\s*(['"`])(.*?)\1/gm;
const tested = new Set(
  sources
    .filter((path) => isTest(path))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(testName)].flatMap(([, , name]) => rulesIn(name ?? '')),
    ),
);

describe('RULES.md', () => {
  it('numbers the rules of each group without a gap', () => {
    const groups = [...new Set(listed.map((id) => id.charAt(0)))];
    const counted = groups.flatMap((group) =>
      listed.filter((id) => id.startsWith(group)).map((_, i) => `${group}${i + 1}`),
    );
    expect(listed).toEqual(counted);
  });

  it('has no rule without a test that cites it', () => {
    expect(listed.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('holds every rule that a test name or a comment of the core cites', () => {
    const comments = sources
      .filter((path) => path.includes('packages/shared/src') && !isTest(path))
      .flatMap((path) => rulesIn(readFileSync(path, 'utf8')));
    expect([...new Set([...tested, ...comments])].filter((id) => !listed.includes(id))).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist|data|\..*)$/.test(entry.name) ? [] : filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
