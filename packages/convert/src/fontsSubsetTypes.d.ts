// subset-font brings no types; this is the part of it that is used. After its README, version 2.9.
declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'truetype';
    readonly variationAxes?: Readonly<Record<string, number>>;
    readonly noHinting?: boolean;
    readonly noLayoutClosure?: boolean;
    readonly dropTables?: readonly string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
