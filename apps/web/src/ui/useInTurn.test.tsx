import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import '../../testing/patience.ts';
import { useInTurn } from './useInTurn.ts';

afterEach(cleanup);

const seen: number[] = [];
function Parts({ parts }: { parts: readonly string[] }) {
  const drawn = useInTurn(parts.length);
  seen.push(drawn);
  return <p>{parts.slice(0, drawn).join(' ')}</p>;
}

test('[S-19] heavy parts are drawn one after the other, in their order, and all in the end', async () => {
  const { rerender } = render(<Parts parts={['a', 'b', 'c']} />);
  expect(screen.getByText('a')).toBeDefined();
  await screen.findByText('a b c');
  expect(new Set(seen)).toEqual(new Set([1, 2, 3]));
  rerender(<Parts parts={['a']} />);
  await act(() => Promise.resolve());
  expect(screen.getByText('a')).toBeDefined();
});
