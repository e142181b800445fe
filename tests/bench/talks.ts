// Long texts in the words of the sample talks: openings, middles and ends of their sentences, put together anew each time, so
// that a text is not one talk many times over. The words by which rules know a claim stand where they stood.
import { sentences, wordsAt, type Span } from '@counterpoint/shared';
import { talkEn } from '../../packages/shared/src/samples/talk-en.ts';
import { talkZh } from '../../packages/shared/src/samples/talk-zh.ts';
import { randomFrom } from './random.ts';

export type Language = 'zh' | 'en';

export class Talker {
  private readonly random: () => number;
  private readonly openings: string[] = [];
  private readonly middles: string[] = [];
  private readonly ends: string[] = [];

  constructor(language: Language, seed = 20250219) {
    this.random = randomFrom(seed);
    const talk = language === 'zh' ? talkZh : talkEn;
    for (const paragraph of talk.turns.flatMap(({ paragraphs }) => paragraphs))
      for (const { start, end } of sentences(paragraph)) {
        const clauses = (wordsAt(paragraph, start, end) ?? '').trimEnd().split(/(?<=[，；]|[,;] )/u);
        const [opening, last] = [clauses.shift(), clauses.pop()];
        if (opening === undefined || last === undefined) continue;
        this.openings.push(opening);
        this.middles.push(...clauses);
        this.ends.push(language === 'en' ? `${last} ` : last);
      }
  }

  draw(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  sentence(): string {
    const middles = Array.from({ length: this.draw(3) }, () => this.one(this.middles));
    return [this.one(this.openings), ...middles, this.one(this.ends)].join('');
  }

  paragraph(): string {
    return Array.from({ length: 2 + this.draw(5) }, () => this.sentence()).join('').trimEnd(); // prettier-ignore
  }

  /** Paragraphs that make so many characters when they stand in lines. */
  paragraphs(characters: number): readonly string[] {
    const list: string[] = [];
    for (let left = characters; left > 0; left -= (list.at(-1)?.length ?? 0) + 1) list.push(this.paragraph());
    return list;
  }

  text(characters: number): string {
    return this.paragraphs(characters).join('\n').slice(0, characters).trimEnd();
  }

  /** Passages of 2 to 60 characters, anywhere, in the order they were drawn. */
  passages(text: string, count: number): readonly Span[] {
    return Array.from({ length: count }, () => {
      const start = this.draw(text.length - 60);
      return { start, end: start + 2 + this.draw(59) };
    });
  }

  private one(list: readonly string[]): string {
    return list[this.draw(list.length)] ?? '';
  }
}
