// What one list item says, in the words of our own outlines or in those that people use in theirs.
import type { Bearing } from '../../map/tables/quotations.ts';
import type { Relation } from '../../map/relation.ts';
import { plainText } from './markdownPlain.ts';
import { ALL_WORDS, type Words } from '../words.ts';

export interface Said {
  /** A stance says what stands under it. */
  readonly kind: 'claim' | 'comment' | 'stance';
  /** The number of a line of ours, such as `1.2a`. */
  readonly number?: string | undefined;
  /** Undefined where nothing is said, and for joint premises. */
  readonly relation?: Relation | undefined;
  readonly scheme?: string | undefined;
  /** `joint` for one of several joint premises, `group` for the line above them. */
  readonly joint?: 'joint' | 'group' | undefined;
  readonly text: string;
  /** The number of the line where the claim stands. */
  readonly see?: string | undefined;
  /** The letter of the part in which its branch goes on. */
  readonly continued?: string | undefined;
  /** Of a comment; empty where nobody is named. */
  readonly author?: string;
  /** Whether markup was taken away that meant something. */
  readonly changed: boolean;
}

export function saidIn(raw: string): Said {
  return ourLine(raw) ?? ourComment(raw) ?? theirs(raw);
}

/** A number in bold type, then the relation, unless it is a joint premise. */
function ourLine(raw: string): Said | undefined {
  const [head, number, bracket] = /^\*\*([\w.]{1,200})(\))?\*\*(?: |$)/.exec(raw) ?? [];
  if (head === undefined) return undefined;
  const rest = raw.slice(head.length);
  if (bracket !== undefined) return { kind: 'claim', number, joint: 'joint', ...wordsOf(rest) };
  const [labelled, label = ''] = /^[●+−↗] \*((?:\\.|[^*\\])+)\*(?: |$)/.exec(rest) ?? [];
  const read = labelled === undefined ? undefined : labelOf(label);
  return read && { kind: 'claim', number, ...read, ...wordsOf(rest.slice(labelled?.length ?? 0)) };
}

/** "Undercut, aimed at the inference of 1.2 (Expert opinion), together:" */
function labelOf(label: string): Pick<Said, 'relation' | 'scheme' | 'joint'> | undefined {
  for (const words of ALL_WORDS) {
    if (!label.endsWith(words.colon)) continue;
    const bare = label.slice(0, -words.colon.length);
    const isGroup = bare.endsWith(words.together);
    const rest = isGroup ? bare.slice(0, -words.together.length) : bare;
    for (const relation of ['thesis', 'support', 'rebut', 'undercut'] as const) {
      const word = words.relation[relation];
      if (!rest.startsWith(word)) continue;
      const scheme = withoutAim(rest.slice(word.length), words);
      const named = scheme === '' ? undefined : within(words.scheme, scheme);
      if (scheme !== '' && named === undefined) continue;
      return {
        relation,
        joint: isGroup ? 'group' : undefined,
        scheme: named === undefined ? undefined : plainText(named).text,
      };
    }
  }
  return undefined;
}

/** Where an undercut is aimed is plain from its place. */
function withoutAim(label: string, words: Words): string {
  const [before = '', after = ''] = words.aimedAt('\0').split('\0');
  if (!label.startsWith(before)) return label;
  const rest = label.slice(before.length).replace(/^[\w.]+/, '');
  return rest.startsWith(after) ? rest.slice(after.length) : label;
}

/** What stands at the end of a line of ours: a text or where to find it, and where the branch goes on. */
function wordsOf(raw: string): Pick<Said, 'text' | 'see' | 'continued' | 'changed'> {
  const [tail, mark = ''] = /(?:^| )\*(→ [^*]{1,40})\*$/.exec(raw.slice(-60)) ?? [];
  const continued = firstOf((words) => within(words.continued, mark));
  const body = continued !== undefined && tail !== undefined ? raw.slice(0, raw.length - tail.length) : raw;
  const see = firstOf((words) => /^[\w.]+$/.exec(within(words.see, body) ?? '')?.[0]);
  return { ...plainText(see === undefined ? body : ''), see, continued };
}

function ourComment(raw: string): Said | undefined {
  const [labelled, label = ''] = /^\*((?:\\.|[^*\\])+)\*(?: |$)/.exec(raw) ?? [];
  if (labelled === undefined) return undefined;
  const author = firstOf((words) => (label === words.comment('') ? '' : within(words.comment, label)));
  if (author === undefined) return undefined;
  const { text, changed } = plainText(raw.slice(labelled.length));
  return { kind: 'comment', author: plainText(author).text, text, changed };
}

const COLON = '\\s*[:：]\\s*';
const STANCES: readonly (readonly [relation: Relation, signs: string, words: string])[] = [
  [
    'support',
    '[+＋✓✔✅👍]\ufe0f?',
    'pros?|for|supports?|supporting|reasons?|arguments? for|because|支持|赞成|正方|理由|论据',
  ],
  [
    'rebut',
    '[-−–—✗✘❌👎]\ufe0f?',
    'cons?|contra|against|rebuttals?|objections?|counter-?arguments?|arguments? against|but|反驳|反对|反方|质疑',
  ],
  ['undercut', '↗\ufe0f?', 'undercuts?|undercutting|削弱推理|削弱'],
];
const MARKS = STANCES.map(([relation, signs, words]) => ({
  relation,
  mark: new RegExp(
    `^(?:(?:${signs})(?:\\s+|$)|[([](?:${signs}|${words})[)\\]]\\s*|(?:${words})${COLON})`,
    'iu',
  ),
  alone: new RegExp(`^(?:(?:${signs})\\s*)?(?:${words})(?:${COLON})?$`, 'iu'),
}));

/** A bullet of any outline, perhaps with a mark that tells its stance. */
function theirs(raw: string): Said {
  const { text, changed } = plainText(raw);
  const alone = stanceOf(text);
  if (alone) return { kind: 'stance', relation: alone, text, changed };
  for (const { relation, mark } of MARKS) {
    const [found] = mark.exec(text) ?? [];
    if (found !== undefined) return { kind: 'claim', relation, text: text.slice(found.length), changed };
  }
  return { kind: 'claim', text, changed };
}

/** The stance that a heading or a bullet announces for what stands under it: "Pros", "反对：". */
export const stanceOf = (text: string): Relation | undefined =>
  text.length > 40 ? undefined : MARKS.find(({ alone }) => alone.test(text.trim()))?.relation;

export interface Cited {
  readonly exact: string;
  readonly title: string;
  /** Of the source. */
  readonly number: number;
  readonly bearing: Bearing;
}

/** A quotation of ours, with its source behind it; undefined for any other. */
export function citedIn(raw: string): Cited | undefined {
  if (!raw.endsWith('*')) return undefined;
  let at = raw.lastIndexOf('*', raw.length - 2);
  while (at > 0 && raw[at - 1] === '\\') at = raw.lastIndexOf('*', at - 1);
  const label = raw.slice(at + 1, -1);
  const number = Number(/(\d{1,6})\D*$/.exec(label.slice(-60))?.[1] ?? 0);
  for (const words of at < 0 ? [] : ALL_WORDS) {
    for (const bearing of ['verbatim', 'paraphrase', 'inference', 'disputes'] as const) {
      const title = within((name) => words.cited(name, number, words.bearing[bearing]), label);
      if (title === undefined) continue;
      return {
        exact: plainText(raw.slice(0, at).trim()).text,
        title: plainText(title).text,
        number,
        bearing,
      };
    }
  }
  return undefined;
}

/** The heading of a part, and the line that it continues. */
export function partIn(heading: string): { readonly letter: string; readonly number: string } | undefined {
  const [, letter, number] = /^([A-Z]{1,9})\D{1,20} ([\w.]{1,200})[)）]$/.exec(heading) ?? [];
  if (letter === undefined || number === undefined) return undefined;
  return firstOf((words) => (words.continuing(letter, number) === heading ? { letter, number } : undefined));
}

/** What stands in the gap of a phrase of ours; undefined where it is another phrase, or nothing stands there. */
export function within(phrase: (gap: string) => string, seen: string): string | undefined {
  const [before = '', after = ''] = phrase('\0').split('\0');
  const isPhrase =
    seen.startsWith(before) && seen.endsWith(after) && seen.length > before.length + after.length;
  return isPhrase ? seen.slice(before.length, seen.length - after.length) : undefined;
}

export function firstOf<T>(
  find: (words: Words & { readonly language: string }) => T | undefined,
): T | undefined {
  for (const words of ALL_WORDS) {
    const found = find(words);
    if (found !== undefined) return found;
  }
  return undefined;
}
