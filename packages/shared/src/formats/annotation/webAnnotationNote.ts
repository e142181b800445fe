// One annotation, whoever wrote it: in the many forms of the Web Annotation Data Model, or as the API of Hypothesis has it.
// What is not understood is told by its path.
import { Bearing } from '../../map/tables/quotations.ts';
import { momentIn } from '../csv/csvCell.ts';
import type { Losses } from '../loss.ts';
import { CARRIED } from '../graph/carried.ts';
import { glossOf, partsOf, recordIn, textIn, type Fields, type Item } from './webAnnotationItems.ts';

export interface Note extends Made {
  readonly where: string;
  readonly id: string;
  readonly text: string;
  readonly language: string | undefined;
  /** What it says of the words that it is about; undefined for anything but a bearing. */
  readonly bearing: Bearing | undefined;
  readonly passages: readonly NotePassage[];
  /** The annotation that it answers. */
  readonly repliesTo: string | undefined;
  /** Of files of ours: the id of the claim, and who made that. */
  readonly claim: (Made & { readonly id: string }) | undefined;
  /** Of files of ours: a translation of the words that it is about. */
  readonly gloss: (Made & { readonly text: string; readonly language: string }) | undefined;
  /** Of files of ours: what else there is to say of the quotation. */
  readonly carried: Fields | undefined;
}

export interface Made {
  readonly person: { readonly key: string; readonly name: string } | undefined;
  readonly at: number | undefined;
}

export interface NotePassage {
  /** An address. */
  readonly source: string;
  readonly title: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Of files of ours: the id of the edition. */
  readonly edition: string;
}

const URN = /^urn:uuid:/;
export const idIn = (iri: unknown): string => textIn(iri).replace(URN, '');

export function noteOf({ item, where }: Item, losses: Losses): Note {
  const said = saidIn(item, where, losses);
  const passages = targetsOf(item).map((target) => passageIn(target, item));
  const quoted = passages.filter(({ exact }) => exact !== '');
  const repliesTo = replyIn(item);
  if (repliesTo === undefined && quoted.length < passages.length) losses.add('quotations', where);
  return {
    where,
    id: idIn(item['id'] ?? item['@id']),
    ...madeIn(item),
    ...said,
    carried: recordIn(item[CARRIED]),
    passages: quoted,
    repliesTo,
  };
}

function madeIn(fields: Fields): Made {
  const creator: unknown = partsOf(fields['creator'] ?? fields['user'])[0];
  const person = recordIn(creator);
  const key = idIn(person ? (person['id'] ?? person['@id']) : creator);
  const shown =
    textIn(recordIn(fields['user_info'])?.['display_name']) ||
    textIn(person?.['name'] ?? person?.['nickname']);
  // acct:jane@hypothes.is, and addresses that end in a name.
  const name = shown || key.replace(/^acct:([^@]+)@.*$/, '$1').replace(/^\w+:\/\/.*\/(?=[^/])/, '');
  return {
    person: name.trim() === '' ? undefined : { key: key || name, name },
    at: momentIn(textIn(fields['created'])),
  };
}

/** Motivation `replying`, or references up to the first annotation of a thread. */
function replyIn(item: Fields): string | undefined {
  const [first] = partsOf(item['references']);
  if (typeof first === 'string') return idIn(first);
  const isReply = partsOf(item['motivation']).some((one) => /(^|:)replying$/.test(textIn(one)));
  const target: unknown = partsOf(item['target'])[0];
  return isReply ? idIn(recordIn(target)?.['source'] ?? recordIn(target)?.['id'] ?? target) : undefined;
}

type Said = Pick<Note, 'text' | 'language' | 'bearing' | 'claim' | 'gloss'>;

function saidIn(item: Fields, where: string, losses: Losses): Said {
  const texts: string[] = [textIn(item['text']), textIn(item['bodyValue'])];
  let bearing: Bearing | undefined;
  let language: string | undefined;
  let claim: Said['claim'];
  let gloss: Said['gloss'];
  if (partsOf(item['tags']).length > 0) losses.add('unknown', `${where}.tags`);
  for (const [i, part] of partsOf(item['body']).entries()) {
    const body = recordIn(part) ?? {};
    const purpose = partsOf(body['purpose'] ?? item['motivation']).map(textIn);
    const value = textIn(body['value'] ?? body['chars']);
    const known = Bearing.safeParse(value).data;
    if (!gloss && URN.test(textIn(body['id'])) && body['id'] === glossOf(textIn(item['id'])))
      gloss = { text: value, language: textIn(body['language']), ...madeIn(body) };
    else if (purpose.includes('classifying') && known) bearing = known;
    else if (value === '' || purpose.includes('tagging') || purpose.includes('classifying')) {
      if (!purpose.includes('linking')) losses.add('unknown', `${where}.body.${i}`);
    } else {
      texts.push(body['format'] === 'text/html' ? plainOf(value) : value);
      language ??= textIn(partsOf(body['language'])[0]) || undefined;
      if (URN.test(textIn(body['id']))) claim ??= { id: idIn(body['id']), ...madeIn(body) };
    }
  }
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n'), language, bearing, claim, gloss };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const plainOf = (html: string): string =>
  html
    .replace(/<(br|\/p|\/li|\/div)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|(\w{2,8}));/g, (all, code: string | undefined, name: string | undefined) =>
      code === undefined
        ? (ENTITIES[name ?? ''] ?? all)
        : Number(code) <= 0x10ffff
          ? String.fromCodePoint(Number(code))
          : all,
    )
    .trim();

function targetsOf(item: Fields): Fields[] {
  return partsOf(item['target']).map((target) => recordIn(target) ?? { source: target });
}

function passageIn(target: Fields, item: Fields): NotePassage {
  const from = recordIn(target['source']);
  const source = textIn(from?.['id'] ?? target['source'] ?? target['id']) || textIn(item['uri']);
  const title = textIn(partsOf(recordIn(item['document'])?.['title'])[0]);
  const selectors = selectorsIn(target['selector']);
  const of = (type: string): Fields => selectors.find((one) => textIn(one['type']).endsWith(type)) ?? {};
  const quote = of('TextQuoteSelector');
  const position = of('TextPositionSelector');
  const state = recordIn(partsOf(target['state'])[0]);
  return {
    source,
    title: title || source,
    exact: textIn(quote['exact']),
    prefix: textIn(quote['prefix']),
    suffix: textIn(quote['suffix']),
    start: countIn(position['start']),
    end: countIn(position['end']),
    edition: idIn(state?.['cached']),
  };
}

const MOST_SELECTORS = 100;

/** Also those that refine others or are given to choose from. */
function selectorsIn(given: unknown): Fields[] {
  const open = [...partsOf(given)].slice(0, MOST_SELECTORS);
  for (let i = 0; i < open.length && i < MOST_SELECTORS; i++) {
    const selector = recordIn(open[i]);
    for (const more of [selector?.['refinedBy'], selector?.['items']])
      open.push(...partsOf(more).slice(0, MOST_SELECTORS));
  }
  return open.map(recordIn).filter((one) => one !== undefined);
}

const countIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
