// The text pages of a map, line by line and page by page, before anything is drawn. Places are in points.
import {
  fontIn,
  linesOf,
  PALETTES,
  voiceOf,
  widthOf,
  type Colour,
  type DocumentLine,
  type DocumentSource,
  type LegendEntry,
  type MapDocument,
  type Marking,
  type MarkingField,
  type Palette,
  type Relation,
  type TextStyle,
} from '@counterpoint/shared';
import { PdfFlow, SIGN, type Block, type Run } from './pdfFlow.ts';

/** Of claims. */
export const BODY: TextStyle = { font: 'sans', size: 10, weight: 400, lineHeight: 15 };
const SMALL: TextStyle = { font: 'sans', size: 8.5, weight: 400, lineHeight: 13 };
const LABEL: TextStyle = { ...SMALL, weight: 600 };
const QUOTE: TextStyle = { font: 'serif', size: 9.5, weight: 400, lineHeight: 14.5 };
const H1 = { size: 22, lineHeight: 30 };
const H2 = { size: 15, lineHeight: 22 };
const H3 = { size: 11.5, lineHeight: 17 };
const INDENT = 14;
/** Of a quotation, behind its line. */
const QUOTED = 10;
const LABELS = 72;
const MEANINGS = 132;
/** Between a label and what is filled in beside it. */
const GAP = 8;
/** From line to line where somebody writes by hand. */
const WRITTEN = 22;

/** A heading keeps so much of what follows on its page. */
const KEPT = 44;

export function setPages(
  document: MapDocument,
  size: readonly [number, number],
  look: 'light' | 'print',
): PdfFlow {
  const setting = new Setting(document, new PdfFlow(size), PALETTES[look]);
  setting.run();
  return setting.flow;
}

class Setting {
  /** As the web has it: the Chinese serif is lighter than the Latin one. */
  private readonly heavy: number;
  /** Names of the places that something points to, by the number of a line or the letter of a part. */
  private readonly places = new Map<string, string>();

  constructor(
    private readonly document: MapDocument,
    readonly flow: PdfFlow,
    private readonly palette: Palette,
  ) {
    this.heavy = /^zh\b/.test(document.language) ? 700 : 600;
    const pointers = document.parts.flatMap(({ lines }) =>
      lines.flatMap(({ see, continued }) => [see, continued]),
    );
    for (const pointer of pointers) {
      // Of one length and of digits, since readers and pdfkit sort names in different ways.
      if (pointer) this.places.set(pointer.number, `place${String(this.places.size).padStart(8, '0')}`);
    }
  }

  run(): void {
    this.opening();
    this.outline();
    this.sources();
    this.legend();
    this.contributors();
    for (const one of this.document.markings) this.marking(one);
  }

  private opening(): void {
    const { title, question, about, facts, words } = this.document;
    const { ink, ink2 } = this.palette;
    this.paragraph('H1', title, this.heading(H1), { fill: ink, after: 6 });
    if (question !== '')
      this.paragraph('P', question, { ...BODY, size: 12, lineHeight: 18 }, { fill: ink2, after: 8 });
    if (about !== '') this.paragraph('P', about, BODY, { fill: ink, after: 8 });
    for (const { label, text, link } of facts) {
      if (label === words.fact.contributors) continue;
      const runs: Run[] = [{ text: `${label} `, x: 0, style: LABEL, fill: ink2 }];
      const lines = linesOf(text, SMALL, this.flow.width - LABELS);
      const rows = lines.map((line, i) => ({
        height: SMALL.lineHeight,
        runs: [...(i === 0 ? runs : []), { text: line, x: LABELS, style: SMALL, fill: ink }],
      }));
      this.flow.add({ tag: 'P', depth: null, rows, link: link === null ? undefined : { url: link } });
    }
  }

  private outline(): void {
    const { parts, words } = this.document;
    if (parts.length === 0) return;
    this.section(words.outline);
    for (const { letter, heading: continues, lines } of parts) {
      if (continues !== '') {
        this.flow.skip(10);
        this.paragraph('H3', continues, this.heading(H3), {
          fill: this.palette.ink,
          keep: KEPT,
          after: 2,
          place: this.places.get(letter),
        });
      }
      for (const line of lines) this.line(line);
    }
  }

  private line(line: DocumentLine): void {
    const { depth, text, language, see, continued, quotations, comments } = line;
    const x = depth * INDENT;
    const { ink, ink2 } = this.palette;
    this.flow.skip(6);
    this.flow.add(this.label(line, x));
    if (text !== '') this.paragraph('LBody', text, BODY, { fill: ink, x, depth, language });
    for (const pointer of [see, continued]) {
      if (pointer)
        this.paragraph('P', pointer.text, SMALL, { fill: ink2, x, depth, link: this.linkTo(pointer.number) });
    }
    for (const { exact, note, bearing, place, gloss, language: of } of quotations) {
      const words = this.document.words.quoted(exact);
      this.paragraph('BlockQuote', words, QUOTE, {
        fill: ink,
        x: x + QUOTED,
        depth,
        language: of,
        quoted: true,
      });
      if (gloss)
        this.paragraph('P', `${gloss.text}${gloss.by}`, SMALL, {
          fill: ink,
          x: x + QUOTED,
          depth,
          language: gloss.language,
          quoted: true,
        });
      this.paragraph('P', `[${note}] ${bearing} · ${place}`, SMALL, {
        fill: ink2,
        x: x + QUOTED,
        depth,
        quoted: true,
      });
    }
    for (const { label, text: said } of comments)
      this.paragraph('P', `${label}${/：$/.test(label) ? '' : ' '}${said}`, SMALL, {
        fill: ink2,
        x: x + QUOTED,
        depth,
        quoted: true,
      });
  }

  private linkTo(number: string): Block['link'] {
    const place = this.places.get(number);
    return place === undefined ? undefined : { place };
  }

  /** Number, sign, relation and author above the words of a claim. */
  private label({ depth, number, relation, label, author, text }: DocumentLine, x: number): Block {
    const { palette } = this;
    const colour = relation ? palette.relation[relation] : palette.ink2;
    const gap = relation ? SIGN + 4 : 0;
    const numbered = widthOf(`${number} `, LABEL) + 4;
    const lines = linesOf(label || ' ', LABEL, this.flow.width - x - numbered - gap);
    const rows = lines.map((line, i) => {
      const runs: Run[] = [{ text: `${line.trimEnd()} `, x: x + numbered + gap, style: LABEL, fill: colour }];
      if (i === 0) runs.unshift({ text: `${number} `, x, style: LABEL, fill: palette.ink2 });
      return {
        runs,
        height: LABEL.lineHeight,
        sign: i === 0 && relation ? { relation, x: x + numbered, colour } : undefined,
      };
    });
    this.sign(rows, author, x);
    const bookmark = depth <= 1 ? { level: depth + 1, title: `${number} ${text || label}` } : undefined;
    return {
      tag: 'Lbl',
      depth,
      rows,
      keep: text === '' ? KEPT : BODY.lineHeight,
      place: this.places.get(number),
      bookmark,
    };
  }

  /** The author behind the label, or on a line below where there is no room. */
  private sign(rows: { runs: Run[]; height: number }[], author: string, x: number): void {
    const last = rows.at(-1);
    const run = last?.runs.at(-1);
    if (author === '' || !last || !run) return;
    const end = run.x + widthOf(run.text, LABEL) + 8;
    const fill = this.palette.ink3;
    if (end + widthOf(author, SMALL) <= this.flow.width)
      last.runs.push({ text: author, x: end, style: SMALL, fill });
    else
      for (const line of linesOf(author, SMALL, this.flow.width - x))
        rows.push({ runs: [{ text: line, x, style: SMALL, fill }], height: SMALL.lineHeight });
  }

  private sources(): void {
    const { sources, words } = this.document;
    if (sources.length === 0) return;
    this.section(words.sources);
    for (const source of sources) this.source(source);
  }

  private source({ title, url, link, language, passages }: DocumentSource): void {
    const { ink, ink2 } = this.palette;
    const { words } = this.document;
    this.flow.skip(4);
    this.paragraph('H3', title, this.heading(H3), { fill: ink, keep: KEPT, language });
    if (url !== '')
      this.paragraph('P', url, SMALL, { fill: ink2, link: link === null ? undefined : { url: link } });
    for (const { exact, place, claims } of passages) {
      this.flow.skip(3);
      this.paragraph('BlockQuote', words.quoted(exact), QUOTE, {
        fill: ink,
        x: QUOTED,
        language,
        quoted: true,
      });
      const note = [place, words.for(claims)].filter(Boolean).join(' · ');
      this.paragraph('P', note, SMALL, { fill: ink2, x: QUOTED, quoted: true });
    }
    this.flow.skip(4);
  }

  private legend(): void {
    const { legend, words } = this.document;
    if (legend.length === 0) return;
    this.section(words.legend);
    for (const entry of legend) this.flow.add(this.entry(entry));
  }

  private entry({ kind, sign, word, meaning }: LegendEntry): Block {
    const { ink, ink2, relation } = this.palette;
    const drawn: Relation | undefined = kind === 'joint' || kind === 'reference' ? undefined : kind;
    const fill = drawn ? relation[drawn] : ink2;
    const rows = linesOf(meaning, SMALL, this.flow.width - MEANINGS).map((line, i) => {
      const runs: Run[] = [{ text: line, x: MEANINGS, style: SMALL, fill: ink }];
      if (i === 0) runs.unshift({ text: `${word} `, x: 46, style: LABEL, fill });
      if (i === 0 && !drawn) runs.unshift({ text: sign, x: 28, style: LABEL, fill });
      const first = i === 0 && drawn ? { relation: drawn, x: 30, colour: fill } : undefined;
      return { runs, height: 16, sign: first, sample: first?.relation };
    });
    return { tag: 'P', depth: null, rows };
  }

  private contributors(): void {
    const { facts, words } = this.document;
    const people = facts.find(({ label }) => label === words.fact.contributors);
    if (!people) return;
    this.section(people.label);
    this.paragraph('P', people.text, BODY, { fill: this.palette.ink });
  }

  /** A page each, so that they can be handed out. */
  private marking({ name, about, lines, fields }: Marking): void {
    const { ink, ink2 } = this.palette;
    this.flow.newPage();
    this.paragraph('H2', name, this.heading(H2), {
      fill: ink,
      bookmark: { level: 0, title: name },
      after: 2,
    });
    this.paragraph('P', about, SMALL, { fill: ink2, after: 6 });
    for (const { number, label, text, language } of lines) {
      this.flow.skip(6);
      this.paragraph('P', `${number} ${label}`, LABEL, { fill: ink2, keep: BODY.lineHeight });
      this.paragraph('P', text, BODY, { fill: ink, language });
    }
    this.flow.skip(12);
    const labels = Math.max(...fields.map(({ label }) => widthOf(label, LABEL)));
    for (const field of fields) this.field(field, Math.min(labels + 2 * GAP, this.flow.width * 0.4));
  }

  /** Its label to the left, and beside it what is ticked or written on, at `x` as of the other fields. */
  private field({ label, choices, lines }: MarkingField, x: number): void {
    const { ink, ink2 } = this.palette;
    const room = this.flow.width - x;
    const boxes = choices.map((choice) => `[    ]\u00a0${choice.replaceAll(' ', '\u00a0')}`).join('     ');
    const rule = '_'.repeat(Math.floor(room / widthOf('_', SMALL)) - 1);
    const beside = choices.length > 0 ? linesOf(boxes, SMALL, room) : Array<string>(lines).fill(rule);
    const labels = linesOf(label, LABEL, x - GAP);
    const height = choices.length > 0 ? SMALL.lineHeight : WRITTEN;
    const rows = Array.from({ length: Math.max(labels.length, beside.length) }, (_, i) => ({
      height,
      runs: [
        { text: labels[i] ?? '', x: 0, style: LABEL, fill: ink },
        { text: beside[i] ?? '', x, style: SMALL, fill: ink2 },
      ].filter(({ text }) => text !== ''),
    }));
    this.flow.skip(GAP);
    this.flow.add({ tag: 'P', depth: null, rows });
  }

  private heading(size: Pick<TextStyle, 'size' | 'lineHeight'>): TextStyle {
    return { font: 'serif', weight: this.heavy, ...size };
  }

  private section(title: string): void {
    this.flow.skip(18);
    this.paragraph('H2', title, this.heading(H2), {
      fill: this.palette.ink,
      keep: KEPT,
      bookmark: { level: 0, title },
      after: 4,
    });
  }

  private paragraph(tag: Block['tag'], text: string, asked: TextStyle, more: Paragraph): void {
    const { fill, x = 0, after = 0, depth = null, language = this.document.language, ...rest } = more;
    const style = { ...asked, font: fontIn(language, voiceOf(asked.font)) };
    const lines = linesOf(text, style, this.flow.width - x);
    const rows = lines.map((line) => ({ runs: [{ text: line, x, style, fill }], height: style.lineHeight }));
    const other = language === this.document.language ? undefined : language;
    this.flow.add({ tag, depth, rows, language: other, ...rest });
    this.flow.skip(after);
  }
}

interface Paragraph extends Pick<Block, 'keep' | 'link' | 'place' | 'language' | 'quoted' | 'bookmark'> {
  readonly fill: Colour;
  readonly x?: number;
  /** Room below. */
  readonly after?: number;
  readonly depth?: number | null;
}
