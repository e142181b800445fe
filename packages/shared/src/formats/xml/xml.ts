// An element of an XML file, and how a part of it is found.
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
