// A long debate that nobody held: the same words in each run.
import type { Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import type { Person } from '../support/people.ts';
import { randomFrom } from './random.ts';

interface More {
  /** A third of what makes no claim is a vote on one. */
  readonly votes?: boolean;
}

/** Claims, replies to what is there, new wordings, turns and comments, a hundred at once. */
export async function debated(owner: Person, map: Id, changes: number, more: More = {}): Promise<void> {
  const random = randomFrom(7);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const claims: { id: Id; text: string; depth: number; vote?: { id: Id; on: string; value: number } }[] = [];
  const args: Id[] = [];
  const add = (to: object, depth: number) => {
    const one = { id: uuidv7(), text: `第 ${claims.length} 条：${'河上的桥要不要修'.slice(0, 3 + Math.floor(random() * 6))}`, depth }; // prettier-ignore
    claims.push(one);
    return { kind: 'add-claim', claim: one.id, text: one.text, language: 'zh', to };
  };
  /** Anew where it was worded anew, else another value than before. */
  const voted = (claim: (typeof claims)[number]) => {
    const was = claim.vote?.on === claim.text ? claim.vote : undefined;
    const value = ((was?.value ?? 0) + 1 + Math.floor(random() * 4)) % 5;
    claim.vote = { id: was?.id ?? uuidv7(), on: claim.text, value };
    return { kind: 'vote', vote: claim.vote.id, on: claim.id, ballot: uuidv7(), judged: null, value };
  };
  const next = (): object => {
    if (claims.length < 3) return add({ at: 'thesis', order: `a${claims.length}` }, 0);
    const chance = random();
    if (chance < 0.4) {
      const target = pick(claims.filter(({ depth }) => depth < 6).slice(-400));
      const argument = uuidv7();
      const undercuts = args.length > 5 && random() < 0.1;
      args.push(argument);
      const on = undercuts
        ? { kind: 'argument', id: pick(args.slice(0, -1)) }
        : { kind: 'claim', id: target.id };
      return add({ at: 'argument', argument, direction: undercuts || random() < 0.5 ? 'rebut' : 'support', target: on, order: 'a0', argumentOrder: 'a0' }, target.depth + 1); // prettier-ignore
    }
    const claim = pick(claims);
    if (more.votes && random() < 0.3) return voted(claim);
    if (chance < 0.65) {
      const was = claim.text;
      claim.text = `${was.slice(0, 18)}，${Math.floor(random() * 1e4)}`;
      return { kind: 'reword', claim: claim.id, was, text: claim.text };
    }
    return { kind: 'comment', comment: uuidv7(), claim: claim.id, text: '为什么？' };
  };
  for (let done = 0; done < changes; done += 50) {
    const { verdicts } = await owner.edit(map, Array.from({ length: 50 }, next));
    const wrong = verdicts.find((verdict) => 'refusal' in verdict);
    if (wrong) throw new Error(JSON.stringify(wrong));
  }
}
