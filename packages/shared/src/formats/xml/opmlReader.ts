// OPML as a graph. Files of ours say how each outline speaks to the one it lies in; in those of outliners a sign or a
// word at the beginning may, and what says nothing is read as support.
import { CARRIED, carriedText } from '../graph/carried.ts';
import type { Graph, GraphArgument, GraphClaim } from '../graph/graph.ts';
import { headInfo } from './graphmlHead.ts';
import { relationIn, sideOf, type EdgeRelation } from './graphmlWords.ts';
import type { Losses } from '../loss.ts';
import { notesOf, outlinesIn, signed, tellUnknown, type OpmlOutline } from './opmlOutlines.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml.ts';
import { fullRow, schemeIn } from './xmlNodes.ts';
import { jsonIn, xmlShown } from './xmlText.ts';
import { momentIn } from './xmlTime.ts';

export function graphOfOpml(root: XmlElement, losses: Losses): Graph {
  const [head] = childrenOf(root, 'head');
  const textIn = (name: string): string | undefined => head && childrenOf(head, name)[0]?.text;
  const carried = jsonIn(textIn('map'));
  const title = textIn('title');
  const info = headInfo({ values: new Map(title === undefined ? [] : [['title', title]]) }, carried);
  const at = momentIn(textIn('dateCreated'));
  return { info, carried, ...new OpmlGraph(outlinesIn(root), at, losses).graph() };
}

interface Spoken extends GraphArgument {
  readonly premises: string[];
  readonly targets: string[];
  row: unknown;
  scheme: string | undefined;
}

/** What an outline came to. */
interface Placed {
  readonly key: string;
  /** In which the claim is a premise there. */
  readonly argument: Spoken | undefined;
}

class OpmlGraph {
  private readonly claims: GraphClaim[] = [];
  private readonly arguments: Spoken[] = [];
  private readonly people = new Set<string>();
  private readonly placed = new Map<OpmlOutline, Placed>();
  private readonly ids: ReadonlySet<string>;
  /** By the name of their group; and by that with what they speak to, since names may come again elsewhere. */
  private readonly groups = new Map<string, Spoken>();
  private readonly groupsAt = new Map<string, Spoken>();
  /** Names that arguments speak to; what they name may come later in the file. */
  private readonly aims: {
    readonly argument: Spoken;
    readonly aim: string;
    readonly above: Placed | undefined;
  }[] = [];

  constructor(
    outlines: readonly OpmlOutline[],
    /** When the file was begun, for outlines that say nothing of their own. */
    private readonly at: number | undefined,
    private readonly losses: Losses,
  ) {
    this.ids = new Set(outlines.flatMap(({ element }) => attributeOf(element, '_id') ?? []));
    tellUnknown(outlines, losses);
    for (const outline of outlines) this.place(outline);
    for (const { argument, aim, above } of this.aims) this.aimAt(argument, aim, above);
  }

  graph(): Pick<Graph, 'claims' | 'arguments' | 'people'> {
    const people = [...this.people].map((name) => ({ key: name, name }));
    return { claims: this.claims, arguments: this.arguments, people };
  }

  private place(outline: OpmlOutline): void {
    const { element, parent } = outline;
    const rows = rowsIn(element);
    const above = parent && this.placed.get(parent);
    const aim = attributeOf(element, '_target');
    const isThesis = !above && aim === undefined;
    const given = relationIn(attributeOf(element, '_relation') ?? '');
    const shown = attributeOf(element, 'text') ?? attributeOf(element, 'title') ?? '';
    const isOurs = given !== undefined || isThesis || rows.claim !== undefined;
    const { relation = given, text } = isOurs ? { text: shown } : signed(shown.trim());
    const ref = attributeOf(element, '_ref');
    const isReference = ref !== undefined && this.ids.has(ref);
    const key = isReference ? ref : (attributeOf(element, '_id') ?? `outline ${this.placed.size + 1}`);
    const argument = isThesis ? undefined : this.speak(outline, { key, above }, relation);
    if (argument && rows.argument !== undefined) {
      argument.row = rows.argument;
      argument.scheme = schemeIn(rows.argument, attributeOf(element, '_scheme') ?? '');
    }
    this.placed.set(outline, { key, argument });
    if (!isReference) this.addClaim(outline, key, { text, row: rows.claim });
  }

  private addClaim(outline: OpmlOutline, key: string, { text, row }: { text: string; row: unknown }): void {
    const { element } = outline;
    const author = attributeOf(element, '_author')?.trim() ?? '';
    if (author !== '') this.people.add(author);
    this.claims.push({
      key,
      where: whereOf(outline),
      text: row === undefined ? text.trim() : carriedText(row, text, xmlShown),
      row,
      by: author || undefined,
      at: momentIn(attributeOf(element, 'created')) ?? this.at,
      comments: notesOf(outline).map((note) => ({ text: note })),
    });
  }

  /** The argument that an outline is a premise of. */
  private speak(
    outline: OpmlOutline,
    { key, above }: { readonly key: string; readonly above: Placed | undefined },
    relation: EdgeRelation | undefined,
  ): Spoken {
    const { element } = outline;
    const aim = attributeOf(element, '_target') ?? '';
    const group = attributeOf(element, '_group');
    const place = JSON.stringify([group, aim === '' ? above?.key : aim]);
    const joined = group === undefined ? undefined : this.groupsAt.get(place);
    if (joined) {
      joined.premises.push(key);
      return joined;
    }
    const where = whereOf(outline);
    if (relation === undefined) this.losses.add('edges', where);
    const direction = sideOf(relation) ?? 'support';
    const isNew = group !== undefined && !this.groups.has(group);
    const own = isNew ? `group ${group}` : `reply ${this.arguments.length + 1}`;
    const scheme = schemeIn(undefined, attributeOf(element, '_scheme') ?? '');
    const argument: Spoken = {
      key: own,
      where,
      direction,
      premises: [key],
      targets: [],
      row: undefined,
      scheme,
    };
    this.arguments.push(argument);
    if (isNew) this.groups.set(group, argument);
    if (group !== undefined) this.groupsAt.set(place, argument);
    if (aim !== '') this.aims.push({ argument, aim, above });
    else if (above)
      argument.targets.push(relation === 'undercut' ? this.inferenceOf(above, where) : above.key);
    return argument;
  }

  /** An undercut that names nothing is aimed at the argument of the claim that it lies in. */
  private inferenceOf({ key, argument }: Placed, where: string): string {
    if (!argument) this.losses.add('undercuts', where);
    return argument?.key ?? key;
  }

  private aimAt(argument: Spoken, aim: string, above: Placed | undefined): void {
    const target = this.ids.has(aim) ? aim : (this.groups.get(aim)?.key ?? above?.key);
    if (target !== undefined) argument.targets.push(target);
    if (!this.ids.has(aim) && !this.groups.has(aim)) this.losses.add('dangling', argument.where);
  }
}

const whereOf = ({ element }: OpmlOutline): string => `line ${element.line}`;

function rowsIn(element: XmlElement): { readonly claim?: unknown; readonly argument?: unknown } {
  const rows = jsonIn(attributeOf(element, `_${CARRIED}`));
  if (typeof rows !== 'object' || rows === null) return {};
  return {
    ...('claim' in rows && { claim: fullRow(rows.claim) }),
    ...('argument' in rows && { argument: fullRow(rows.argument) }),
  };
}
