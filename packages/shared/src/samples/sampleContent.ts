import { orderLast, type OrderKey } from '../map/order.ts';
import { emptyMap, type MapContent } from '../map/map.ts';
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Comment } from '../map/tables/comments.ts';
import type { Edition } from '../map/tables/editions.ts';
import type { Id } from '../map/id.ts';
import { NEW_SETTINGS } from '../map/info.ts';
import type { Participant } from '../map/tables/participants.ts';
import { UNTOUCHED, type Quotation } from '../map/tables/quotations.ts';
import type { Source } from '../map/tables/sources.ts';
import { contentOf } from '../map/patch.ts';
import type { SampleArgument, SampleClaim, SampleMap } from './sample.ts';
import { editionText, onlyPassage } from './talk.ts';

interface Filling {
  readonly language: 'zh' | 'en';
  readonly newId: () => Id;
  readonly at: number;
  readonly source: Participant;
  readonly discussion: Participant;
  readonly edition: Edition;
  readonly claims: Claim[];
  readonly arguments: Argument[];
  readonly comments: Comment[];
  readonly quotations: Quotation[];
}

/**
 * A sample as the content of a new map in one language. Its two voices are named as authors; nobody is a member. Throws
 * where a claim quotes words that the talk does not have exactly once.
 */
export function sampleContent(
  sample: SampleMap,
  { language, newId, at }: Pick<Filling, 'language' | 'newId' | 'at'>,
  settings: Partial<typeof NEW_SETTINGS>,
): MapContent {
  const voice = (name: string): Participant => ({
    id: newId(),
    name,
    role: null,
    side: null,
    pseudonym: false,
    at,
  });
  const source = voice(sample.voices.source[language]);
  const discussion = voice(sample.voices.discussion[language]);
  const talk = sample.talk[language];
  // The talk is ours, like all that was added for discussion.
  const added = { by: discussion.id, at };
  const text: Source = { id: newId(), title: talk.title, url: '', language, removed: null, ...added };
  const edition: Edition = { id: newId(), source: text.id, ...editionText(talk), reason: '', ...added };
  const filling: Filling = {
    ...{ language, newId, at, source, discussion, edition },
    ...{ claims: [], arguments: [], comments: [], quotations: [] },
  };
  for (const [i, thesis] of sample.theses.entries())
    addClaim(filling, thesis, null, ordersOf(sample.theses)[i] ?? '');
  const { claims, arguments: args, comments, quotations } = filling;
  return {
    ...contentOf(emptyMap),
    info: {
      title: sample.title[language],
      question: sample.question[language],
      about: sample.about[language],
      language,
      ...NEW_SETTINGS,
      ...settings,
    },
    claims,
    arguments: args,
    comments,
    sources: [text],
    editions: [edition],
    quotations,
    participants: [source, discussion],
  };
}

function addClaim(filling: Filling, sample: SampleClaim, home: Id | null, order: OrderKey): void {
  const { language, newId, at, source, discussion } = filling;
  const by = home === null || sample.part !== undefined ? source.id : discussion.id;
  const id = newId();
  filling.claims.push({
    id,
    text: sample.text[language],
    language,
    home,
    order,
    side: null,
    reworded: null,
    beside: [],
    removed: null,
    by,
    at,
  });
  for (const text of sample.comments ?? [])
    filling.comments.push({
      id: newId(),
      claim: id,
      text: text[language],
      removed: null,
      by: discussion.id,
      at,
    });
  addQuotations(filling, sample, id);
  addArguments(filling, sample.replies ?? [], { kind: 'claim', id });
}

function addQuotations(filling: Filling, { text, quotes = [] }: SampleClaim, claim: Id): void {
  const { language, newId, at, discussion, edition } = filling;
  for (const quote of quotes) {
    const words = quote.bearing === 'verbatim' ? text : quote.words;
    filling.quotations.push({
      ...UNTOUCHED,
      id: newId(),
      claim,
      edition: edition.id,
      bearing: quote.bearing,
      ...onlyPassage(edition.text, words[language]),
      by: discussion.id,
      at,
    });
  }
}

function addArguments(
  filling: Filling,
  samples: readonly SampleArgument[],
  target: Argument['target'],
): void {
  const orders = ordersOf(samples);
  for (const [i, sample] of samples.entries()) {
    const id = filling.newId();
    const { direction } = sample;
    filling.arguments.push({
      id,
      direction,
      target,
      order: orders[i] ?? '',
      scheme: null,
      by: sample.premises[0]?.part === undefined ? filling.discussion.id : filling.source.id,
      at: filling.at,
      removed: null,
    });
    const premiseOrders = ordersOf(sample.premises);
    for (const [j, premise] of sample.premises.entries())
      addClaim(filling, premise, id, premiseOrders[j] ?? '');
    addArguments(filling, sample.undercuts ?? [], { kind: 'argument', id });
  }
}

function ordersOf(list: readonly unknown[]): OrderKey[] {
  const orders: OrderKey[] = [];
  for (let i = 0; i < list.length; i++) orders.push(orderLast(orders.map((order) => ({ id: '', order }))));
  return orders;
}
