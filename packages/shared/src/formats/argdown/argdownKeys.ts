// Keys of claims and arguments in the graph of an Argdown file. Titles hold no line break, so that no two keys are alike.
import type { ArgdownArgument, Inference, Relation, Statement } from './argdownModel.ts';

/** Of a statement, or of the sketch of an argument. */
export const claimKey = (node: Statement | ArgdownArgument): string =>
  node.kind === 'statement' ? `[${node.title}]` : `<${node.title}>\n`;

export const argumentKey = ({ title }: ArgdownArgument): string => `<${title}>`;

/** The last inference is the argument, those before it are arguments of their own. */
export function inferenceKey(inference: Inference): string {
  const { argument } = inference;
  const isLast = argument.steps.at(-1)?.inference === inference;
  return isLast ? argumentKey(argument) : `${argumentKey(argument)}\nstep ${inference.id}`;
}

export const relationKey = ({ type, from, to }: Relation): string => `${type}\n${from.id} ${to.id}`;
