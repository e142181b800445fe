// What pdfkit 0.20.2 knows and its types do not say.
declare namespace PDFKit {
  interface PDFDocumentOptions {
    /** Points of a page count so many points each: pages may measure 14,400 of them at most. */
    readonly userUnit?: number;
  }
  interface PDFDocument {
    /** The present font. */
    readonly _font: EmbeddedFont;
  }
  interface EmbeddedFont {
    readonly id: string;
    readonly scale: number;
    readonly font: { getGlyph(id: number): { readonly advanceWidth: number } };
    /** The glyphs that go into the file, which numbers them anew. */
    readonly subset: { includeGlyph(id: number): number };
    /** By the number in the file. */
    readonly widths: (number | undefined)[];
    readonly unicode: (readonly number[] | undefined)[];
    ref(): PDFKitReference;
    /** Numbers in the file, in hexadecimal, and where the glyphs stand, in 1/1000 em. */
    encode(text: string): [glyphs: string[], positions: GlyphPosition[]];
    widthOfString(text: string, size: number): number;
  }
  interface GlyphPosition {
    /** With and without what the font moves the next glyph by. */
    readonly xAdvance: number;
    readonly advanceWidth: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }
  interface PDFOutline {
    addItem(title: string, options: BookmarkOptions): PDFOutline;
  }
  interface BookmarkOptions {
    readonly expanded: boolean;
    /** False: to a place on the page, not to the whole of it. */
    readonly fit: boolean;
    /** From the top. */
    readonly top: number;
    /** From the right side, whatever its name says. */
    readonly left: number;
    readonly zoom: number;
  }
  namespace Mixins {
    interface StructureElementOptions {
      /** Left, top, right, bottom. */
      readonly bbox?: readonly [number, number, number, number];
    }
    interface AnnotationOption {
      readonly structParent?: unknown;
    }
  }
}
