// A map as text with no markup at all, for mails and notes: the same words as the other documents, in columns.
import type { Format } from '../format.ts';
import { documentOf } from './documentOf.ts';
import type { DocumentLine, MapDocument } from './mapDocument.ts';
import { documentLosses } from './mapDocumentLosses.ts';
import { settled } from './numberingSettled.ts';
import { inColumns } from './plainTextWrap.ts';

const COLUMNS = 80;

export const plainText: Format = {
  id: 'text',
  name: 'Plain text',
  mediaType: 'text/plain',
  extension: 'txt',
  write(given, origin) {
    const { content, tree, became } = settled(given);
    const document = documentOf(content, origin);
    const losses = documentLosses(content);
    losses.addAll('references', became);
    losses.addAll(
      'languages',
      content.claims.filter(({ id, language }) => language !== content.info.language && tree.has(id)),
    );
    const blocks = [...headOf(document), ...outlineOf(document), sourcesOf(document)];
    return { value: blocks.filter(Boolean).join('\n\n') + '\n', losses: losses.list() };
  },
  remark: (lines) => ['', ...lines.map((line) => indented(line, ''))].join('\n'),
};

function headOf({ title, question, about, facts, words }: MapDocument): string[] {
  const labelled = facts.map(({ label, text }) => indented(said(label, words.colon, text), ''));
  return [
    indented(title, ''),
    question && indented(said(words.question, '', question), ''),
    about && inColumns(about, COLUMNS).join('\n'),
    labelled.join('\n'),
  ];
}

/** Chinese puts no space behind its colon. */
const said = (label: string, colon: string, text: string): string =>
  `${label}${colon}${/：$/.test(label + colon) ? '' : ' '}${text}`;

function outlineOf({ parts, words }: MapDocument): string[] {
  return parts.flatMap(({ heading, lines }) => {
    const written = lines.flatMap((line) => linesOf(line, words)).join('\n');
    return heading ? [heading, written] : [written];
  });
}

function linesOf(line: DocumentLine, words: MapDocument['words']): string[] {
  const { number, depth, relation, sign, label, text, author, see, continued, quotations, comments } = line;
  const head = relation ? `${number} ${sign} ${label}${words.colon}` : `${number})`;
  const say = [see?.text ?? text.trim(), author && `— ${author}`, continued?.text].filter(Boolean).join(' ');
  const indent = '  '.repeat(depth);
  return [
    indented(say ? said(head, '', say) : head, indent),
    ...quotations.flatMap(({ exact, place, source, bearing, gloss }) => [
      indented(
        `${words.quoted(exact)} ${words.cited(place, source + 1, bearing.toLowerCase())}`,
        `${indent}  `,
      ),
      ...(gloss ? [indented(`${gloss.text}${gloss.by}`, `${indent}  `)] : []),
    ]),
    ...comments.map((comment) => indented(said(comment.label, '', comment.text), `${indent}  `)),
  ];
}

function sourcesOf({ sources, words }: MapDocument): string {
  const list = sources.map(({ title, url }, i) => indented(`${i + 1}. ${title}${url && ` ${url}`}`, ''));
  return list.length === 0 ? '' : [words.sources, '', ...list].join('\n');
}

/** A paragraph whose further lines begin two columns further in than its first. */
function indented(text: string, indent: string): string {
  const room = COLUMNS - indent.length;
  const [first = '', ...rest] = inColumns(text, room - 2, room);
  return [indent + first, ...rest.map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n');
}
