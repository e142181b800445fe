// Commands that change what one person looks at, and nothing in the map.
import { debateOf, isLive, quotationsOf, type ArgumentMap, type Id } from '@counterpoint/shared';
import { argumentOf, claimOf, command, editing, isReference, type At, type Command } from '../command.ts';
import { mayFlag } from '../flags.ts';
import { linkTo } from '../links.ts';
import { copyText } from '../../ui/copyText.ts';
import { short } from '../../ui/short.ts';
import { passageOf, showPassage } from '../showPassage.ts';
import type { ScreenState } from '../screenStore.ts';
import { showClaim } from '../showClaim.ts';
import { spotlightIn } from '../spotlight.ts';
import { home } from '../../base.ts';

export const looking: readonly Command[] = [
  command(
    'fold',
    {
      group: 'look',
      icon: 'fold',
      keys: ['.'],
      title: (t, { screen, id }) => t(screen.folded.has(id ?? '') ? 'title.unfold' : 'title.fold'),
    },
    ({ screen, id }) => id !== null && (screen.hands?.canFold(id) ?? false),
    ({ screen, id }) => id !== null && screen.hands?.toggleFold(id),
  ),
  command(
    'focus',
    {
      group: 'look',
      icon: 'focus',
      title: (t, at) => t(at.screen.focus === claimOf(at)?.id ? 'title.unfocus' : 'title.focus'),
    },
    (at) => at.screen.hands?.camera !== undefined && claimOf(at) !== undefined,
    (at) => {
      const claim = claimOf(at)?.id ?? null;
      at.screen.focusOn(at.screen.focus === claim ? null : claim);
    },
  ),
  command(
    'otherPlace',
    {
      group: 'look',
      icon: 'link',
      title: (t, at) =>
        isReference(at) ? t('title.goHome') : t('title.otherPlace', { text: nameOf(t('anArgument'), at) }),
    },
    (at) => otherPlaces(at)[0] !== undefined,
    (at) => {
      const [place] = otherPlaces(at);
      if (place === undefined) return;
      showClaim(at.session.screen, at.doc.view, place);
      at.screen.hands?.focus();
    },
  ),
  command(
    'passage',
    { group: 'look', icon: 'text', keys: ['G'] },
    (at) => passagesOf(at)[0] !== undefined,
    (at) => {
      // Pressed again, it goes on to the next one.
      const all = passagesOf(at);
      const last = all.findIndex((one) => isSamePassage(one, at.screen.passage));
      const next = all[(last + 1) % all.length];
      if (next) showPassage(at.session.screen, next);
    },
  ),
  editing(
    'spotlight',
    {
      group: 'look',
      icon: 'screen',
      title: (t, at) => t(isShown(at) ? 'title.unspotlight' : 'title.spotlight'),
    },
    (at) => {
      const [debate, claim] = [debateOf(at.doc.view), claimOf(at)];
      if (!debate || !claim) return undefined;
      return { kind: 'spotlight', debate: debate.id, claim: isShown(at) ? null : claim.id };
    },
  ),
  command(
    'copyLink',
    { group: 'look', icon: 'link' },
    (at) => claimOf(at) !== undefined,
    ({ session, screen, id }) => {
      if (id !== null) void copyText(linkTo(home, session.id, { claim: id, view: screen.view }));
    },
  ),
  command(
    'flag',
    { group: 'look', icon: 'warning' },
    (at) => mayFlag(at.doc, claimOf(at)?.id),
    (at) => {
      const claim = claimOf(at);
      if (claim) at.screen.ask({ for: 'flag', about: claim.id });
    },
  ),
  command(
    'export-branch',
    { group: 'look', icon: 'download' },
    (at) => claimOf(at) !== undefined,
    (at) => at.screen.ask({ for: 'export', branch: claimOf(at)?.id ?? null }),
  ),
];

const isShown = (at: At): boolean => claimOf(at) !== undefined && spotlightIn(at.doc.view)?.id === claimOf(at)?.id; // prettier-ignore

const passagesOf = (at: At) => {
  const claim = claimOf(at);
  return claim ? quotationsOf(at.doc.view, claim.id).map(passageOf) : [];
};

const isSamePassage = (a: ReturnType<typeof passageOf>, b: ScreenState['passage']): boolean =>
  a.edition === b?.edition && a.start === b.start && a.end === b.end;

/** Where else the claim stands: from a use its home, from there each use after the other. */
function otherPlaces(at: At): readonly Id[] {
  const { doc: { view }, id } = at; // prettier-ignore
  const claim = claimOf(at);
  if (!claim || id === null) return [];
  const uses = (view.index.uses.get(claim.id) ?? []).filter((use) => isUsed(view, use));
  return id === claim.id ? uses : [claim.id];
}

function isUsed(view: ArgumentMap, use: Id): boolean {
  const reference = view.references.get(use);
  return reference !== undefined && isLive(view, reference.argument);
}

const MOST = 18;

function nameOf(none: string, at: At): string {
  const target = argumentOf({ ...at, id: otherPlaces(at)[0] ?? null })?.argument.target;
  const text = at.doc.view.claims.get(target?.id ?? '')?.text ?? none;
  return short(text, MOST);
}
