// Holds answers of the server against what its API page says of them: status, content type, and a body with every field
// that is named there and none beside.
import { z } from 'zod';

interface Described {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: { readonly format?: string } }>>;
}
/** By status. */
type Answers = Readonly<Record<string, Described>>;
interface Page {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Answers }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
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
  /** What the page says of each route, named as in routes.ts. */
  readonly routes: ReadonlyMap<string, Answers>;
  /** The schemas that the page names. */
  readonly schemas: Page['components']['schemas'];
  /** Statuses that were answered, by route. */
  readonly seen = new Map<string, Set<number>>();
  /** What was answered otherwise than the page says. */
  readonly breaches = new Set<string>();
  private readonly read = new Map<object, z.ZodType>();

  constructor(text: string) {
    // zod looks for what is referred to in another place than OpenAPI.
    const page = JSON.parse(text.replaceAll('#/components/schemas/', '#/definitions/')) as Page;
    this.schemas = page.components.schemas;
    this.routes = new Map(
      Object.entries(page.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]) => [
          `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
          responses,
        ]),
      ),
    );
  }

  readonly hold = (answer: Answered): void => {
    const { method, url } = answer.request;
    const { pathname } = new URL(url);
    for (const [route, responses] of this.routes) {
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
    if (!read.success) return [z.prettifyError(read.error).slice(0, 500)];
    const { refusal } = body as { readonly refusal?: { readonly code: string } };
    return refusal && !description.includes(`\`${refusal.code}\``) ? [`refuses as ${refusal.code}`] : [];
  }

  private schemaOf(schema: object): z.ZodType {
    const known =
      this.read.get(schema) ??
      z.fromJSONSchema(
        { ...schema, definitions: this.schemas },
        {
          defaultTarget: 'openapi-3.0',
        },
      );
    this.read.set(schema, known);
    return known;
  }
}
