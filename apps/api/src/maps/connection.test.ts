import { expect, it } from '@jest/globals';
import { laggards, type MapSocket } from './connection.ts';

const behind = (bufferedAmount: number, ...waiting: number[]) => {
  const writeBuffer = waiting.map((length) => ({ data: 'x'.repeat(length) }));
  return { conn: { transport: { socket: { bufferedAmount } }, writeBuffer } } as unknown as MapSocket;
};

it('lets go who is too far behind, and the furthest while all together are', () => {
  const [near, far, further, furthest] = [behind(1), behind(20, 10), behind(30, 5, 5), behind(0, 90)];
  const sockets = [near, furthest, far, further];
  expect(laggards(sockets, { each: 100, all: 161 })).toEqual([]);
  expect(laggards(sockets, { each: 80, all: 161 })).toEqual([furthest]);
  expect(laggards(sockets, { each: 100, all: 160 })).toEqual([furthest]);
  expect(laggards(sockets, { each: 100, all: 70 })).toEqual([furthest, further]);
});
