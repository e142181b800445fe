// What of the map is on the wall: the question, the claim under discussion, and as many answers to it as can be read.
import {
  isLive,
  lineage,
  premisesOf,
  relationOf,
  repliesTo,
  sideNamed,
  theses,
  type ArgumentMap,
  type Claim,
  type Relation,
  type Side,
} from '@counterpoint/shared';

/** One argument: what counts only together stands together. */
export interface Answer {
  readonly id: string;
  readonly relation: Relation;
  readonly claims: readonly Claim[];
  readonly side: Side | undefined;
}

export interface Branch {
  readonly question: string;
  readonly language: string;
  /** Null where it is the question itself. */
  readonly discussed: (Omit<Answer, 'claims'> & { readonly claim: Claim }) | null;
  readonly answers: readonly Answer[];
}

/** [S-27] The claim that is shown to everyone, else the first thesis, with what speaks for and against it. */
export function branchOf(map: ArgumentMap, shown: Claim | null): Branch {
  const claim = shown ?? theses(map)[0] ?? null;
  const home = claim?.home ?? null;
  const argument = home === null ? undefined : map.arguments.get(home);
  const top = claim && [...lineage(map, claim.id)].flatMap((node) => (node.kind === 'claim' ? node.value : [])).at(-1); // prettier-ignore
  const question = map.info.question || top?.text || map.info.title;
  const replies = claim
    ? [...repliesTo(map, claim.id), ...(argument ? repliesTo(map, argument.id) : [])]
    : [];
  const answers = replies.flatMap((reply): Answer[] => {
    const claims = premisesOf(map, reply.id).map((premise) => premise.claim).filter(({ id }) => isLive(map, id)); // prettier-ignore
    if (claims.length === 0) return [];
    return [
      { id: reply.id, relation: relationOf(reply), claims, side: sideNamed(map, claims[0]?.side ?? null) },
    ];
  });
  return {
    question,
    language: map.info.question ? map.info.language : (top?.language ?? map.info.language),
    discussed:
      claim && claim.text !== question
        ? {
            id: claim.id,
            claim,
            relation: argument ? relationOf(argument) : 'thesis',
            side: sideNamed(map, claim.side),
          }
        : null,
    answers,
  };
}

/** How many lines a text takes, if a Han character is as wide as the letters are high and others are half of that. */
export function linesOf(text: string, ems: number): number {
  let width = 0;
  for (const letter of text) width += /[\u2e80-\uffef]/u.test(letter) ? 1 : 0.52;
  return Math.max(1, Math.ceil(width / ems));
}

/** Of 1920 by 1080. */
export const WALL = {
  question: 60,
  longQuestion: 44,
  letters: 40,
  most: 4,
  wide: 29,
  beside: 16,
  height: 1080,
} as const;

/** The most lines that the question takes, and in which letters. */
export function questionSize(question: string): { readonly letters: number; readonly lines: number } {
  const lines = linesOf(question, 1230 / WALL.question);
  if (lines <= 2) return { letters: WALL.question, lines };
  return { letters: WALL.longQuestion, lines: Math.min(3, linesOf(question, 1230 / WALL.longQuestion)) };
}

const heightOf = ({ claims }: Answer, ems: number): number =>
  86 +
  claims.reduce((sum, { text }) => sum + Math.min(WALL.most, linesOf(text, ems)) * WALL.letters * 1.38, 0);

/** The first answers that there is room for; one at least. */
export function fitting({ question, discussed, answers }: Branch): readonly Answer[] {
  const { letters, lines } = questionSize(question);
  const room = WALL.height - 300 - lines * letters * 1.28;
  let used = 0;
  const count = answers.findIndex((answer) => {
    used += heightOf(answer, discussed ? WALL.beside : WALL.wide) + 24;
    return used > room;
  });
  return count === -1 ? answers : answers.slice(0, Math.max(1, count));
}
