// What a document does not say of a map: the same for PDF, DOCX and HTML, since they say the same.
import type { Id } from '../../map/id.ts';
import { isSet } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import type { Stamp } from '../../map/stamp.ts';
import { isUnsettled } from '../../map/tables/quotations.ts';
import { Losses, type LossKind } from '../loss.ts';
import { contributorsTo, shownOf, soleVoiceOf, type Shown } from './mapDocumentPeople.ts';
import { printable } from './mapDocumentText.ts';
import { settled } from './numberingSettled.ts';
import { countHidden, shownTree, type BesideWords, type ShownTree } from '../shownTree.ts';

/** To be told together with what a format itself cannot do. */
export function documentLosses(given: MapContent): Losses {
  const { content, tree, became } = settled(given);
  const { losses } = new Telling(content, tree, ['glosses', 'anchors']);
  losses.addAll('references', became);
  // What is said: that the words of a quotation are others in the latest text, or gone.
  losses.addAll(
    'anchors',
    content.quotations.filter(
      (one) => !one.removed && tree.has(one.claim) && one.stands && !isUnsettled(one),
    ),
  );
  return losses;
}

/** Of a picture, which draws a claim that only references lead to as one more reference, and nothing beneath it. */
export const drawnLosses = (content: MapContent): Losses => new Telling(content, shownTree(content)).losses;

class Telling {
  readonly losses = new Losses();
  private readonly shown: Shown;

  constructor(
    private readonly content: MapContent,
    tree: ShownTree,
    private readonly says: readonly BesideWords[] = [],
  ) {
    this.shown = shownOf(content, tree);
    this.tellHidden();
    this.tellStamps();
    this.tell('beside', this.shown.claims, ({ beside }) => beside.length > 0);
    this.tellPeople();
    this.tellTexts();
    this.tellUnprintable();
    if (isSet(content.info)) this.losses.add('settings', 'info');
  }

  private tell<T extends { readonly id: Id }>(
    kind: LossKind,
    things: readonly T[],
    isLost: (thing: T) => boolean,
  ): void {
    this.losses.addAll(kind, things.filter(isLost));
  }

  private tellHidden(): void {
    const quotations = new Set(this.shown.quotations);
    const sources = new Set(this.shown.sources);
    countHidden(this.content, this.shown.tree, this.losses, this.says);
    this.tell('removed', this.content.quotations, (quotation) => !quotations.has(quotation));
    this.tell('removed', this.content.sources, (source) => !sources.has(source));
  }

  private tellStamps(): void {
    const { claims, arguments: all, references, comments, quotations, sources, editions } = this.shown;
    for (const things of [claims, all, references, comments, quotations, sources, editions])
      this.losses.addAll('times', things);
    this.tell('rewordings', claims, ({ reworded }) => reworded !== null);
    if (soleVoiceOf(this.shown) !== null) return;
    const by = new Map(all.map((argument) => [argument.id, argument.by]));
    this.tell('authors', all, (argument) => argument.by !== null && argument.by !== this.namedFor(argument));
    this.tell('authors', references, (one) => one.by !== null && one.by !== by.get(one.argument));
    for (const things of [quotations, sources, editions])
      this.tell<Stamp & { readonly id: Id }>('authors', things, (thing) => thing.by !== null);
  }

  /** Whose name stands on the line that an argument begins: that of its claim, if it is the only one and at home there. */
  private namedFor({ id, by }: { readonly id: Id } & Stamp): Id | null {
    const [first, second] = this.shown.tree.premisesOf(id);
    return first && !second && !first.reference ? first.claim.by : by;
  }

  private tellPeople(): void {
    const named = contributorsTo(this.shown, this.content.participants);
    const isNamed = new Set(named);
    this.tell('people', this.content.participants, (participant) => !isNamed.has(participant));
    this.tell('roles', named, ({ role }) => role !== null);
  }

  /** Of a source, only the passages that are quoted are there. */
  private tellTexts(): void {
    const { sources, editions, quotations } = this.shown;
    const quoted = new Set(editions.map(({ source }) => source));
    const whole = new Set(quotations.map(({ edition, exact }) => `${edition} ${exact.length}`));
    const inPart = editions.filter(({ id, text }) => !whole.has(`${id} ${text.length}`));
    const cut = new Set(inPart.map(({ source }) => source));
    this.tell('sources', sources, ({ id }) => !quoted.has(id));
    this.tell('quoted-sources', sources, ({ id }) => cut.has(id));
  }

  private tellUnprintable(): void {
    const participants = contributorsTo(this.shown, this.content.participants);
    const before = { ...this.content, ...this.shown, participants };
    const after = printable(before);
    if (after.info !== before.info) this.losses.add('texts', 'info');
    for (const table of PRINTED)
      this.losses.addAll(
        'texts',
        before[table].filter((row, i) => row !== after[table][i]),
      );
  }
}

const PRINTED = [
  'claims',
  'arguments',
  'comments',
  'sources',
  'editions',
  'quotations',
  'participants',
] as const;
