// What can be exported, in the groups in which people look for it, and which options each format has.
import { FORMATS, PAPERS, type ExportOptions } from '@counterpoint/shared';

export type Group = 'reading' | 'picture' | 'tools' | 'whole';
export type Option =
  'authors' | 'comments' | 'quotations' | 'history' | 'look' | 'folded' | 'scale' | 'paper' | 'marking';

const GROUPS: Readonly<Record<Group, readonly string[]>> = {
  reading: ['pdf', 'docx', 'html', 'markdown', 'text'],
  picture: ['svg', 'png'],
  tools: [
    'argdown',
    'aif',
    'xaif',
    'sadface',
    'kialo',
    'graphml',
    'opml',
    'csv',
    'annotations',
    'dot',
    'mermaid',
  ],
  whole: ['json'],
};

const CONTENT = ['authors', 'comments', 'quotations'] as const;
const OPTIONS: Readonly<Record<string, readonly Option[]>> = {
  pdf: [...CONTENT, 'folded', 'look', 'paper', 'marking'],
  docx: [...CONTENT, 'marking'],
  html: [...CONTENT, 'folded', 'look'],
  svg: ['authors', 'folded', 'look'],
  png: ['authors', 'folded', 'look', 'scale'],
  json: [...CONTENT, 'history'],
};

export interface FormatChoice {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly group: Group;
  readonly options: readonly Option[];
}

const all = [...PAPERS, ...FORMATS.filter(({ write }) => write)];
const groupOf = (id: string): Group =>
  (Object.keys(GROUPS) as Group[]).find((group) => GROUPS[group].includes(id)) ?? 'tools';

export const CHOICES: readonly FormatChoice[] = all
  .map(({ id, name, extension }) => ({
    id,
    name,
    extension,
    group: groupOf(id),
    options: OPTIONS[id] ?? CONTENT,
  }))
  .sort((a, b) => place(a) - place(b));

function place({ id, group }: { readonly id: string; readonly group: Group }): number {
  const within = GROUPS[group].indexOf(id);
  return Object.keys(GROUPS).indexOf(group) * 100 + (within < 0 ? 50 : within);
}

/** Files that can be imported, for the list of a file dialog. */
export const ACCEPTED = [
  '.zip',
  '.txt',
  ...new Set(
    FORMATS.filter(({ read }) => read).map(({ extension }) => `.${extension.split('.').at(-1) ?? ''}`),
  ),
].join(',');

/** In the address of the API: what differs from the usual is said. */
export function queryOf({ options }: FormatChoice, chosen: ExportOptions): URLSearchParams {
  const query = new URLSearchParams();
  if (chosen.branch !== undefined) query.set('branch', chosen.branch);
  for (const option of options) {
    const value = option === 'folded' ? chosen.folded.join(',') : String(chosen[option]);
    if (value !== '') query.set(option, value);
  }
  return query;
}
