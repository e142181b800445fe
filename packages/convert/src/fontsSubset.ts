// Cuts a variable font down to some characters at one weight, with HarfBuzz.
import subsetFont from 'subset-font';

export interface Cut {
  readonly text: string;
  readonly weight: number;
  /** Without what pairs and replaces glyphs, and without vertical metrics. */
  readonly isPlain: boolean;
}

/** A TrueType font, without variations and hints. */
export function cutDown(font: Buffer, { text, weight, isPlain }: Cut): Promise<Buffer> {
  return subsetFont(font, text, {
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
    noHinting: true,
    noLayoutClosure: isPlain,
    dropTables: isPlain ? ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'vhea', 'vmtx'] : ['STAT'],
  });
}
