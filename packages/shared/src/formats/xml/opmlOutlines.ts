// The outlines of an OPML file in one list, and what an outliner may say with the first letters of one.
import { relationIn, type EdgeRelation } from './graphmlWords.ts';
import type { Losses } from '../loss.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml.ts';

export interface OpmlOutline {
  readonly element: XmlElement;
  /** What it lies in. */
  readonly parent: OpmlOutline | undefined;
}

/** Parents before children, in the order of the file. */
export function outlinesIn(root: XmlElement): OpmlOutline[] {
  const body = childrenOf(root, 'body')[0];
  const all: OpmlOutline[] = [];
  const below = (element: XmlElement, parent: OpmlOutline | undefined): OpmlOutline[] =>
    childrenOf(element, 'outline').map((child) => ({ element: child, parent }));
  const stack = body ? below(body, undefined).reverse() : [];
  for (let outline = stack.pop(); outline; outline = stack.pop()) {
    all.push(outline);
    for (const child of below(outline.element, outline).reverse()) stack.push(child);
  }
  return all;
}

/** Notes of outliners, and addresses that an outline leads to. */
const NOTES = ['_note', '_notes', 'note', 'comment', 'description', 'url', 'htmlUrl', 'xmlUrl'];
const KNOWN = new Set([
  ...NOTES, 'text', 'title', 'type', 'created', '_id', '_kind', '_ref', '_relation', '_group', '_target', '_scheme', '_author', '_counterpoint',
]); // prettier-ignore

export const notesOf = ({ element }: OpmlOutline): string[] =>
  NOTES.flatMap((name) => attributeOf(element, name)?.trim() ?? []).filter((note) => note !== '');

/** Attributes that are not read, once for each name. */
export function tellUnknown(outlines: readonly OpmlOutline[], losses: Losses): void {
  const told = new Set(KNOWN);
  for (const { element } of outlines) {
    for (let i = 0; i < element.attributes.length; i += 2) {
      const name = element.attributes[i] ?? '';
      if (told.has(name)) continue;
      told.add(name);
      losses.add('unknown', name.slice(0, 60));
    }
  }
}

const SIGN = /^(?:([+\-−–])\s+|[[(]?([a-z]{2,12}|\p{Script=Han}{2,4})[\])]?\s*[:：]\s*)(?=\S)/iu;

/** `Pro: …`, `- …`, `支持：…` and their like. */
export function signed(text: string): { readonly relation: EdgeRelation | undefined; readonly text: string } {
  const [sign = '', mark, word] = SIGN.exec(text) ?? [];
  const relation = relationIn(mark ?? word ?? '');
  return relation === undefined ? { relation, text } : { relation, text: text.slice(sign.length) };
}
