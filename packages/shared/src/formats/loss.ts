// What a format could not hold, and what had to be changed to hold it. Every way out of a map and into one says so:
// nothing is dropped silently.
import { z } from 'zod';

/** What is not there any more. */
export const LOSSES = [
  'removed', // removed, or beneath something removed
  'proposals', // edits that waited for a moderator, or were decided by one
  'comments',
  'authors', // who wrote something
  'people', // participants who wrote nothing of what is there
  'times', // when something was written
  'rewordings', // who last changed a wording, and when
  'languages', // the language of a claim that is not the map's
  'beside', // wordings that stood beside a claim
  'question',
  'about',
  'settings', // who may read, who may edit, and how it is moderated
  'roles', // what members were allowed to do; their names stay
  'schemes', // the name of an argumentation scheme
  'quotations', // passages that claims rest on
  'annotations', // notes on a text
  'rounds', // what people were asked to mark, each without seeing the others' marks
  'finishes', // who has finished that
  'glosses', // translations of quotations
  'anchors', // where quotations stand in a later edition
  'suggestions', // which rules suggested quotations
  'mergers', // the words, and the authors, of claims that were merged into others
  'sides', // that spoke claims, or that people were on
  'debate', // its phases, sides and hands
  'flags', // what someone asked those who decide to look at
  'rules', // which rules read an outline off the texts
  'reasons', // which reasons a moderator may give
  'trusts', // whose trust a moderator took back
  'sources', // texts that nothing quotes
  'addresses', // of sources, that are none of the web
  'relations', // what speaks for or against what
  'references', // a further use of a claim
  'history',
  'truncated', // a text of which only the beginning is there
  'dangling', // edges to what the file does not have
  'rephrases', // AIF's MA
  'preferences', // AIF's PA
  'locutions', // AIF's speech acts, beyond who said a claim and when
  'groups', // headings and boxes around claims
  'layout', // where things stood in the picture
  'carried', // what rode along unseen, and no longer fits what the file shows
  'unknown', // fields or sections that this version does not know
] as const;

/** What is there, but not as it was. */
export const REPAIRS = [
  'undercuts', // written as rebuttals of what the argument supports
  'joint', // joint premises written as reasons of their own
  'texts', // line breaks and white space, or signs the format has no place for
  'titles', // made unique
  'names', // of people, made unique or readable
  'cycles', // kept as a reference
  'duplicates', // ids given twice, made unique
  'unstated', // a premise or a conclusion that an argument lacked, put in as a claim without words
  'conclusions', // an argument with several conclusions, made one for each
  'aims', // support for an argument, aimed at what the argument speaks to
  'edges', // from claim to claim with no argument between, read as support
  'blank', // a claim without words
  'cleaned', // signs that no database can hold, taken out
  'long-texts', // longer than a claim may be; the whole is kept as a source
  'unanchored', // a quotation that its source does not have, kept as a comment
  'quoted-sources', // a source of which only the quoted passages are known
] as const;

const LossKind = z.enum([...LOSSES, ...REPAIRS]);
export type LossKind = z.infer<typeof LossKind>;

export const isRepair = (kind: LossKind): boolean => (REPAIRS as readonly string[]).includes(kind);

export const Loss = z
  .object({
    kind: LossKind,
    count: z.int().describe('how many things were lost or changed'),
    where: z
      .array(z.string())
      .readonly()
      .describe('the first of them: ids when writing, lines of the file or paths into it when reading'),
  })
  .meta({ id: 'Loss' });
export type Loss = Readonly<z.infer<typeof Loss>>;

/** A value together with what did not make it there. */
export interface Told<T> {
  readonly value: T;
  readonly losses: readonly Loss[];
}

/** One line for each kind of loss, wherever it happened. */
export function together(...lists: readonly (readonly Loss[])[]): Loss[] {
  const byKind = new Map<LossKind, Loss>();
  for (const loss of lists.flat()) {
    const known = byKind.get(loss.kind);
    const where = known ? [...known.where, ...loss.where].slice(0, MOST_PLACES) : loss.where;
    byKind.set(loss.kind, { ...loss, count: loss.count + (known?.count ?? 0), where });
  }
  return [...byKind.values()];
}

const MOST_PLACES = 50;

export class Losses {
  private readonly byKind = new Map<LossKind, { count: number; where: string[] }>();

  add(kind: LossKind, where: string): void {
    const loss = this.byKind.get(kind) ?? { count: 0, where: [] };
    this.byKind.set(kind, loss);
    loss.count += 1;
    if (loss.where.length < MOST_PLACES) loss.where.push(where);
  }

  addAll(kind: LossKind, things: Iterable<{ readonly id: string }>): void {
    for (const { id } of things) this.add(kind, id);
  }

  list(): Loss[] {
    return [...this.byKind].map(([kind, loss]) => ({ kind, ...loss }));
  }
}
