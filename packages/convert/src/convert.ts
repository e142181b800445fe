// Maps become files: the formats of shared, and the papers that need fonts and so are made here.
import {
  chosen,
  formatOf,
  jsonOf,
  ok,
  PAPERS,
  refuse,
  scoresIn,
  together,
  withRemark,
  type Change,
  type ExportOptions,
  type Format,
  type Loss,
  type MapContent,
  type Origin,
  type PaperId,
  type Result,
  type Told,
} from '@counterpoint/shared';
import type { Progress, WritePaper } from './paper.ts';

export interface Asked {
  /** The id of a format or a paper. */
  readonly format: string;
  readonly origin: Origin;
  readonly options: ExportOptions;
  /** The log of the map as the asker may see it, for formats that hold it. */
  readonly history?: readonly Change[] | undefined;
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly losses: readonly Loss[];
}

/** Loaded when they are asked for: fonts and typesetters take longer to load than most files to write. */
const WRITERS: Readonly<Record<PaperId, () => Promise<WritePaper>>> = {
  svg: async () => (await import('./svg.ts')).writeSvg,
  png: async () => (await import('./png.ts')).writePng,
  pdf: async () => (await import('./pdf.ts')).writePdf,
  docx: async () => (await import('./docx.ts')).writeDocx,
  html: async () => (await import('./html.ts')).writeHtml,
};

/** The file of what was asked for. `content` is what the asker may see; what is left out is told. */
export async function write(
  content: MapContent,
  asked: Asked,
  progress: Progress = () => undefined,
): Promise<Result<Written>> {
  const { branch } = asked.options;
  if (branch !== undefined && !content.claims.some(({ id }) => id === branch))
    return refuse('not-found', 'There is no such claim in the map.');
  // [G15] Of the whole map: what is left out of the file speaks for and against what is in it all the same.
  const origin = { ...asked.origin, scores: scoresIn(content, asked.origin) };
  const writer = writerOf({ ...asked, origin }, progress);
  if (!writer) return refuse('unsupported-format', 'Maps cannot be exported in this format.');
  const { value, losses } = await writer.write(chosen(content, asked.options));
  progress(1, 'done');
  const { mediaType, extension } = writer.format;
  return ok({ bytes: value, mediaType, extension, losses });
}

interface Writer {
  readonly format: Pick<Format, 'mediaType' | 'extension'>;
  readonly write: (choice: Told<MapContent>) => Promise<Told<Uint8Array>>;
}

function writerOf(asked: Asked, progress: Progress): Writer | undefined {
  const paper = PAPERS.find(({ id }) => id === asked.format);
  if (paper) return { format: paper, write: (choice) => onPaper(paper.id, choice, asked, progress) };
  const format = formatOf(asked.format);
  if (!format?.write) return undefined;
  return { format, write: async (choice) => inText(format, choice, asked) };
}

async function onPaper(
  id: PaperId,
  choice: Told<MapContent>,
  { origin, options }: Asked,
  progress: Progress,
): Promise<Told<Uint8Array>> {
  const writePaper = await WRITERS[id]();
  const { value, losses } = await writePaper(choice.value, origin, options, (done, stage = id) =>
    progress(done, stage),
  );
  return { value, losses: together(choice.losses, losses) };
}

function inText(
  format: Format,
  choice: Told<MapContent>,
  { origin, options, history }: Asked,
): Told<Uint8Array> {
  const log = format.id === 'json' && isWhole(options) ? history : undefined;
  const missing: Loss[] = options.history && !log ? [{ kind: 'history', count: 1, where: ['*'] }] : [];
  const written = log
    ? { value: jsonOf(choice.value, log, origin.scores), losses: [] }
    : (format.write?.(choice.value, origin) ?? { value: '', losses: [] });
  const told = { value: written.value, losses: together([...choice.losses, ...missing], written.losses) };
  return { ...told, value: new TextEncoder().encode(withRemark(format, told, choice.value.info.language)) };
}

/** The log tells of everything and everyone, so it goes with the whole map only. */
const isWhole = ({ branch, authors, comments, quotations }: ExportOptions): boolean =>
  branch === undefined && authors && comments && quotations;
