// People's text inside a quoted label of Mermaid. Mermaid decodes its entities, cleans the HTML, and then reads Markdown:
// escapes are gone by the time it does, and what it has no picture for, an address or a list, it replaces by a message.
// Only within an HTML block is Markdown left alone.

// Nothing else is plain to Mermaid, Markdown and HTML alike.
const plain =
  /^(?!\d+[.)]|.*www\.)[\p{L}\p{N}“‘（《「][\p{L}\p{M}\p{N} ,;.!?'’“”‘()（）《》「」，。、；：！？…–—-]*(?<! )$/iu;

// What ends a label, begins an entity, a tag or a directive.
const signs = /["#&<>%]/g;
// A formula, an icon, and what `#` and `;` of an entity are inside Mermaid: these are looked for after all else is
// decoded, and only a tag between two signs keeps them apart.
const pairs = /\$(?=\$)|(?<=fa[bklrs]?):(?=fa-)|\ufb02(?=°)|¶(?=ß)/g;

/** The text, with its own line breaks as `<br/>`. */
export function mermaidText(text: string): string {
  if (plain.test(text)) return text;
  const safe = text.replace(signs, entity).replace(pairs, '$&<wbr>').replaceAll('\n', '<br/>');
  // A colon between `style` and `#` makes Mermaid cut the last semicolon of the line.
  return `<div>${/style|classDef/.test(safe) ? safe.replaceAll(':', entity) : safe}</div>`;
}

/** A line of text in a comment, where `%%{` would begin a directive. */
export const mermaidRemark = (line: string): string => `%% ${line.replace(/%(?=[%{])/g, '% ')}`;

const NAMES: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', '<': 'lt', '>': 'gt' };

const entity = (sign: string): string => `#${NAMES[sign] ?? sign.codePointAt(0) ?? 0};`;
