// People of the system tests: they sign up and join over REST like anyone else, and keep their cookie.
import {
  type EditAnswer,
  type Id,
  type Invite,
  type InviteRole,
  type Joined,
  type Me,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';

export class Person {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  /** The same person on another server. */
  on(base: string): Person {
    const same = new Person(base);
    for (const [name, value] of this.cookies) same.cookies.set(name, value);
    return same;
  }

  get headers(): Record<string, string> {
    const all = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return all.length > 0 ? { cookie: all.join('; ') } : {};
  }

  /** The answer's JSON; throws with the refusal when there is one. */
  async ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      // Taken away, as by signing out.
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  async signUp(name: string): Promise<Me> {
    return this.ask('POST', '/api/accounts/sign-up', {
      login: `${name}-${uuidv7()}`.slice(0, 60),
      name,
      password: 'open sesame 42',
    });
  }

  async newMap(title: string, language = 'zh'): Promise<Id> {
    return (await this.ask<{ id: Id }>('POST', '/api/maps', { title, language })).id;
  }

  async invite(map: Id, role: InviteRole = 'participant'): Promise<Invite> {
    return this.ask('POST', `/api/maps/${map}/invites`, { role });
  }

  async join(key: string, name: string): Promise<Joined> {
    return this.ask('POST', `/api/join/${key}`, { name });
  }

  async edit(map: Id, edits: readonly unknown[]): Promise<EditAnswer> {
    return this.ask('POST', `/api/maps/${map}/edits`, {
      edits: edits.map((edit) => ({ id: uuidv7(), edit })),
    });
  }
}

/** An owner with a map, and `count` guests who joined it by one invitation. */
export async function aSeminar(
  base: string,
  count: number,
  title = '研讨课',
): Promise<{ map: Id; owner: Person; guests: Person[] }> {
  const owner = new Person(base);
  await owner.signUp('Olga');
  const map = await owner.newMap(title);
  const { token } = await owner.invite(map);
  const guests: Person[] = [];
  for (let i = 0; i < count; i++) {
    const guest = new Person(base);
    await guest.join(token, `学员 ${i + 1}`);
    guests.push(guest);
  }
  return { map, owner, guests };
}
