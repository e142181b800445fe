// The outline of a document: the numbered lines, in words.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id, Language } from '../../map/id.ts';
import type { DocumentLine, DocumentPart } from './mapDocument.ts';
import type { DocumentQuotations } from './mapDocumentQuotations.ts';
import { RELATION_SIGNS } from './mapDocumentWords.ts';
import { numbered, type Line, type Numbered } from './numbering.ts';
import type { ShownTree } from '../shownTree.ts';
import type { Words } from '../words.ts';

interface Speaking {
  readonly words: Words;
  /** Of those who are named on their lines. */
  readonly names: ReadonlyMap<Id, string>;
  /** Of the map. */
  readonly language: Language;
}

export class DocumentLines {
  private readonly numbered: Numbered;

  constructor(
    private readonly tree: ShownTree,
    private readonly quotations: DocumentQuotations,
    private readonly speaking: Speaking,
  ) {
    this.numbered = numbered(tree);
  }

  readonly numberOf = (id: Id): string => this.numbered.numberOf.get(id) ?? '';

  /** To be asked once, since it numbers the notes. */
  parts(): DocumentPart[] {
    return this.numbered.parts
      .filter(({ lines }) => lines.length > 0)
      .map(({ letter, continues, lines }) => ({
        letter,
        heading: letter === '' ? '' : this.speaking.words.continuing(letter, continues),
        lines: lines.map((line) => this.line(line)),
      }));
  }

  private line(line: Line): DocumentLine {
    const { number, depth, relation, claim, isReference, continued } = line;
    const { words, language } = this.speaking;
    const here = isReference ? undefined : claim;
    const see = isReference && claim ? this.numberOf(claim.id) : '';
    return {
      number,
      depth,
      relation,
      sign: relation ? RELATION_SIGNS[relation] : '',
      label: this.label(line),
      text: here?.text ?? '',
      language: here?.language ?? language,
      author: this.nameOf(here ?? line.argument),
      see: see ? { number: see, text: words.see(see) } : null,
      continued: continued ? { number: continued, text: words.continued(continued) } : null,
      quotations: here ? this.quotations.notesOf(here) : [],
      comments: (here ? this.tree.commentsOn(here.id) : []).map((comment) => ({
        label: words.comment(this.nameOf(comment)),
        text: comment.text,
      })),
    };
  }

  private label({ relation, argument, claim }: Line): string {
    if (relation === undefined) return '';
    const { words } = this.speaking;
    const target = argument?.target.kind === 'argument' ? this.numberOf(argument.target.id) : '';
    const scheme = argument?.scheme ? words.scheme(argument.scheme) : '';
    return `${words.relation[relation]}${target && words.aimedAt(target)}${scheme}${claim ? '' : words.together}`;
  }

  private nameOf(thing: Pick<Claim | Argument, 'by'> | undefined): string {
    return (thing?.by && this.speaking.names.get(thing.by)) || '';
  }
}
