// A map as an AIF graph: nodes and edges under numbers in the order of the tree.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Participant } from '../../map/tables/participants.ts';
import { homesBy, slimRow, usesIn, withPremise } from './aifRows.ts';
import { decoded } from './aifText.ts';
import { secondOf } from './aifTime.ts';
import { CARRIED } from '../graph/carried.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';

interface Node {
  readonly nodeID: string;
  readonly text: string;
  readonly type: 'I' | 'RA' | 'CA' | 'L' | 'YA';
  readonly timestamp?: string;
  readonly scheme?: string;
  readonly [CARRIED]?: unknown;
}

interface Edge {
  readonly edgeID: string;
  readonly fromID: string;
  readonly toID: string;
}

interface Locution {
  readonly nodeID: string;
  readonly personID: string;
  readonly timestamp: string;
}

interface Person {
  readonly participantID: string;
  readonly firstname: string;
  readonly surname: string;
  /** The id of the participant. */
  readonly [CARRIED]: Id;
}

export class AifDocument {
  readonly nodes: Node[] = [];
  readonly edges: Edge[] = [];
  readonly locutions: Locution[] = [];
  readonly participants: Person[] = [];
  /** The node that stands for a claim in the text: its locution, or itself where nobody is known to have said it. */
  readonly voiceOf = new Map<Id, string>();
  private readonly tree: ShownTree;
  private readonly language: string;
  private readonly homeOf: (claim: Id) => Id | null | undefined;
  private readonly people: ReadonlyMap<Id, Participant>;
  private readonly personIds = new Map<Id, string>();
  private readonly nodeIds = new Map<Id, string>();

  constructor(content: MapContent) {
    this.tree = shownTree(content);
    this.people = new Map(content.participants.map((person) => [person.id, person]));
    const shown = nodesOf(this.tree);
    this.language = content.info.language;
    this.homeOf = homesBy(usesIn(shown, this.tree));
    for (const one of shown) {
      if (isClaim(one)) this.addClaim(one);
      else this.addArgument(one);
    }
    for (const one of shown) if (!isClaim(one)) this.connect(one);
  }

  readonly has = (id: Id): boolean => this.nodeIds.has(id);

  private nextId(): string {
    return String(this.nodes.length + 1);
  }

  private addClaim(claim: Claim): void {
    const { id, text, by, at } = claim;
    const timestamp = secondOf(at);
    const speaker = by === null ? undefined : this.people.get(by);
    if (speaker) {
      const nodeID = this.nextId();
      this.nodes.push({ nodeID, text: `${speaker.name} : ${text}`, type: 'L' });
      const personID = this.personIdOf(speaker);
      this.locutions.push({ nodeID, personID, timestamp });
      const act = this.nextId();
      this.nodes.push({ nodeID: act, text: 'Asserting', type: 'YA' });
      this.connectIds(nodeID, act);
      this.connectIds(act, this.nextId());
      this.voiceOf.set(id, nodeID);
    }
    const nodeID = this.nextId();
    this.nodeIds.set(id, nodeID);
    if (!speaker) this.voiceOf.set(id, nodeID);
    const row = slimRow(claim, {
      text: decoded(text),
      language: this.language,
      home: this.homeOf(id),
      by: speaker?.id ?? null,
    });
    this.nodes.push({ nodeID, text, type: 'I', timestamp, [CARRIED]: row });
  }

  private addArgument(argument: Argument): void {
    const { id, direction, scheme, at } = argument;
    const isSupport = direction === 'support';
    const nodeID = this.nextId();
    this.nodeIds.set(id, nodeID);
    this.nodes.push({
      nodeID,
      text: scheme ?? (isSupport ? 'Default Inference' : 'Default Conflict'),
      type: isSupport ? 'RA' : 'CA',
      timestamp: secondOf(at),
      ...(scheme !== null && { scheme }),
      [CARRIED]: slimRow(argument, withPremise(this.tree.premisesOf(id)[0]?.claim)),
    });
  }

  private connect({ id, target }: Argument): void {
    const own = this.nodeIds.get(id) ?? '';
    for (const { claim } of this.tree.premisesOf(id)) this.connectIds(this.nodeIds.get(claim.id) ?? '', own);
    this.connectIds(own, this.nodeIds.get(target.id) ?? '');
  }

  private connectIds(fromID: string, toID: string): void {
    this.edges.push({ edgeID: String(this.edges.length + 1), fromID, toID });
  }

  private personIdOf({ id, name }: Participant): string {
    const known = this.personIds.get(id);
    if (known !== undefined) return known;
    const participantID = String(this.participants.length + 1);
    this.personIds.set(id, participantID);
    const words = name.split(' ');
    const surname = words.length > 1 ? (words.pop() ?? '') : '';
    this.participants.push({ participantID, firstname: words.join(' '), surname, [CARRIED]: id });
    return participantID;
  }
}

/** Claims and arguments of the tree in order, then claims that only references lead to: what these hang under shows no
 *  premise at the moment. */
export function nodesOf({ inOrder, has, premisesOf }: ShownTree): (Claim | Argument)[] {
  const premises = inOrder.flatMap(({ id }) => premisesOf(id).map(({ claim }) => claim));
  const borrowed = new Set(premises.filter(({ id }) => !has(id)));
  return [...inOrder, ...borrowed];
}
