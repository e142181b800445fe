// What a sentence says, cut at the words that tell: parts that are reasons, examples, concessions of one another.
import type { Cue } from './cues.ts';
import type { Rule, SuggestedRole } from './rule.ts';
import { CLINGING, past } from './sentenceEnds.ts';
import type { Units } from './sentences.ts';

export interface Part extends Units {
  role: SuggestedRole;
  /** The rule that suggests it; null as long as it is only what stands beside a suggestion. */
  rule: Rule | null;
  cues: readonly Units[];
  /** What it is a reason, an example or a concession of: another part of its sentence, or the sentence before. */
  of: Part | 'before' | null;
}

const CLAUSE_BREAK = /[，；]|[,;](?!\d)/g;
const LEADING = new RegExp(`(?:[\\s，,、：:；;—](?![${CLINGING}]))+`, 'uy');
const TRAILING = /[\s。.．；;：:，,、…—]+$/;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
/** So many letters say enough to be a claim; a Chinese character counts as two. An item or a heading may be shorter. */
const ENOUGH = 6;

/** Without the space, the commas and the final stop around it; undefined where too little is left. */
export function bare(text: string, { from, to }: Units, least = 1): Units | undefined {
  const begin = past(LEADING, text, from);
  const words = text.slice(begin, to).replace(TRAILING, '');
  return says(words, least) ? { from: begin, to: begin + words.length } : undefined;
}

function says(words: string, least: number): boolean {
  let letters = 0;
  for (const character of words) {
    if (LETTER.test(character)) letters += HAN.test(character) ? 2 : 1;
    if (letters >= least) return true;
  }
  return false;
}

const claimIn = (text: string, units: Units): Units | undefined => bare(text, units, ENOUGH);

const spansOf = ({ from, to, second }: Cue): readonly Units[] => [{ from, to }, ...(second ? [second] : [])];
const partOf = (units: Units, cue: Cue, role = cue.rule.role): Part => ({ from: units.from, to: units.to, role, rule: cue.rule, cues: spansOf(cue), of: null }); // prettier-ignore

/** The two sides of a first comma, where both say enough. */
function halves(text: string, { from, to }: Units): readonly [Units, Units] | undefined {
  CLAUSE_BREAK.lastIndex = from;
  const found = CLAUSE_BREAK.exec(text);
  if (!found || found.index >= to) return undefined;
  const first = claimIn(text, { from, to: found.index });
  const second = claimIn(text, { from: found.index + 1, to });
  return first && second ? [first, second] : undefined;
}

/** What a cue makes a statement about: the rest of its clause and what follows up to the next cue. */
function bodyOf(text: string, cue: Cue, to: number): Units | undefined {
  if (cue.second) return claimIn(text, { from: cue.second.to, to });
  return claimIn(text, { from: cue.start < cue.from ? cue.start : cue.to, to });
}

/** The parts of a sentence, or of an item in one; a first part without a cue is among them. */
export function partsOf(text: string, units: Units, cues: readonly Cue[], item: boolean): readonly Part[] {
  const lead = bare(text, { from: units.from, to: cues[0]?.start ?? units.to }, item ? 1 : ENOUGH);
  const bodies = cues.map((cue, i) => bodyOf(text, cue, cues[i + 1]?.start ?? units.to));
  const parts: Part[] = lead ? [{ ...lead, role: 'point', rule: null, cues: [], of: null }] : [];
  const last = new Map(cues.map(({ rule }, i) => [rule.role, i]));
  cues.forEach((cue, i) => {
    const body = bodies[i];
    const second = SECOND[cue.rule.role];
    const open = second !== undefined && (last.get(second) ?? 0) <= i;
    if (body) parts.push(...partsAt(text, body, cue, parts.length === 0 && open));
  });
  parts.forEach((part, i) => {
    part.of ??= partnerOf(part, parts[i - 1] ?? null, (role) =>
      parts.find((other, at) => at > i && other.role === role),
    );
  });
  const first = bodies.findIndex((body) => body !== undefined);
  if (!lead && first > 0) lend(mainOf(parts), cues.slice(0, first));
  return parts;
}

/** What the second half of a statement is marked as, if it is: 因为…，所以…. */
const SECOND: Partial<Record<SuggestedRole, SuggestedRole>> = {
  reason: 'conclusion',
  concession: 'contrast',
};

/** One part; or two, where one cue makes a statement about both sides of a comma: 因为…，…. */
function partsAt(text: string, body: Units, cue: Cue, both: boolean): readonly Part[] {
  const part = partOf(body, cue);
  if (!SECOND[cue.rule.role]) return [part];
  if (cue.second) {
    const told = claimIn(text, { from: cue.start < cue.from ? cue.start : cue.to, to: cue.second.from });
    const point = told && partOf(told, cue, 'point');
    return point ? [point, { ...part, of: point }] : [part];
  }
  const sides = both ? halves(text, body) : undefined;
  if (!sides) return [part];
  const point = partOf(sides[1], cue, 'point');
  return [{ ...part, ...sides[0], of: point }, point];
}

/** What a part belongs to: 虽然 to what 但是 says, 因为 to what 所以 says; else what stands before it. */
function partnerOf(
  part: Part,
  before: Part | null,
  after: (role: SuggestedRole) => Part | undefined,
): Part['of'] {
  if (part.role === 'concession') {
    const turned = after('contrast');
    if (turned)
      Object.assign(turned, { role: 'point', rule: part.rule, cues: [...part.cues, ...turned.cues] });
    return turned ?? before;
  }
  if (part.role === 'reason') return after('conclusion') ?? before ?? 'before';
  return part.role === 'example' ? (before ?? 'before') : null;
}

/** The part that the others belong to. */
export const mainOf = (parts: readonly Part[]): Part | undefined =>
  parts.find(({ role }) => role === 'point') ?? parts.find(({ of }) => of === null) ?? parts[0];

/** Cues before other cues tell what the main part is: 但是，因为…，…. */
function lend(main: Part | undefined, [first, ...more]: readonly Cue[]): void {
  if (!main || !first) return;
  main.cues = [...[first, ...more].flatMap(spansOf), ...main.cues];
  if (main.role === 'point') Object.assign(main, { role: first.rule.role, rule: first.rule });
}
