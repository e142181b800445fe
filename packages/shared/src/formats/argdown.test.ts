import { describe, expect, it } from '@jest/globals';
import {
  ArgdownApplication,
  DataPlugin,
  ModelPlugin,
  ParserPlugin,
  RelationType,
  type IArgdownResponse,
} from '@argdown/core';
import fc from 'fast-check';
import { aMap } from '../../testing/aMap.ts';
import { aMapWithSecret, hostileContents, randomContents } from '../../testing/contents.ts';
import { aSeedMap } from '../../testing/randomEdits.ts';
import type { ArgumentMap, Claim, Id, MapContent } from '../map/map.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { premisesOf, subtree, theses } from '../map/tree.ts';
import { argdown } from './argdown.ts';
import { shownText } from './argdownText.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent) => {
  const file = argdown.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

const application = new ArgdownApplication();
application.addPlugin(new ParserPlugin(), 'parse-input');
application.addPlugin(new DataPlugin(), 'build-model');
application.addPlugin(new ModelPlugin(), 'build-model');

function parsed(input: string): IArgdownResponse {
  const response = application.run({ process: ['parse-input', 'build-model'], input, throwExceptions: true });
  expect(response.parserErrors ?? []).toEqual([]);
  expect(response.lexerErrors ?? []).toEqual([]);
  return response;
}

interface Said {
  /** id and text as shown */
  readonly statements: string[];
  /** premises, direction and target, by the ids of claims and arguments */
  readonly arguments: string[];
}

/** What our tree says. */
function saidByMap(map: ArgumentMap): Said {
  const nodes = [...theses(map)].flatMap(({ id }) => [...subtree(map, id)]);
  const shown = new Map<Id, Claim>();
  for (const node of nodes) if (node.kind === 'claim') shown.set(node.value.id, node.value);
  const all = nodes.flatMap((node) => (node.kind === 'argument' ? [node.value] : []));
  for (const { id } of all) for (const { claim } of premisesOf(map, id)) shown.set(claim.id, claim);
  return {
    statements: [...shown.values()].map(({ id, text }) => `${id} ${shownText(text)}`).sort(),
    arguments: all.map(({ id, direction, target }) => sentence(id, premisesOf(map, id).map(({ claim }) => claim.id), direction, target.id)).sort(),
  }; // prettier-ignore
}

const sentence = (argument: Id, premises: readonly Id[], direction: string, target: Id): string =>
  `${argument}: ${premises.join(' & ')} ${direction} ${target}`;

interface Data {
  readonly id: Id;
  readonly text?: string;
  readonly argument?: { readonly id: Id };
}

/** What Argdown's own model of the file says, put together from relations and premise-conclusion structures alone. */
function saidByArgdown({ statements = {}, arguments: all = {}, relations = [] }: IArgdownResponse): Said {
  const dataOf = (title = ''): Data | undefined =>
    (statements[title] ?? all[title])?.data as Data | undefined;
  const idOf = (title: string | undefined): Id => dataOf(title)?.id ?? `nothing called ${title ?? ''}`;
  const sentences: string[] = [];
  /** By a conclusion that is no claim, what it concludes: a rebuttal or an undercut. */
  const concluding = new Map<string, { id: Id; premises: Id[] }>();
  for (const argument of Object.values(all)) {
    const steps = argument.pcs.map(({ title }) => title ?? '');
    const conclusion = steps.pop() ?? '';
    const id = idOf(argument.title);
    const premises = steps.map(idOf);
    if (dataOf(conclusion)) sentences.push(sentence(id, premises, 'support', idOf(conclusion)));
    else concluding.set(conclusion, { id, premises });
  }
  for (const relation of relations) {
    const { from, to, relationType } = relation;
    const source = from?.title ?? '';
    const { id, premises } = concluding.get(source) ?? {
      id: dataOf(source)?.argument?.id ?? '',
      premises: [idOf(source)],
    };
    const isOf = (argument: { relations?: (typeof relation)[] }) =>
      (argument.relations ?? []).some((one) => one.from === from && one.to === to);
    const undercut = relationType === RelationType.UNDERCUT ? Object.values(all).find(isOf) : undefined;
    const direction = relationType === RelationType.SUPPORT ? 'support' : 'rebut';
    sentences.push(sentence(id, premises, direction, idOf(undercut?.title ?? to?.title)));
  }
  const shown = Object.values(statements).filter(({ title }) => dataOf(title));
  return {
    statements: shown.map(({ title, members }) => `${idOf(title)} ${textOf(members)}`).sort(),
    arguments: sentences.sort(),
  };
}

const textOf = (members: readonly { text?: string }[]): string =>
  members.find(({ text }) => text)?.text?.trim() ?? '';

describe('Argdown', () => {
  it('is read by @argdown/core as the map that was written: statements, premises, supports, attacks and undercuts', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        expect(saidByArgdown(parsed(written(content).value))).toEqual(saidByMap(mapOf(content)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps texts that look like Argdown, as shown and as typed', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        const map = mapOf(content);
        const response = parsed(written(content).value);
        expect(saidByArgdown(response)).toEqual(saidByMap(map));
        for (const { data, members } of Object.values(response.statements ?? {})) {
          if (!data) continue;
          const { id, text } = data as Data;
          expect(text ?? textOf(members)).toBe(map.claims.get(id)?.text);
        }
        const { counterpoint } = response.frontMatter as {
          counterpoint: { info: unknown; participants: unknown };
        };
        expect(counterpoint.info).toEqual(map.info);
        expect(counterpoint.participants).toEqual(content.participants);
        expect(response.frontMatter).toMatchObject({ title: map.info.title, model: { mode: 'loose' } });
        expect(Object.keys(response.tags ?? {})).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is a document even of an empty map', () => {
    expect(parsed(written(contentOf(aMap({ title: '# [x' }).map)).value).statements).toEqual({});
  });

  it('can be read by people', () => {
    const builder = aMap({ title: 'Car-free centre', question: '', language: 'en' });
    const ban = builder.thesis('The city should ban private cars downtown.');
    const { argument } = builder.support(ban, 'A ban would cut pollution (see https://example.org).');
    builder.joint(argument, 'Cleaner air justifies limits.');
    builder.rebut(argument, 'It could be met without a ban.');
    const shops = builder.rebut(ban, 'It would ruin shops.');
    builder.rebut(shops.claim, 'Foot traffic rises.');
    const withoutData = written(contentOf(builder.map))
      .value.replace(/ \{"id".*\}$/gm, '')
      .replace(/^counterpoint.*\n/m, '');
    expect(withoutData).toBe(`===
title: "Car-free centre"
date: "2026-01-15"
model:
    mode: loose
===

[c1 The city should ban private cars…]: The city should ban private cars downtown\\.
    + <a1 A ban would cut pollution see ht…>
    - [c5 It would ruin shops]

<a1 A ban would cut pollution see ht…>
    <_ [c4 It could be met without a ban]

(1) [c2 A ban would cut pollution see ht…]
(2) [c3 Cleaner air justifies limits]
-----
(3) [c1 The city should ban private cars…]

[c2 A ban would cut pollution see ht…]: A ban would cut pollution (see https\\:\\/\\/example\\.org)\\.

[c3 Cleaner air justifies limits]: Cleaner air justifies limits\\.

[c4 It could be met without a ban]: It could be met without a ban\\.

[c5 It would ruin shops]: It would ruin shops\\.
    - [c6 Foot traffic rises]

[c6 Foot traffic rises]: Foot traffic rises\\.
`);
  });

  it('says what it leaves out', () => {
    const builder = aMapWithSecret('s');
    const gone = builder.support([...builder.map.index.theses][0]!, 'Gone');
    builder.comment(gone.claim);
    builder.remove(gone.claim);
    expect(written(contentOf(builder.map)).losses).toEqual([
      { kind: 'removed', count: 3, where: expect.arrayContaining([gone.claim, gone.argument]) },
      { kind: 'proposals', count: 2, where: [...builder.map.proposals.keys()].sort() },
    ]);
    expect(written(contentOf(aSeedMap(aMap()).map)).losses).toEqual([]);
  });
});
