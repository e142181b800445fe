// Text as Kialo exports a discussion: numbered lines, Pro or Con. The format is not published; real exports and the
// reader of arguebuf (recap-utr) are the source. It knows neither undercuts nor joint premises.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Format } from '../format.ts';
import { kialoLine, kialoTitle, MOST_LEVELS, oneLine } from './kialoText.ts';
import { readKialo } from './kialoRead.ts';
import { Losses } from '../loss.ts';
import { shownOf, type Shown } from '../document/mapDocumentPeople.ts';
import { countUnsaid } from '../document/numberingLosses.ts';
import { settled } from '../document/numberingSettled.ts';
import { isClaim, type ShownTree } from '../shownTree.ts';

export const kialo: Format = {
  id: 'kialo',
  name: 'Kialo',
  mediaType: 'text/plain',
  extension: 'txt',
  write(given) {
    const losses = new Losses();
    const { content, tree, became } = settled(given);
    losses.addAll('references', became);
    const lines = new Discussion(tree, losses).lines();
    const value = [`Discussion Title: ${kialoTitle(content.info.title)}`, '', ...lines].join('\n') + '\n';
    const shown = shownOf(content, tree);
    countUnsaid(content, shown, losses);
    countUnknown(content, shown, losses);
    return { value, losses: losses.list() };
  },
  read: readKialo,
  looksLike: (start) =>
    /^\ufeff?\s*Discussion (Title|Name):/i.test(start) ||
    (/^\ufeff?1\. \S/m.test(start) && /^1\.1\. (Pro|Con):/m.test(start)),
};

/** A claim where it has its line, or where a link to it stands. */
interface Spot {
  readonly number: string;
  readonly level: number;
  readonly stance: 'Pro' | 'Con' | undefined;
  readonly claim: Claim;
  readonly isLink: boolean;
}

class Discussion {
  private readonly written: string[] = [];
  private readonly numberOf = new Map<Id, string>();
  /** Links to claims that come later: readers that go once through the file know only what they have passed. */
  private readonly late: Spot[] = [];
  private readonly roots: Claim[];
  private readonly undercuts: ReadonlyMap<Id, readonly Argument[]>;

  constructor(
    private readonly tree: ShownTree,
    private readonly losses: Losses,
  ) {
    this.roots = [...tree.theses];
    this.undercuts = undercutsByClaim(tree);
  }

  lines(): string[] {
    for (const { id } of this.undercut()) this.losses.add('undercuts', id);
    // Branches that are too deep become roots of their own, so the list grows while it is worked off.
    for (const [i, claim] of this.roots.entries()) {
      this.write({ number: `${i + 1}.`, level: 1, stance: undefined, claim, isLink: false });
    }
    for (const spot of this.late) this.link(spot);
    return this.written;
  }

  private undercut(): Argument[] {
    return this.tree.inOrder.flatMap((node) =>
      !isClaim(node) && node.target.kind === 'argument' ? node : [],
    );
  }

  private write(root: Spot): void {
    const stack = [root];
    for (let spot = stack.pop(); spot; spot = stack.pop()) {
      if (spot.isLink) {
        if (this.numberOf.has(spot.claim.id)) this.link(spot);
        else this.late.push(spot);
        continue;
      }
      this.numberOf.set(spot.claim.id, spot.number);
      this.written.push(`${headOf(spot)} ${kialoLine(spot.claim.text)}`);
      for (const below of this.below(spot).reverse()) stack.push(below);
    }
  }

  private link(spot: Spot): void {
    this.written.push(`${headOf(spot)} -> See ${this.numberOf.get(spot.claim.id) ?? ''}`);
  }

  /** Replies to the claim, then the undercuts that attack it for want of a line for the argument. */
  private below({ number, level, claim: { id } }: Spot): Spot[] {
    const spots: Spot[] = [];
    for (const argument of [...this.tree.repliesTo(id), ...(this.undercuts.get(id) ?? [])]) {
      const premises = this.tree.premisesOf(argument.id);
      if (premises.length > 1) this.losses.add('joint', argument.id);
      if (level >= MOST_LEVELS) {
        this.losses.add('relations', argument.id);
        for (const { claim, reference } of premises) if (!reference) this.roots.push(claim);
        continue;
      }
      for (const { claim, reference } of premises) {
        spots.push({
          number: `${number}${spots.length + 1}.`,
          level: level + 1,
          stance: argument.direction === 'support' ? 'Pro' : 'Con',
          claim,
          isLink: reference !== undefined,
        });
      }
    }
    return spots;
  }
}

const headOf = ({ number, stance }: Spot): string => (stance ? `${number} ${stance}:` : number);

/**
 * What an undercut attacks on paper: the first premise of the argument it is aimed at, so that it still weakens that
 * argument; where that argument only borrows its premises, what the argument speaks to.
 */
function undercutsByClaim({ inOrder, premisesOf }: ShownTree): ReadonlyMap<Id, readonly Argument[]> {
  const stands = new Map<Id, Id>();
  const undercuts = new Map<Id, Argument[]>();
  for (const node of inOrder) {
    if (isClaim(node)) continue;
    const { id, target } = node;
    const attacked = target.kind === 'claim' ? target.id : (stands.get(target.id) ?? '');
    const own = premisesOf(id).find(({ reference }) => reference === undefined);
    stands.set(id, own?.claim.id ?? attacked);
    if (target.kind === 'claim') continue;
    const list = undercuts.get(attacked);
    if (list) list.push(node);
    else undercuts.set(attacked, [node]);
  }
  return undercuts;
}

/** What other outlines say, but not this one. */
function countUnknown({ info, participants }: MapContent, shown: Shown, losses: Losses): void {
  if (info.title !== oneLine(info.title)) losses.add('texts', 'info');
  losses.addAll(
    'texts',
    shown.claims.filter(({ text }) => text !== oneLine(text)),
  );
  if (info.language !== languageToldBy(info.title, shown)) losses.add('languages', 'info');
  if (info.question !== '') losses.add('question', 'info');
  if (info.about !== '') losses.add('about', 'info');
  losses.addAll('comments', shown.comments);
  losses.addAll(
    'schemes',
    shown.arguments.filter(({ scheme }) => scheme !== null),
  );
  losses.addAll('quotations', shown.quotations);
  losses.addAll('sources', shown.sources);
  losses.addAll('people', participants);
}

/** A reader has nothing but the script to go by, see grow.ts. */
function languageToldBy(title: string, { tree }: Shown): string {
  const texts = tree.inOrder.filter(isClaim).slice(0, 50);
  return /\p{Script=Han}/u.test([title, ...texts.map(({ text }) => text)].join(' ')) ? 'zh' : 'en';
}
