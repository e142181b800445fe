// The one door to XML: Extensible Markup Language 1.0 (Fifth Edition), read into a plain tree. Files come from strangers,
// so there is no document type, and with it no entity but the five that XML knows; sizes have limits; and what is not
// well-formed is refused with its place, since guessing would make a map that nobody wrote.
// fast-xml-parser took seven tenths of the second that reading 10,000 claims may take, and let pass several roots and
// unknown entities: xml.test.ts reads with it and with xmldom, and all three agree.
// One pass: every loop goes forward only, and nothing is built before its limit was looked at.
import { ok, refuse, type Refused, type Result } from '../../result.ts';
import { MOST_FILE_BYTES } from '../format.ts';
import { localName, type XmlElement } from './xml.ts';
import { DECLARATION, MAYBE_NOT_XML, NAME_HERE, NOT_XML, resolved } from './xmlSigns.ts';

const SPACE = new Set([0x20, 0x09, 0x0a]);

const MOST_DEPTH = 200;
/** Elements and attributes of a file. */
const MOST_PARTS = 1_000_000;
const MOST_ATTRIBUTES = 100;

interface Growing extends XmlElement {
  children: Growing[];
  text: string;
}

const NONE: readonly string[] = [];

/** The root of a document, which must have this name; refused as 'invalid' with line and column, or as 'too-large'. */
export function readXml(text: string, name: string): Result<XmlElement> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const root = new XmlReader(lines.startsWith('\ufeff') ? lines.slice(1) : lines).read();
  if (!root.ok || localName(root.value) === name) return root;
  return refuse(
    'unsupported-format',
    `line ${root.value.line}: the root is <${short(root.value.name)}>, not <${name}>`,
  );
}

class XmlReader {
  private at = 0;
  private readonly open: Growing[] = [];
  private root: Growing | undefined;
  private parts = 0;
  private line = 1;
  private lineEnd: number;

  /** Without byte order mark, with plain line ends. */
  constructor(private readonly text: string) {
    this.lineEnd = text.indexOf('\n');
  }

  read(): Result<XmlElement> {
    const fault = this.unfit() ?? this.declaration() ?? this.content();
    if (fault) return fault;
    const top = this.open.at(-1);
    if (top) return refuse('invalid', `line ${top.line}: <${short(top.name)}> is never closed`);
    return this.root ? ok(this.root) : this.fault(this.text.length, 'there is no element');
  }

  /** What can be said before reading. */
  private unfit(): Refused | undefined {
    const wrong = MAYBE_NOT_XML.test(this.text) ? this.text.search(NOT_XML) : -1;
    if (wrong >= 0) {
      const code = (this.text.codePointAt(wrong) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return this.fault(wrong, `XML cannot hold the character U+${code}`);
    }
    return undefined;
  }

  /** It may be left out, but stands nowhere else: see instruction. */
  private declaration(): Refused | undefined {
    if (!/^<\?xml[ \t\n?]/.test(this.text)) return undefined;
    const end = this.behind('?>', 2);
    const [whole, single, double] = DECLARATION.exec(this.text) ?? [];
    if (end !== undefined && whole === undefined) return this.fault(0, 'this XML declaration is none');
    const encoding = single ?? double ?? 'UTF-8';
    // In these, a text without other letters is the same as in UTF-8; UTF-16 was decoded before it came here.
    if (UNICODE.test(encoding) || (ASCII_BASED.test(encoding) && /^[\t\n\x20-\x7e]*$/.test(this.text)))
      return this.skip(end, 'the instruction never ends');
    return this.fault(0, `the file says that it is in ${short(encoding)}; save it as UTF-8`);
  }

  private content(): Refused | undefined {
    let fault: Refused | undefined;
    while (!fault && this.at < this.text.length) {
      const next = this.text.indexOf('<', this.at);
      const end = next < 0 ? this.text.length : next;
      fault = end > this.at ? this.words(end) : this.markup();
    }
    return fault;
  }

  private words(end: number): Refused | undefined {
    const words = this.text.slice(this.at, end);
    const top = this.open.at(-1);
    if (!top) {
      const stray = words.search(/[^ \t\n]/);
      return stray < 0 ? this.skip(end) : this.fault(this.at + stray, 'text outside the root element');
    }
    const bracket = words.indexOf(']]>');
    if (bracket >= 0) return this.fault(this.at + bracket, 'a CDATA section ends that never began');
    const decoded = resolved(words);
    if (decoded === undefined)
      return this.fault(this.at + words.indexOf('&'), 'a reference to something that XML does not know');
    top.text += decoded;
    return this.skip(end);
  }

  private markup(): Refused | undefined {
    const { text, at } = this;
    if (text.startsWith('</', at)) return this.close();
    if (text.startsWith('<!--', at)) return this.comment();
    if (text.startsWith('<?', at)) return this.instruction();
    if (text.startsWith('<![CDATA[', at)) return this.cdata();
    if (text.startsWith('<!', at))
      return this.fault(at, 'document types and entities are not read here; delete the declaration');
    return this.start();
  }

  private comment(): Refused | undefined {
    const end = this.behind('--', 4);
    if (end === undefined || this.text[end] === '>')
      return this.skip(end && end + 1, 'the comment never ends');
    return this.fault(end - 2, 'two hyphens within a comment');
  }

  private instruction(): Refused | undefined {
    const from = this.at;
    const end = this.behind('?>', 2);
    if (end === undefined) return this.fault(from, 'the instruction never ends');
    this.at += 2;
    const name = this.take(NAME_HERE);
    if (name.toLowerCase() === 'xml')
      return this.fault(from, 'an XML declaration stands at the very beginning, or not at all');
    if (name === '' || (this.at < end - 2 && !this.space()))
      return this.fault(from, 'this instruction has no proper name');
    return this.skip(end);
  }

  private cdata(): Refused | undefined {
    const top = this.open.at(-1);
    const end = this.behind(']]>', 9);
    if (!top) return this.fault(this.at, 'text outside the root element');
    if (end !== undefined) top.text += this.text.slice(this.at + 9, end - 3);
    return this.skip(end, 'the CDATA section never ends');
  }

  private close(): Refused | undefined {
    const from = this.at;
    this.at += 2;
    const name = this.take(NAME_HERE);
    this.space();
    if (name === '' || this.text[this.at] !== '>') return this.fault(from, 'this end tag is none');
    const top = this.open.pop();
    if (top?.name !== name) {
      const opened = top ? `<${short(top.name)}> of line ${top.line} is open` : 'nothing is open';
      return this.fault(from, `</${short(name)}>, but ${opened} here`);
    }
    return this.skip(this.at + 1);
  }

  private start(): Refused | undefined {
    const from = this.at;
    this.at += 1;
    const name = this.take(NAME_HERE);
    if (name === '') return this.fault(from, 'a tag begins that has no name');
    const parent = this.open.at(-1);
    if (!parent && this.root) return this.fault(from, 'a second root element');
    if (this.open.length >= MOST_DEPTH)
      return this.fault(from, `elements lie in each other more than ${MOST_DEPTH} deep`);
    const attributes = this.attributes();
    if (!attributes.ok) return attributes;
    this.parts += 1 + attributes.value.length / 2;
    if (this.parts > MOST_PARTS)
      return refuse('too-large', `A file has at most ${MOST_PARTS} elements and attributes.`);
    const element = { name, attributes: attributes.value, children: [], text: '', line: this.lineAt(from) };
    if (parent) parent.children.push(element);
    else this.root = element;
    if (this.text.startsWith('/>', this.at)) return this.skip(this.at + 2);
    if (this.text[this.at] !== '>') return this.fault(this.at, `<${short(name)}> is no proper tag`);
    this.open.push(element);
    return this.skip(this.at + 1);
  }

  private attributes(): Result<readonly string[]> {
    let found: string[] | undefined;
    while (this.space()) {
      const from = this.at;
      const name = this.take(NAME_HERE);
      if (name === '') break;
      const value = this.attributeValue();
      if (value === undefined) return this.fault(from, `the attribute ${short(name)} has no proper value`);
      found ??= [];
      for (let i = 0; i < found.length; i += 2)
        if (found[i] === name) return this.fault(from, `the attribute ${short(name)} stands here twice`);
      found.push(name, value);
      if (found.length > 2 * MOST_ATTRIBUTES)
        return this.fault(from, `an element with more than ${MOST_ATTRIBUTES} attributes`);
    }
    return ok(found ?? NONE);
  }

  private attributeValue(): string | undefined {
    this.space();
    if (this.text[this.at] !== '=') return undefined;
    this.at += 1;
    this.space();
    const quote = this.text[this.at];
    const end = quote === '"' || quote === "'" ? this.text.indexOf(quote, this.at + 1) : -1;
    if (end < 0) return undefined;
    const value = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    // White space in attributes is one blank each, unless it is written as a reference.
    return value.includes('<') ? undefined : resolved(value.replace(/[\t\n]/g, ' '));
  }

  /** Goes behind white space; whether there was any. Not by a pattern: over millions of blanks its stack may end. */
  private space(): boolean {
    const from = this.at;
    while (SPACE.has(this.text.charCodeAt(this.at))) this.at += 1;
    return this.at > from;
  }

  /** What matches here, and goes behind it; empty where nothing does. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return '';
    const from = this.at;
    this.at = pattern.lastIndex;
    return this.text.slice(from, this.at);
  }

  private behind(end: string, from: number): number | undefined {
    const found = this.text.indexOf(end, this.at + from);
    return found < 0 ? undefined : found + end.length;
  }

  private skip(to: number | undefined, otherwise = ''): Refused | undefined {
    if (to === undefined) return this.fault(this.at, otherwise);
    this.at = to;
    return undefined;
  }

  /** Asked in ascending order, so that each line is looked for once. */
  private lineAt(position: number): number {
    while (this.lineEnd >= 0 && this.lineEnd < position) {
      this.line += 1;
      this.lineEnd = this.text.indexOf('\n', this.lineEnd + 1);
    }
    return this.line;
  }

  private fault(position: number, reason: string): Refused {
    let line = 1;
    let begin = 0;
    for (
      let end = this.text.indexOf('\n');
      end >= 0 && end < position;
      end = this.text.indexOf('\n', begin)
    ) {
      line += 1;
      begin = end + 1;
    }
    return refuse('invalid', `line ${line}, column ${position - begin + 1}: ${reason}`);
  }
}

const ASCII_BASED = /^((us-)?ascii|iso-8859-\d+|latin-?\d|windows-125\d|gbk|gb2312|gb18030|big5|shift_jis|euc-\w+|koi8-\w)$/i; // prettier-ignore
const UNICODE = /^utf-?(8|16(le|be)?)$/i;

/** Names of a file, for messages. */
const short = (name: string): string => (name.length <= 60 ? name : `${name.slice(0, 60)}…`);
