// What a patch says was done to one thing, by what stood there before. A change carries patches only: each deed is the edit
// that alone would have done as much. A table that is
// `recorded` and whose deeds nobody tells does not compile.
import type { Place } from '../map/edits/place.ts';
import type { Id } from '../map/id.ts';
import { isSameSetting, type MapInfo } from '../map/info.ts';
import type { Removal } from '../map/stamp.ts';
import type { Annotation } from '../map/tables/annotations.ts';
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import { FORMER_NAME, type Participant } from '../map/tables/participants.ts';
import type { Quotation } from '../map/tables/quotations.ts';
import type { Entities, RecordedTable } from '../map/tables/tables.ts';
import { premiseOf, type Deed, type Scene } from './deed.ts';
import { deedOnDebate, deedOnHand, deedOnSide } from './debateDeeds.ts';
import { deedOnGrade } from './gradeDeeds.ts';
import { deedOfProposal } from './proposalDeeds.ts';

/** `is` is undefined for what was dropped. */
type Telling<E> = (was: E | undefined, is: E | undefined, scene: Scene) => Deed | undefined;

export const DEEDS: { readonly [T in RecordedTable]: Telling<Entities[T]> } = {
  claims: (was, is, scene) => is && deedOnClaim(was, is, scene),
  arguments: (was, is, scene) => was && is && deedOnArgument(was, is, scene),
  references(was, is, scene) {
    const on = {
      about: (is ?? was)?.id ?? null,
      claim: (is ?? was)?.claim ?? null,
      stands: [(is ?? was)?.argument ?? null],
    };
    if (was && !is)
      return { ...on, kind: 'drop-reference', did: { kind: 'drop-reference', reference: was.id } };
    if (!is) return undefined;
    if (was) return { ...on, kind: 'reorder', did: { kind: 'reorder', id: is.id, order: is.order } };
    const to = placeIn(scene, is.argument, is.order);
    const did = to.at === 'thesis' ? null : ({ kind: 'add-reference', reference: is.id, claim: is.claim, to } as const); // prettier-ignore
    return { ...on, kind: 'add-reference', did, author: is.by };
  },
  comments(was, is) {
    if (!is) return undefined;
    const { id: comment, claim, text, by: author } = is;
    const on = { about: comment, claim };
    if (was) return removalOf(was, is, { ...on, text: was.text || text });
    return { ...on, kind: 'comment', did: { kind: 'comment', comment, claim, text }, after: text, author };
  },
  // One that is new is told by its first edition.
  sources: (was, is) =>
    was && is && removalOf(was, is, { about: is.id, claim: null, text: was.title || is.title }),
  editions(was, is, scene) {
    if (was || !is) return undefined;
    const { id: edition, source, reason, by: author } = is;
    const [text, on] = [
      { edition, source, text: '' },
      { about: source, claim: null, author },
    ];
    const made = scene.isNew(source) ? scene.get('sources', source) : undefined;
    if (!made)
      return { ...on, kind: 'add-edition', did: { kind: 'add-edition', ...text, reason, marks: [] }, reason };
    const { title, url, language } = made;
    const did = { kind: 'add-source', ...text, title, url, language } as const;
    return { ...on, kind: 'add-source', did: { ...did, marks: [] }, after: title };
  },
  quotations: (was, is) => is && deedOnQuotation(was, is),
  annotations: (was, is) => is && deedOnNote(was, is),
  rounds(was, is) {
    if (!is) return undefined;
    const { id: round, edition, question, labels, by: author } = is;
    const on = { about: round, claim: null };
    if (!was) {
      const did = { kind: 'begin-round', round, edition, question, labels } as const;
      return { ...on, kind: 'begin-round', did, after: question, author };
    }
    if (is.opened && !was.opened) return { ...on, kind: 'open-round', did: { kind: 'open-round', round } };
    // How many have finished, the mark of who did tells.
    return removalOf(was, is, { ...on, text: was.question || question });
  },
  finishes(was, is) {
    if (!is || was?.finished === is.finished) return undefined;
    const { id: finish, round, finished } = is;
    return { kind: 'finish', did: { kind: 'finish', finish, round, finished }, about: round, claim: null };
  },
  reasons(was, is) {
    const words = (reason: typeof is) => reason && [reason.zh, reason.en].filter(Boolean).join(' / ');
    const said = { about: (is ?? was)?.id ?? null, claim: null, before: words(was) ?? null, after: words(is) ?? null }; // prettier-ignore
    if (!is) return was && { ...said, kind: 'drop-reason', did: { kind: 'drop-reason', reason: was.id } };
    const { id: reason, code, zh, en, offered } = is;
    return { ...said, kind: 'set-reason', did: { kind: 'set-reason', reason, code, zh, en, offered } };
  },
  trusts(_, is) {
    if (!is) return undefined;
    const { id: trust, participant, revoked } = is;
    const did = { kind: 'set-trust', trust, participant, revoked } as const;
    return { kind: 'set-trust', did, about: participant, claim: null };
  },
  reveals(_, is) {
    if (!is) return undefined;
    const { id: reveal, participant, reason } = is;
    const did = { kind: 'look-behind', reveal, participant, reason } as const;
    return { kind: 'look-behind', did, about: participant, claim: null, reason: reason || null };
  },
  rules(was, is) {
    const words = (rule: Entities['rules'] | undefined) => (rule ? (rule.own?.words.join(', ') ?? rule.off) : null); // prettier-ignore
    const said = { about: (is ?? was)?.id ?? null, claim: null, before: words(was), after: words(is) };
    if (!is) return was && { ...said, kind: 'drop-rule', did: { kind: 'drop-rule', rule: was.id } };
    const { id: rule, own, off } = is;
    return { ...said, kind: 'set-rule', did: { kind: 'set-rule', rule, own, off } };
  },
  flags(was, is, { now }) {
    if (!is) return undefined;
    const { id: flag, about: on, code, text, by: author } = is;
    const said = { about: flag, claim: now.comments.get(on)?.claim ?? on, code, reason: text || null };
    if (!was) {
      const did = { kind: 'flag', flag, about: on, code, text: text || null } as const;
      return { ...said, kind: 'flag', did, author };
    }
    if (is.seen && !was.seen)
      return { ...said, kind: 'close-flags', did: { kind: 'close-flags', about: on } };
    return removalOf(was, is, { ...said, text: null });
  },
  mergers(was, is) {
    if (was && is) return removalOf(was, is, { about: is.id, claim: is.into, text: was.text || is.text });
    const merger = is ?? was;
    if (!merger) return undefined;
    const { id: claim, into, reference, text, moved, emptied } = merger;
    const on = {
      about: claim,
      along: { moved: [...moved, ...emptied], made: is ? [reference] : [reference, claim] },
    };
    const did = is ? ({ kind: 'merge-claim', claim, into, reference } as const) : ({ kind: 'unmerge-claim', claim } as const); // prettier-ignore
    return is
      ? {
          ...on,
          kind: 'merge-claim',
          did,
          claim: into,
          before: text,
          author: is.merged.by,
        }
      : { ...on, kind: 'unmerge-claim', did, claim, after: text };
  },
  debates: (was, is) => is && deedOnDebate(was, is),
  hands: (was, is) => is && deedOnHand(was, is),
  allowances(was, is) {
    if (!is || was?.percent === is.percent) return undefined;
    const { id: allowance, participant, percent } = is;
    const did = { kind: 'set-allowance', allowance, participant, percent } as const;
    return { kind: 'set-allowance', did, about: participant, claim: null, after: `+${percent}%` };
  },
  mutes(was, is) {
    if (!is) return undefined;
    const { id: mute, participant, reason, hidden, by: author } = is;
    const on = { about: participant, claim: null, reason };
    if (is.lifted && !was?.lifted) {
      const show = is.hidden.length < (was?.hidden.length ?? 0);
      return { ...on, kind: 'unmute', did: { kind: 'unmute', mute, show } };
    }
    const did = { kind: 'mute', mute, participant, reason, hide: hidden.length > 0 } as const;
    return { ...on, kind: 'mute', did, author };
  },
  polls(was, is) {
    if (!is) return undefined;
    const { id: poll, question, before, live, by: author } = is;
    const on = { about: poll, claim: null };
    if (!was) {
      const did = { kind: 'begin-poll', poll, question, before, live } as const;
      return { ...on, kind: 'begin-poll', did, after: question, author };
    }
    const gone = removalOf(was, is, { ...on, text: was.question || question });
    if (gone) return gone;
    const show = is.shown !== null && was.shown === null;
    if (!show && (is.ended === null || was.ended !== null)) return undefined;
    return { ...on, kind: 'end-poll', did: { kind: 'end-poll', poll, show }, after: question };
  },
  votes(was, is, { now }) {
    if (!is || was?.value === is.value) return undefined;
    const ballot = now.ballots.get(is.ballot);
    if (!ballot) return undefined;
    const { id: vote, value } = is;
    const { id, on, judged } = ballot;
    const claim = now.arguments.has(on) ? premiseOf(now, on) : now.polls.has(on) ? null : on;
    const did = { kind: 'vote', vote, on, ballot: id, judged, value } as const;
    const told = (one: number | null | undefined) => (one === null || one === undefined ? null : String(one));
    return { kind: 'vote', did, about: on, claim, before: told(was?.value), after: told(value) };
  },
  rubrics(was, is) {
    if (!is) return undefined;
    const { id: rubric, name, criteria } = is;
    const did = { kind: 'set-rubric', rubric, name, criteria } as const;
    return { kind: 'set-rubric', did, about: rubric, claim: null, before: was?.name ?? null, after: name };
  },
  grades: (was, is, scene) => is && deedOnGrade(was, is, scene),
  participants(was, is, { now }) {
    if (!is) return undefined;
    return was
      ? (deedOnSide(was, is, now) ?? deedOnMember(was, is))
      : { kind: 'join', did: null, about: is.id, claim: null, after: is.role };
  },
  proposals: (was, is, scene) => is && deedOfProposal(was, is, scene),
};

export function deedOnInfo(was: MapInfo | undefined, is: MapInfo): Deed | undefined {
  const changed = (Object.keys(is) as (keyof MapInfo)[]).filter(
    (key) => was && !isSameSetting(was[key], is[key]),
  );
  if (changed.length === 0) return undefined;
  if (changed.every((key) => key === 'hold' || key === 'slow')) return deedOnHold(was, is);
  const told = (info: MapInfo | undefined) => changed.map((key) => settingText(info?.[key])).join('\n');
  const set = Object.fromEntries(changed.map((key) => [key, is[key]]));
  return { kind: 'change-settings', did: { kind: 'change-settings', set }, about: null, claim: null, before: told(was), after: told(is) }; // prettier-ignore
}

/** Figures by name are told as such. */
const settingText = (value: MapInfo[keyof MapInfo] | undefined): string =>
  typeof value === 'object' ? Object.entries(value).map(([name, figure]) => `${name} ${figure}`).join(', ') : `${value ?? ''}`; // prettier-ignore

/** [P23] [P24] The words say how it is held, and the seconds between two contributions. */
function deedOnHold(was: MapInfo | undefined, { hold, slow }: MapInfo): Deed {
  const words = (hold: string, slow: number): string => (slow > 0 ? `${hold}, ${slow} s` : hold);
  const before = was ? words(was.hold, was.slow) : null;
  return { kind: 'set-hold', did: { kind: 'set-hold', hold, slow }, about: null, claim: null, before, after: words(hold, slow) }; // prettier-ignore
}

function deedOnClaim(was: Claim | undefined, is: Claim, scene: Scene): Deed | undefined {
  const { id: claim, text, language, home, order } = is;
  const on = { about: claim, claim };
  if (!was) {
    const to = placeIn(scene, home, order);
    return { ...on, kind: 'add-claim', did: { kind: 'add-claim', claim, text, language, to }, after: text, author: is.by, stands: [home] }; // prettier-ignore
  }
  const gone = removalOf(was, is, { ...on, text: was.text || text });
  if (gone) return gone;
  if (was.text !== text || was.beside.length !== is.beside.length) {
    const beside = is.beside.length > was.beside.length ? 'collided' : is.beside.length < was.beside.length && was.text === text ? 'settled' : null; // prettier-ignore
    const did = { kind: 'reword', claim, text, was: was.text } as const;
    return { ...on, kind: 'reword', did, before: was.text, after: text, beside, author: is.reworded?.by };
  }
  if (was.home !== home)
    return {
      ...on,
      kind: 'move-claim',
      did: { kind: 'move-claim', claim, to: placeIn(scene, home, order) },
      stands: [was.home, home],
    };
  if (was.order !== order) return { ...on, kind: 'reorder', did: { kind: 'reorder', id: claim, order } };
  // Its words were put away since: that it was reworded is all there is to tell.
  return text === '' ? { ...on, kind: 'reword', did: null } : undefined;
}

function deedOnArgument(was: Argument, is: Argument, scene: Scene): Deed | undefined {
  const { id: argument, direction, target, order } = is;
  const claim = premiseOf(scene.now, argument);
  const on = { about: argument, claim };
  const gone = removalOf(was, is, { ...on, text: claim && scene.textOf(claim) });
  if (gone) return gone;
  if (was.target.id !== target.id)
    return { ...on, kind: 'move-argument', did: { kind: 'move-argument', argument, target, order } };
  if (was.direction !== direction)
    return { ...on, kind: 'turn', did: { kind: 'turn', argument, direction }, before: was.direction, after: direction }; // prettier-ignore
  if (was.order !== order) return { ...on, kind: 'reorder', did: { kind: 'reorder', id: argument, order } };
  return undefined;
}

function deedOnQuotation(was: Quotation | undefined, is: Quotation): Deed | undefined {
  const { id: quotation, claim, edition, start, end, bearing, rule, exact, gloss } = is;
  const on = { about: quotation, claim, rule: rule || null };
  const passage = { quotation, edition, start, end, bearing };
  if (!was) {
    const did = { kind: 'quote', ...passage, claim, ...(rule ? { rule } : {}) } as const;
    return { ...on, kind: 'quote', did, after: exact, author: is.by };
  }
  const gone = removalOf(was, is, { ...on, text: was.exact || exact });
  if (gone) return gone;
  if (was.gloss?.text !== gloss?.text || was.gloss?.language !== gloss?.language) {
    const language = (gloss ?? was.gloss)?.language ?? '';
    const did = { kind: 'gloss', quotation, text: gloss?.text ?? '', language } as const;
    return { ...on, kind: 'gloss', did, before: was.gloss?.text ?? null, after: gloss?.text ?? null, author: gloss?.by }; // prettier-ignore
  }
  if (was.claim !== claim)
    return { ...on, kind: 'move-quotation', did: { kind: 'move-quotation', quotation, claim }, after: exact };
  const isKept = is.stands?.status === 'kept' && was.stands?.status !== 'kept';
  const isSame = was.edition === edition && was.start === start && was.end === end && was.bearing === bearing;
  // Where it stands in a new edition comes with that edition.
  if (isSame && !isKept) return undefined;
  return { ...on, kind: 'requote', did: { kind: 'requote', ...passage }, before: was.exact, after: exact };
}

function deedOnNote(was: Annotation | undefined, is: Annotation): Deed | undefined {
  const { id: annotation, edition, start, end, text, open, round, label, curated, by: author } = is;
  const on = { about: annotation, claim: null };
  const gone = was && removalOf(was, is, { ...on, text: was.text || text });
  if (gone) return gone;
  if (was && was.curated?.as !== curated?.as) {
    const did = { kind: 'curate', annotations: [annotation], as: curated?.as ?? null } as const;
    return { ...on, kind: 'curate', did, after: text || label };
  }
  if (was?.text === text && was.open === open && was.label === label) return undefined;
  const mark = round === null ? {} : { round, label };
  const did = { kind: 'annotate', annotation, edition, start, end, text, open, ...mark } as const;
  return { ...on, kind: 'annotate', did, before: was?.text ?? null, after: text, author };
}

function deedOnMember(was: Participant, is: Participant): Deed | undefined {
  const { id: participant, name, role } = is;
  if (name === FORMER_NAME && (was.name !== name || was.role !== role))
    return { kind: 'depart', did: null, about: participant, claim: null };
  if (was.name !== name)
    return { kind: 'rename', did: null, about: participant, claim: null, before: was.name, after: name };
  if (was.role === role) return undefined;
  const did = { kind: 'set-role', participant, role } as const;
  return { kind: 'set-role', did, about: participant, claim: null, before: was.role, after: role };
}

interface Removable {
  readonly id: Id;
  readonly removed: Removal | null;
}

type On = Omit<Deed, 'kind' | 'did'> & { readonly text: string | null };

/** `text` is what goes or comes back. */
function removalOf(was: Removable, is: Removable, { text, ...on }: On): Deed | undefined {
  const { id } = is;
  if (is.removed?.purged && !was.removed?.purged) return { ...on, kind: 'purge', did: { kind: 'purge', id } };
  if (is.removed && !was.removed)
    return { ...on, kind: 'remove', did: { kind: 'remove', id }, before: text, author: is.removed.by };
  if (!is.removed && was.removed)
    return { ...on, kind: 'restore', did: { kind: 'restore', id }, after: text };
  return undefined;
}

/** Where a premise came to stand. */
function placeIn(scene: Scene, home: Id | null, order: string): Place {
  if (home === null) return { at: 'thesis', order };
  const made = scene.isNew(home) ? scene.get('arguments', home) : undefined;
  if (!made) return { at: 'premise', argument: home, order };
  const { id: argument, direction, target } = made;
  return { at: 'argument', argument, direction, target, order: made.order };
}
