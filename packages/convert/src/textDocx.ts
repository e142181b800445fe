// The text of a DOCX, read by mammoth off a package that holds only what was checked and is text: no picture, no file
// beside, and no declaration that an XML parser could follow (ECMA-376 part 2 forbids them).
import { refuse, type LeftKind } from '@counterpoint/shared';
import { strFromU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { Counts, Unreadable, type Draft, type Part } from './textDraft.ts';
import { entriesOf } from './zip.ts';

const BODY = 'word/document.xml';
const CORE = 'docProps/core.xml';
/** Parts that tell of the text. The body may be numbered; it is handed on under its usual name. */
const READ = /^(\[Content_Types\]\.xml|(.*\/)?_rels\/[^/]*\.rels|docProps\/core\.xml|word\/[^/]*\.xml)$/i;

export async function docxDraft(bytes: Uint8Array): Promise<Draft> {
  const files = partsIn(bytes);
  const left = new Counts();
  const root = await rootOf(zipSync(files, { level: 0 }));
  const walk = new Walk(left);
  walk.into(root);
  walk.endLine();
  left.add('comments', root.comments?.length ?? 0);
  const core = files[CORE] ? strFromU8(files[CORE]) : '';
  return {
    title: inCore(core, 'title') ?? walk.heading,
    language: inCore(core, 'language'),
    parts: walk.parts,
    left,
  };
}

function partsIn(bytes: Uint8Array): Record<string, Uint8Array> {
  const entries = entriesOf(bytes);
  if (!entries.ok) throw new Unreadable(asFile(entries.refusal.code, entries.refusal.message));
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries.value) {
    if (!READ.test(entry.name)) continue;
    const part = entry.bytes();
    if (!part.ok) throw new Unreadable(asFile(part.refusal.code, part.refusal.message));
    if (strFromU8(part.value, true).includes('<!DOCTYPE'))
      throw new Unreadable(refuse('broken', 'The document declares entities, which no DOCX may.'));
    files[entry.name.replace(/^word\/(_rels\/)?document\d+\.xml/i, 'word/$1document.xml')] = part.value;
  }
  if (!files[BODY]) throw new Unreadable(refuse('unsupported-format', 'The archive is no DOCX.'));
  return files;
}

/** What is wrong with the archive, said of the file. */
const asFile = (code: string, message: string) =>
  refuse(code === 'too-large' ? code : /encrypted/.test(message) ? 'encrypted' : 'broken', message);

/** As mammoth has it in memory, see its lib/documents.js. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly href?: string | null;
  readonly comments?: readonly unknown[];
}

/** The document before mammoth would make HTML of it: there is nothing left to convert then. */
async function rootOf(zip: Uint8Array): Promise<Node> {
  let root: Node | undefined;
  const keep = (document: Node): Node => {
    root = document;
    return { ...document, children: [] };
  };
  try {
    const options = { transformDocument: keep, externalFileAccess: false, includeEmbeddedStyleMap: false };
    await mammoth.convertToHtml({ buffer: Buffer.from(zip) }, options);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown;
  }
  if (!root) throw new Unreadable(refuse('broken', 'The document cannot be read.'));
  return root;
}

const COUNTED: Readonly<Record<string, LeftKind>> = {
  image: 'pictures',
  table: 'tables',
  noteReference: 'notes',
  hyperlink: 'links',
  checkbox: 'forms',
};

/** Whether its cells hold a paragraph each, and are no way of laying out a page. */
const isRow = ({ children = [] }: Node): boolean =>
  children.every(
    ({ children: inCell = [] }) => inCell.length < 2 && inCell.every(({ type }) => type === 'paragraph'),
  );

class Walk {
  readonly parts: Part[] = [];
  heading: string | undefined;
  private line = '';

  constructor(private readonly left: Counts) {}

  into(node: Node): void {
    const counted = COUNTED[node.type];
    if (counted) this.left.add(counted);
    if (node.type === 'text') this.line += node.value ?? '';
    if (node.type === 'tab') this.line += '\t';
    if (node.type === 'break') this.line += '\n';
    if (node.type === 'tableRow' && isRow(node)) this.row(node);
    else for (const child of node.children ?? []) this.into(child);
    if (node.type === 'paragraph') this.endParagraph(node);
  }

  endLine(): void {
    if (this.line.trim() !== '') this.parts.push({ text: this.line.trim() });
    this.line = '';
  }

  /** As one line. */
  private row(row: Node): void {
    for (const [i, cell] of (row.children ?? []).entries()) {
      if (i > 0) this.line += '\t';
      for (const { children = [] } of cell.children ?? []) for (const child of children) this.into(child);
    }
    this.endLine();
  }

  private endParagraph({ styleId, styleName }: Node): void {
    if (/^(title|heading\s?[1-3]|标题\s?[1-3]?)$/i.test(styleName ?? styleId ?? ''))
      this.heading ??= this.line.trim() || undefined;
    this.endLine();
  }
}

function inCore(core: string, name: string): string | undefined {
  const [, text = ''] = new RegExp(`<dc:${name}(?:\\s[^<>]*)?>([^<]*)</dc:${name}>`).exec(core) ?? [];
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, sign: string) => signs[sign] ?? whole).trim() || undefined;
}
