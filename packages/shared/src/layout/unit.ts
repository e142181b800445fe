// One argument with all that hangs beneath it, laid out in itself: a thesis card, one premise, or joint premises in a
// frame. A unit never changes, so it is kept until something in it or beneath it changes.
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Id } from '../map/id.ts';
import type { CardBox, EdgePath, GroupBox } from './boxes.ts';
import type { CardSize } from './card.ts';
import { noContour, withColumn, type Contour } from './contour.ts';
import { GAP, GRID } from './grid.ts';
import { packed, spread, stacked, type Stack } from './stack.ts';

/** A unit and where its box begins, in px below the beginning of the box it hangs on. */
export interface Placed {
  readonly unit: Unit;
  readonly y: number;
}

export interface UnitCard {
  /** The claim's id, or the reference's. */
  readonly id: Id;
  readonly claim: Claim;
  readonly reference: boolean;
  readonly beside: boolean;
  readonly size: CardSize;
  readonly beneath: number;
  readonly hidden: number;
  readonly y: number;
  readonly replies: readonly Placed[];
}

export interface Unit {
  /** The argument's id, or the thesis'. */
  readonly id: Id;
  readonly argument: Argument | null;
  readonly cards: readonly UnitCard[];
  readonly framed: boolean;
  readonly height: number;
  readonly undercuts: readonly Placed[];
  readonly top: Contour;
  readonly bottom: Contour;
  /** Claims in it and beneath it, hidden ones too. */
  readonly claims: number;
  /** What was drawn of it last and where; drawn again only when it moved. */
  drawn: Drawn | undefined;
}

export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly cards: readonly CardBox[];
  readonly group: GroupBox | null;
  readonly edge: EdgePath | null;
}

export interface Member {
  readonly id: Id;
  readonly claim: Claim;
  readonly reference: boolean;
  readonly beside: boolean;
  readonly size: CardSize;
  readonly beneath: number;
  readonly hidden: number;
  readonly replies: readonly Unit[];
}

/** Whether an argument stands in the column of what it speaks to, which then is an argument, too. */
export const isBeside = (argument: Argument | null): boolean => argument?.target.kind === 'argument';

const NOTHING: readonly Placed[] = [];

/**
 * Lays out an argument (null: a thesis) from its premises, with a strip between two of them, and the finished units that
 * hang on them and on it. One
 * without premises is kept, too, to be known when a premise comes, but is not drawn.
 */
export function unitOf(
  id: Id,
  argument: Argument | null,
  members: readonly Member[],
  undercuts: readonly Unit[],
  strip: number,
): Unit {
  const framed = members.length > 1;
  const { tops, height } = premiseStack(members, framed, strip);
  const forest = forestOf(members, tops);
  const own = { height, top: withColumn(0, forest.top), bottom: withColumn(height, forest.bottom) };
  const stack = undercuts.length > 0 ? packed([own, ...undercuts], GAP.undercut) : undefined;
  return {
    id,
    argument,
    cards: members.map(({ id, claim, reference, beside, size, beneath, hidden }, i) => {
      return {
        id,
        claim,
        reference,
        beside,
        size,
        beneath,
        hidden,
        y: tops[i] ?? 0,
        replies: forest.replies[i] ?? NOTHING,
      };
    }),
    framed,
    height,
    undercuts: stack ? undercuts.map((unit, i) => ({ unit, y: stack.at[i + 1] ?? 0 })) : NOTHING,
    top: stack?.top ?? own.top,
    bottom: stack?.bottom ?? own.bottom,
    claims: claimsIn(members, undercuts),
    drawn: undefined,
  };
}

const ALONE = [0];

function premiseStack(
  members: readonly Member[],
  framed: boolean,
  strip: number,
): { tops: readonly number[]; height: number } {
  const { paddingY } = GRID.group;
  if (!framed) return { tops: ALONE, height: members[0]?.size.height ?? 0 };
  let y = paddingY;
  const tops = members.map(({ size }) => {
    const top = y;
    y += size.height + strip;
    return top;
  });
  return { tops, height: y - strip + paddingY };
}

interface Forest {
  /** By premise. */
  readonly replies: readonly (readonly Placed[])[];
  readonly top: Contour;
  readonly bottom: Contour;
}

const NO_REPLIES: Forest = { replies: [], top: noContour, bottom: noContour };

/** The replies to all premises: each premise's own stack centred on it, as far as the others leave room. */
function forestOf(members: readonly Member[], tops: readonly number[]): Forest {
  const stacks: Stack[] = [];
  const wanted: number[] = [];
  for (const [i, { size, replies }] of members.entries()) {
    if (replies.length === 0) continue;
    const stack = stacked(replies, GAP.siblings);
    stacks.push(stack);
    wanted.push(Math.floor((tops[i] ?? 0) + size.height / 2 - ((stack.at[0] ?? 0) + stack.height) / 2));
  }
  if (stacks.length === 0) return NO_REPLIES;
  const { at, top, bottom } = spread(stacks, wanted, GAP.premises);
  let next = 0;
  const replies = members.map((member): readonly Placed[] => {
    if (member.replies.length === 0) return NOTHING;
    const [stack, begin] = [stacks[next], at[next] ?? 0];
    next++;
    return member.replies.map((unit, j) => ({ unit, y: begin + (stack?.at[j] ?? 0) }));
  });
  return { replies, top, bottom };
}

function claimsIn(members: readonly Member[], undercuts: readonly Unit[]): number {
  let sum = 0;
  for (const { reference, beneath } of members) sum += beneath + (reference ? 0 : 1);
  for (const unit of undercuts) sum += unit.claims;
  return sum;
}
