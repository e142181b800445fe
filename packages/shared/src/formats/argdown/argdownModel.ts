// What an Argdown file says, in Argdown's own terms: statements and arguments by title, premise-conclusion structures,
// relations. argdownGraph.ts makes claims and arguments of it.

import { isFields } from './argdownData.ts';

/** One place where a statement or an argument stands. */
export interface Member {
  readonly kind: 'statement' | 'argument';
  readonly start: number;
  /** Undefined for a statement without one, until relations or its end give it a number. */
  title: string | undefined;
  readonly hasTitle: boolean;
  /** `[title]` alone says nothing new of the statement. */
  readonly isReference: boolean;
  /** Without marks of emphasis, and without the addresses of links. */
  readonly text: string;
  readonly data: unknown;
  readonly isEmphasised: boolean;
  readonly links: readonly Link[];
  readonly tags: readonly string[];
}

export interface Link {
  readonly words: string;
  readonly address: string;
}

/** All statements of one title: an equivalence class. */
export interface Statement {
  readonly kind: 'statement';
  readonly id: number;
  readonly title: string;
  /** In the order in which they end: what is nested comes first. */
  readonly members: Member[];
}

export interface ArgdownArgument {
  readonly kind: 'argument';
  readonly id: number;
  readonly title: string;
  readonly start: number;
  readonly members: Member[];
  /** Premises and conclusions as they are numbered; empty for an argument that is only sketched. */
  readonly steps: Step[];
}

export interface Step {
  readonly statement: Statement;
  readonly member: Member;
  /** What leads to this conclusion; undefined for a premise. */
  readonly inference: Inference | undefined;
}

export interface Inference {
  readonly kind: 'inference';
  readonly id: number;
  readonly argument: ArgdownArgument;
  readonly start: number;
  rules: readonly string[];
  data: unknown;
}

export type RelationType = 'support' | 'attack' | 'undercut' | 'entails' | 'contrary' | 'contradictory';
export type Related = Statement | ArgdownArgument | Inference;

export interface Relation {
  readonly type: RelationType;
  readonly from: Statement | ArgdownArgument;
  readonly to: Related;
  /** Where it is written. */
  readonly start: number;
  /** The argument that it was written of, where that argument's conclusion speaks for it. */
  readonly of?: ArgdownArgument;
}

export interface Heading {
  readonly text: string;
  readonly start: number;
  readonly data: unknown;
  /** Whether nothing stands before it. */
  readonly opensFile: boolean;
}

/** Grows while a file is read. */
export class ArgdownModel {
  readonly statements = new Map<string, Statement>();
  readonly arguments = new Map<string, ArgdownArgument>();
  /** As written, in the order in which they end. */
  readonly relations: Relation[] = [];
  readonly headings: Heading[] = [];
  frontMatter: unknown;
  /** The last inference so far: an undercut below a conclusion means it. */
  inference: Inference | undefined;
  private ids = 0;
  private untitled = 0;

  /** The statement or argument that a member belongs to. */
  nodeOf(member: Member): Statement | ArgdownArgument {
    member.title ??= this.newTitle();
    return member.kind === 'statement'
      ? this.statement(member.title)
      : this.argument(member.title, member.start);
  }

  /** A member is done, with all that is nested in it. */
  add(member: Member): Statement | ArgdownArgument {
    const node = this.nodeOf(member);
    node.members.push(member);
    return node;
  }

  newArgument(start: number): ArgdownArgument {
    return this.argument(this.newTitle(), start);
  }

  newInference(argument: ArgdownArgument, start: number): Inference {
    const inference: Inference = {
      kind: 'inference',
      id: this.ids++,
      argument,
      start,
      rules: [],
      data: undefined,
    };
    this.inference = inference;
    return inference;
  }

  private statement(title: string): Statement {
    const known = this.statements.get(title);
    if (known) return known;
    const statement: Statement = { kind: 'statement', id: this.ids++, title, members: [] };
    this.statements.set(title, statement);
    return statement;
  }

  private argument(title: string, start: number): ArgdownArgument {
    const known = this.arguments.get(title);
    if (known) return known;
    const argument: ArgdownArgument = {
      kind: 'argument',
      id: this.ids++,
      title,
      start,
      members: [],
      steps: [],
    };
    this.arguments.set(title, argument);
    return argument;
  }

  private newTitle(): string {
    return `Untitled ${++this.untitled}`;
  }
}

/** The members that say something new of what they name. */
export const definedIn = ({ members }: Statement | ArgdownArgument): readonly Member[] =>
  members.some(({ isReference }) => isReference)
    ? members.filter(({ isReference }) => !isReference)
    : members;

/** The member whose text counts: the last that has one of its own, or the last that is marked. */
export function canonical(
  node: Statement | ArgdownArgument,
  defined: readonly Member[] = definedIn(node),
): Member | undefined {
  if (defined.length <= 1) return defined[0];
  return defined.findLast(({ data }) => isFields(data) && Boolean(data['isCanonical'])) ?? defined.at(-1);
}
