// What the relations of a file come to, as @argdown/core has it: an argument with premises and a conclusion speaks through
// its conclusion, an undercut of it goes to its last inference, and in strict mode statements entail or exclude each other.
import { modelSettings } from './argdownContent.ts';
import { premisesIn } from './argdownSteps.ts';
import type {
  ArgdownArgument,
  ArgdownModel,
  Related,
  Relation,
  RelationType,
  Statement,
} from './argdownModel.ts';

/** In the order in which they are written; none twice. */
export function relationsOf(model: ArgdownModel): Relation[] {
  const written = distinct(model.relations);
  const spoken = distinct(written.map(throughStructure));
  const meant = isStrict(model.frontMatter) ? distinct(spoken.map(strictly)) : spoken;
  return withoutRepeated(meant).sort((a, b) => a.start - b.start);
}

export const conclusionOf = ({ steps }: ArgdownArgument): Statement | undefined => steps.at(-1)?.statement;

export function isStrict(frontMatter: unknown): boolean {
  return modelSettings(frontMatter)['mode'] === 'strict';
}

/** Whether a relation says the same in both directions. */
export const isSymmetric = (type: RelationType): boolean => type === 'contrary' || type === 'contradictory';

function throughStructure(relation: Relation): Relation {
  const { type, from, to, start } = relation;
  const conclusion = from.kind === 'argument' ? conclusionOf(from) : undefined;
  const inference = type === 'undercut' && to.kind === 'argument' ? to.steps.at(-1)?.inference : undefined;
  if (!conclusion && !inference) return relation;
  const of = from.kind === 'argument' && conclusion ? { of: from } : {};
  return { type, from: conclusion ?? from, to: inference ?? to, start, ...of };
}

function strictly(relation: Relation): Relation {
  const { type, from, to } = relation;
  if (from.kind !== 'statement' || to.kind !== 'statement') return relation;
  const strict: Partial<Record<RelationType, RelationType>> = { support: 'entails', attack: 'contrary' };
  return { ...relation, type: strict[type] ?? type };
}

function distinct(relations: readonly Relation[]): Relation[] {
  const known = new Set<string>();
  return relations.filter(({ type, from, to }) => {
    const key = `${type} ${from.id} ${to.id}`;
    if (known.has(key) || (isSymmetric(type) && known.has(`${type} ${to.id} ${from.id}`))) return false;
    known.add(key);
    return true;
  });
}

/** Leaves out that a statement attacks an argument, where another relation says which premise it attacks. */
function withoutRepeated(relations: readonly Relation[]): Relation[] {
  const attacked = new Map<Related, Set<Related>>();
  const attack = (from: Related, to: Related): void => {
    const known = attacked.get(from) ?? new Set();
    attacked.set(from, known.add(to));
  };
  for (const { type, from, to } of relations) {
    if (from.kind !== 'statement' || to.kind !== 'statement') continue;
    if (type === 'attack' || isSymmetric(type)) attack(from, to);
    if (isSymmetric(type)) attack(to, from);
  }
  const premises = new Map<ArgdownArgument, ReadonlySet<Related>>();
  return relations.filter(({ type, from, to }) => {
    const targets = attacked.get(from);
    if (type !== 'attack' || to.kind !== 'argument' || !targets) return true;
    const known = premises.get(to) ?? premisesIn(to);
    premises.set(to, known);
    const [few, many] = targets.size < known.size ? [targets, known] : [known, targets];
    return ![...few].some((one) => many.has(one));
  });
}
