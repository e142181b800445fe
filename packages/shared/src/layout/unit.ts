// One argument with all that hangs beneath it, laid out in itself: a thesis card, one premise, or joint premises in a
// frame. A unit never changes, so it is kept until something in it or beneath it changes.
import type { Argument, Claim, Id } from '../map/map.ts';
import type { CardBox, EdgePath, GroupBox } from './boxes.ts';
import type { CardSize } from './card.ts';
import { withColumn, type Contour } from './contour.ts';
import { GAP, GRID } from './grid.ts';
import { packed, spread, stacked } from './stack.ts';

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
  readonly size: CardSize;
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
  drawn?: Drawn;
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
  readonly size: CardSize;
  readonly hidden: number;
  readonly replies: readonly Unit[];
}

/** Lays out an argument (null: a thesis) from its premises and the finished units that hang on them and on it. */
export function unitOf(id: Id, argument: Argument | null, members: readonly Member[], undercuts: readonly Unit[]): Unit {
  const framed = members.length !== 1;
  const { tops, height } = premiseStack(members, framed);
  const forest = forestOf(members, tops);
  const own = { height, top: withColumn(0, forest.top), bottom: withColumn(height, forest.bottom) };
  const { at, top, bottom } = undercuts.length > 0 ? packed([own, ...undercuts], GAP.undercut) : { at: [0], ...own };
  return {
    id,
    argument,
    cards: members.map((member, i) => ({ ...member, y: tops[i] ?? 0, replies: forest.replies[i] ?? [] })),
    framed,
    height,
    undercuts: undercuts.map((unit, i) => ({ unit, y: at[i + 1] ?? 0 })),
    top,
    bottom,
    claims: claimsIn(members, undercuts),
  };
}

function premiseStack(members: readonly Member[], framed: boolean): { tops: number[]; height: number } {
  const { paddingY, strip, empty } = GRID.group;
  if (!framed) return { tops: [0], height: members[0]?.size.height ?? 0 };
  if (members.length === 0) return { tops: [], height: empty };
  let y = paddingY;
  const tops = members.map(({ size }) => {
    const top = y;
    y += size.height + strip;
    return top;
  });
  return { tops, height: y - strip + paddingY };
}

interface Forest {
  readonly replies: readonly (readonly Placed[])[];
  readonly top: Contour;
  readonly bottom: Contour;
}

/** The replies to all premises: each premise's own stack centred on it, as far as the others leave room. */
function forestOf(members: readonly Member[], tops: readonly number[]): Forest {
  const stacks = members.map(({ replies }) => stacked(replies, GAP.siblings));
  const wanted = members.map(({ size, replies }, i) => {
    const first = stacks[i]?.at[0] ?? 0;
    const end = stacks[i]?.height ?? 0;
    return replies.length === 0 ? 0 : Math.floor((tops[i] ?? 0) + size.height / 2 - (first + end) / 2);
  });
  const used = [...stacks.keys()].filter((i) => members[i]?.replies.length);
  const all = spread(
    used.flatMap((i) => stacks[i] ?? []),
    used.map((i) => wanted[i] ?? 0),
    GAP.premises,
  );
  const offsets = new Map(used.map((i, at) => [i, all.at[at] ?? 0]));
  const replies = members.map((member, i) =>
    member.replies.map((unit, j) => ({ unit, y: (offsets.get(i) ?? 0) + (stacks[i]?.at[j] ?? 0) })),
  );
  return { replies, top: all.top, bottom: all.bottom };
}

function claimsIn(members: readonly Member[], undercuts: readonly Unit[]): number {
  const beneath = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.claims, 0);
  const own = members.reduce((sum, { reference, hidden, replies }) => sum + (reference ? 0 : 1) + hidden + beneath(replies), 0);
  return own + beneath(undercuts);
}
