// [S-34] A class that has met already, made up: for a teacher who wants to try alone what comes during and after a seminar.
import { ANSWERS } from '../map/tables/polls.ts';
import { compared, type Pair } from '../debate/poll.ts';
import { FORMATS, planOf, type Format } from '../debate/formats.ts';
import { STOPPED } from '../debate/clock.ts';
import type { Id } from '../map/id.ts';
import { NO_TASKS } from '../map/tasks.ts';
import type { MapContent } from '../map/map.ts';
import { mapOf } from '../map/patch.ts';
import type { Ballot } from '../map/tables/ballots.ts';
import type { Debate } from '../map/tables/debates.ts';
import type { Hand } from '../map/tables/hands.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Poll } from '../map/tables/polls.ts';
import type { Tally } from '../map/tables/tallies.ts';
import { judgedIn } from '../map/voting.ts';
import { sampleContent } from './sampleContent.ts';
import { speech } from './speech.ts';

interface Making {
  readonly language: 'zh' | 'en';
  readonly newId: () => Id;
  /** When the class ended. */
  readonly at: number;
}

const MINUTE = 60_000;
/** How long it took. */
const LASTED = 46 * MINUTE;

const NAMES = {
  zh: ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'].map((one) => `演示·${one}`),
  en: Array.from('ABCDEFGHIJKL', (one) => `Demo ${one}`),
};

/** How long each spoke, in seconds, and what each answered before and after, by their places among the names and in ANSWERS. */
const SPOKE = [190, 165, 140, 95, 70, 40, 30, 20];
const ANSWERED: readonly Pair[] = [[2, 2], [0, 0], [2, 2], [1, 2], [2, 1], [0, 0], [1, 0], [0, 2], [1, 1], [0, 0], [1, 2], [2, 2]]; // prettier-ignore

function oxford(): Format {
  const found = FORMATS.find(({ key }) => key === 'oxford');
  if (!found) throw new Error('there is no such format');
  return found;
}

/** The sample of the speech, argued out by twelve people who are nobody; its settings show votes, strengths and tasks. */
export function demoClass(making: Making): MapContent {
  const { language, newId, at } = making;
  const began = at - LASTED;
  const content = sampleContent(speech, { ...making, at: began }, { votes: 'open', strength: 'quadratic-energy', tasks: { ...NO_TASKS, claims: 1, replies: 3 } }); // prettier-ignore
  const plan = planOf(oxford(), language, newId);
  const people = NAMES[language].map((name, i): Participant => ({
    ...{ id: newId(), name, role: 'participant', pseudonym: false, at: began },
    side: plan.sides[i % plan.sides.length]?.id ?? null,
  }));
  const [, discussion] = content.participants;
  const added = { by: null, at: began };
  const debate: Debate = { ...plan, ...added, id: newId(), phase: plan.phases.at(-1)?.id ?? null, clock: { ...STOPPED, allowed: null, taken: 0 }, spotlight: null, ended: { by: null, at } }; // prettier-ignore
  const written = writtenBy(content, people, discussion?.id ?? '', began);
  return {
    ...written,
    info: { ...written.info, title: language === 'zh' ? `演示课：${written.info.title}` : `Demo class: ${written.info.title}` }, // prettier-ignore
    participants: [...content.participants, ...people],
    debates: [debate],
    hands: SPOKE.map((seconds, i) => spoke(debate, people[i]?.id ?? null, seconds, { newId, at: began + i * 4 * MINUTE })), // prettier-ignore
    ...votesOn(written, making),
  };
}

/** What was added for discussion is shared out; each claim comes a while after the one before. */
function writtenBy(
  content: MapContent,
  people: readonly Participant[],
  discussion: Id,
  began: number,
): MapContent {
  // prettier-ignore
  const step = LASTED / (content.claims.length + 1);
  const made = new Map<Id, { by: Id | null; at: number; side: Id | null }>();
  for (const [i, claim] of content.claims.entries()) {
    // Some write more than others: the square of their place.
    const person = people[Math.floor(((i * i) % (people.length * people.length)) / people.length)];
    const isTheirs = claim.by === discussion;
    made.set(claim.id, { by: isTheirs ? (person?.id ?? null) : claim.by, at: Math.round(began + i * step), side: isTheirs ? (person?.side ?? null) : null }); // prettier-ignore
  }
  const first = new Map(content.claims.flatMap(({ id, home }) => (home === null ? [] : [[home, made.get(id)] as const])).reverse()); // prettier-ignore
  return {
    ...content,
    claims: content.claims.map((claim) => ({ ...claim, ...made.get(claim.id) })),
    arguments: content.arguments.map((argument) => {
      const { by, at } = first.get(argument.id) ?? argument;
      return { ...argument, by, at };
    }),
    comments: content.comments.map((comment, i) => ({ ...comment, by: people[(i * 5) % people.length]?.id ?? null, at: (made.get(comment.claim)?.at ?? began) + MINUTE })), // prettier-ignore
  };
}

function spoke(
  debate: Debate,
  by: Id | null,
  seconds: number,
  { newId, at }: Pick<Making, 'newId' | 'at'>,
): Hand {
  // prettier-ignore
  const phase = debate.phases[0]?.id ?? null;
  return { id: newId(), debate: debate.id, phase, point: null, state: 'spoken', called: at, spell: { since: null, spent: seconds * 1000 }, placed: null, by, at }; // prettier-ignore
}

/** Ratings of every third claim, and the two polls with what came of them. */
function votesOn(
  content: MapContent,
  { language, newId, at }: Making,
): Pick<MapContent, 'polls' | 'ballots' | 'tallies'> {
  // prettier-ignore
  const map = mapOf(content);
  const ballots: Ballot[] = [];
  const tallies: Tally[] = [];
  const cast = (on: Id, judged: string, counts: readonly number[], when: number): void => {
    const [id, votes] = [newId(), counts.reduce((sum, count) => sum + count, 0)];
    ballots.push({ id, on, judged, voted: votes, at: when });
    tallies.push({
      id,
      on,
      votes,
      sum: counts.reduce((sum, count, value) => sum + count * value, 0),
      counts,
    });
  };
  for (const [i, claim] of content.claims.entries())
    if (i % 3 === 0) cast(claim.id, judgedIn(map, claim.id) ?? '', [i % 2, 1, i % 4, 3, i % 5], claim.at + MINUTE); // prettier-ignore
  const question = language === 'zh' ? '开源值得各国既竞争又合作吗？' : 'Is open source worth both competing and cooperating over?'; // prettier-ignore
  const polls: Poll[] = [];
  for (const [nth, when] of [at - LASTED, at - MINUTE].entries()) {
    const [id, mark] = [newId(), { by: null, at: when }];
    polls.push({ id, question, before: polls[0]?.id ?? null, live: false, ended: mark, shown: { by: null, at }, compared: nth === 1 ? compared(ANSWERED, 1) : null, removed: null, ...mark }); // prettier-ignore
    cast(id, '', ANSWERS.map((_, value) => ANSWERED.filter((pair) => pair[nth] === value).length), when); // prettier-ignore
  }
  return { polls, ballots, tallies };
}
