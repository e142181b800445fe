import { afterEach, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, waitFor } from '@testing-library/react';
import '../../testing/patience.ts';
import { FetchedAhead } from './FetchedAhead.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'connection');
});

const fetchedBy: string[] = [];
const ahead = (name: string) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FetchedAhead all={() => [async () => void fetchedBy.push(name)]} />
    </QueryClientProvider>,
  );

test('what may be shown next is fetched, but not for who saves data', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
  ahead('who saves');
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: false } });
  ahead('who does not');
  Reflect.deleteProperty(navigator, 'connection');
  ahead('who does not say');
  await waitFor(() => expect(fetchedBy).toHaveLength(2));
  expect(fetchedBy).toEqual(['who does not', 'who does not say']);
});
