// The arguments of an Argdown file. A premise-conclusion structure is one for each of its inferences. A relation makes an
// argument of the statement, or of the sketch of an argument, that it comes from. What is aimed at an argument as a whole
// but no undercut means one of its premises; where there are several it stays with the argument, and that is told.
import type { Direction } from '../../map/tables/arguments.ts';
import { isFields } from './argdownData.ts';
import { argumentKey, claimKey, inferenceKey, relationKey } from './argdownKeys.ts';
import type { ArgdownArgument, ArgdownModel, Related, Relation, Statement } from './argdownModel.ts';
import { argumentRow, ownIn, rowIn } from './argdownRows.ts';
import { inferencesOf, premisesIn, schemeOf, type Inferred } from './argdownSteps.ts';
import type { Telling } from './argdownTelling.ts';
import type { GraphArgument } from '../graph/graph.ts';

interface Read {
  readonly arguments: readonly GraphArgument[];
  /** Conclusions of ours that are no claims. */
  readonly implied: ReadonlySet<Related>;
}

export function argumentsOf(model: ArgdownModel, relations: readonly Relation[], telling: Telling): Read {
  const reader = new ArgumentReader(model, relations, telling);
  for (const argument of model.arguments.values()) {
    if (argument.steps.length === 0) reader.sketch(argument);
    else reader.structure(argument);
  }
  for (const relation of relations) reader.relation(relation);
  return { arguments: reader.inOrder(), implied: reader.implied };
}

type Aim = Pick<GraphArgument, 'direction' | 'targets'>;
type Said = Pick<GraphArgument, 'premises' | 'scheme'>;

class ArgumentReader {
  readonly implied: ReadonlySet<Related>;
  private readonly read: { readonly start: number; readonly argument: GraphArgument }[] = [];
  private readonly says = new Map<Related, Relation[]>();
  private readonly targets = new Set<Related>();
  private readonly undercut = new Set<Related>();
  /** Where an argument is first said to speak to something. */
  private readonly spoken = new Map<Related, number>();
  /** Statements whose own argument, the one that rode along, is made. */
  private readonly plain = new Set<Statement>();
  private readonly onlyPremises = new Map<ArgdownArgument, Statement | undefined>();

  constructor(
    model: ArgdownModel,
    relations: readonly Relation[],
    private readonly telling: Telling,
  ) {
    for (const relation of relations) {
      const { type, from, to } = relation;
      const said = this.says.get(from);
      if (said) said.push(relation);
      else this.says.set(from, [relation]);
      this.targets.add(to);
      if (type === 'undercut') this.undercut.add(to);
    }
    for (const { from, start } of model.relations)
      this.spoken.set(from, Math.min(start, this.spoken.get(from) ?? start));
    this.implied = new Set([...model.arguments.values()].flatMap((argument) => this.impliedBy(argument)));
  }

  inOrder(): GraphArgument[] {
    return this.read.sort((a, b) => a.start - b.start).map(({ argument }) => argument);
  }

  /** An argument without premises and conclusion. Where it speaks to nothing its sketch is a claim and no more. */
  sketch(argument: ArgdownArgument): void {
    const says = this.says.get(argument) ?? [];
    if (says.length > 0 || this.undercut.has(argument))
      this.speak(argument, says, { premises: [claimKey(argument)] });
  }

  structure(argument: ArgdownArgument): void {
    const unused = new Set(argument.steps);
    for (const inferred of inferencesOf(argument)) {
      unused.delete(inferred.conclusion);
      for (const premise of inferred.premises) unused.delete(premise);
      this.infer(argument, inferred);
    }
    for (const { member } of unused) this.telling.losses.add('relations', this.telling.where(member.start));
  }

  /** Of a statement; those of arguments are part of these. */
  relation(relation: Relation): void {
    const { type, from, to, of, start } = relation;
    if (type === 'contradictory') this.contradict(relation);
    if (from.kind === 'argument' || this.implied.has(from)) return;
    // An argument that supports its own conclusion: the structure says so.
    if (of && from === to && (type === 'support' || type === 'entails')) return;
    const row = this.plain.has(from) || of ? undefined : rowIn(from)?.['argument'];
    const own = isFields(row) ? { row: argumentRow(row) } : {};
    if (isFields(row)) this.plain.add(from);
    this.add(start, {
      key: relationKey(relation),
      premises: [claimKey(from)],
      ...this.aim(relation),
      ...own,
    });
  }

  private infer(argument: ArgdownArgument, { inference, premises, conclusion }: Inferred): void {
    const { statement } = conclusion;
    const isLast = conclusion === argument.steps.at(-1);
    const row = isLast ? rowIn(argument) : undefined;
    const scheme = schemeOf(inference, row, this.telling);
    const said = { premises: premises.map((premise) => claimKey(premise.statement)), scheme };
    if (isLast && this.implied.has(statement)) {
      this.speak(argument, this.says.get(statement) ?? [], said);
      return;
    }
    const start = isLast ? (this.spoken.get(argument) ?? inference.start) : inference.start;
    const own = row ? { row: { ...argumentRow(row), scheme: null } } : {};
    const targets = [claimKey(statement)];
    this.add(start, { key: inferenceKey(inference), direction: 'support', targets, ...said, ...own });
  }

  /** One argument for each thing that it speaks to; the first is the one that rode along. */
  private speak(argument: ArgdownArgument, says: readonly Relation[], said: Said): void {
    const key = argumentKey(argument);
    const data = rowIn(argument);
    const row = data && { ...argumentRow(data), ...('scheme' in said && { scheme: null }) };
    const own = { key, ...(row && { row }) };
    for (const [i, relation] of says.entries()) {
      if (i > 0) this.tell('conclusions', relation);
      const named = i === 0 ? own : { key: `${key}\nalso ${i}` };
      this.add(relation.start, { ...said, ...named, ...this.aim(relation) });
    }
    if (says.length === 0) this.add(argument.start, { ...said, ...own, direction: 'support', targets: [] });
  }

  /** What excludes something is excluded by it. */
  private contradict(relation: Relation): void {
    const { from, to, start } = relation;
    if (to.kind !== 'statement') return;
    this.tell('conclusions', relation);
    const key = `${relationKey(relation)} back`;
    this.add(start, { key, direction: 'rebut', premises: [claimKey(to)], targets: [claimKey(from)] });
  }

  private aim(relation: Relation): Aim {
    const { type, to } = relation;
    const direction: Direction = type === 'support' || type === 'entails' ? 'support' : 'rebut';
    if (to.kind === 'inference') return { direction, targets: [inferenceKey(to)] };
    if (to.kind === 'statement') {
      if (type === 'undercut') this.tell('undercuts', relation);
      return { direction, targets: [claimKey(to)] };
    }
    if (type === 'undercut') return { direction, targets: [argumentKey(to)] };
    if (to.steps.length === 0) return { direction, targets: [claimKey(to)] };
    const only = this.onlyPremiseOf(to);
    if (only) return { direction, targets: [claimKey(only)] };
    // Of support it is told in grow.ts, which aims it at what the argument speaks to.
    if (direction === 'rebut') this.tell('aims', relation);
    return { direction, targets: [argumentKey(to)] };
  }

  private onlyPremiseOf(argument: ArgdownArgument): Statement | undefined {
    if (!this.onlyPremises.has(argument)) {
      const [first, second] = premisesIn(argument);
      this.onlyPremises.set(argument, second ? undefined : first);
    }
    return this.onlyPremises.get(argument);
  }

  /** The conclusion that we write where an argument speaks against something, as long as nobody gave it words or a use. */
  private impliedBy({ steps }: ArgdownArgument): Statement[] {
    const { statement, member } = steps.at(-1) ?? {};
    if (!statement || !member?.isReference || ownIn(member.data)?.['implied'] !== true) return [];
    return statement.members.length > 1 || this.targets.has(statement) ? [] : [statement];
  }

  private add(start: number, argument: Omit<GraphArgument, 'where'>): void {
    this.read.push({ start, argument: { ...argument, where: this.telling.where(start) } });
  }

  private tell(kind: 'conclusions' | 'undercuts' | 'aims', { start }: Relation): void {
    this.telling.losses.add(kind, this.telling.where(start));
  }
}
