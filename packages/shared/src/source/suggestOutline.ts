// Where each part of a text stands in its outline: beneath the heading, the item or the statement that it belongs to.
import type { SpeechMark } from '../map/tables/editions.ts';
import { counts, isRhetorical, readSentences, type Cue, type Sentence } from './cues.ts';
import type { Rule } from './rule.ts';
import type { Units } from './sentences.ts';
import { mainOf, partsOf, type Part } from './suggestParts.ts';
import { openAt, rowsIn, type Member, type Row } from './suggestRows.ts';
import { voicesOf, type Voices } from './suggestVoices.ts';

export interface Place {
  readonly beneath: Part | null;
  /** Whether it is taken to support what it is beneath. */
  readonly supports: boolean;
  readonly sentence: Sentence;
}

/** A sentence that says that there are several: 有三个原因：. */
const ANNOUNCES =
  /[：:]\s*$|[两二三四五六七八九十几\d]\s*(?:[个点条项步]|方面|大|种|部分|层)|如下|以下|\b(?:two|three|four|five|six|several|some|a few)\b[^.]*\b(?:reasons?|points?|things?|parts?|steps?|ways?|arguments?|questions?|problems?)\b|\bfollowing\b/i; // prettier-ignore

/** Reads a text once, from its beginning to its end. */
export class Outline {
  /** All parts in the order of the text, those without a rule too. */
  readonly places = new Map<Part, Place>();
  readonly voices: Voices;
  private readonly members: ReadonlyMap<Cue, Member>;
  private readonly heads = new Map<Member, Part>();
  /** The sentences that announce a row. */
  private readonly announced = new Map<Row, Part>();
  private current: Member | null = null;
  /** What the next sentence may be about. */
  private previous: { readonly part: Part; readonly sentence: Sentence } | null = null;

  constructor(
    private readonly text: string,
    marks: readonly SpeechMark[],
    rules: readonly Rule[],
  ) {
    const sentences = readSentences(text, rules);
    this.voices = voicesOf(text, marks);
    this.members = rowsIn(text, sentences);
    for (const sentence of sentences) this.read(sentence);
  }

  private read(sentence: Sentence): void {
    this.current = openAt(this.current, sentence);
    const members = sentence.cues.flatMap((cue) => this.members.get(cue) ?? []);
    const asking = members.find(({ cue }) => cue.rule.where === 'line-final');
    if (asking) {
      this.readPiece(sentence, sentence, asking);
      return;
    }
    this.readPiece(sentence, { from: sentence.from, to: members[0]?.cue.from ?? sentence.to }, null);
    members.forEach((member, i) =>
      this.readPiece(sentence, { from: member.cue.to, to: members[i + 1]?.cue.from ?? sentence.to }, member),
    );
  }

  /** A sentence up to its first item, or one of its items. */
  private readPiece(sentence: Sentence, { from, to }: Units, member: Member | null): void {
    const cues = sentence.cues.filter((cue) => !counts(cue) && cue.from >= from && cue.to <= to);
    const parts = partsOf(this.text, { from, to }, sentence.asks ? [] : cues, member !== null);
    for (const part of parts) Object.assign(part, this.voices.within(part));
    const main = mainOf(parts);
    if (member) this.head(member, main, sentence);
    for (const part of parts) if (!this.places.has(part)) this.place(part, parts, sentence);
    const part = parts.findLast(({ of }) => of === null || of === 'before') ?? main;
    if (part) this.previous = { part, sentence };
  }

  /** Puts the main part of an item or a heading in its row. */
  private head(member: Member, main: Part | undefined, sentence: Sentence): void {
    const { row, cue } = member;
    if (row.members[0] === member && cue.ordinal !== null) this.announce(member, sentence);
    const beneath = this.over(row);
    this.current = member;
    if (!main) return;
    const role = sentence.asks ? 'question' : 'point';
    Object.assign(main, { rule: cue.rule, role, cues: [cue, ...main.cues], of: null });
    this.heads.set(member, main);
    this.places.set(main, { beneath, supports: false, sentence });
  }

  private announce({ row, cue }: Member, sentence: Sentence): void {
    const before = this.previous;
    if (!before) return;
    const near = before.sentence.index === sentence.index - 1;
    const words = this.text.slice(before.sentence.from, before.sentence.to);
    const says = near && (before.sentence.asks ? !isRhetorical(words) : ANNOUNCES.test(words));
    if (before.sentence !== sentence && !says) return;
    if (before.sentence.asks && !before.part.rule) before.part.role = 'question';
    suggested(before.part, cue.rule, [cue]);
    this.announced.set(row, before.part);
  }

  /** What the members of a row are beneath. */
  private over(row: Row): Part | null {
    return this.announced.get(row) ?? (row.parent && this.headOf(row.parent));
  }

  private headOf(member: Member): Part | null {
    return this.heads.get(member) ?? this.over(member.row);
  }

  private place(part: Part, parts: readonly Part[], sentence: Sentence): void {
    const level = this.levelOf(part, parts, sentence);
    const about = this.aboutWhat(part, parts, sentence);
    const rule = part.rule;
    if (!about || !rule || !this.sameVoice(part, about)) {
      this.places.set(part, { beneath: level, supports: false, sentence });
    } else if (part.role === 'contrast') {
      this.places.set(part, { beneath: this.turnedAgainst(about) ?? level, supports: false, sentence });
    } else {
      suggested(about, rule, part.cues);
      this.places.set(part, { beneath: about, supports: part.role !== 'concession', sentence });
    }
  }

  /** What is open; but a conclusion that begins a paragraph stands beside what was counted before it, not within. */
  private levelOf(part: Part, parts: readonly Part[], sentence: Sentence): Part | null {
    let member = this.current;
    if (part.role !== 'conclusion' || !sentence.opens || part !== parts[0])
      return member && this.headOf(member);
    while (member && !member.cue.rule.where.startsWith('line-')) {
      const over = this.announced.get(member.row);
      member = member.row.parent;
      if (over) return over;
    }
    return member && this.headOf(member);
  }

  private aboutWhat(part: Part, parts: readonly Part[], sentence: Sentence): Part | undefined {
    if (part.of && part.of !== 'before') return part.of;
    const turns = part.role === 'contrast';
    const beside = turns ? parts.slice(0, parts.indexOf(part)).findLast(({ of }) => of !== part) : undefined;
    if (beside) return beside;
    const before = this.previous;
    if (!before || before.sentence.block !== sentence.block || before.sentence.asks) return undefined;
    if (turns) return before.part;
    if (part.of !== 'before') return undefined;
    let target = before.part;
    // a second example is one of what the first is of
    for (let at = this.places.get(target); at?.supports && at.beneath && target.role === part.role; at = this.places.get(target)) target = at.beneath; // prettier-ignore
    return target;
  }

  /** A contrast hangs beneath what it follows if that is suggested; what is itself beneath something turns no deeper. */
  private turnedAgainst(part: Part): Part | null {
    if (!part.rule) return null;
    const deep = part.role === 'contrast' || (part.of !== null && part.of !== 'before') || this.places.get(part)?.supports; // prettier-ignore
    return deep ? (this.places.get(part)?.beneath ?? null) : part;
  }

  private sameVoice(a: Part, b: Part): boolean {
    const [one, other] = [this.voices.at(a.from), this.voices.at(b.from)];
    return one.speaker === other.speaker && one.quotation === other.quotation;
  }
}

/** What a suggestion is about is suggested, too. */
function suggested(part: Part, rule: Rule, cues: readonly Units[]): void {
  if (part.rule === null) Object.assign(part, { rule, cues });
}
