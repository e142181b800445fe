// Writes src/layout/advances.ts from the fonts that the browser loads. Run it, then prettier, when a font changes:
//   npm install --prefix <folder> fontkit@2.0.4 wawoff2@2.0.1
//   node packages/shared/scripts/advances.mjs <folder>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.argv[2]}/`);
const fontkit = require('fontkit');
const { decompress } = require('wawoff2');
const packages = new URL('../../../apps/web/node_modules/@fontsource-variable/', import.meta.url);

/** Families in the order of `font-family`, and the weight that is drawn. */
const STACKS = {
  sans: { families: ['inter', 'noto-sans-sc'], weight: 400 },
  serif: { families: ['source-serif-4', 'noto-serif-sc'], weight: 600 },
};
const FULL = 1000;
/** A run goes on over so many full-width code points; more of them start a new run. */
const BRIDGE = 8;

const tables = [];
for (const [name, stack] of Object.entries(STACKS)) {
  const advances = await advancesOf(stack);
  const runs = runsOf(advances).map(
    ([first, widths]) => `    [0x${first.toString(16)}, '${widths.join(' ')}'],`,
  );
  tables.push(`  ${name}: [`, ...runs, '  ],');
}
const head = readFileSync(new URL('../src/layout/advances.ts', import.meta.url), 'utf8').split(
  'export const',
)[0];
const declaration =
  'export const ADVANCES: Readonly<Record<Voice, readonly (readonly [first: number, widths: string])[]>> = {';
writeFileSync(
  new URL('../src/layout/advances.ts', import.meta.url),
  `${head}${[declaration, ...tables, '};', ''].join('\n')}`,
);

/** Code point -> advance in 1/1000 em, as the browser's cascade picks the face: first family that has the glyph. */
async function advancesOf({ families, weight }) {
  const advances = new Map();
  for (const family of families) {
    const own = new Map();
    for (const face of facesOf(family)) {
      const font = await open(face.file, weight);
      for (const point of font.characterSet) {
        if (!face.covers(point)) continue;
        own.set(
          point,
          Math.ceil((font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm) * FULL - 0.001),
        );
      }
    }
    for (const [point, advance] of own) if (!advances.has(point)) advances.set(point, advance);
  }
  return advances;
}

function facesOf(family) {
  const css = readFileSync(new URL(`${family}/index.css`, packages), 'utf8');
  return [...css.matchAll(/url\(\.\/(.+?)\)[\s\S]+?unicode-range: (.+?);/g)].map(([, file, ranges]) => {
    const bounds = ranges.split(',').map((range) =>
      range
        .replace('U+', '')
        .split('-')
        .map((hex) => parseInt(hex, 16)),
    );
    return {
      file: new URL(`${family}/${file}`, packages),
      covers: (point) => bounds.some(([first, last = first]) => point >= first && point <= last),
    };
  });
}

async function open(file, weight) {
  return fontkit.create(Buffer.from(await decompress(readFileSync(file)))).getVariation({ wght: weight });
}

function runsOf(advances) {
  const runs = [];
  let last = -Infinity;
  for (const point of [...advances.keys()].sort((a, b) => a - b)) {
    const advance = advances.get(point);
    if (advance === FULL || point < 0x20) continue;
    if (point - last > BRIDGE) runs.push([point, []]);
    else for (let gap = last + 1; gap < point; gap++) runs.at(-1)[1].push(advances.get(gap) ?? FULL);
    runs.at(-1)[1].push(advance);
    last = point;
  }
  return runs;
}
