// From tokens to what an Argdown file says.
import { Cursor } from './argdownCursor.ts';
import { MemberReader } from './argdownMembers.ts';
import {
  ArgdownModel,
  type ArgdownArgument,
  type Inference,
  type Member,
  type Related,
  type RelationType,
  type Statement,
} from './argdownModel.ts';

/** How a member is related to the one that it stands under. */
interface Tie {
  readonly sign: string;
  readonly parent: Related;
  readonly start: number;
}

/** A member whose relations are being read. */
interface Open {
  readonly member: Member;
  readonly tie: Tie | undefined;
  /** What its relations are about, once there are any. */
  node: Statement | ArgdownArgument | undefined;
}

export class ArgdownParser {
  readonly model = new ArgdownModel();
  readonly cursor: Cursor;
  private readonly members: MemberReader;

  constructor(source: string) {
    this.cursor = new Cursor(source);
    this.members = new MemberReader(this.cursor);
  }

  document(): void {
    const { cursor } = this;
    cursor.eat('newline');
    cursor.eat('empty line');
    this.model.frontMatter = this.members.frontMatter();
    let last = this.block(undefined);
    while (cursor.eat('empty line')) last = this.block(last);
    if (!cursor.isAt('end')) cursor.misplaced();
  }

  /** Answers the argument that a premise-conclusion structure in the next block would belong to. */
  private block(last: ArgdownArgument | undefined): ArgdownArgument | undefined {
    const { kind, start } = this.cursor.token;
    if (kind === 'heading') this.heading();
    else if (kind === 'number') this.structure(last ?? this.model.newArgument(start));
    else if (kind === 'indent') this.list();
    else {
      const node = this.withRelations(this.members.member());
      return node?.kind === 'argument' ? node : undefined;
    }
    return undefined;
  }

  private heading(): void {
    const { start } = this.cursor.take();
    const { text } = this.members.content();
    const data = this.members.braces();
    const { statements, arguments: all, headings } = this.model;
    const opensFile = statements.size + all.size + headings.length === 0;
    headings.push({ text: text.trim(), start, data, opensFile });
  }

  private list(): void {
    const { cursor } = this;
    cursor.take();
    const { kind } = cursor.token;
    if (kind !== 'ordered' && kind !== 'unordered') {
      cursor.misplaced();
      return;
    }
    while (cursor.eat(kind)) this.withRelations(this.members.member());
    cursor.expect('dedent', 'the items of a list must be of one kind and of one depth');
  }

  private structure(argument: ArgdownArgument): void {
    const { cursor } = this;
    if (argument.steps.length > 0)
      cursor.fail(`<${argument.title}> has a second premise-conclusion structure`);
    this.step(argument, undefined);
    do {
      while (cursor.isAt('number')) this.step(argument, undefined);
      this.step(argument, this.inference(argument));
    } while (cursor.isAt('number') || cursor.isAt('inference'));
  }

  private step(argument: ArgdownArgument, inference: Inference | undefined): void {
    this.cursor.expect('number', 'a statement with a number must follow here');
    const member = this.members.member('statement');
    const statement = this.withRelations(member);
    if (member && statement?.kind === 'statement') argument.steps.push({ statement, member, inference });
  }

  private inference(argument: ArgdownArgument): Inference {
    const { cursor } = this;
    const { start } = cursor.token;
    cursor.expect('inference', 'a line of dashes must follow the premises');
    const inference = this.model.newInference(argument, start);
    cursor.eat('newline');
    inference.rules = this.members.rules();
    inference.data = this.members.braces();
    cursor.expect('inference end', 'an inference must end with two dashes');
    cursor.expect('newline', 'after an inference its conclusion must begin a new line');
    if (!cursor.eat('indent')) return inference;
    do {
      const { start: at } = cursor.token;
      if (this.relation() !== '_') cursor.misplaced();
      this.withRelations(this.members.member(), { sign: '_', parent: inference, start: at });
    } while (cursor.isAt('relation'));
    cursor.expect('dedent', 'relations below one another must be of one depth');
    return inference;
  }

  /** Reads the relations below a member, and those below them, and so on: on a list, as no file is too deep. */
  private withRelations(member: Member | undefined, tie?: Tie): Statement | ArgdownArgument | undefined {
    const { cursor } = this;
    const open: Open[] = member ? [{ member, tie, node: undefined }] : [];
    let done: Statement | ArgdownArgument | undefined;
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (!top.node && cursor.eat('indent')) {
        top.node = this.model.nodeOf(top.member);
        if (!cursor.isAt('relation')) cursor.misplaced();
      }
      const { node } = top;
      if (node && cursor.isAt('relation')) {
        const { start } = cursor.token;
        const sign = this.relation();
        const below = this.members.member(sign === '><' ? 'statement' : undefined);
        const parent = this.parentFor(sign, node);
        if (below) open.push({ member: below, tie: { sign, parent, start }, node: undefined });
        continue;
      }
      if (node) cursor.expect('dedent', 'relations below one another must be of one depth');
      done = this.model.add(top.member);
      if (top.tie) this.relate(done, top.tie);
      open.pop();
    }
    return done;
  }

  /** Under a conclusion an undercut means the inference that leads to it. */
  private parentFor(sign: string, node: Statement | ArgdownArgument): Related {
    return sign === '_' && node.kind === 'statement' ? (this.model.inference ?? node) : node;
  }

  private relate(node: Statement | ArgdownArgument, { sign, parent, start }: Tie): void {
    const { relations } = this.model;
    const type = RELATIONS[sign.charAt(0)] ?? 'contradictory';
    if (sign.length === 1) relations.push({ type, from: node, to: parent, start });
    else if (parent.kind !== 'inference') relations.push({ type, from: parent, to: node, start });
  }

  /** The sign of a relation; `<+` says the same as `+`. */
  private relation(): string {
    const { start, end } = this.cursor.take();
    const sign = this.cursor.source.slice(Math.max(start, end - 2), end);
    return /^[-+_>][><]$/.test(sign) ? sign : sign.slice(-1);
  }
}

const RELATIONS: Readonly<Record<string, RelationType>> = {
  '+': 'support',
  '-': 'attack',
  _: 'undercut',
};
