// What an export will look like, worked out from the map that is on the screen.
import {
  chosen,
  documentLosses,
  formatOf,
  mapOf,
  pictureOf,
  svgOf,
  type ExportOptions,
  type Loss,
  type MapContent,
  type Origin,
} from '@counterpoint/shared';

export interface PreviewAsk {
  readonly content: MapContent;
  readonly format: string;
  readonly options: ExportOptions;
  readonly origin: Origin;
}

export interface Preview {
  readonly losses: readonly Loss[];
  readonly picture?: string;
  readonly text?: string;
}

/** More is more than anyone looks at. */
const MOST_LINES = 400;
const PICTURES = ['svg', 'png', 'pdf', 'html'];

export function previewOf({ content, format, options, origin }: PreviewAsk): Preview {
  const { value, losses } = chosen(content, options);
  if (PICTURES.includes(format)) {
    const picture = svgOf(pictureOf(mapOf(value), origin, looksOf(options)));
    return { picture, losses: [...losses, ...documentLosses(value).list()] };
  }
  const written = formatOf(format === 'docx' ? 'text' : format)?.write?.(value, origin);
  if (!written) return { losses };
  const lines = written.value.split('\n');
  const text = lines.slice(0, MOST_LINES).join('\n') + (lines.length > MOST_LINES ? '\n…' : '');
  return { text, losses: [...losses, ...written.losses] };
}

/** What of the options says how a picture looks. */
export const looksOf = ({ look, folded, authors }: ExportOptions) => ({
  look,
  folded: new Set(folded),
  authors,
});
