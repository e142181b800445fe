// Builds maps for tests in few words, with the same ids on every run. Not part of the product.
import { applyEdit } from '../src/map/applyEdit.ts';
import type { Edit, LoggedEdit } from '../src/map/edit.ts';
import type { Place } from '../src/map/edits/place.ts';
import { emptyMap, type ArgumentMap } from '../src/map/map.ts';
import type { Claim } from '../src/map/tables/claims.ts';
import type { Direction } from '../src/map/tables/arguments.ts';
import type { Id } from '../src/map/id.ts';
import { NEW_SETTINGS, type MapInfo } from '../src/map/info.ts';
import type { Role } from '../src/map/tables/participants.ts';
import { may } from '../src/map/roles.ts';
import { orderLast } from '../src/map/order.ts';
import { applyPatches, contentOf, put, type Patch } from '../src/map/patch.ts';
import {
  commentsOn,
  mergersInto,
  nodeAt,
  premisesOf,
  quotationsOf,
  repliesTo,
  subtree,
  theses,
} from '../src/map/tree.ts';
import type { RefusalCode, Result } from '../src/result.ts';

/** A valid UUIDv7 out of a small number; ids of one builder never meet those of `group`s beside it. */
export const anId = (n: number, group = 0): Id =>
  `01920000-0000-7000-8${group.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;

const person = (n: number): Id => anId(n, 0xfff);
export const OWNER = person(1);
export const MODERATOR = person(2);
export const PARTICIPANT = person(3);
export const OTHER_PARTICIPANT = person(4);
export const SUGGESTER = person(5);
export const OTHER_SUGGESTER = person(6);
export const OBSERVER = person(7);
/** Was in the map once and has no role any more. */
export const FORMER = person(8);
export const STRANGER = person(99);
/** One of each role. */
export const EVERYBODY: readonly Id[] = [OWNER, MODERATOR, PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, OBSERVER]; // prettier-ignore

const PEOPLE: readonly (readonly [Id, string, Role | null])[] = [
  [OWNER, 'Olga', 'owner'],
  [MODERATOR, 'Mo', 'moderator'],
  [PARTICIPANT, 'Pia', 'participant'],
  [OTHER_PARTICIPANT, '潘', 'participant'],
  [SUGGESTER, 'Su', 'suggester'],
  [OTHER_SUGGESTER, 'Sven', 'suggester'],
  [OBSERVER, 'Ob', 'observer'],
  [FORMER, 'Fo', null],
];

const INFO: MapInfo = {
  title: 'A map',
  question: 'Is it so?',
  about: '',
  language: 'en',
  ...NEW_SETTINGS,
};

export const aMap = (info: Partial<MapInfo> = {}, group = 0): MapBuilder => new MapBuilder(info, group);

type More = { readonly by?: Id; readonly order?: string; readonly language?: string };
type Reply = { readonly claim: Id; readonly argument: Id };

/** Every method asks for one edit, as a person would, and throws when the edit is refused. */
export class MapBuilder {
  map: ArgumentMap;
  private made = 0;
  private clock = 1_000;

  /** Ids of builders of different `group`s never meet. */
  constructor(
    info: Partial<MapInfo>,
    private readonly group = 0,
  ) {
    const areMadeUp = (info.faces ?? 'named') !== 'named';
    const people = PEOPLE.map(([id, name, role]) =>
      put('participants', {
        id,
        name,
        role,
        side: null,
        pseudonym: areMadeUp && !may(role, 'review'),
        at: 0,
      }),
    );
    this.map = applyPatches(emptyMap, [{ table: 'info', put: { ...INFO, ...info } }, ...people]);
  }

  newId(): Id {
    return anId(++this.made, this.group);
  }

  /** Asks for an edit and keeps its result, if it is allowed. */
  /** Lets so many ms pass. */
  wait(ms: number): void {
    this.clock += ms;
  }

  ask(edit: LoggedEdit, by: Id | null = OWNER, id: Id = this.newId()): Result<readonly Patch[]> {
    const result = applyEdit(this.map, edit, { id, by, at: ++this.clock });
    if (result.ok) this.map = applyPatches(this.map, result.value);
    return result;
  }

  /** Asks for an edit that must be allowed. */
  edit(edit: LoggedEdit, by: Id | null = OWNER): readonly Patch[] {
    const result = this.ask(edit, by);
    if (!result.ok)
      throw new Error(`${edit.kind} was refused: ${result.refusal.code}, ${result.refusal.message}`);
    return result.value;
  }

  /** The code of the refusal of an edit, 'ok' when it would be allowed. The map stays. */
  answer(edit: LoggedEdit, by: Id | null = OWNER): RefusalCode | 'ok' {
    const result = applyEdit(this.map, edit, { id: anId(1, 0xffe), by, at: this.clock });
    return result.ok ? 'ok' : result.refusal.code;
  }

  /** Sends an edit that needs review, and answers the id of its proposal. */
  propose(edit: Edit, by: Id = SUGGESTER): Id {
    const id = this.newId();
    const result = this.ask(edit, by, id);
    if (!result.ok) throw new Error(`${edit.kind} was refused: ${result.refusal.code}`);
    if (!this.map.proposals.has(id)) throw new Error(`${edit.kind} did not become a proposal`);
    return id;
  }

  thesis(text = 'A thesis', { by, order = orderLast(theses(this.map)), language = 'en' }: More = {}): Id {
    const claim = this.newId();
    this.edit({ kind: 'add-claim', claim, text, language, to: { at: 'thesis', order } }, by);
    return claim;
  }

  support(target: Id, text = 'A reason', more: More = {}): Reply {
    return this.reply('support', target, text, more);
  }

  /** A rebuttal of a claim, or an undercut of an argument. */
  rebut(target: Id, text = 'An objection', more: More = {}): Reply {
    return this.reply('rebut', target, text, more);
  }

  /** One more premise of an argument. */
  joint(argument: Id, text = 'And also', { by, order, language = 'en' }: More = {}): Id {
    const claim = this.newId();
    const to = {
      at: 'premise',
      argument,
      order: order ?? orderLast(premisesOf(this.map, argument)),
    } as const;
    this.edit({ kind: 'add-claim', claim, text, language, to }, by);
    return claim;
  }

  /** The claim once more, as a premise of an argument. */
  refer(claim: Id, argument: Id, { by, order }: More = {}): Id {
    const reference = this.newId();
    const to = {
      at: 'premise',
      argument,
      order: order ?? orderLast(premisesOf(this.map, argument)),
    } as const;
    this.edit({ kind: 'add-reference', reference, claim, to }, by);
    return reference;
  }

  comment(claim: Id, text = 'A remark', by: Id = PARTICIPANT): Id {
    const comment = this.newId();
    this.edit({ kind: 'comment', comment, claim, text }, by);
    return comment;
  }

  /** A text that claims can rest on; answers source and edition. */
  source(text = 'The river rises. 河水上涨。', by?: Id): { readonly source: Id; readonly edition: Id } {
    const [source, edition] = [this.newId(), this.newId()];
    const named = { title: 'A speech', url: 'https://example.org/speech', language: 'en' };
    this.edit({ kind: 'add-source', source, edition, ...named, text, marks: [] }, by);
    return { source, edition };
  }

  quote(claim: Id, edition: Id, [start, end]: readonly [number, number] = [0, 9], by?: Id): Id {
    const quotation = this.newId();
    this.edit({ kind: 'quote', quotation, claim, edition, start, end, bearing: 'paraphrase' }, by);
    return quotation;
  }

  remove(id: Id, by?: Id): void {
    this.edit({ kind: 'remove', id }, by);
  }

  /** A place in a new argument for or against a claim or an argument. */
  newArgument(
    direction: Direction,
    target: Id,
    order = orderLast(repliesTo(this.map, target)),
  ): Place & { at: 'argument' } {
    const kind = nodeAt(this.map, target)?.kind ?? 'claim';
    return { at: 'argument', argument: this.newId(), direction, target: { kind, id: target }, order };
  }

  claim(id: Id): Claim {
    const claim = this.map.claims.get(id);
    if (!claim) throw new Error(`there is no claim ${id}`);
    return claim;
  }

  /** The tree that people see, one line a claim, `+` for support, `-` for a rebuttal, `~` for an undercut, `&` for a joint premise, `=` for a reference. */
  get picture(): string {
    return pictureOf(this.map);
  }

  private reply(direction: Direction, target: Id, text: string, { by, order, language = 'en' }: More): Reply {
    const claim = this.newId();
    const to = this.newArgument(direction, target, order);
    this.edit({ kind: 'add-claim', claim, text, language, to }, by);
    return { claim, argument: to.argument };
  }
}

export function pictureOf(map: ArgumentMap): string {
  const lines: string[] = [];
  const drawClaim = (claim: Claim, sign: string, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${sign}${claim.text}`);
    drawReplies(claim.id, depth);
  };
  const drawReplies = (id: Id, depth: number): void => {
    for (const { id: argument, direction, target } of repliesTo(map, id)) {
      const sign = target.kind === 'argument' ? '~ ' : direction === 'support' ? '+ ' : '- ';
      for (const [i, { claim, reference }] of premisesOf(map, argument).entries()) {
        const mark = (i === 0 ? sign : '& ') + (reference ? '= ' : '');
        if (reference) lines.push(`${'  '.repeat(depth + 1)}${mark}${claim.text}`);
        else drawClaim(claim, mark, depth + 1);
      }
      drawReplies(argument, depth + 1);
    }
  };
  for (const thesis of theses(map)) drawClaim(thesis, '', 0);
  return lines.join('\n');
}

/**
 * What people see of a map, one line a thing. Left out is what undo cannot bring back: who did something and when (an
 * undo has its own author and time), the wordings that wait beside a claim, and what is removed or out of sight.
 */
export function seenOf(map: ArgumentMap): string {
  const seen: unknown[] = [map.info, [...map.participants.values()].map(({ id, role }) => [id, role])];
  const see = (id: Id): void => {
    for (const { value } of subtree(map, id)) {
      if ('text' in value) {
        const { text, language, home, order } = value;
        seen.push(
          [value.id, text, language, home, order],
          commentsOn(map, value.id).map((comment) => [comment.id, comment.text]),
          quotationsOf(map, value.id).map(({ id: quotation, exact, gloss }) => [
            quotation,
            exact,
            gloss?.text,
          ]),
          mergersInto(map, value.id).map(({ id: merged, text: words, by }) => [merged, words, by]),
        );
      } else {
        const { direction, target, order, scheme } = value;
        const references = premisesOf(map, value.id).flatMap((premise) => premise.reference ?? []);
        seen.push(
          [value.id, direction, target, order, scheme],
          references.map(({ id: reference, claim, order: at }) => [reference, claim, at]),
        );
      }
    }
  };
  for (const thesis of theses(map)) see(thesis.id);
  return seen.map((line) => JSON.stringify(line)).join('\n');
}

/** Freezes a value and all beneath it, so that a rule that writes into what it was given throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** The entities of a map, frozen; a table itself is only changed through its own methods. */
export function freezeMap(map: ArgumentMap): ArgumentMap {
  deepFreeze(contentOf(map));
  return map;
}
