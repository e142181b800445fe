// Pages of the shell over a server that answers what a test gave it. Only fetch is replaced: nothing of ours is.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { chooseLanguage } from '../src/i18n/i18n.ts';
import { Toaster } from '../src/ui/Toaster.tsx';
import './patience.ts';

export interface Asked {
  readonly route: string;
  readonly body: unknown;
}
/** `'GET /api/maps'` to what it answers; a number is a status without a body, a function sees the body. */
export type Answers = Record<string, unknown>;

export class Refusing {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {}
}

/** Replaces fetch; answers what was asked so far. Answers may be changed while a test runs. */
export function aServer(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init) => {
    const route = `${init?.method ?? 'GET'} ${input as string}`;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ route, body });
    if (!(route in answers)) throw new TypeError(`nobody answers ${route}`);
    const given = answers[route];
    const value: unknown = typeof given === 'function' ? (given as (body: unknown) => unknown)(body) : given;
    if (value instanceof Refusing)
      return answering(value.status, { refusal: { code: value.code, message: '' } });
    return typeof value === 'number' ? answering(value, null) : answering(200, value);
  };
  return asked;
}

// The router makes one of these for every navigation, and one of those to redirect; jsdom has neither.
class PlainRequest {
  readonly signal: AbortSignal | null;
  readonly method: string;
  constructor(
    readonly url: string,
    init: RequestInit = {},
  ) {
    this.signal = init.signal ?? null;
    this.method = init.method ?? 'GET';
  }
}
class PlainResponse {
  readonly status: number;
  readonly statusText = '';
  readonly headers: Headers;
  constructor(
    readonly body: string | null,
    init: ResponseInit = {},
  ) {
    this.status = init.status ?? 200;
    this.headers = new Headers(init.headers);
  }
}
Object.assign(globalThis, { Request: PlainRequest, Response: PlainResponse });

const answering = (status: number, value: unknown): Response =>
  ({
    ok: status < 400,
    status,
    text: async () => (value === null ? '' : JSON.stringify(value)),
  }) as Response;

export function aPage(
  routes: (queries: QueryClient) => RouteObject[],
  at = '/',
  language: 'en' | 'zh' = 'en',
) {
  chooseLanguage(language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const elsewhere = { path: '*', element: <p>elsewhere</p> };
  const router = createMemoryRouter([...routes(queries), elsewhere], { initialEntries: [at] });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>,
  );
  return {
    user: userEvent.setup({ delay: null }),
    get path() {
      return router.state.location.pathname + router.state.location.search;
    },
  };
}
