// [Z-12] What a server keeps about one person, for them to read. All of it, for programs, is the JSON (ownData.ts).
import { isVisible } from '../map/text.ts';
import { mainWordsOf, waiting } from '../map/edit.ts';
import { TABLES, type TableName } from '../map/tables/tables.ts';
import { markdownBlock, markdownLine } from '../formats/markdown/markdownText.ts';
import { recordWordsFor } from '../record/recordWords.ts';
import type { OwnData, OwnMap } from './ownData.ts';
import { OWN_DATA_WORDS } from './ownDataWords.ts';

export function ownDataMarkdown(data: OwnData, language: 'zh' | 'en'): string {
  const words = OWN_DATA_WORDS[language];
  const { account, mail, sessions, maps } = data;
  const blocks = [
    `# ${words.title(markdownLine(account.name))}`,
    words.about(timeOf(data.at)),
    listOf([
      `${words.login}: ${account.login === null ? words.noLogin : markdownLine(account.login)}`,
      `${words.since}: ${timeOf(account.since)}`,
      ...(mail ? [`${words.mail}: ${markdownLine(mail.address)}`] : []),
    ]),
    `## ${words.sessions}`,
    listOf(
      sessions.map(({ browser, system, seen }) => {
        const device = [browser, system].filter((name) => name !== null).join(' · ');
        return `${device || words.unknown}, ${words.seen(timeOf(seen))}`;
      }),
    ),
    ...(maps.length === 0 ? [words.noMap] : maps.flatMap((map) => mapBlocks(map, language))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function mapBlocks({ title, as, seen, rows }: OwnMap, language: 'zh' | 'en'): string[] {
  const words = OWN_DATA_WORDS[language];
  const { verdicts } = recordWordsFor(language);
  const gone = (row: { readonly removed: object | null }): string =>
    row.removed === null ? '' : ` (${words.removed})`;
  const parts: readonly (readonly [heading: string, items: readonly string[] | undefined])[] = [
    [words.claims, rows.claims?.map((claim) => item(claim.text) + gone(claim))],
    [words.comments, rows.comments?.map((comment) => item(comment.text) + gone(comment))],
    [words.quotations, rows.quotations?.map((quotation) => item(quotation.exact) + gone(quotation))],
    [words.notes, rows.annotations?.map((note) => item(note.text || note.label) + gone(note))],
    [words.sources, rows.sources?.map((source) => item(source.title) + gone(source))],
    [
      words.proposals,
      rows.proposals?.map((proposal) =>
        [
          `${verdicts[proposal.state]}:`,
          item(mainWordsOf(waiting(proposal))?.text ?? proposal.edit.kind),
        ].join(' '),
      ),
    ],
    [words.votes, rows.votes?.flatMap(({ value, at }) => (value === null ? [] : `${value} (${timeOf(at)})`))],
    [words.grades, rows.grades?.flatMap(({ feedback, at }) => `${timeOf(at)} ${item(feedback)}`.trim())],
  ];
  return [
    `## ${markdownLine(title)}`,
    listOf([
      `${words.role}: ${as.role === null ? words.noRole : words.roles[as.role]}`,
      `${words.name}: ${markdownLine(as.name)}`,
      `${words.since}: ${timeOf(as.at)}`,
      ...(seen === null ? [] : [`${words.there}: ${timeOf(seen)}`]),
    ]),
    ...parts.flatMap(([heading, items = []]) =>
      items.length === 0 ? [] : [`### ${heading}`, listOf(items)],
    ),
    restOf(rows, words.rest),
  ];
}

const TOLD: readonly TableName[] = ['claims', 'comments', 'quotations', 'annotations', 'sources', 'proposals', 'votes', 'grades', 'participants']; // prettier-ignore

function restOf(rows: OwnMap['rows'], tell: (parts: string) => string): string {
  const rest = TABLES.flatMap((table) => {
    const count = TOLD.includes(table) ? 0 : (rows[table]?.length ?? 0);
    return count === 0 ? [] : `${count} \`${table}\``;
  });
  return rest.length === 0 ? '' : tell(rest.join(', '));
}

const item = (text: string): string => (isVisible(text) ? markdownBlock(text, '  ') : '…');
const listOf = (items: readonly string[]): string => items.map((one) => `- ${one}`).join('\n');
const timeOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
