// A map as a Word document: what documentOf says, under Word's own headings, footnotes and properties.
import { documentLosses, documentOf, reportLines, type ExportOptions, type MapContent, type MapDocument, type Origin, type Told } from '@counterpoint/shared'; // prettier-ignore
import { AlignmentType, Document, ExternalHyperlink, Footer, Packer, PageNumber, Paragraph, Tab, TabStopPosition, TabStopType, TextRun, type ParagraphChild } from 'docx'; // prettier-ignore
import type { Progress } from './paper.ts';
import { DocxOutline } from './docxOutline.ts';
import { settled } from './docxPackage.ts';
import { COLOURS, SANS, stylesFor } from './docxStyles.ts';
import { textRuns } from './docxText.ts';

/** A4 with 2.5 cm around, in twips. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 },
};

/** The content is what is to be shown. */
export async function writeDocx(
  content: MapContent,
  origin: Origin,
  options: ExportOptions,
  progress: Progress = () => undefined,
): Promise<Told<Uint8Array>> {
  const document = documentOf(content, origin, options);
  const losses = documentLosses(content).list();
  progress(0.1, 'outline');
  const word = wordDocument(document);
  progress(0.4, 'pack');
  const packed = await Packer.toBuffer(word);
  progress(0.9, 'pack');
  const remarks = reportLines(losses, document.language).join('\n');
  const value = settled(packed, document, origin, remarks);
  progress(1, 'done');
  return { value, losses };
}

function wordDocument(document: MapDocument): Document {
  const { title, language } = document;
  const outline = new DocxOutline(document);
  const children = [
    ...opening(document),
    ...document.parts.flatMap((part) => outline.paragraphs(part)),
    ...sources(document),
    ...legend(document),
    ...markings(document),
  ];
  return new Document({
    title,
    styles: stylesFor(language),
    footnotes: outline.footnotes,
    sections: [{ properties: { page: PAGE }, footers: { default: footer(document) }, children }],
  });
}

function opening({ title, question, about, facts, language, words }: MapDocument): Paragraph[] {
  const asked = [
    ...textRuns(lead(words.question), language, { bold: true }),
    ...textRuns(question, language),
  ];
  return [
    new Paragraph({ style: 'Title', children: textRuns(title, language) }),
    ...(question ? [new Paragraph({ children: asked })] : []),
    ...(about ? [new Paragraph({ children: textRuns(about, language) })] : []),
    ...facts.map(({ label, text, link }) => {
      const said = link ? linked(link, text) : textRuns(text, language, SMALL);
      return new Paragraph({
        spacing: { after: 20 },
        children: [...textRuns(lead(label + words.colon), language, { ...SMALL, bold: true }), ...said],
      });
    }),
  ];
}

function sources({ sources: all, language, words }: MapDocument): Paragraph[] {
  if (all.length === 0) return [];
  const each = all.flatMap((source, i) => [
    new Paragraph({
      keepNext: true,
      spacing: { before: 160 },
      children: [
        ...textRuns(`${i + 1}. `, language, { font: SANS, bold: true, color: COLOURS.quiet }),
        ...textRuns(source.title, source.language, { italics: true }),
      ],
    }),
    ...(source.url
      ? [
          new Paragraph({
            children: source.link ? linked(source.link, source.url) : textRuns(source.url, language, SMALL),
          }),
        ]
      : []),
    ...source.passages.map(({ exact, place, claims }) => {
      const where = [place, words.for(claims)].filter(Boolean).join(' · ');
      return new Paragraph({
        style: 'Passage',
        children: [
          ...textRuns(words.quoted(exact), source.language),
          ...textRuns(` — ${where}`, language, SMALL),
        ],
      });
    }),
  ]);
  return [section(words.sources, language), ...each];
}

function legend({ legend: entries, language, words }: MapDocument): Paragraph[] {
  if (entries.length === 0) return [];
  const each = entries.map(({ kind, sign, word, meaning }) => {
    const color = kind === 'joint' || kind === 'reference' ? COLOURS.quiet : COLOURS[kind];
    return new Paragraph({
      spacing: { after: 40 },
      children: [
        ...textRuns(lead(`${sign} ${word}${words.colon}`), language, { ...SMALL, bold: true, color }),
        ...textRuns(meaning, language, SMALL),
      ],
    });
  });
  return [section(words.legend, language), ...each];
}

/** A page each, so that they can be handed out. */
const markings = ({ markings: all, language }: MapDocument): Paragraph[] =>
  all.flatMap(({ name, about, lines, fields }) => [
    new Paragraph({
      style: 'Heading1',
      pageBreakBefore: true,
      children: textRuns(name, language, { font: SANS }),
    }),
    new Paragraph({ children: textRuns(about, language, SMALL) }),
    ...lines.flatMap((line) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 120 },
        children: textRuns(`${line.number} ${line.label}`, language, { ...SMALL, bold: true }),
      }),
      new Paragraph({ children: textRuns(line.text, line.language) }),
    ]),
    ...fields.flatMap(({ label, choices, lines: ruled }) => {
      const named = textRuns(lead(label), language, { ...SMALL, bold: true });
      if (choices.length > 0)
        return new Paragraph({
          spacing: { before: 200 },
          children: [
            ...named,
            ...textRuns(choices.map((choice) => `[   ] ${choice}`).join('    '), language, SMALL),
          ],
        });
      return Array.from({ length: ruled }, (_, i) => {
        const rule = new TextRun({ children: [new Tab()] });
        return new Paragraph({
          spacing: { before: 360 },
          tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX, leader: 'underscore' }],
          children: i === 0 ? [...named, rule] : [rule],
        });
      });
    }),
  ]);

const SMALL = { font: SANS, size: 20 } as const;

const section = (title: string, language: string): Paragraph =>
  new Paragraph({ style: 'Heading1', keepNext: true, children: textRuns(title, language, { font: SANS }) });

/** A full-width colon has its own space. */
const lead = (words: string): string => (words.endsWith('：') ? words : `${words} `);

const linked = (link: string, text: string): ParagraphChild[] => [
  new ExternalHyperlink({ link, children: textRuns(text, 'en', { ...SMALL, style: 'Hyperlink' }) }),
];

function footer({ title, language }: MapDocument): Footer {
  const look = { font: SANS, size: 16, color: COLOURS.quiet } as const;
  const pages = new TextRun({
    ...look,
    children: ['  ·  ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [...textRuns(title, language, look), pages],
      }),
    ],
  });
}
