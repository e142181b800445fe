// The one door to XML: Extensible Markup Language 1.0 (Fifth Edition), read into a plain tree. Files come from strangers,
// so there is no document type, and with it no entity but the five that XML knows; sizes have limits; and what is not
// well-formed is refused with its place, since guessing would make a map that nobody wrote.
// fast-xml-parser took seven tenths of the second that reading 10,000 claims may take, and let pass several roots and
// unknown entities: xml.test.ts reads with it and with xmldom, and all three agree.
import { refuse, type Result } from '../../result.ts';
import { MOST_FILE_BYTES } from '../format.ts';
import { short, XmlReader } from './xmlReader.ts';
import { NAME_HERE } from './xmlSigns.ts';

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Names and values in turn: a map for each element would take most of the time. See attributeOf. */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  /** What stands directly in it, without the text of its children. */
  readonly text: string;
  readonly line: number;
}

/** The root of a document, which must have this name; refused as 'invalid' with line and column, or as 'too-large'. */
export function readXml(text: string, name: string): Result<XmlElement> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const root = new XmlReader(lines.startsWith('\ufeff') ? lines.slice(1) : lines).read();
  if (!root.ok || localName(root.value) === name) return root;
  return refuse(
    'unsupported-format',
    `line ${root.value.line}: the root is <${short(root.value.name)}>, not <${name}>`,
  );
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** The name after its prefix: tools choose prefixes as they like. */
export const localName = ({ name }: Pick<XmlElement, 'name'>): string =>
  name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => localName(child) === name);

/** The name of the root without its prefix, from the beginning of a file; undefined where it shows no XML. */
export function rootName(start: string): string | undefined {
  const prolog = /(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\]\s*)?>)/y;
  let at = start.startsWith('\ufeff') ? 1 : 0;
  for (prolog.lastIndex = at; prolog.test(start); prolog.lastIndex = at) at = prolog.lastIndex;
  if (start[at] !== '<') return undefined;
  NAME_HERE.lastIndex = at + 1;
  const name = NAME_HERE.exec(start)?.[0];
  return name === undefined ? undefined : localName({ name });
}
