// SADFace, the Simple Argument Description Format (Wells, Open-Argumentation/SADFace): written as the documents of
// version 0.2 are, which its validator accepts; read in both dialects (sadfaceFile.ts).
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { MapContent } from '../../map/map.ts';
import { nodesOf } from './aifDocument.ts';
import { byName, listed, namesIn } from './aifJson.ts';
import { shownSources, type Shown } from './aifSources.ts';
import { secondOf } from './aifTime.ts';
import { homesBy, slimRow, usesIn, withPremise, type Said } from './aifRows.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Format, Origin } from '../format.ts';
import { contentOfSadface, isConflict, isPlain } from './sadfaceFile.ts';
import { uuid4Of } from './sadfaceIds.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';

export const sadface: Format = {
  id: 'sadface',
  name: 'SADFace',
  mediaType: 'application/json',
  extension: 'sadface.json',
  lossless: true,
  write(content, origin) {
    const tree = shownTree(content);
    const shown = nodesOf(tree);
    const ids = new Set(shown.map(({ id }) => id));
    const sources = shownSources(content, (id) => ids.has(id));
    const metadata = {
      core: coreOf(content, origin),
      [CARRIED]: byName(restOf(content, (id) => ids.has(id))),
    };
    const spans = spansOf(sources);
    const { language } = content.info;
    const homeOf = homesBy(usesIn(shown, tree));
    const lists = {
      resources: sources.map(({ edition }) => resourceOf(edition)),
      nodes: shown.map((one) => {
        if (!isClaim(one)) return schemeOf(one, withPremise(tree.premisesOf(one.id)[0]?.claim));
        const { text } = one;
        return atomOf(one, spans.get(one.id) ?? [], { text, language, home: homeOf(one.id) });
      }),
      edges: shown.flatMap((one) => (isClaim(one) ? [] : edgesOf(one, tree))),
    };
    const lines = Object.entries(lists).map(([name, rows]) => `,\n  "${name}": ${listed(rows, '  ')}`);
    return { value: `{\n  "metadata": ${JSON.stringify(metadata)}${lines.join('')}\n}\n`, losses: [] };
  },
  read: contentOfSadface,
  looksLike(start) {
    const { top, all } = namesIn(start);
    if (top.has('@context') || top.has('format') || all.has('nodeID')) return false;
    const isGraph = ['nodes', 'edges', 'resources', 'metadata'].some((name) => top.has(name));
    const isOurs = all.has('source_id') || all.has('analyst_name') || /"type"\s*:\s*"atom"/.test(start);
    return isGraph && isOurs;
  },
};

function coreOf({ claims, participants, info }: MapContent, { at }: Origin) {
  const owners = participants.filter(({ role }) => role === 'owner').sort((a, b) => a.at - b.at);
  const created = claims.reduce((first, claim) => Math.min(first, claim.at), at);
  const time = (moment: number): string => secondOf(moment).replace(' ', 'T');
  return {
    analyst_name: owners[0]?.name ?? '',
    analyst_email: '',
    created: time(created),
    edited: time(at),
    id: uuid4Of(`document ${claims[0]?.id ?? ''} ${info.title}`),
    version: '0.2',
  };
}

const resourceOf = ({ id, text }: Shown['edition']) => ({
  id: uuid4Of(id),
  type: 'text',
  content: text,
  metadata: { core: {}, [CARRIED]: { edition: id } },
});

interface SourceSpan {
  readonly resource_id: string;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** By claim. Offsets are in code points, as Python counts. */
function spansOf(sources: readonly Shown[]): Map<string, SourceSpan[]> {
  const spans = new Map<string, SourceSpan[]>();
  for (const { edition, quotations } of sources) {
    for (const { claim, exact, start, end } of quotations) {
      const span = { resource_id: uuid4Of(edition.id), text: exact, offset: start, length: end - start };
      const list = spans.get(claim);
      if (list) list.push(span);
      else spans.set(claim, [span]);
    }
  }
  return spans;
}

const atomOf = (claim: Claim, sources: readonly SourceSpan[], said: Said) => ({
  id: uuid4Of(claim.id),
  type: 'atom',
  text: claim.text,
  sources,
  metadata: { [CARRIED]: slimRow(claim, said) },
});

/** Tools know support and conflict by these names, so only a support can bear that of its scheme. */
function schemeOf(argument: Argument, said: Said) {
  const { id, direction, scheme } = argument;
  const isNamed = scheme !== null && !isConflict(scheme) && !isPlain(scheme);
  const name = direction === 'rebut' ? 'conflict' : isNamed ? scheme : 'support';
  return { id: uuid4Of(id), type: 'scheme', name, metadata: { [CARRIED]: slimRow(argument, said) } };
}

function edgesOf({ id, target }: Argument, { premisesOf }: ShownTree) {
  const edge = (from: string, to: string) => ({
    id: uuid4Of(`${from} ${to}`),
    source_id: uuid4Of(from),
    target_id: uuid4Of(to),
  });
  return [...premisesOf(id).map(({ claim }) => edge(claim.id, id)), edge(id, target.id)];
}
