// A mail server on this machine that takes letters and keeps them, as far as one program that sends them needs one.
import { once } from 'node:events';
import net from 'node:net';
import { createInterface } from 'node:readline';

export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of the head, by their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

export class MailServer {
  readonly letters: Received[] = [];
  /** What it says to an address instead of taking it, as `550 no such box`; undefined while it takes all. */
  refuses: string | undefined;
  private readonly sockets = new Set<net.Socket>();
  private readonly server = net.createServer((socket) => void this.talk(socket));

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    mail.server.listen(0, '127.0.0.1');
    await once(mail.server, 'listening');
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async talk(socket: net.Socket): Promise<void> {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    const say = (line: string): unknown => socket.write(`${line}\r\n`);
    let to = '';
    let body: string[] | undefined;
    say('220 here');
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      if (body && line !== '.') body.push(line.startsWith('..') ? line.slice(1) : line);
      else if (body) {
        this.letters.push({ to, ...read(body) });
        body = undefined;
        say('250 taken');
      } else if (/^rcpt to:/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say(this.refuses ?? '250 fine');
      } else if (/^data/i.test(line)) {
        body = [];
        say('354 go on');
      } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else say('250 fine');
    }
  }
}

function read(lines: readonly string[]): Omit<Received, 'to'> {
  const [head = '', ...rest] = lines.join('\n').split('\n\n');
  const headers = new Map(
    head
      .replace(/\n\s+/g, ' ')
      .split('\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  const text = decoded(rest.join('\n\n'), headers.get('content-transfer-encoding') ?? '7bit');
  return { headers, text, subject: wordsOf(headers.get('subject') ?? '') };
}

function decoded(text: string, way: string): string {
  if (way === 'base64') return Buffer.from(text, 'base64').toString();
  return way === 'quoted-printable' ? fromQuoted(text.replace(/=\n/g, '')) : text;
}

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(parseInt(byte, 16))),
    'latin1',
  ).toString();

/** Encoded words of a head (RFC 2047). */
const wordsOf = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, way: string, words: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString()
        : fromQuoted(words.replaceAll('_', ' ')),
    );
