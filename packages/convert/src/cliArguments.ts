// What was asked for on the command line.
import { ExportOptions, FORMATS, ok, PAPERS, refuse, type Result } from '@counterpoint/shared';
import { parseArgs } from 'node:util';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  report: { type: 'string' },
  at: { type: 'string' },
  look: { type: 'string' },
  paper: { type: 'string' },
  scale: { type: 'string' },
  'no-authors': { type: 'boolean', default: false },
  'no-comments': { type: 'boolean', default: false },
  'no-quotations': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const names = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(', ');

export const HELP = `counterpoint convert <in> <out>   turns one file of an argument map into another

  <in>, <out>        files, or - for standard input and output
  --from <format>    ${names(FORMATS.filter(({ read }) => read))}; told from the content when it is not given
  --to <format>      ${names([...FORMATS.filter(({ write: writes }) => writes), ...PAPERS])}; told from the name of <out> when it is not given
  --report <file>    writes as JSON what was lost and changed
  --at <time>        the time of what has none, as 2026-01-15T12:00Z; without it that of the file
  --look <look>      of pictures: light, dark, print
  --paper <paper>    of a PDF: one, A4, A3, Letter
  --scale <number>   of a PNG: 1 to 4
  --no-authors  --no-comments  --no-quotations

The same file, time and options give the same bytes.`;

export interface Command {
  readonly input: string;
  readonly output: string;
  readonly from: string | undefined;
  readonly to: string;
  readonly report: string | undefined;
  /** In ms since 1970. */
  readonly at: number | undefined;
  readonly options: ExportOptions;
}

/** What the words after `counterpoint` ask for. */
export function askedIn(args: readonly string[]): Result<Command | 'help'> {
  const parsed = parsedArgs(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [command, input, output = '-', ...more] = positionals;
  if (values.help || args.length === 0) return ok('help');
  if (command !== 'convert' || input === undefined || more.length > 0)
    return refuse('invalid', 'Say: counterpoint convert <in> <out>; --help tells more.');
  const to = values.to ?? formatNamed(output);
  if (to === undefined)
    return refuse('unsupported-format', `${output} does not say which format it is in: add --to <format>.`);
  const at = values.at === undefined ? undefined : Date.parse(values.at);
  if (Number.isNaN(at))
    return refuse('invalid', `--at ${values.at}: is no time; write it as 2026-01-15T12:00Z.`);
  const options = ExportOptions.safeParse({
    authors: !values['no-authors'],
    comments: !values['no-comments'],
    quotations: !values['no-quotations'],
    look: values.look,
    paper: values.paper,
    scale: values.scale,
  });
  if (!options.success) {
    const [issue] = options.error.issues;
    return refuse('invalid', `--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { from, report } = values;
  return ok({ input, output, from, to, report, at, options: options.data });
}

function parsedArgs(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    const [sentence = ''] = String((error as { message?: unknown }).message).split('. ');
    return refuse('invalid', `${sentence.replace(/\.$/, '')}; --help tells more.`);
  }
}

/** The format whose extension ends the name; of several the longest, as `aif.json` before `json`. */
function formatNamed(name: string): string | undefined {
  const all = [...FORMATS.filter(({ write: writes }) => writes), ...PAPERS];
  const fits = all.filter(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
  return fits.sort((a, b) => b.extension.length - a.extension.length)[0]?.id;
}
