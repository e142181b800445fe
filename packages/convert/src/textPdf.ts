// The text layer of a PDF, read by pdfjs: nothing is drawn, run or fetched, and what fonts need lies beside the library.
import { MOST_TEXT_BYTES, refuse } from '@counterpoint/shared';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Counts, TOO_LONG, Unreadable, type Draft } from './textDraft.ts';
import { linesOf, paragraphs, type PdfLine } from './textPdfLines.ts';

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => path.join(library, name) + path.sep;

export async function pdfDraft(bytes: Uint8Array): Promise<Draft> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // It takes the bytes away from whoever hands them over.
    data: Uint8Array.from(bytes),
    // Chinese fonts that are not in the file are known by names whose letters stand in these tables.
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await draftOf(await task.promise);
  } catch (thrown) {
    if (thrown instanceof Unreadable || thrown instanceof RangeError) throw thrown;
    throw new Unreadable(
      (thrown as Error).name === 'PasswordException'
        ? refuse('encrypted', 'The PDF is protected by a password.')
        : refuse('broken', 'The PDF cannot be read.'),
    );
  } finally {
    await task.destroy();
  }
}

async function draftOf(pdf: PDFDocumentProxy): Promise<Draft> {
  const left = new Counts();
  const pages: PdfLine[][] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const lines = linesOf((await page.getTextContent()).items);
    for (const { text } of lines) length += text.length;
    if (length > MOST_TEXT_BYTES) throw new Unreadable(TOO_LONG);
    pages.push(lines);
    await count(page, left);
    page.cleanup();
  }
  left.add('embedded', namesOf(await pdf.getAttachments()));
  left.add('scripts', namesOf(await pdf.getJSActions()));
  const parts = paragraphs(pages).map((text) => ({ text }));
  if (parts.length === 0)
    throw new Unreadable(refuse('scanned', 'The PDF has no text: its pages are pictures, it seems.'));
  const { info } = await pdf.getMetadata();
  return { title: wordOf(info, 'Title'), language: wordOf(info, 'Language'), parts, left };
}

const namesOf = (found: unknown): number => Object.keys(found ?? {}).length;

function wordOf(info: object, name: string): string | undefined {
  const value = (info as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

async function count(page: PDFPageProxy, left: Counts): Promise<void> {
  for (const { subtype } of (await page.getAnnotations()) as { readonly subtype: string }[])
    if (subtype === 'Link') left.add('links');
    else if (subtype === 'Widget') left.add('forms');
    else if (subtype !== 'Popup') left.add('comments');
}
