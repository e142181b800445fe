// Where a text stops being JSON (RFC 8259). Engines word their own messages each in their way, and many name no place.

/** Line, column and what is wrong, of the first fault in a text that JSON.parse refuses. */
export function faultIn(text: string): string {
  const [at, fault] = new Scan(text).run();
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return `line ${line}, column ${column}: ${fault}`;
}

type Fault = readonly [at: number, fault: string];

const WORD = /[-+.\w]*/y;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** One step a sign; the open brackets are a list, so that no nesting is too deep. */
class Scan {
  private at = 0;
  private readonly open: string[] = [];

  constructor(private readonly text: string) {}

  run(): Fault {
    /** What may come next. */
    let next: 'value' | 'value or ]' | 'name' | 'name or }' | 'comma' = 'value';
    for (;;) {
      this.skipSpace();
      const sign = this.text[this.at];
      if (next === 'comma') {
        const inside = this.open.at(-1);
        if (inside === undefined) return [this.at, 'there is more after the end'];
        const close = inside === '{' ? '}' : ']';
        if (sign !== ',' && sign !== close) return this.expected(`"," or "${close}"`);
        if (sign === close) this.open.pop();
        else next = inside === '{' ? 'name' : 'value';
        this.at++;
      } else if ((next === 'name or }' && sign === '}') || (next === 'value or ]' && sign === ']')) {
        this.open.pop();
        this.at++;
        next = 'comma';
      } else if (next === 'name' || next === 'name or }') {
        if (sign !== '"') return this.expected('a name in quotes');
        const fault = this.string();
        if (fault) return fault;
        this.skipSpace();
        if (this.text[this.at] !== ':') return this.expected('":"');
        this.at++;
        next = 'value';
      } else if (sign === '{' || sign === '[') {
        this.open.push(sign);
        this.at++;
        next = sign === '{' ? 'name or }' : 'value or ]';
      } else {
        const fault = sign === '"' ? this.string() : this.literal();
        if (fault) return fault;
        next = 'comma';
      }
    }
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private expected(what: string): Fault {
    const end = this.at >= this.text.length;
    return [this.at, end ? `the file ends where ${what} should come` : `${what} should come here`];
  }

  private literal(): Fault | undefined {
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0] ?? '';
    if (!LITERAL.test(word)) return this.expected('a value');
    this.at += word.length;
    return undefined;
  }

  private string(): Fault | undefined {
    const start = this.at;
    for (this.at++; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at] ?? '';
      if (sign === '"') {
        this.at++;
        return undefined;
      }
      if (sign < ' ') return [this.at, 'a line break or control character stands within quotes'];
      if (sign !== '\\') continue;
      const escape = this.text.slice(this.at + 1, this.at + 6);
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escape)) return [this.at, 'there is no such escape'];
      this.at++;
    }
    return [start, 'the quotes are never closed'];
  }
}
