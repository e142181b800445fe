// Random edits of those who decide: proposals, flags, and what a map has for itself.
import type { SingleEdit } from '../src/map/edit.ts';
import type { Id } from '../src/map/id.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import { pendingProposals } from '../src/map/pending.ts';
import type { Hand } from './randomHand.ts';

/** Undefined where the recipe is for another kind. */
export function reviewEdit(hand: Hand): SingleEdit | undefined {
  const { builder, map, kind, a, b, c, flag, words, pick, nothing } = hand;
  switch (kind) {
    case 'set-role':
      return {
        kind,
        participant: pick([...map.participants.keys()], a),
        role: ROLES[b % ROLES.length] ?? null,
      };
    case 'flag': {
      const about = pick([...map.claims.keys(), ...map.comments.keys(), ...map.mergers.keys()], a);
      return {
        kind,
        flag: builder.newId(),
        about,
        code: c % 3 === 0 ? pick([...map.reasons.keys()], b) : b % 2 === 0 ? 'personal' : 'other',
        text: flag ? words : null,
      };
    }
    case 'close-flags':
      return {
        kind,
        about: pick(
          [...map.flags.values()].map(({ about }) => about),
          a,
        ),
      };
    case 'set-rule': {
      const rule = flag ? builder.newId() : pick([...map.rules.keys()], a);
      return b % 2 === 0
        ? { kind, rule, own: null, off: `w${c}` }
        : { kind, rule, own: { ...AN_OWN_RULE, words: [`w${c}`] }, off: '' };
    }
    case 'drop-rule':
      return { kind, rule: pick([...map.rules.keys()], a) };
    case 'set-reason': {
      const reason = flag ? builder.newId() : pick([...map.reasons.keys()], a);
      return b % 3 === 0
        ? { kind, reason, code: c % 2 === 0 ? 'language' : 'several', zh: '', en: '', offered: false }
        : { kind, reason, code: null, zh: words, en: c % 2 === 0 ? '' : words, offered: b % 2 === 0 };
    }
    case 'drop-reason':
      return { kind, reason: pick([...map.reasons.keys()], a) };
    case 'set-trust': {
      const participant = pick([...map.participants.keys()], a);
      const known = [...map.trusts.values()].find((one) => one.participant === participant);
      return { kind, trust: known?.id ?? builder.newId(), participant, revoked: flag };
    }
    case 'decide':
      return {
        kind,
        proposal: proposal(map, a) ?? nothing,
        verdict:
          (['rejected', 'returned', 'spam', 'accepted', 'accepted', 'accepted'] as const)[b % 6] ??
          'accepted',
        reason: flag ? words : null,
      };
    case 'resubmit':
      return { kind, proposal: pick([...map.proposals.keys()], a), text: words };
    case 'appeal':
      return {
        kind,
        proposal: pick(b % 4 === 0 ? [...map.proposals.keys()] : sentBack(map), a),
        text: words,
      };
    case 'reopen':
      return { kind, proposal: pick(b % 4 === 0 ? [...map.proposals.keys()] : sentBack(map), a) };
    case 'hand-over': {
      const deciding = [...map.participants.values()].filter(({ role }) => c % 4 === 0 || role === 'owner' || role === 'moderator'); // prettier-ignore
      const to = c % 3 === 0 ? null : pick(deciding.map(({ id }) => id), b); // prettier-ignore
      return { kind, proposal: proposal(map, a) ?? nothing, to };
    }
    case 'withdraw':
      return { kind, proposal: proposal(map, a) ?? nothing };
    default:
      return undefined;
  }
}

const AN_OWN_RULE = {
  id: 'own.rule',
  language: 'en',
  role: 'point',
  where: 'anywhere',
  measured: null,
  as: 'outline',
} as const;

const ROLES = ['owner', 'moderator', 'participant', 'participant', 'suggester', 'observer', null] as const;

const sentBack = ({ proposals }: ArgumentMap): Id[] =>
  [...proposals.values()].flatMap(({ id, state }) =>
    ['rejected', 'returned', 'spam'].includes(state) ? id : [],
  );

function proposal(map: ArgumentMap, n: number): Id | undefined {
  const pending = pendingProposals(map);
  return pending[n % Math.max(1, pending.length)]?.id;
}
