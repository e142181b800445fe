// What edits do, told to people: one entry a kind, read by review, history, undo, notices, tray and news. A kind that nobody
// describes does not compile.
import { broughtBack, Edit, Id, takenAlong, waiting, wentTo, type Along, type ArgumentMap, type Change, type Proposal, type RecordKind, type Relation, type SingleEdit } from '@counterpoint/shared'; // prettier-ignore
import i18next, { type TFunction } from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { bringing } from './proposals.ts';
import { firstPremise, placeOf, placeOfArgument, standingAt, textOf, type Standing } from './standing.ts';

/** In one word what was done: news are counted by it, and the tray begins with it. */
export type Deed = keyof (typeof import('../i18n/en/edits.json'))['headline'];
type AskedDeed = Exclude<Deed, (typeof OTHERS)[keyof typeof OTHERS] | 'proposed'>;

/** An edit before a moderator, or one that a claim went through. */
export interface Told {
  /** A relation where a claim comes; otherwise what kind of change it is. */
  readonly sign: Relation | 'edit';
  readonly kind: string;
  readonly sentence: string;
  /** The claim it is about, to go to. */
  readonly about: Id | null;
  /** The words of a new claim. */
  readonly text: string | null;
  readonly rewording: { readonly before: string; readonly after: string } | null;
  /** Where something new or moved would stand. */
  readonly place: Standing | null;
}

type T = TFunction<'edits'>;
type Of<K extends SingleEdit['kind']> = Extract<SingleEdit, { readonly kind: K }>;

interface Description<E> {
  readonly deed: AskedDeed;
  /** What of it a person wrote, apart from ids and choices. */
  words?(edit: E): readonly string[];
  tell(edit: E, t: T, view: ArgumentMap): Told;
  /** To who did it, where its deed does not say all. */
  done?(edit: E, t: T, before: ArgumentMap, after: ArgumentMap): string;
}

const KINDS: { readonly [K in SingleEdit['kind']]: Description<Of<K>> } = {
  'add-claim': { deed: 'added', words: ({ text }) => [text], tell: added },
  reword: {
    deed: 'reworded',
    words: ({ text }) => [text],
    tell: ({ claim: about, was: before, text: after }, t) =>
      said(t('proposal.reword'), t('proposal.rewordSentence'), { about, rewording: { before, after } }),
  },
  'move-claim': { deed: 'moved', tell: ({ claim, to }, t, view) => moved(t, view, claim, to) },
  'move-argument': {
    deed: 'moved',
    tell: (edit, t, view) => moved(t, view, firstPremise(view, edit.argument), placeOfArgument(view, edit)),
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
};

const description = <E extends SingleEdit>(edit: E): Description<E> => KINDS[edit.kind] as never;

/** What is not one edit of a person's. */
const OTHERS = {
  batch: 'several',
  join: 'joined',
  found: 'founded',
  hidden: 'other',
} as const satisfies { readonly [K in Exclude<Change['kind'], SingleEdit['kind']>]: Deed };

const DEEDS: { readonly [kind: string]: Deed | undefined } = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, { deed }]) => [kind, deed])),
  ...OTHERS,
};

/** Also of an edit by another version of the product. */
export function deedOf(edit: unknown): Deed {
  const kind = String((edit as { readonly kind?: unknown } | null | undefined)?.kind);
  const read = kind === 'batch' ? Edit.safeParse(edit) : undefined;
  return DEEDS[(read?.success && mainOf(read.data)?.kind) || kind] ?? 'other';
}

/** A change of which only proposals are to be seen, made one. */
export const deedOfChange = ({ kind, patches }: Pick<Change, 'kind' | 'patches'>): Deed =>
  kind !== 'decide' && kind !== 'withdraw' && patches.every(({ table }) => table === 'proposals')
    ? 'proposed'
    : deedOf({ kind });

/** How often what was done, in the language of the page: `2 new claims, 1 move`. */
export function counted(deeds: readonly Deed[]): string {
  const counts = new Map<Deed, number>();
  for (const deed of deeds) counts.set(deed, (counts.get(deed) ?? 0) + 1);
  const parts = [...counts].map(([deed, count]) => i18next.t(`counted.${deed}`, { ns: 'edits', count }));
  return new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(parts);
}

/** The words a person wrote in an edit; all text there is when another version of the product made it. */
export function wordsOf(edit: unknown): string {
  const read = Edit.safeParse(edit);
  if (!read.success) return textsIn(edit).join('\n');
  return partsOf(read.data).flatMap((part) => description(part).words?.(part) ?? []).filter(Boolean).join('\n'); // prettier-ignore
}

/** Rather a word too many, as `support`, than one of theirs too few. In the order of the fields, however deep they lie. */
function textsIn(whole: unknown): string[] {
  const texts: string[] = [];
  const [ahead, seen] = [[whole], new Set<unknown>()];
  while (ahead.length > 0) {
    const part = ahead.pop();
    if (typeof part === 'string' && !Id.safeParse(part).success) texts.push(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    const fields = Object.entries(part).filter(([name]) => name !== 'kind');
    ahead.push(...fields.reverse().map(([, value]): unknown => value));
  }
  return texts;
}

/** Told by the map before; of a step in the past by as much of it as is known. */
export function describe(t: T, view: ArgumentMap, edit: Edit): Told {
  const main = mainOf(edit);
  if (main) return description(main).tell(main, t, view);
  const edits = partsOf(edit);
  const claims = edits.filter((part) => part.kind === 'add-claim');
  const [first] = claims;
  if (!first) return said(t('proposal.change'), counted(edits.map(deedOf)));
  const place = standingAt(view, first.to, first.text);
  const sentence = t('proposal.severalSentence', { count: claims.length });
  return said(t('proposal.several'), sentence, { place, about: place.under?.id ?? null });
}

/** To who did it, afterwards. */
export function toldDone(t: T, edit: Edit, before: ArgumentMap, after: ArgumentMap): string {
  const main = mainOf(edit);
  if (!main) return t('done.several');
  const kind = description(main);
  return kind.done?.(main, t, before, after) ?? t(`done.${kind.deed}`);
}

const partsOf = (edit: Edit): readonly SingleEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

const LEADING: ReadonlySet<SingleEdit['kind']> = new Set([
  'reopen',
  'move-claim',
  'move-argument',
  'add-reference',
  'merge-claim',
]);

/** The edit that a batch is told by, as the others only go with it; none where several count. */
function mainOf(edit: Edit): SingleEdit | undefined {
  const parts = partsOf(edit);
  const claims = parts.filter(({ kind }) => kind === 'add-claim');
  if (parts.length === 1 || claims.length > 1) return parts.length === 1 ? parts[0] : undefined;
  return claims[0] ?? parts.find(({ kind }) => LEADING.has(kind));
}

const said = (kind: string, sentence: string, more: Partial<Told> = {}): Told => ({
  sign: 'edit',
  kind,
  sentence,
  about: null,
  text: null,
  rewording: null,
  place: null,
  ...more,
});

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

/** What kind of change an edit is, in one word of the page's language. */
export const nameOfDeed = (edit: Edit): string => headlineOf(deedOf(edit));

/** The same of a row of the record. */
export const nameOfRow = (kind: RecordKind): string =>
  headlineOf(kind === 'propose' ? 'proposed' : deedOf({ kind }));

const headlineOf = (deed: Deed): string =>
  i18next.t(`headline.${deed}`, { ns: 'edits' }).replace(/[:：]$/, '');

/** The same of what waits about a premise: that it comes, or what becomes of it. */
export const nameOfWaiting = (proposal: Proposal, id: Id): string =>
  nameOfDeed(bringing(proposal, id) ?? waiting(proposal));

/** A claim, or the comment that someone made on one. */
const flaggedIn = (view: ArgumentMap, about: Id): string =>
  view.comments.get(about)?.text ?? textOf(view, about);
