// From Markdown within a line to the text that people see (CommonMark 0.31, inlines; strikethrough and highlights of its
// dialects too). Addresses of links stay, behind their words.

export interface PlainText {
  readonly text: string;
  /** Whether more than backslashes and entities went. */
  readonly changed: boolean;
}

const ESCAPE = /\\([!-/:-@[-`{-~])/.source;
const LINK = /!?\[((?:\\.|[^[\]\\])*)\]\(((?:\\.|[^()\s\\]|\([^()\s]*\))*)(?: +"[^"]*")? ?\)/.source;
const escapesAndLinks = new RegExp(`${ESCAPE}|${LINK}`, 'g');

/** Takes away backslashes and Markdown's form of links, and nothing else. */
export function withoutLinks(raw: string): PlainText {
  let changed = false;
  const text = raw.replace(
    escapesAndLinks,
    (found: string, escaped: string | undefined, words: string, address: string, at: number) => {
      if (escaped !== undefined) return escaped;
      changed = true;
      return linkText({ words: unescaped(words), address, isAlone: inBrackets(raw, at, at + found.length) });
    },
  );
  return { text, changed };
}

interface Link {
  /** As people see them. */
  readonly words: string;
  readonly address: string;
  /** Within brackets of its own. */
  readonly isAlone: boolean;
}

function linkText({ words, address, isAlone }: Link): string {
  const [name, url] = [words.trim(), unescaped(address)];
  if (!name || !url || name === url) return name || url;
  return isAlone ? `${name}: ${url}` : `${name} (${url})`;
}

const unescaped = (raw: string): string => raw.replace(new RegExp(ESCAPE, 'g'), '$1');

const inBrackets = (raw: string, start: number, end: number): boolean =>
  raw[start - 1] === '(' && /^\\?\)/.test(raw.slice(end, end + 2));

// Every alternative stops at its own first sign, or after a few: garbage takes no longer than text.
const TOKEN = new RegExp(
  [
    ESCAPE,
    LINK,
    /`{1,3}([^`]+)`{1,3}/.source,
    /<((?:https?|ftp|mailto):[^<>\s]*)>/.source,
    /<!--[^<]*?-->|<(\/?[a-z][^<>]*)>/.source,
    /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/.source,
    /(\*+|_+|~~|==)/.source,
  ].join('|'),
  'gi',
);

/** The text that a reader of the rendered page sees. */
export function plainText(raw: string): PlainText {
  const parts: string[] = [];
  const emphasis = new Emphasis(parts);
  let changed = false;
  let end = 0;
  for (const match of raw.matchAll(TOKEN)) {
    const [found, escaped, words, address, code, url, tag, entity, run] = match;
    const after = match.index + found.length;
    parts.push(raw.slice(end, match.index));
    end = after;
    if (escaped !== undefined) parts.push(escaped);
    else if (entity !== undefined) parts.push(characterOf(entity) ?? found);
    else if (run !== undefined) emphasis.add(run, raw.charAt(match.index - 1), raw.charAt(after));
    else {
      changed = true;
      if (words !== undefined && address !== undefined)
        parts.push(
          linkText({ words: plainText(words).text, address, isAlone: inBrackets(raw, match.index, after) }),
        );
      else parts.push(code ?? url ?? (/^br\b/i.test(tag ?? '') ? '\n' : ''));
    }
  }
  parts.push(raw.slice(end));
  return { text: parts.join(''), changed: changed || emphasis.found };
}

/** Drops the signs of emphasis that come in pairs. */
class Emphasis {
  found = false;
  private readonly open = new Map<string, number[]>();

  constructor(private readonly parts: string[]) {}

  add(run: string, before: string, after: string): void {
    const sign = run.charAt(0);
    const isWithinWord = sign === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    const isText = (side: string): boolean => side !== '' && !/\s/.test(side);
    const opened = this.open.get(sign) ?? [];
    this.open.set(sign, opened);
    let left = run;
    while (left !== '' && isText(before) && !isWithinWord) {
      const at = opened.at(-1);
      if (at === undefined) break;
      const other = this.parts[at] ?? '';
      const both = Math.min(other.length, left.length);
      this.parts[at] = other.slice(both);
      if (other.length === both) opened.pop();
      left = left.slice(both);
      this.found = true;
    }
    if (left !== '' && isText(after) && !isWithinWord) opened.push(this.parts.length);
    this.parts.push(left);
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()];
  const point = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
