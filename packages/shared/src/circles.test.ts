// No file needs itself by way of others, for a type either: whoever reads one never has to have read it before.
import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PACKAGES = readdirSync(join(ROOT, 'packages')).map((name) => join(ROOT, 'packages', name, 'src'));

type Imports = ReadonlyMap<string, readonly string[]>;

const importsIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) => path ?? '');

function importsOf(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
  const imported = (file: string): string[] =>
    importsIn(readFileSync(file, 'utf8')).map((path) => resolve(file, '..', path));
  return new Map(files.map((file) => [file, imported(file)]));
}

/** The first way found that leads back to where it began. */
function circleIn(imports: Imports): readonly string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    const circle = (imports.get(file) ?? []).reduce<readonly string[]>(
      (found, next) => (found.length > 0 ? found : walk(next, [...way, file])),
      [],
    );
    done.add(file);
    return circle;
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

it.each(
  [...PACKAGES, join(ROOT, 'apps/api/src'), join(ROOT, 'apps/web/src')].map((folder) =>
    relative(ROOT, folder),
  ),
)('the imports in %s run in no circle', (folder) => {
  const imports = importsOf(join(ROOT, folder));
  expect(imports.size).toBeGreaterThan(0);
  expect(circleIn(imports).map((file) => relative(ROOT, file))).toEqual([]);
});

it('a circle is found, however long, and where only a type is imported', () => {
  const imports = new Map([
    ['a', importsIn(`import { b } from './b.ts';`)],
    ['./b.ts', importsIn(`import {\n  type C,\n} from './c.ts';\nexport * from './d.ts';`)],
    ['./c.ts', ['./b.ts']],
  ]);
  expect(circleIn(imports)).toEqual(['./b.ts', './c.ts', './b.ts']);
});
