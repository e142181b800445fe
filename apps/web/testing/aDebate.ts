// A debate of two sides over a thesis, for tests of what shows it.
import type { Id, Phase, Plan } from '@counterpoint/shared';
import { aMap } from '../../../packages/shared/testing/aMap.ts';

interface Given extends Partial<Pick<Plan, 'choose' | 'queue' | 'pace'>> {
  thesis?: string;
}

export function aDebate({ thesis: text = 'The river is kept', ...more }: Given = {}) {
  const map = aMap();
  const thesis = map.thesis(text);
  const [forIt, against, opening, reply, debate] = Array.from({ length: 5 }, () => map.newId()) as [
    Id,
    Id,
    Id,
    Id,
    Id,
  ];
  const phase = (id: Id, name: string, side: Id | null): Phase => ({
    id,
    name,
    side,
    seconds: 300,
    may: ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'],
    bells: [{ left: 60, rings: 1 }],
  });
  const plan: Plan = {
    name: 'A debate',
    sides: [
      { id: forIt, name: 'For', sign: 'square' },
      { id: against, name: 'Against', sign: 'triangle' },
    ],
    phases: [phase(opening, 'Opening', forIt), phase(reply, 'Reply', against)],
    queue: 'raised',
    pace: 'hand',
    injury: null,
    choose: true,
    ...more,
  };
  map.edit({ kind: 'begin-debate', debate, plan });
  return { map, thesis, debate, forIt, against, opening, reply };
}
