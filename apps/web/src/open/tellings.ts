// What each kind of edit says to people: one entry a kind. A kind without one does not compile.
import { broughtBack, standpointOf, takenAlong, wentTo, type Along, type ArgumentMap, type Id, type SingleEdit } from '@counterpoint/shared'; // prettier-ignore
import i18next from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { short } from '../ui/short.ts';
import { DEBATING } from './debateTellings.ts';
import { GRADING } from './gradingTellings.ts';
import { VOTING } from './votingTellings.ts';
import { said, type Description, type Of, type T, type Told } from './told.ts';
import { firstPremise, placeOf, placeOfArgument, standingAt, textOf } from './standing.ts';

export const KINDS: { readonly [K in SingleEdit['kind']]: Description<Of<K>> } = {
  'add-claim': { deed: 'added', words: ({ text }) => [text], tell: added },
  reword: {
    deed: 'reworded',
    words: ({ text }) => [text],
    tell: ({ claim: about, was: before, text: after }, t) =>
      said(t('proposal.reword'), t('proposal.rewordSentence'), { about, rewording: { before, after } }),
  },
  'move-claim': {
    deed: 'moved',
    tell: ({ claim, to }, t, view) => moved(t, view, claim, to),
    done: ({ claim }, t, _, after) => standsNow(t, after, claim),
  },
  'move-argument': {
    deed: 'moved',
    tell: (edit, t, view) => moved(t, view, firstPremise(view, edit.argument), placeOfArgument(view, edit)),
    done: ({ argument }, t, _, after) => standsNow(t, after, firstPremise(after, argument)),
  },
  turn: {
    deed: 'turned',
    tell({ argument, direction }, t, view) {
      const about = firstPremise(view, argument);
      const text = textOf(view, about);
      const turned = view.arguments.get(argument);
      const place = turned ? standingAt(view, placeOf({ ...turned, direction }), text) : null;
      return said(t('proposal.turn'), t(`proposal.turnTo.${direction}`, { text }), { about, place });
    },
  },
  reorder: {
    deed: 'moved',
    tell: ({ id }, t, view) =>
      said(t('proposal.move'), t('proposal.reorderSentence', { text: textOf(view, id) }), { about: id }),
    done: ({ id }, t, _, after) =>
      t('done.reordered', { what: briefly(after, after.arguments.has(id) ? firstPremise(after, id) : id) }),
  },
  'add-reference': {
    deed: 'linked',
    tell({ claim, reference, to }, t, view) {
      const text = textOf(view, claim);
      const more = { about: reference, place: standingAt(view, to, text) };
      return said(t('proposal.link'), t('proposal.linkSentence', { text }), more);
    },
  },
  'drop-reference': {
    deed: 'unlinked',
    tell: (_, t) => said(t('proposal.change'), t('proposal.unlinkSentence')),
  },
  remove: {
    deed: 'removed',
    tell({ id }, t, view) {
      const what = t('proposal.removeSentence', { text: textOf(view, id) });
      return said(t('proposal.remove'), along(t, what, takenAlong(view, id)), { about: id });
    },
    done: ({ id }, t, before) => along(t, t('done.removed'), takenAlong(before, id)),
    undone: ({ id }, t, name, now) => along(t, name, broughtBack(now, id)),
  },
  restore: {
    deed: 'restored',
    tell({ id }, t, view) {
      const what = t('proposal.restoreSentence', { text: textOf(view, id) });
      return said(t('proposal.restore'), along(t, what, broughtBack(view, id)), { about: id });
    },
    done: ({ id }, t, _, after) => along(t, t('done.restored'), takenAlong(after, id)),
  },
  purge: {
    deed: 'purged',
    tell: ({ id }, t, view) =>
      said(t('proposal.remove'), t('proposal.purgeSentence', { text: textOf(view, id) })),
  },
  comment: {
    deed: 'commented',
    words: ({ text }) => [text],
    tell: ({ claim: about, text }, t, view) => ({
      ...said(t('proposal.comment'), t('proposal.commentSentence', { text: textOf(view, about) }), { about }),
      text,
    }),
  },
  'add-source': {
    deed: 'sourced',
    words: ({ title, url, text }) => [title, url, text],
    tell: ({ title }, t) => said(t('proposal.source'), t('proposal.sourceSentence', { text: title })),
  },
  'add-edition': {
    deed: 'corrected',
    words: ({ reason, text }) => [reason, text],
    tell: ({ source }, t, view) =>
      said(
        t('proposal.source'),
        t('proposal.editionSentence', { text: view.sources.get(source)?.title ?? '' }),
      ),
  },
  quote: {
    deed: 'quoted',
    tell: ({ claim: about }, t, view) =>
      said(t('proposal.quote'), t('proposal.quoteSentence', { text: textOf(view, about) }), { about }),
  },
  requote: {
    deed: 'requoted',
    tell: ({ quotation }, t, view) => aboutQuotation(t, view, quotation, 'proposal.requoteSentence'),
  },
  gloss: {
    deed: 'glossed',
    words: ({ text }) => [text],
    tell: ({ quotation, text }, t, view) => ({
      ...aboutQuotation(t, view, quotation, 'proposal.glossSentence'),
      text: text || null,
    }),
  },
  annotate: {
    deed: 'annotated',
    words: ({ text, label }) => [text, label ?? ''],
    tell: ({ text, label }, t) => ({
      ...(label
        ? said(t('proposal.mark'), t('proposal.markSentence', { label }))
        : said(t('proposal.note'), t('proposal.noteSentence'))),
      text: text || null,
    }),
  },
  'begin-round': {
    deed: 'roundBegan',
    words: ({ question, labels }) => [question, ...labels],
    tell: ({ question }, t) => said(t('proposal.round'), t('proposal.roundSentence', { text: question })),
  },
  'open-round': {
    deed: 'roundOpened',
    tell: ({ round }, t, view) =>
      said(
        t('proposal.round'),
        t('proposal.openRoundSentence', { text: view.rounds.get(round)?.question ?? '' }),
      ),
  },
  finish: { deed: 'finished', tell: (_, t) => said(t('proposal.round'), t('proposal.finishSentence')) },
  curate: { deed: 'curated', tell: (_, t) => said(t('proposal.mark'), t('proposal.curateSentence')) },
  flag: {
    deed: 'flagged',
    words: ({ text }) => [text ?? ''],
    tell: ({ about, text }, t, view) => ({
      ...said(t('proposal.flag'), t('proposal.flagSentence', { text: flaggedIn(view, about) })),
      text,
    }),
  },
  'close-flags': {
    deed: 'closedFlags',
    tell: ({ about }, t, view) =>
      said(t('proposal.flag'), t('proposal.closeFlagsSentence', { text: flaggedIn(view, about) })),
  },
  look: { deed: 'looked', tell: (_, t) => said(t('proposal.reading'), t('proposal.readingSentence')) },
  'merge-claim': {
    deed: 'merged',
    tell({ claim, into }, t, view) {
      const [before, after] = [textOf(view, claim), textOf(view, wentTo(view, into))];
      const about = view.claims.has(claim) ? claim : wentTo(view, into);
      const sentence = t('proposal.mergeSentence', { text: before, into: after });
      return said(t('proposal.merge'), sentence, { about, rewording: { before, after } });
    },
  },
  'unmerge-claim': {
    deed: 'parted',
    tell({ claim }, t, view) {
      const about = wentTo(view, claim);
      const words = { text: textOf(view, claim), into: textOf(view, about) };
      return said(t('proposal.part'), t('proposal.partSentence', words), { about });
    },
  },
  'split-claim': {
    deed: 'split',
    words: ({ text, parts }) => [text, ...parts.map((part) => part.text)],
    tell({ claim: about, was: before, text, parts }, t) {
      const sentence = t('proposal.splitSentence', { text: before, count: parts.length + 1 });
      const after = [text, ...parts.map((part) => part.text)].join('\n');
      return said(t('proposal.split'), sentence, { about, rewording: { before, after } });
    },
  },
  'move-quotation': {
    deed: 'requoted',
    tell: ({ claim: about }, t, view) =>
      said(t('proposal.quote'), t('proposal.moveQuotationSentence', { text: textOf(view, about) }), {
        about,
      }),
  },
  'set-rule': {
    deed: 'ruled',
    words: ({ own, off }) => [own?.words.join(' ') ?? off],
    tell: ({ own, off }, t) =>
      said(
        t('proposal.change'),
        own
          ? t('proposal.ruleSentence', { words: own.words.join(' ') })
          : t('proposal.ruleOffSentence', { words: off }),
      ),
  },
  'drop-rule': {
    deed: 'ruled',
    tell: (_, t) => said(t('proposal.change'), t('proposal.ruleBackSentence')),
  },
  'set-reason': {
    deed: 'listed',
    words: ({ zh, en }) => [zh, en],
    tell: (edit, t) => said(t('proposal.change'), listed(t, edit)),
  },
  'drop-reason': {
    deed: 'listed',
    tell: (_, t) => said(t('proposal.change'), t('proposal.reasonBackSentence')),
  },
  'set-trust': {
    deed: 'trusted',
    tell({ participant, revoked }, t, view) {
      const name = view.participants.get(participant)?.name ?? '';
      const sentence = revoked ? 'proposal.trustTakenSentence' : 'proposal.trustGivenSentence';
      return said(t('proposal.change'), t(sentence, { name }));
    },
  },
  'look-behind': {
    deed: 'revealed',
    words: ({ reason }) => [reason],
    tell({ participant, reason }, t, view) {
      const name = view.participants.get(participant)?.name ?? '';
      return said(t('proposal.revealed', { name }), reason);
    },
  },
  'change-settings': {
    deed: 'set',
    words: ({ set: { title, question, about, policy } }) => [
      title ?? '',
      question ?? '',
      about ?? '',
      policy ?? '',
    ],
    tell: (_, t) => said(t('proposal.change'), t('proposal.settingsSentence')),
  },
  'set-hold': {
    deed: 'held',
    tell({ hold, slow }, t) {
      const what = t(`proposal.hold.${hold}`);
      return said(t('proposal.change'), slow > 0 ? t('proposal.hold.slow', { what, seconds: slow }) : what);
    },
  },
  mute: {
    deed: 'muted',
    words: ({ reason }) => [reason],
    tell({ participant, hide }, t, view) {
      const name = view.participants.get(participant)?.name ?? '';
      return said(t('proposal.change'), t(hide ? 'proposal.muteHideSentence' : 'proposal.muteSentence', { name })); // prettier-ignore
    },
  },
  unmute: {
    deed: 'unmuted',
    tell({ mute, show }, t, view) {
      const name = view.participants.get(view.mutes.get(mute)?.participant ?? '')?.name ?? '';
      return said(t('proposal.change'), t(show ? 'proposal.unmuteShowSentence' : 'proposal.unmuteSentence', { name })); // prettier-ignore
    },
  },
  'set-role': {
    deed: 'gaveRole',
    tell: ({ participant }, t, view) =>
      said(
        t('proposal.change'),
        t('proposal.roleSentence', { name: view.participants.get(participant)?.name ?? '' }),
      ),
  },
  decide: {
    deed: 'decided',
    words: ({ reason }) => [reason ?? ''],
    tell: (_, t) => said(t('proposal.change'), t('proposal.decideSentence')),
    done: ({ verdict }, t) => t(verdict === 'accepted' ? 'done.decided' : `done.${verdict}`),
  },
  reopen: {
    deed: 'reopened',
    tell: (_, t) => said(t('proposal.change'), t('proposal.reopenSentence')),
  },
  'hand-over': {
    deed: 'handedOver',
    tell: ({ to }, t, view) =>
      said(
        t('proposal.change'),
        to === null
          ? t('proposal.handBackSentence')
          : t('proposal.handOverSentence', { name: view.participants.get(to)?.name ?? '' }),
      ),
  },
  withdraw: {
    deed: 'withdrew',
    tell: (_, t) => said(t('proposal.change'), t('proposal.withdrawSentence')),
  },
  resubmit: {
    deed: 'resubmitted',
    words: ({ text }) => [text],
    tell: (_, t) => said(t('proposal.change'), t('proposal.resubmitSentence')),
  },
  appeal: {
    deed: 'appealed',
    words: ({ text }) => [text],
    tell: (_, t) => said(t('proposal.change'), t('proposal.appealSentence')),
  },
  propose: {
    deed: 'drafted',
    words: ({ edit }) => wordsIn(edit as unknown as SingleEdit),
    tell: ({ to }, t) => said(t('proposal.drafting'), t(`proposal.draftTo.${to}`)),
  },
  publish: {
    deed: 'published',
    tell: ({ proposals }, t) => said(t('proposal.publishing'), t('proposal.publishSentence', { count: proposals.length })), // prettier-ignore
  },
  ...DEBATING,
  ...VOTING,
  ...GRADING,
};

/** What of an edit that is kept back a person wrote. */
function wordsIn(
  edit: SingleEdit | { readonly kind: 'batch'; readonly edits: readonly SingleEdit[] },
): string[] {
  const parts = edit.kind === 'batch' ? edit.edits : [edit];
  return parts.flatMap((part) => (KINDS[part.kind] as Description<SingleEdit>).words?.(part) ?? []);
}

function added({ to, text }: Of<'add-claim'>, t: T, view: ArgumentMap): Told {
  const place = standingAt(view, to, text);
  const { relation, under } = place;
  const sentence =
    under && relation !== 'thesis'
      ? t(`proposal.add.${relation}`, { text: under.text })
      : t('proposal.add.thesis');
  const words = { ...said(i18next.t('sign.andAlso', { ns: 'claim' }), sentence), place, text };
  const about = under?.id ?? null;
  return relation === 'andAlso'
    ? { ...words, about }
    : { ...words, about, sign: relation, kind: t(`proposal.sign.${relation}`) };
}

function listed(t: T, { code, zh, en, offered }: Of<'set-reason'>): string {
  if (code !== null)
    return t('proposal.reasonOffSentence', { text: i18next.t(`reason.${code}`, { ns: 'review' }) });
  const text = interfaceLanguage() === 'zh' ? zh || en : en || zh;
  return t(offered ? 'proposal.reasonSentence' : 'proposal.reasonOffSentence', { text });
}

function aboutQuotation(
  t: T,
  view: ArgumentMap,
  quotation: Id,
  sentence: 'proposal.requoteSentence' | 'proposal.glossSentence',
): Told {
  const about = view.quotations.get(quotation)?.claim ?? null;
  return said(t('proposal.quote'), t(sentence, { text: textOf(view, about ?? '') }), { about });
}

/** What goes or comes back with a claim, added to the sentence about it. */
function along(t: T, what: string, { beneath, undercutting }: Along): string {
  const whole = beneath > 0 ? t('along.beneath', { what, count: beneath }) : what;
  return undercutting > 0 ? t('along.undercutting', { what: whole, count: undercutting }) : whole;
}

function moved(t: T, view: ArgumentMap, about: Id, to: Parameters<typeof standingAt>[1]): Told {
  const text = textOf(view, about);
  const place = standingAt(view, to, text);
  return said(t('proposal.move'), t('proposal.moveSentence', { text }), { about, place });
}

/** Of what was moved: what it says now, and of what. */
function standsNow(t: T, view: ArgumentMap, about: Id): string {
  const what = briefly(view, about);
  const at = standpointOf(view, about);
  if (!at) return t('done.movedThesis', { what });
  const { target, direction } = at.argument;
  if (target.kind === 'argument' && direction === 'rebut')
    return t('done.movedUndercut', { what, to: briefly(view, firstPremise(view, target.id)) });
  const to = briefly(view, target.kind === 'claim' ? target.id : firstPremise(view, target.id));
  return t(direction === 'support' ? 'done.movedSupport' : 'done.movedRebut', { what, to });
}

const briefly = (view: ArgumentMap, about: Id): string => short(textOf(view, about), 24);

/** A claim, or the comment that someone made on one. */
const flaggedIn = (view: ArgumentMap, about: Id): string =>
  view.comments.get(about)?.text ?? textOf(view, about);
