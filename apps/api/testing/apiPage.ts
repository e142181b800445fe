// Holds answers of the server against what its API page says of them: status, content type, and a body with every field
// that is named there and none beside.
import { z } from 'zod';

type Json = Parameters<typeof z.fromJSONSchema>[0];
interface Described {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: { readonly format?: string } }>>;
}
interface Page {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>
  >;
  readonly definitions: Readonly<Record<string, object>>;
}

/** Of an answer, as supertest gives it. */
export interface Answered {
  readonly request: { readonly method: string; readonly url: string };
  readonly status: number;
  readonly type: string;
  readonly text?: string;
  readonly body: unknown;
}

export class ApiPage {
  /** Routes, as in routes.ts, by the statuses that were answered. */
  readonly seen = new Map<string, Set<number>>();
  /** What was answered otherwise than the page says. */
  readonly breaches = new Set<string>();
  private readonly page: Page;
  private readonly schemas = new Map<object, z.ZodType>();

  /** @param text - the JSON of the page, in which zod looks for references elsewhere than OpenAPI */
  constructor(text: string) {
    const { components, ...page } = JSON.parse(
      text.replaceAll('#/components/schemas/', '#/definitions/'),
    ) as Page & {
      readonly components: { readonly schemas: Page['definitions'] };
    };
    this.page = { ...page, definitions: components.schemas };
  }

  /** Every route of the page, with the answers it describes by status. */
  readonly routes = (): Map<string, Readonly<Record<string, Described>>> =>
    new Map(
      Object.entries(this.page.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(
          ([method, { responses }]) =>
            [`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, responses] as const,
        ),
      ),
    );

  readonly hold = (answer: Answered): void => {
    const { method, url } = answer.request;
    const { pathname } = new URL(url);
    for (const [route, responses] of this.routes()) {
      const [of = '', path = ''] = route.split(' ');
      if (method !== of || !new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`).test(pathname)) continue;
      this.seen.set(route, (this.seen.get(route) ?? new Set()).add(answer.status));
      for (const breach of this.breachesOf(responses[answer.status], answer))
        this.breaches.add(`${route} ${answer.status}: ${breach}`);
      return;
    }
  };

  private breachesOf(described: Described | undefined, { type, text, body }: Answered): string[] {
    if (!described) return [`is not described: ${text?.slice(0, 200)}`];
    const { content, description } = described;
    if (!content) return text ? [`has a body: ${text.slice(0, 200)}`] : [];
    const schema = content[type]?.schema;
    if (!schema) return [`is ${type}`];
    if (schema.format === 'binary') return [];
    const read = this.schemaOf(schema).safeParse(body);
    if (!read.success) return [z.prettifyError(read.error)];
    const { refusal } = body as { readonly refusal?: { readonly code: string } };
    return refusal && !description.includes(`\`${refusal.code}\``) ? [`refuses as ${refusal.code}`] : [];
  }

  private schemaOf(schema: object): z.ZodType {
    const known =
      this.schemas.get(schema) ??
      z.fromJSONSchema({ ...schema, definitions: this.page.definitions } as Json, {
        defaultTarget: 'openapi-3.0',
      });
    this.schemas.set(schema, known);
    return known;
  }
}
