// What a person of the simulation asks for next: all kinds of edits, crowded onto a few claims so that they collide.
import type { Edit, SingleEdit } from '../../map/edit.ts';
import type { Place } from '../../map/edits/place.ts';
import type { ArgumentMap } from '../../map/map.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { Role } from '../../map/tables/participants.ts';
import type { Reason } from '../../map/tables/reasons.ts';
import { trustOf } from '../../map/trust.ts';
import { FIRST_ORDER, orderAt, type Ordered } from '../../map/order.ts';
import { may } from '../../map/roles.ts';
import { premisesOf, quotationsOf, repliesTo } from '../../map/tree.ts';
import type { Viewer } from '../../map/circles.ts';
import { anyEdit, everyKind } from './anyEdit.ts';
import type { Random } from './random.ts';
import { debating, isDebating } from './debating.ts';
import { grading, isGrading } from './grading.ts';
import { isOver, isStopping, stopping } from './stopping.ts';
import { isVoting, voting } from './voting.ts';
import { aboutWaiting, isAboutWaiting } from './waiting.ts';

/** A text with this word in it cannot be stored: the whole write fails (SimulatedDisk). */
export const UNSTORABLE = 'unstorable';

const WORDS = [
  'grace',
  'owes',
  'liberty',
  'reason',
  'no',
  'every',
  '公民',
  '义务',
  '。',
  'because',
  'harm',
  'the',
];
const ROLES: (Role | null)[] = ['moderator', 'moderator', 'participant', 'suggester', 'observer', null];
/** So many claims draw most of the edits. */
const HOT = 4;

const KINDS = everyKind({
  'add-claim': 10, reword: 12, 'move-claim': 10, 'move-argument': 3, turn: 3, reorder: 4, 'add-reference': 3, 'drop-reference': 2,
  remove: 4, restore: 4, purge: 1, comment: 4, 'change-settings': 1, 'set-hold': 1, mute: 1.5, unmute: 3, 'set-role': 4, decide: 4, withdraw: 1, 'add-source': 1, 'add-edition': 1, quote: 3, requote: 2, gloss: 2, annotate: 2, 'set-rule': 1, 'drop-rule': 1, resubmit: 1, appeal: 1, flag: 2, 'close-flags': 1, reopen: 1, 'hand-over': 1, 'set-reason': 1, 'drop-reason': 1, 'set-trust': 1,
  'begin-round': 1, 'open-round': 1, finish: 1, curate: 1, look: 2,
  'merge-claim': 4, 'unmerge-claim': 2, 'split-claim': 2, 'move-quotation': 1,
  'begin-debate': 3, 'plan-debate': 0.5, clock: 2, spotlight: 0.5, 'set-side': 3, 'set-allowance': 0.5, 'raise-hand': 2, 'set-hand': 2, 'arrange-hands': 0.5, propose: 6, publish: 2, vote: 10, 'begin-poll': 1, 'end-poll': 1,
  'set-rubric': 1, grade: 5, 'release-grades': 0.5,
}); // prettier-ignore

const RESTING = ['add-source', 'add-edition', 'quote', 'requote', 'gloss', 'annotate', 'set-rule', 'drop-rule'] as const; // prettier-ignore
type Resting = (typeof RESTING)[number];
const isResting = (kind: SingleEdit['kind']): kind is Resting =>
  (RESTING as readonly SingleEdit['kind'][]).includes(kind);

const ROUNDING = ['begin-round', 'open-round', 'finish', 'curate'] as const;
type Rounding = (typeof ROUNDING)[number];
const isRounding = (kind: SingleEdit['kind']): kind is Rounding =>
  (ROUNDING as readonly SingleEdit['kind'][]).includes(kind);
const PARTING = ['merge-claim', 'unmerge-claim', 'split-claim', 'move-quotation'] as const;
type Parting = (typeof PARTING)[number];
const isParting = (kind: SingleEdit['kind']): kind is Parting =>
  (PARTING as readonly SingleEdit['kind'][]).includes(kind);

const RULINGS: readonly SingleEdit['kind'][] = [
  'remove',
  'restore',
  'purge',
  'drop-reference',
  'change-settings',
  'set-role',
];

const MODERATING = ['set-reason', 'drop-reason', 'set-trust'] as const;
type Moderating = (typeof MODERATING)[number];
const isModerating = (kind: SingleEdit['kind']): kind is Moderating =>
  (MODERATING as readonly SingleEdit['kind'][]).includes(kind);

export class Writer {
  constructor(
    private readonly random: Random,
    private readonly newId: () => Id,
  ) {}

  /** Undefined when the map offers nothing to do it to. */
  next(map: ArgumentMap, me: Viewer): Edit | undefined {
    if (!this.random.chance(0.06)) return this.single(map, me);
    const edits = [0, 1, 2].flatMap(() => this.single(map, me) ?? []);
    return edits.length > 0 ? { kind: 'batch', edits } : undefined;
  }

  private single(map: ArgumentMap, me: Viewer): SingleEdit | undefined {
    const { random } = this;
    const kind = isOver(map, me) ? 'set-hold' : random.weighted(KINDS);
    if (isAboutWaiting(kind))
      return aboutWaiting(kind, map, me, random, { reason: () => this.reason(map), text: () => this.text() });
    if (RULINGS.includes(kind)) return this.ruling(kind, map, me);
    if (isResting(kind)) return this.resting(kind, map);
    if (isModerating(kind)) return this.moderating(kind, map, me);
    if (kind === 'flag' || kind === 'close-flags') return this.flagging(kind, map);
    const making = { newId: this.newId, text: () => this.text() };
    if (isStopping(kind)) return stopping(kind, map, me, random, making);
    if (isGrading(kind)) return grading(kind, map, random, making);
    if (isVoting(kind)) return voting(kind, map, me, random, making);
    if (isRounding(kind)) return this.rounding(kind, map);
    if (kind === 'look') return this.looking(map);
    if (isParting(kind)) return this.parting(kind, map);
    if (isDebating(kind))
      return debating(kind, map, me, random, { ...making, edit: () => this.single(map, me) });
    const claim = this.claim(map);
    const argument = random.pick([...map.arguments.values()]);
    switch (kind) {
      case 'add-claim':
        return { kind, claim: this.newId(), text: this.text(), language: 'en', to: this.place(map) };
      case 'reword':
        return claim && { kind, claim: claim.id, was: claim.text, text: this.reworded(claim.text) };
      case 'move-claim':
        return claim && { kind, claim: claim.id, to: this.place(map) };
      case 'comment':
        return claim && { kind, comment: this.newId(), claim: claim.id, text: this.text() };
      case 'add-reference': {
        const to = this.place(map);
        return claim && to.at !== 'thesis'
          ? { kind, reference: this.newId(), claim: claim.id, to }
          : undefined;
      }
      case 'move-argument':
        return (
          argument &&
          claim && {
            kind,
            argument: argument.id,
            target: { kind: 'claim', id: claim.id },
            order: FIRST_ORDER,
          }
        );
      case 'turn':
        return argument && { kind, argument: argument.id, direction: argument.direction === 'support' ? 'rebut' : 'support' }; // prettier-ignore
      case 'reorder': {
        const id = random.pick([claim?.id, argument?.id].filter((one) => one !== undefined));
        return id === undefined
          ? undefined
          : { kind, id, order: this.order([...map.claims.values()].slice(0, 5)) };
      }
      default:
        return anyEdit(kind, map, (most) => random.int(0, most - 1), this.newId);
    }
  }

  /** Edits about texts that claims rest on. */
  private resting(kind: Resting, map: ArgumentMap): SingleEdit | undefined {
    switch (kind) {
      case 'add-source': {
        const text = `${this.text()}\n${this.text()}`;
        return { kind, source: this.newId(), edition: this.newId(), title: this.text(), url: '', language: 'en', text, marks: [] }; // prettier-ignore
      }
      case 'add-edition': {
        const source = this.random.pick([...map.sources.keys()]);
        return source === undefined
          ? undefined
          : { kind, edition: this.newId(), source, text: this.text(), reason: 'mended', marks: [] };
      }
      case 'quote': {
        const claim = this.claim(map);
        const edition = this.random.pick([...map.editions.values()]);
        return (
          edition &&
          claim && { kind, quotation: this.newId(), claim: claim.id, edition: edition.id, start: 0, end: 2, bearing: 'paraphrase' }
        ); // prettier-ignore
      }
      case 'requote': {
        const quotation = this.random.pick([...map.quotations.values()]);
        if (!quotation) return undefined;
        const { id, edition, start, end } = quotation;
        return { kind, quotation: id, edition, start, end, bearing: 'inference' };
      }
      case 'annotate': {
        const known = this.random.pick([...map.annotations.values()]);
        const edition = known?.edition ?? this.random.pick([...map.editions.keys()]);
        if (edition === undefined) return undefined;
        const annotation = known && this.random.chance(0.5) ? known.id : this.newId();
        const round = this.random.pick([...map.rounds.values()].filter((one) => one.edition === edition));
        const start = this.random.chance(0.5) ? 0 : 1;
        const rest = { annotation, edition, start, end: start + 1, text: this.text() };
        return round && this.random.chance(0.6)
          ? { kind, ...rest, open: false, round: round.id, label: this.random.pick(round.labels) ?? '' }
          : { kind, ...rest, open: this.random.chance(0.5) };
      }
      case 'set-rule':
        return {
          kind,
          rule: this.newId(),
          own: null,
          off: this.random.pick(['因此', '但是', 'zh.reason']) ?? '因此',
        };
      case 'drop-rule': {
        const rule = this.random.pick([...map.rules.keys()]);
        return rule === undefined ? undefined : { kind, rule };
      }
      case 'gloss': {
        const quotation = this.random.pick([...map.quotations.keys()]);
        return quotation === undefined ? undefined : { kind, quotation, text: this.text(), language: 'en' };
      }
    }
  }

  private looking(map: ArgumentMap): SingleEdit {
    const [{ random }, claim] = [this, this.claim(map)?.id];
    const moment = (): number => random.pick([...map.claims.values()])?.at ?? 0;
    const opened = claim ? [{ claim, words: moment(), talk: 0 }] : [];
    return { kind: 'look', until: moment(), told: moment(), opened, all: random.chance(0.2) };
  }

  /** Claims made one, and one made several. */
  private parting(kind: Parting, map: ArgumentMap): SingleEdit | undefined {
    const [claim, into] = [this.claim(map), this.claim(map)];
    switch (kind) {
      case 'merge-claim':
        return claim && into && { kind, claim: claim.id, into: into.id, reference: this.newId() };
      case 'unmerge-claim': {
        const merger = this.random.pick([...map.mergers.keys()]);
        return merger === undefined ? undefined : { kind, claim: merger };
      }
      case 'move-quotation': {
        const quotation = this.random.pick([...map.quotations.keys()]);
        return claim && quotation !== undefined ? { kind, quotation, claim: claim.id } : undefined;
      }
      case 'split-claim': {
        if (!claim) return undefined;
        const quotations = quotationsOf(map, claim.id).map(({ id }) => id);
        const part = { claim: this.newId(), argument: this.newId(), order: FIRST_ORDER, text: this.text() };
        const as = this.random.chance(0.5) ? 'own' : 'joint';
        return { kind, claim: claim.id, was: claim.text, text: this.text(), as, parts: [{ ...part, quotations }] }; // prettier-ignore
      }
    }
  }

  private flagging(kind: 'flag' | 'close-flags', map: ArgumentMap): SingleEdit | undefined {
    if (kind === 'close-flags') {
      const one = this.random.pick([...map.flags.values()]);
      return one && { kind, about: one.about };
    }
    const about = this.random.pick([...map.claims.keys(), ...map.comments.keys()]);
    return about === undefined
      ? undefined
      : { kind, flag: this.newId(), about, code: this.reason(map), text: this.text() };
  }

  /** How the map is moderated. */
  private moderating(kind: Moderating, map: ArgumentMap, me: Viewer): SingleEdit | undefined {
    if (!may(me.role, 'review')) return undefined;
    switch (kind) {
      case 'set-reason': {
        const known = this.random.pick([...map.reasons.values()].filter(({ code }) => code === null));
        if (known && this.random.chance(0.5))
          return {
            kind,
            reason: known.id,
            code: null,
            zh: known.zh,
            en: this.text(),
            offered: this.random.chance(0.5),
          };
        return this.random.chance(0.5)
          ? { kind, reason: this.newId(), code: 'language', zh: '', en: '', offered: false }
          : { kind, reason: this.newId(), code: null, zh: '太长', en: this.text(), offered: true };
      }
      case 'drop-reason': {
        const reason = this.random.pick([...map.reasons.keys()]);
        return reason === undefined ? undefined : { kind, reason };
      }
      case 'set-trust': {
        const participant = this.random.pick([...map.participants.keys()]);
        if (participant === undefined) return undefined;
        const known = trustOf(map, participant);
        return { kind, trust: known?.id ?? this.newId(), participant, revoked: !known?.revoked };
      }
    }
  }

  private readonly reason = (map: ArgumentMap): Reason =>
    this.random.pick([...map.reasons.keys()]) ?? 'personal';

  private rounding(kind: Rounding, map: ArgumentMap): SingleEdit | undefined {
    const { random } = this;
    const round = random.pick([...map.rounds.keys()]);
    switch (kind) {
      case 'begin-round': {
        const edition = random.pick([...map.editions.keys()]);
        return edition === undefined
          ? undefined
          : { kind, round: this.newId(), edition, question: this.text(), labels: ['claim', 'reason'] };
      }
      case 'open-round':
        return round === undefined ? undefined : { kind, round };
      case 'finish':
        return round === undefined
          ? undefined
          : { kind, finish: this.newId(), round, finished: random.chance(0.7) };
      case 'curate': {
        const mark = random.pick([...map.annotations.values()].filter((one) => one.round !== null));
        return mark && { kind, annotations: [mark.id], as: random.chance(0.5) ? 'accepted' : 'rejected' };
      }
    }
  }

  /** Edits about what is there already, or about people. */
  private ruling(kind: SingleEdit['kind'], map: ArgumentMap, me: Viewer): SingleEdit | undefined {
    const { random } = this;
    switch (kind) {
      case 'remove':
      case 'restore': {
        const all = [...map.claims.values(), ...map.arguments.values(), ...map.comments.values(), ...map.quotations.values(), ...map.sources.values(), ...map.flags.values(), ...map.annotations.values(), ...map.rounds.values(), ...map.mergers.values()]; // prettier-ignore
        const one = random.pick(all.filter(({ removed }) => (removed === null) === (kind === 'remove')));
        return one && { kind, id: one.id };
      }
      case 'purge': {
        const all = [...map.claims.values(), ...map.arguments.values(), ...map.comments.values(), ...map.quotations.values(), ...map.sources.values(), ...map.flags.values(), ...map.annotations.values(), ...map.rounds.values(), ...map.mergers.values()]; // prettier-ignore
        const one = random.pick(all.filter(({ removed }) => removed));
        return one && may(me.role, 'review') ? { kind, id: one.id } : undefined;
      }
      case 'drop-reference': {
        const reference = random.pick([...map.references.keys()]);
        return reference === undefined ? undefined : { kind, reference };
      }
      case 'change-settings': {
        const set = random.pick([
          { title: this.text() },
          { editing: 'own' as const },
          { editing: 'all' as const },
          { quota: random.int(1, 12), trust: random.int(0, 2), policy: this.text() },
        ]);
        return set && may(me.role, 'review') ? { kind, set } : undefined;
      }
      case 'set-role': {
        const participant = random.pick([...map.participants.keys()]);
        const role = random.pick(ROLES) ?? null;
        return participant !== undefined && participant !== me.participant && may(me.role, 'review')
          ? { kind, participant, role }
          : undefined;
      }
      default:
        return undefined;
    }
  }

  private claim(map: ArgumentMap): Claim | undefined {
    const claims = [...map.claims.values()];
    if (!this.random.chance(0.6)) return this.random.pick(claims);
    return this.random.pick(claims.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, HOT));
  }

  private place(map: ArgumentMap): Place {
    const { random } = this;
    const target = this.claim(map);
    const argument = random.pick([...map.arguments.values()]);
    if (argument && random.chance(0.2)) {
      return { at: 'premise', argument: argument.id, order: this.order(premisesOf(map, argument.id)) };
    }
    const fresh = { at: 'argument', argument: this.newId() } as const;
    if (argument && random.chance(0.15)) {
      return {
        ...fresh,
        direction: 'rebut',
        target: { kind: 'argument', id: argument.id },
        order: FIRST_ORDER,
      };
    }
    if (!target || random.chance(0.15)) return { at: 'thesis', order: FIRST_ORDER };
    const direction = random.chance(0.5) ? 'support' : 'rebut';
    return {
      ...fresh,
      direction,
      target: { kind: 'claim', id: target.id },
      order: this.order(repliesTo(map, target.id)),
    };
  }

  private order(siblings: readonly Ordered[]): string {
    return orderAt([...siblings].sort((a, b) => (a.order < b.order ? -1 : 1)), this.random.int(0, siblings.length)); // prettier-ignore
  }

  private text(): string {
    if (this.random.chance(0.005)) return UNSTORABLE;
    return Array.from({ length: this.random.int(3, 8) }, () => this.random.pick(WORDS)).join(' ');
  }

  private reworded(text: string): string {
    const words = text.split(' ');
    words.splice(this.random.int(0, words.length), this.random.int(0, 2), this.random.pick(WORDS) ?? '');
    return words.slice(0, 12).join(' ').trim() || 'empty';
  }
}
