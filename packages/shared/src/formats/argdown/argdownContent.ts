// The text of statements, arguments and headings as readers of an Argdown file see it: escapes and names of special
// characters are resolved, marks of emphasis are gone.
import { isFields, type Fields } from './argdownData.ts';
import type { Link } from './argdownModel.ts';
import { SPECIAL_CHARACTERS } from './argdownSpecial.ts';
import type { Kind, Token } from './argdownTokens.ts';

/** Most texts have no links and no tags. */
const NONE: readonly never[] = [];

export class Content {
  isEmphasised = false;
  private ownLinks: Link[] | undefined;
  private ownTags: string[] | undefined;
  private readonly parts: string[] = [];
  /** A line break becomes a space once something follows it. */
  private isBroken = false;

  get text(): string {
    return this.parts.join('');
  }

  get links(): readonly Link[] {
    return this.ownLinks ?? NONE;
  }

  get tags(): readonly string[] {
    return this.ownTags ?? NONE;
  }

  addLink(link: Link): void {
    this.ownLinks ??= [];
    this.ownLinks.push(link);
  }

  addTag(tag: string): void {
    this.ownTags ??= [];
    this.ownTags.push(tag);
  }

  add(part: string): void {
    if (part !== '') this.parts.push(part);
  }

  breakLine(): void {
    this.isBroken = true;
  }

  /** Before what follows; nothing does where emphasis closes. */
  mend(isFollowed: boolean): void {
    if (this.isBroken && isFollowed && !this.parts.at(-1)?.endsWith(' ')) this.parts.push(' ');
    this.isBroken = false;
  }
}

export class ContentReader {
  private special = SPECIAL_CHARACTERS;
  private keepsTags = true;

  constructor(private readonly source: string) {}

  /** A file may have special characters of its own, and may want its tags out of its texts. */
  configure(frontMatter: unknown): void {
    const model = modelSettings(frontMatter);
    this.keepsTags = !model['removeTagsFromText'];
    const own = isFields(model['shortcodes']) ? Object.entries(model['shortcodes']) : [];
    const added = own.flatMap(([name, info]): [string, string][] =>
      isFields(info) && typeof info['unicode'] === 'string' ? [[name, info['unicode']]] : [],
    );
    if (added.length > 0) this.special = new Map([...SPECIAL_CHARACTERS, ...added]);
  }

  /** Adds a token that can be part of a text; false for a link over several lines, which has no reading. */
  put(content: Content, { kind, start, end }: Token): boolean {
    if (kind === 'newline') {
      content.breakLine();
      return true;
    }
    content.mend(kind !== 'close');
    const image = this.source.slice(start, end);
    switch (kind) {
      case 'escape':
        content.add(image.slice(1));
        break;
      case 'special':
        content.add(this.specialIn(image));
        break;
      case 'open':
        content.isEmphasised = true;
        break;
      case 'close':
        content.add(spaceAfter(image));
        break;
      case 'tag':
        content.addTag(image.trim());
        if (this.keepsTags) content.add(image);
        break;
      case 'link':
        return putLink(content, image);
      default:
        content.add(image);
    }
    return true;
  }

  private specialIn(image: string): string {
    const sign = this.special.get(image.trim());
    return sign === undefined ? image : sign + spaceAfter(image);
  }
}

/** How a file wants to be read. */
export function modelSettings(frontMatter: unknown): Fields {
  return isFields(frontMatter) && isFields(frontMatter['model']) ? frontMatter['model'] : {};
}

const spaceAfter = (image: string): string => (image.endsWith(' ') ? ' ' : '');

function putLink(content: Content, image: string): boolean {
  const [, words, address] = /\[(.+)\]\((.+)\)/.exec(image) ?? [];
  if (words === undefined || address === undefined) return false;
  content.add(words + spaceAfter(image));
  content.addLink({ words, address });
  return true;
}

const PLAIN: ReadonlySet<Kind> = new Set(['text', 'sign', 'escape', 'special']);
const CONTENT: ReadonlySet<Kind> = new Set([...PLAIN, 'link', 'tag', 'mention', 'newline']);

export const isPlain = (kind: Kind): boolean => PLAIN.has(kind);
export const isContent = (kind: Kind): boolean => CONTENT.has(kind);

/** The title in the brackets of a definition or a reference; undefined for one that a line break begins. */
export const titleIn = (image: string): string | undefined =>
  (image.startsWith('[') ? /\[(.+)\]/ : /<(.+)>/).exec(image)?.[1];
