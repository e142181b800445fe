// Random edits of sources, and of what is quoted and marked in them.
import type { SingleEdit } from '../src/map/edit.ts';
import type { Hand } from './randomHand.ts';

/** Undefined where the recipe is for another kind. */
export function sourceEdit(hand: Hand): SingleEdit | undefined {
  const { builder, map, kind, a, b, c, flag, words, pick, known } = hand;
  switch (kind) {
    case 'add-source': {
      const named = { title: words, url: flag ? 'https://example.org' : '', language: 'en' };
      const marks = b % 2 === 0 ? [{ start: 0, speaker: 'Ann', time: c % 3 === 0 ? c : null }] : [];
      return { kind, source: builder.newId(), edition: builder.newId(), ...named, text: words, marks };
    }
    case 'add-edition':
      return { kind, edition: builder.newId(), source: pick([...map.sources.keys()], a), text: words, reason: 'mended', marks: [] }; // prettier-ignore
    case 'quote': {
      const edition = pick([...map.editions.keys()], b);
      const bearing = flag ? 'inference' : 'paraphrase';
      const from = a % 2 === 0 ? { rule: flag ? 'zh.reason' : 'en.reason' } : {};
      return {
        kind,
        quotation: builder.newId(),
        claim: known,
        edition,
        start: c % 3,
        end: (c % 3) + 2,
        bearing,
        ...from,
      };
    }
    case 'requote': {
      const quotation = pick([...map.quotations.keys()], a);
      const own = map.quotations.get(quotation);
      const edition = flag && own ? own.edition : pick([...map.editions.keys()], b);
      const start = own && c % 2 === 0 ? own.start : c % 3;
      const end = own && c % 2 === 0 ? own.end : (c % 3) + 2;
      const bearing = b % 2 === 0 ? 'disputes' : 'paraphrase';
      return { kind, quotation, edition, start, end, bearing };
    }
    case 'gloss': {
      const quotation = pick([...map.quotations.keys()], a);
      return { kind, quotation, text: b % 4 === 0 ? '' : words, language: flag ? 'zh' : 'en' };
    }
    case 'annotate': {
      const known = flag ? undefined : pick([...map.annotations.keys()], a);
      // Mostly of a round that goes on, so that there is something to curate once it is opened.
      const rounds = [...map.rounds.values()].filter(({ opened }) => !opened || b % 7 === 0);
      const round = a % 3 > 0 ? rounds[b % Math.max(1, rounds.length)] : undefined;
      const edition = round?.edition ?? pick([...map.editions.keys()], b);
      return {
        kind,
        annotation: known ?? builder.newId(),
        edition,
        start: c % 3,
        end: (c % 3) + 2,
        text: words,
        open: !round && c % 2 === 0,
        ...(round ? { round: round.id, label: round.labels[c % 2] ?? 'other' } : {}),
      };
    }
    case 'begin-round': {
      const edition = pick([...map.editions.keys()], a);
      return { kind, round: builder.newId(), edition, question: words, labels: flag ? ['claim'] : ['claim', 'reason'] }; // prettier-ignore
    }
    case 'open-round':
      return { kind, round: pick([...map.rounds.keys()], a) };
    case 'finish': {
      const known = flag ? pick([...map.finishes.keys()], b) : builder.newId();
      return { kind, finish: known, round: pick([...map.rounds.keys()], a), finished: c % 3 !== 0 };
    }
    case 'curate': {
      const marks = [...map.annotations.values()].filter(
        ({ round }) => round !== null && (b % 5 === 0 || map.rounds.get(round)?.opened),
      );
      const annotations = [pick(marks.map(({ id }) => id), a)]; // prettier-ignore
      return { kind, annotations, as: b % 3 === 0 ? null : flag ? 'accepted' : 'rejected' };
    }
    case 'move-quotation':
      return {
        kind,
        quotation: pick([...map.quotations.keys()], a),
        claim: pick([...map.claims.keys()], b),
      };
    default:
      return undefined;
  }
}
