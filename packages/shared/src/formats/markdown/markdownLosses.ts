// What a Markdown outline does not bring back.
import type { Edition } from '../../map/tables/editions.ts';
import type { MapContent } from '../../map/map.ts';
import { isWebAddress } from '../../map/text.ts';
import type { Losses } from '../loss.ts';
import type { Shown } from '../document/mapDocumentPeople.ts';
import { commentersIn, namesIn } from './markdownNames.ts';
import { shownBlock, shownLine } from './markdownText.ts';
import { countStamps, countUnsaid } from '../document/numberingLosses.ts';
import { ALL_WORDS } from '../words.ts';

export function countMarkdown(content: MapContent, shown: Shown, losses: Losses): void {
  const { comments, quotations, sources, editions } = shown;
  const quoted = quotedSources(shown);
  const here = sources.filter(({ id }) => quoted.has(id));
  countUnsaid(content, shown, losses);
  losses.addAll('times', comments);
  countStamps([...quotations, ...here], losses);
  losses.addAll(
    'sources',
    sources.filter(({ id }) => !quoted.has(id)),
  );
  losses.addAll('quoted-sources', here);
  // That they are no longer offered for quoting is not said.
  losses.addAll(
    'removed',
    here.filter(({ removed }) => removed !== null),
  );
  losses.addAll(
    'quotations',
    quotations.filter(({ exact }) => shownBlock(exact) === ''),
  );
  // The words around the claims are all that tells it.
  if (!ALL_WORDS.some(({ language }) => language === content.info.language)) losses.add('languages', 'info');
  countTexts(content, { ...shown, sources: here, editions }, losses);
  countPeople(content, shown, losses);
}

function quotedSources({ quotations, editions }: Shown): ReadonlySet<string> {
  const sourceOf = new Map(editions.map(({ id, source }: Edition) => [id, source]));
  return new Set(
    quotations.flatMap(({ edition, exact }) => (shownBlock(exact) ? (sourceOf.get(edition) ?? []) : [])),
  );
}

function countTexts({ info }: MapContent, shown: Shown, losses: Losses): void {
  const { title, question, about } = info;
  if (title !== shownLine(title) || [question, about].some((text) => text !== shownBlock(text)))
    losses.add('texts', 'info');
  losses.addAll(
    'texts',
    [...shown.claims, ...shown.comments].filter(({ text }) => text !== shownBlock(text)),
  );
  losses.addAll(
    'texts',
    shown.arguments.filter(({ scheme }) => scheme !== null && scheme !== shownLine(scheme)),
  );
  losses.addAll(
    'texts',
    shown.quotations.filter(({ exact }) => exact !== shownBlock(exact) && shownBlock(exact) !== ''),
  );
  losses.addAll(
    'texts',
    shown.sources.filter(
      ({ title: name, url }) => name !== shownLine(name) || (url !== '' && !isWebAddress(url)),
    ),
  );
}

/** Of the people, those come back who are named with a comment. */
function countPeople({ participants }: MapContent, shown: Shown, losses: Losses): void {
  const named = commentersIn(shown, participants);
  const isNamed = new Set(named);
  const names = namesIn(shown, participants);
  losses.addAll(
    'people',
    participants.filter((one) => !isNamed.has(one)),
  );
  losses.addAll(
    'roles',
    named.filter(({ role }) => role !== null),
  );
  losses.addAll(
    'names',
    named.filter(({ id, name }) => names.get(id) !== name),
  );
}
